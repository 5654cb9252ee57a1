/// What schools of an authority, a sector or Wales get in one run, and what is kept.
public struct BudgetRow: Hashable, Sendable {
  /// How an amount comes from the lines of spending.
  public enum Origin: Hashable, Sendable {
    /// It is one line's, as the file has it.
    case oneLine
    /// It is the sum of several lines.
    case severalLines
    /// The run changes it.
    case changed
  }

  /// The authority's code; nil for Wales.
  public let authority: Int?
  /// The sector; nil for all.
  public let sector: String?
  /// The run's name; `published` for the published budgets.
  public let run: String
  /// The year.
  public let year: FundingYear
  /// How many schools are funded.
  public let schools: Int
  /// Their heads.
  public let pupils: Int64
  /// The individual schools budget: the sum of their shares.
  public let isb: Money
  /// The share of regulation 23's base that pupils lead, 0 to 1; nil where it can't be said (the
  /// published budgets, special schools alone).
  public let pupilLed: Rational?
  /// The authority's other lines by kind; nil where none are given.
  public let lines: [AuthorityLine.Kind: Money]?
  /// Kinds of money of which the lines leave the amount unknown.
  public let unknown: Set<AuthorityLine.Kind>
  /// Kinds of money that no line names, so that they are taken as nought.
  public let assumed: Set<AuthorityLine.Kind>
  /// How each amount of `lines` comes about; a kind that no line names is not among them.
  public let origins: [AuthorityLine.Kind: Origin]
  /// How many schools that runs fund have no share here: they have no published budget.
  ///
  /// The lines are for these schools too, so what is made of lines and shares is not exact.
  public let schoolsWithoutShare: Int
  /// Which of this row's figures are estimates: names of columns, sorted.
  public let estimated: [String]

  /// Makes a row.
  public init(
    authority: Int?, sector: String?, run: String, year: FundingYear, schools: Int,
    pupils: Int64, isb: Money, pupilLed: Rational?, lines: [AuthorityLine.Kind: Money]?,
    unknown: Set<AuthorityLine.Kind> = [], assumed: Set<AuthorityLine.Kind> = [],
    origins: [AuthorityLine.Kind: Origin] = [:], schoolsWithoutShare: Int = 0,
    estimated: [String]
  ) {
    self.authority = authority
    self.sector = sector
    self.run = run
    self.year = year
    self.schools = schools
    self.pupils = pupils
    self.isb = isb
    self.pupilLed = pupilLed
    self.lines = lines
    self.unknown = unknown
    self.assumed = assumed
    self.origins = origins
    self.schoolsWithoutShare = schoolsWithoutShare
    self.estimated = estimated
  }

  /// The sum of one kind of lines.
  ///
  /// Nil where the authority gives no line at all, or leaves this kind unknown; nought where it gives
  /// others but none of this kind, since its lines are its account. What schools must hand back is
  /// not part of such an account: mandatory buy-backs and in-and-out money are nil unless a line of
  /// either is given.
  public func line(_ kind: AuthorityLine.Kind) -> Money? {
    guard let lines, !unknown.contains(kind) else { return nil }
    switch kind {
    case .retained, .devolved, .unallocated: return lines[kind] ?? .zero
    case .mandatoryBuyback, .optionalBuyback, .inOut:
      let isTold = AuthorityLine.Kind.handedBack.contains { lines[$0] != nil }
      return lines[kind] ?? (isTold ? .zero : nil)
    }
  }
  /// Money passed to schools outside the individual schools budget.
  public var devolved: Money? { line(.devolved) }
  /// Individual schools budget and devolved money together.
  public var delegated: Money? { devolved.map { isb + $0 } }
  /// Kept by the authority.
  public var retained: Money? { line(.retained) }
  /// Everything: delegated, retained and not yet allocated.
  public var gross: Money? {
    guard let delegated, let retained, let unallocated = line(.unallocated) else { return nil }
    return delegated + retained + unallocated
  }
  /// Delegated less what schools must hand back.
  public var effectiveDelegated: Money? {
    guard let delegated, let buyback = line(.mandatoryBuyback), let inOut = line(.inOut) else {
      return nil
    }
    return delegated - buyback - inOut
  }
  /// Delegated ÷ gross, 0 to 1.
  public var delegationRate: Rational? { Self.ratio(delegated, gross) }
  /// Effectively delegated ÷ gross, 0 to 1.
  public var effectiveDelegationRate: Rational? { Self.ratio(effectiveDelegated, gross) }

  private static func ratio(_ part: Money?, _ whole: Money?) -> Rational? {
    guard let part, let whole, whole != .zero else { return nil }
    return try? Rational(Int128(part.pence), over: Int128(whole.pence))
  }
}
