/// One line of a school's budget share.
public struct AllocationLine: Hashable, Sendable {
  /// Whether a line is a factor or an adjustment.
  public enum Kind: String, Hashable, Sendable {
    /// A factor of the formula.
    case factor
    /// A step after the factors.
    case adjustment
  }
  /// What it is.
  public let kind: Kind
  /// Its name in the formula.
  public let name: String
  /// Its title.
  public let title: BilingualText
  /// What the money is for; nil for adjustments.
  public let purpose: Purpose?
  /// How it counts under regulation 23; adjustments count as `other`.
  public let regulation: RegulationTag

  /// Makes a line.
  public init(
    kind: Kind, name: String, title: BilingualText, purpose: Purpose?, regulation: RegulationTag
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.purpose = purpose
    self.regulation = regulation
  }
}

/// What one formula gives each of its schools.
public struct FormulaAllocation: Sendable {
  /// The formula, with the rates it was run with.
  public let formula: Formula
  /// The census rows of its schools, ascending.
  public let rows: [Int]
  /// The lines, factors first.
  public let lines: [AllocationLine]
  /// The amounts: `rows.count × lines.count`, a school's lines together.
  public let amounts: [Money]
  /// The schools that a floor or cap has nothing to hold against, by line, then row.
  public let withoutBaseline: [WithoutBaseline]

  /// A school that a floor or cap leaves alone, having nothing to hold it against.
  public struct WithoutBaseline: Hashable, Sendable {
    /// The line: an index into `lines`.
    public let line: Int
    /// The census row.
    public let row: Int

    /// Makes a note.
    public init(line: Int, row: Int) {
      self.line = line
      self.row = row
    }
  }

  /// Makes an allocation.
  public init(
    formula: Formula, rows: [Int], lines: [AllocationLine], amounts: [Money],
    withoutBaseline: [WithoutBaseline] = []
  ) {
    precondition(amounts.count == rows.count * lines.count, "one amount a school and line")
    self.withoutBaseline = withoutBaseline
    self.formula = formula
    self.rows = rows
    self.lines = lines
    self.amounts = amounts
  }

  /// The amounts of the school at a position in `rows`.
  public func amounts(at position: Int) -> ArraySlice<Money> {
    amounts[position * lines.count..<(position + 1) * lines.count]
  }

  /// The share of the school at a position in `rows`: the sum of its lines.
  public func share(at position: Int) -> Money { amounts(at: position).reduce(.zero, +) }
}

/// What one run gives every school in one year.
///
/// - Invariant: a share is the sum of its lines; the total is the sum of the shares.
public struct Allocation: Sendable {
  /// The run's name.
  public let run: String
  /// The year.
  public let year: FundingYear
  /// What each formula gives; a school is in one of them at most.
  public let groups: [FormulaAllocation]
  /// The shares by census row; nil for a school the run doesn't fund.
  public let shares: [Money?]

  /// Makes an allocation of `schoolCount` census rows.
  public init(run: String, year: FundingYear, groups: [FormulaAllocation], schoolCount: Int) {
    self.run = run
    self.year = year
    self.groups = groups
    var shares = [Money?](repeating: nil, count: schoolCount)
    for group in groups {
      for (position, row) in group.rows.enumerated() {
        precondition(shares[row] == nil, "a school has one formula")
        shares[row] = group.share(at: position)
      }
    }
    self.shares = shares
  }

  /// The sum of all shares.
  public var total: Money { shares.reduce(.zero) { $0 + ($1 ?? .zero) } }
}
