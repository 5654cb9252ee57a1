/// What a modelled school is called, in both languages.
///
/// Tables carry the English name as data; `init(reading:)` finds it again, so that a person can be shown
/// either. No real school's name begins so.
public struct ModelledSchoolName: Hashable, Sendable {
  /// The authority's code.
  public let authority: Int
  /// The sector.
  public let sector: String
  /// Which of its authority and sector it is, from 1.
  public let ordinal: Int

  /// Makes a name.
  public init(authority: Int, sector: String, ordinal: Int) {
    self.authority = authority
    self.sector = sector
    self.ordinal = ordinal
  }

  /// Reads an English name such as `Modelled primary 17, Gwynedd`; nil for any other text.
  public init?(reading text: String) {
    guard text.hasPrefix(Self.mark) else { return nil }
    let parts = text.dropFirst(Self.mark.count).split(separator: ", ", maxSplits: 1)
    guard parts.count == 2, let authority = Authority.named(parts[1]),
      let space = parts[0].lastIndex(of: " "),
      let ordinal = Int(parts[0][parts[0].index(after: space)...]),
      let sector = StandardFields.sectors.names.first(where: {
        Self.kind(of: $0).english == parts[0][..<space]
      })
    else { return nil }
    self.init(authority: authority.code, sector: sector, ordinal: ordinal)
  }

  /// The name: `Modelled primary 17, Gwynedd`.
  public var text: BilingualText {
    let place = Authority.with(code: authority)?.name
    let code = String(authority)
    let kind = Self.kind(of: sector)
    return BilingualText(
      en: "\(Self.mark)\(kind.english) \(ordinal), \(place?.english ?? code)",
      cy: "\(kind.welsh) a fodelwyd \(ordinal), \(place?.welsh ?? code)")
  }

  private static let mark = "Modelled "

  private static func kind(of sector: String) -> BilingualText {
    switch sector {
    case "nursery": BilingualText(en: "nursery", cy: "Ysgol feithrin")
    case "primary": BilingualText(en: "primary", cy: "Ysgol gynradd")
    case "middle": BilingualText(en: "all-age school", cy: "Ysgol pob oed")
    case "secondary": BilingualText(en: "secondary", cy: "Ysgol uwchradd")
    case "special": BilingualText(en: "special", cy: "Ysgol arbennig")
    default: BilingualText(en: sector, cy: sector)
    }
  }
}
