/// One line of an authority's planned spending, beside the shares that a formula gives.
public struct AuthorityLine: Hashable, Sendable {
  /// What kind of money it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Kept by the authority.
    case retained
    /// Passed to schools outside the individual schools budget: grants.
    case devolved
    /// Delegated, but schools must buy this service back.
    case mandatoryBuyback = "buyback.mandatory"
    /// Delegated, and schools may buy this service back.
    case optionalBuyback = "buyback.optional"
    /// Delegated and taken back in the same year.
    case inOut = "in_out"
    /// In the individual schools budget, but not given to a school when the budget was set.
    case unallocated

    /// What schools must hand back: it is in their shares, and not theirs to decide on.
    public static let handedBack: [Kind] = [.mandatoryBuyback, .inOut]

    /// The column of `authorities.csv` that shows such money; nil where it changes no figure.
    public var column: String? {
      switch self {
      case .retained: "retained"
      case .devolved: "devolved"
      case .mandatoryBuyback: "mandatory_buyback"
      case .optionalBuyback: nil
      case .inOut: "in_out"
      case .unallocated: "unallocated"
      }
    }
  }
  /// Whether a figure is published.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// It is published.
    case published
    /// It is estimated or derived.
    case estimate
  }

  /// The authority's code; nil for a line of Wales as a whole.
  public let authority: Int?
  /// The sector whose schools it is for; nil where it is for all together.
  public let sector: String?
  /// The year.
  public let year: FundingYear
  /// What kind of money.
  public let kind: Kind
  /// What it is for: what follows the kind in the file's `line`; may be empty for `unallocated`.
  public let name: String
  /// How much.
  public let amount: Money
  /// Whether it is published.
  public let status: Status
  /// Where it comes from.
  public let source: String

  /// Makes a line.
  public init(
    authority: Int?, sector: String? = nil, year: FundingYear, kind: Kind, name: String,
    amount: Money, status: Status, source: String
  ) {
    self.authority = authority
    self.sector = sector
    self.year = year
    self.kind = kind
    self.name = name
    self.amount = amount
    self.status = status
    self.source = source
  }
}
