import FundingModel

/// How files write units: `£/pupil`, `pupil/teacher`, `£/pupil·hour`, `m2`, `number`.
enum UnitText {
  /// The unit of a text.
  ///
  /// Any name may be a unit, since a rate's own unit declares it; plurals of known ones are
  /// refused, as they would never agree with anything.
  static func unit(_ text: String) -> Result<Unit, Problem> {
    var powers: [String: Int] = [:]
    for (index, side) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      for factor in side.split(whereSeparator: { "·*".contains($0) }) {
        let name = factor.trimmed
        if name == "number" || (name == "1" && index == 0) { continue }
        if let singular = plurals.first(where: { $0.0 == name.lowercased() })?.1 {
          return .failure(
            Problem(mistake: .pluralUnit(text, singular: text.replacing(name, with: singular))))
        }
        guard name == "£" || isName(name) else { return .failure(Problem(mistake: .badUnit(text))) }
        powers[name, default: 0] += index == 0 ? 1 : -1
      }
      if side.trimmed.isEmpty { return .failure(Problem(mistake: .badUnit(text))) }
    }
    return .success(Unit(powers))
  }

  /// Why a text is no unit.
  struct Problem: Error {
    /// What to tell.
    let mistake: FormulaMistake
  }

  private static let plurals = [
    ("pupils", "pupil"), ("teachers", "teacher"), ("classes", "class"), ("places", "place"),
    ("schools", "school"), ("pound", "£"), ("pounds", "£"), ("gbp", "£"), ("numbers", "number"),
    ("%", "number"), ("percent", "number"), ("hours", "hour"), ("weeks", "week"),
    ("head", "pupil"), ("heads", "pupil"), ("fte", "pupil"), ("m²", "m2"), ("sqm", "m2"),
  ]

  private static func isName(_ text: String) -> Bool {
    text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isDigit || $0 == "_" }
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
