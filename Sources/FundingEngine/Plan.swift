public import FundingModel

/// A formula made ready for a census: evaluated for all its schools, or for parts of them at the
/// same time.
///
/// - Invariant: nothing changes after planning, so that parts may be evaluated on any threads and
///   come to the same pennies however the schools are split.
public struct Plan: Sendable {
  /// The formula.
  public let formula: Formula
  /// The census rows of its schools, ascending.
  public let rows: [Int]
  /// The lines of each share: the factors, then the adjustments.
  public let lines: [AllocationLine]

  let runRows: [Int]
  let year: FundingYear
  let program: Program
  let factors: [PlannedFactor]
  var adjustments: [PlannedAdjustment]
  /// The earlier runs that floors and caps are held against.
  let baselines: [Allocation]
  /// The same run's year before; nil in the first year.
  let previous: PreviousShares?
  /// What went wrong in sharing out, by factor.
  let quantumTroubles: [(factor: Int, row: Int, trouble: Trouble)]
  /// Whether a cap's total can't be known, since some school can't be worked out.
  var hasUnknownTotals = false

  var packed: PackedCensus { program.packed }

  init(
    _ formula: Formula, rows: [Int], runRows: [Int], year: FundingYear, packed: PackedCensus,
    baselines: [Allocation], previous: PreviousShares?, folds: Bool = true,
    totalsOf known: Plan? = nil
  ) {
    self.formula = formula
    self.previous = previous
    self.baselines = baselines
    self.rows = rows
    self.runRows = runRows
    self.year = year
    lines = formula.allocationLines
    var compiler = Compiler(
      formula, year: year, rows: rows, runRows: runRows, packed: packed, folds: folds)
    var factors: [PlannedFactor] = []
    var troubles: [(factor: Int, row: Int, trouble: Trouble)] = []
    for (index, factor) in formula.factors.enumerated() {
      let planned = PlannedFactor(factor, rows: rows, with: &compiler)
      if case .quantum(let shares) = planned.kind {
        troubles += shares.troubles.map { (index, $0.row, $0.trouble) }
      }
      factors.append(planned)
    }
    var adjustments: [PlannedAdjustment] = []
    for adjustment in formula.adjustments {
      adjustments.append(
        PlannedAdjustment(
          adjustment, rows: rows, baselines: baselines, previous: previous, with: &compiler))
    }
    self.adjustments = adjustments
    self.factors = factors
    quantumTroubles = troubles
    program = compiler.program
    if let known {
      takeTotals(of: known)
    } else {
      findTotals()
    }
  }
}

extension Plan {
  /// The schools that a floor or cap has nothing to hold against, by line, then row.
  public var withoutBaseline: [FormulaAllocation.WithoutBaseline] {
    var found: [FormulaAllocation.WithoutBaseline] = []
    for (index, adjustment) in adjustments.enumerated() {
      guard let protection = adjustment.protection else { continue }
      for (position, baseline) in protection.baselines.enumerated() {
        if case .absent = baseline {
          found.append(
            FormulaAllocation.WithoutBaseline(line: factors.count + index, row: rows[position]))
        }
      }
    }
    return found
  }
}

/// A factor with all that its evaluation needs.
struct PlannedFactor: Sendable {
  /// The way its amounts are worked out.
  enum Kind: Sendable {
    /// Added up over pupils; with the division that rounds each group's sums, where one will do.
    case pupils(PupilTerm, [RoundedDivision?])
    /// One amount a school.
    case school(SchoolTerm)
    /// Shared out at planning.
    case quantum(QuantumShares)
  }

  let name: String
  let place: Place
  let kind: Kind

  init(_ factor: Factor, rows: [Int], with compiler: inout Compiler) {
    name = factor.name
    place = factor.place
    switch factor.each {
    case .pupil, .head:
      let weight: PupilTerm.Weight = factor.each == .pupil ? .fte : .heads
      let term = compiler.pupilTerm(
        weight, factor.condition, factor.amount, label: factor.name, unit: .pounds)
      let rounding = compiler.formula.rounding
      kind = .pupils(
        term,
        term.tables.map { table in
          guard let step = rounding.factor, case .narrow = table.numerators else { return nil }
          return RoundedDivision(
            denominator: table.denominator, bound: table.bound, step: step, mode: rounding.mode)
        })
    case .school, .place:
      var test: Int32?
      if let condition = factor.condition { test = compiler.test(condition) }
      let amount = compiler.node(factor.amount)
      var places: SchoolTerm.Places?
      if factor.each == .place {
        let column = compiler.program.packed.column("places", .school)
        places = column.map { .column($0) } ?? .absent
      }
      kind = .school(
        SchoolTerm(
          test: test, amount: amount, places: places, rows: rows, program: compiler.program))
    case .quantum(let total, let scope):
      var test: Int32?
      if let condition = factor.condition { test = compiler.test(condition) }
      let part = compiler.node(factor.amount)
      let whole = compiler.node(total)
      kind = .quantum(
        QuantumShares(
          total: whole, within: scope, test: test, part: part, rows: rows,
          program: compiler.program))
    }
  }
}

extension Formula {
  /// The lines of a share: the factors, then the adjustments.
  public var allocationLines: [AllocationLine] {
    factors.map {
      AllocationLine(
        kind: .factor, name: $0.name, title: $0.title, purpose: $0.purpose,
        regulation: $0.regulation)
    }
      + adjustments.map {
        AllocationLine(
          kind: .adjustment, name: $0.name, title: $0.kind.title, purpose: nil, regulation: .other)
      }
  }
}
