public import FundingModel

/// How one school's share comes about, for a person who will ask about every figure.
public struct StatementText: Sendable {
  /// A share of the same school in another run.
  public struct OtherShare: Hashable, Sendable {
    /// The run.
    public let run: String
    /// The share.
    public let share: Money
    /// The share by purpose; nil where it is not known.
    public let amounts: PurposeAmounts?

    /// Makes a share to set beside; amounts by purpose must add up to it.
    public init(run: String, share: Money, amounts: PurposeAmounts? = nil) {
      precondition(amounts.map { $0.total == share } ?? true, "a share is the sum of its purposes")
      self.run = run
      self.share = share
      self.amounts = amounts
    }
  }

  /// The working.
  public let statement: Statement
  /// The schools and pupils.
  public let census: Census
  /// The run's name.
  public let run: String
  /// The year.
  public let year: FundingYear
  /// The same school in other runs.
  public let others: [OtherShare]
  /// What the run solved; nil for nothing.
  public let solve: SolveOutcome?
  /// The formula as its file has it; nil where it is not known.
  public let original: Formula?
  /// Whether it is the year of the data, which alone has published budgets.
  public let isFirstYear: Bool
  /// The indices that moved rates to this year.
  public let indices: [RateIndex]

  /// Makes a statement to be shown; its lines must add up to its share.
  public init(
    statement: Statement, census: Census, run: String, year: FundingYear,
    others: [OtherShare] = [], solve: SolveOutcome? = nil, original: Formula? = nil,
    isFirstYear: Bool = true, indices: [RateIndex] = []
  ) {
    precondition(
      statement.lines.reduce(.zero) { $0 + $1.amount } == statement.share,
      "a share is the sum of its lines")
    self.statement = statement
    self.census = census
    self.run = run
    self.year = year
    self.others = others
    self.solve = solve
    self.original = original
    self.isFirstYear = isFirstYear
    self.indices = indices
  }

  /// The values of rates that differ from the formula's file.
  var changes: [ChangedRate] {
    original.map {
      ChangedRate.all(in: statement.formula, against: $0, year: year, solved: solve?.rates ?? [])
    } ?? []
  }

  /// The share by purpose.
  var amounts: PurposeAmounts {
    PurposeAmounts(lines: statement.lines.map(\.line), amounts: statement.lines.map(\.amount))
  }

  /// The share for each head; nil without heads.
  var perPupil: Money? { statement.share.each(of: Rational(Int(statement.heads))) }

  /// The names of the formula's rates that are estimates.
  var estimatedRates: Set<String> {
    Set(statement.formula.rates.filter(\.isFitted).map(\.name))
  }

  /// Whether a working is a rate that is an estimate.
  func isEstimate(_ working: Working, among rates: Set<String>) -> Bool {
    rates.contains(String(working.name.prefix { $0 != "[" }))
  }

  /// What a line's amount is for.
  func basis(of line: AllocationLine) -> Word {
    guard line.kind == .factor,
      let factor = statement.formula.factors.first(where: { $0.name == line.name })
    else { return .adjustment }
    return switch factor.each {
    case .pupil: .eachPupilFTE
    case .head: .eachHead
    case .school: .eachSchool
    case .place: .eachPlace
    case .quantum: .quantum
    }
  }
}
