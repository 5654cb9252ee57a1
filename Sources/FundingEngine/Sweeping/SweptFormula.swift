public import FundingModel

/// A formula's shares where some of its rates move, ready for many points.
///
/// Factors that don't move are pennies already; those that move in proportion to numbers are columns
/// of whole numbers; all others are worked out plainly and handed in.
public struct SweptFormula: Sendable {
  /// How many schools.
  public let count: Int
  /// The pennies of the factors that don't move.
  let still: [Int64]
  let columns: [(factor: Int, column: SweptColumn)]
  let steps: PennySteps
  /// For each set of left-out factors, the pennies of those that don't move.
  let stillLeft: [[Int64]]
  /// The factors that are handed in.
  public let others: [Int]

  /// Makes a formula ready; nil where adjustments can't be worked out in pennies alone.
  ///
  /// - Parameters:
  ///   - plan: The formula with any values of what moves; its adjustments don't move.
  ///   - amounts: What the plan gives all its schools.
  ///   - columns: The factors that move in proportion to numbers.
  ///   - others: The factors that move otherwise.
  public init?(
    _ plan: Plan, amounts: [Money], columns: [(factor: Int, column: SweptColumn)], others: [Int]
  ) {
    guard let steps = PennySteps(plan) else { return nil }
    let moving = Set(columns.map(\.factor) + others)
    let lines = plan.lines.count
    func sums(_ factors: [Int]) -> [Int64] {
      plan.rows.indices.map { position in
        factors.filter { !moving.contains($0) }
          .reduce(Int64(0)) { $0 + amounts[position * lines + $1].pence }
      }
    }
    self.steps = steps
    self.columns = columns
    self.others = others
    count = plan.rows.count
    still = sums(Array(plan.factors.indices))
    stillLeft = steps.leftOut.map(sums)
  }

  /// Whether a solve moves any column.
  public var isSolved: Bool { columns.contains { $0.column.isSolved } }
  /// Whether a column needs a point's numbers cut to binary places.
  public var needsCuts: Bool { columns.contains { $0.column.isCut } }
}

/// A formula's shares at one point of a sweep after another, with what is kept between them.
public struct SweptShares: Sendable {
  private let formula: SweptFormula
  /// The factors at this point that no multiplier moves.
  private var fixed: [Int64]
  private var fixedLeft: [[Int64]]
  private var solved: [(column: SolvedColumn, sets: [Int])]
  /// The shares in pennies, by position in the plan's rows: those of the last total.
  public private(set) var shares: [Int64]

  /// Makes room for a formula's shares.
  public init(_ formula: SweptFormula) {
    self.formula = formula
    fixed = formula.still
    fixedLeft = formula.stillLeft
    shares = formula.still
    solved = formula.columns.filter(\.column.isSolved).map { entry in
      (
        SolvedColumn(entry.column),
        formula.steps.leftOut.indices.filter {
          formula.steps.leftOut[$0].contains(entry.factor)
        }
      )
    }
  }

  /// Takes the numbers of a point.
  ///
  /// - Returns: false where only a plain evaluation can tell.
  public mutating func move(to numbers: PointNumbers) -> Bool {
    fixed = formula.still
    fixedLeft = formula.stillLeft
    for (factor, column) in formula.columns where !column.isSolved {
      guard column.addPence(at: numbers, to: &fixed) else { return false }
      for set in formula.steps.leftOut.indices where formula.steps.leftOut[set].contains(factor) {
        guard column.addPence(at: numbers, to: &fixedLeft[set]) else { return false }
      }
    }
    for index in solved.indices { solved[index].column.move(to: numbers) }
    return true
  }

  /// Works out every share.
  ///
  /// - Parameters:
  ///   - units: A solve's multiplier × 10¹²; any number where nothing is solved.
  ///   - others: The pennies of the factors that are worked out plainly, one list a factor.
  /// - Returns: The total in pennies; nil where only a plain evaluation can tell.
  public mutating func total(units: Int64, others: [[Int64]] = []) -> Int64? {
    let steps = formula.steps
    shares = fixed
    var left = fixedLeft
    for entry in solved {
      guard entry.column.addPence(units: units, to: &shares) else { return nil }
      for set in entry.sets {
        guard entry.column.addPence(units: units, to: &left[set]) else { return nil }
      }
    }
    for (index, pennies) in others.enumerated() {
      for school in shares.indices { shares[school] &+= pennies[school] }
      for set in left.indices where steps.leftOut[set].contains(formula.others[index]) {
        for school in shares.indices { left[set][school] &+= pennies[school] }
      }
    }
    guard steps.steps.isEmpty || steps.apply(to: &shares, left: left) else { return nil }
    var sum: Int64 = 0
    for share in shares {
      guard share.magnitude <= Money.reach.magnitude else { return nil }
      sum &+= share
    }
    return sum
  }
}
