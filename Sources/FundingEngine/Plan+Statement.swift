public import FundingModel

extension Plan {
  /// How one school's share comes about: what was looked up, multiplied and added.
  ///
  /// The amounts are those of `amounts(of:)`; the parts of a factor add up to its exact amount.
  /// An adjustment has one part, and its walk.
  /// - Parameter position: A position in `rows`.
  /// - Returns: The lines in the formula's order, each with its parts.
  /// - Throws: The failures of this school; also where a pupil of it has no full-time equivalent,
  ///   which a statement shows whether the formula uses it or not.
  public func statement(at position: Int) throws(EvaluationFailures) -> Statement {
    try statement(at: position, from: showingAll())
  }

  /// The statements of some schools, with what they share prepared once.
  ///
  /// - Parameter part: Positions in `rows`.
  /// - Returns: One a school, in order.
  /// - Throws: The failures of the first school that has any.
  public func statements(of part: Range<Int>) throws(EvaluationFailures) -> [Statement] {
    let shown = showingAll()
    var statements: [Statement] = []
    for position in part { statements.append(try statement(at: position, from: shown)) }
    return statements
  }

  /// The same plan with every value kept that is to be shown.
  private func showingAll() -> Plan {
    Plan(
      formula, rows: rows, runRows: runRows, year: year, packed: packed,
      baselines: baselines, previous: previous, folds: false, totalsOf: self)
  }

  private func statement(at position: Int, from shown: Plan) throws(EvaluationFailures)
    -> Statement
  {
    let amounts = try amounts(of: position..<position + 1)
    var writer = StatementWriter(shown, position, amounts)
    do throws(Troubles) { return try writer.statement() } catch {
      var log = FailureLog()
      for trouble in error.all {
        log.add(
          trouble, row: rows[position], part: writer.part, place: writer.place)
      }
      guard
        let failures = log.failures(of: formula, numbers: packed.census.schools.numbers)
      else { preconditionFailure("a trouble is a failure") }
      throw failures
    }
  }
}

/// Writes one school's statement from a plan that keeps every value to be shown.
struct StatementWriter {
  let plan: Plan
  let position: Int
  let amounts: [Money]
  /// The part being written, for failures.
  private(set) var part = "pupils"
  private(set) var place = Place(line: 1, column: 1)

  init(_ plan: Plan, _ position: Int, _ amounts: [Money]) {
    self.plan = plan
    self.position = position
    self.amounts = amounts
  }

  private var row: Int { plan.rows[position] }
  private var program: Program { plan.program }

  mutating func statement() throws(Troubles) -> Statement {
    var lines: [StatementLine] = []
    var share = Money.zero
    for (index, factor) in plan.factors.enumerated() {
      (part, place) = (factor.name, factor.place)
      let parts = try parts(of: factor, amount: plan.formula.factors[index].each)
      lines.append(
        StatementLine(
          line: plan.lines[index], parts: parts, exact: try sum(of: parts), amount: amounts[index]))
      share += amounts[index]
    }
    for (index, adjustment) in plan.adjustments.enumerated() {
      (part, place) = (adjustment.name, adjustment.place)
      let line = plan.factors.count + index
      let (walk, part) = try walk(of: adjustment, from: share)
      lines.append(
        StatementLine(
          line: plan.lines[line], parts: [part], walk: walk.steps, exact: walk.exact,
          amount: amounts[line]))
      share += amounts[line]
    }
    return Statement(
      row: row, formula: plan.formula, heads: plan.packed.heads[row],
      fte: try troubling { () throws(Trouble) in try program.fullTimeEquivalent(row) },
      lines: lines, share: share)
  }

  private func parts(of factor: PlannedFactor, amount each: Factor.Each) throws(Troubles)
    -> [StatementPart]
  {
    switch factor.kind {
    case .pupils(let term, _): return try parts(of: term)
    case .school(let term):
      return try troubling { () throws(Trouble) in try part(of: term).map { [$0] } ?? [] }
    case .quantum(let quantum):
      guard case .quantum = each else { preconditionFailure("a quantum is shared out") }
      let share = quantum.shares[position]
      guard let own = share.part else { return [] }
      return try troubling { () throws(Trouble) in
        [try part(of: share, own, workings: workings(of: factor))]
      }
    }
  }

  /// One part for each kind of pupil that the factor tells apart.
  private func parts(of term: PupilTerm) throws(Troubles) -> [StatementPart] {
    var found: [(key: [ReadingOrder], part: StatementPart)] = []
    for entry in term.marginal.entries(row) {
      let pupil = Int(term.marginal.examples[Int(term.marginal.cells[entry])])
      let recorder = Recorder()
      let part = try troubling { () throws(Trouble) -> StatementPart? in
        guard
          let rate = try program.value(
            term.weight, term.test, term.amount,
            Subject(row: row, pupil: pupil, recorder: recorder))
        else { return nil }
        let weight = Int128(term.weights[entry])
        return try exactly { () throws(ArithmeticFailure) in
          let driver: Rational
          switch term.weight {
          case .heads: driver = try Rational(weight, over: 1)
          case .fte: driver = try Rational(weight, over: Int128(plan.packed.unitsPerPupil))
          }
          return StatementPart(
            pupils: readings(of: term, pupil), workings: recorder.workings, rate: rate,
            driver: driver, amount: try rate.multiplied(by: driver))
        }
      }
      if let part { found.append((order(of: term, pupil), part)) }
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.part)
  }

  private func readings(of term: PupilTerm, _ pupil: Int) -> [FieldReading] {
    term.marginal.columns.compactMap { index in
      let column = plan.packed.pupilColumns[index]
      let code = Int(column.codes[pupil])
      return code < 0 ? nil : FieldReading(field: column.field.name, value: column.domain[code])
    }
  }

  private func order(of term: PupilTerm, _ pupil: Int) -> [ReadingOrder] {
    term.marginal.columns.map { index in
      let column = plan.packed.pupilColumns[index]
      return ReadingOrder(Int(column.codes[pupil]), column)
    }
  }

  private func part(of term: SchoolTerm) throws(Trouble) -> StatementPart? {
    let recorder = Recorder()
    guard
      let rate = try program.unitAmount(
        term.test, term.amount, Subject(row: row, recorder: recorder))
    else { return nil }
    let driver = try term.places.map { places throws(Trouble) in
      try program.places(places, row: row)
    }
    return try exactly { () throws(ArithmeticFailure) in
      StatementPart(
        pupils: [], workings: recorder.workings, rate: rate, driver: driver ?? .one,
        amount: try rate.multiplied(by: driver ?? .one))
    }
  }

  /// The values that a quantum's part is made of.
  private func workings(of factor: PlannedFactor) throws(Trouble) -> [Working] {
    guard case .quantum(let quantum) = factor.kind else { return [] }
    let recorder = Recorder()
    _ = try program.unitAmount(
      quantum.test, quantum.node, Subject(row: row, recorder: recorder))
    return recorder.workings
  }

  private func part(of share: QuantumShares.Share, _ own: Rational, workings: [Working])
    throws(Trouble) -> StatementPart
  {
    try exactly { () throws(ArithmeticFailure) in
      let rate =
        share.sumOfParts.isZero
        ? Rational.zero : try share.total.pounds.divided(by: share.sumOfParts)
      return StatementPart(
        pupils: [],
        workings: workings + [
          Working(name: "quantum", value: share.total.pounds, unit: .pounds),
          Working(name: "part", value: own, unit: .number),
          Working(name: "sum of parts", value: share.sumOfParts, unit: .number),
        ], rate: rate, driver: own, amount: try rate.multiplied(by: own))
    }
  }

  private func walk(of adjustment: PlannedAdjustment, from share: Money) throws(Troubles)
    -> (AdjustmentWalk, StatementPart)
  {
    try troubling { () throws(Trouble) in
      let recorder = Recorder()
      let walk = try plan.walk(
        adjustment, at: position, from: share, factors: amounts[..<plan.factors.count],
        recorder: recorder)
      let part = StatementPart(
        pupils: [], workings: recorder.workings, rate: walk.exact, driver: .one,
        amount: walk.exact)
      return (walk, part)
    }
  }

  private func sum(of parts: [StatementPart]) throws(Troubles) -> Rational {
    try troubling { () throws(Trouble) in
      try exactly { () throws(ArithmeticFailure) in
        var sum = Rational.zero
        for part in parts { sum = try sum.adding(part.amount) }
        return sum
      }
    }
  }

  private func troubling<Value>(_ work: () throws(Trouble) -> Value) throws(Troubles) -> Value {
    do throws(Trouble) { return try work() } catch { throw Troubles(all: [error]) }
  }
}

/// Where a field's value comes among others, whatever order the data has them in.
private struct ReadingOrder: Comparable {
  let rank: Int
  let number: Rational
  let text: String

  init(_ code: Int, _ column: PackedColumn) {
    guard code >= 0 else {
      (rank, number, text) = (-1, .zero, "")
      return
    }
    switch column.field.kind {
    case .category(let domain) where domain.isClosed: (rank, number, text) = (code, .zero, "")
    case .category: (rank, number, text) = (0, .zero, column.texts[code])
    case .number: (rank, number, text) = (0, column.numbers[code] ?? .zero, "")
    case .flag: (rank, number, text) = (column.texts[code] == "true" ? 0 : 1, .zero, "")
    }
  }

  static func < (left: ReadingOrder, right: ReadingOrder) -> Bool {
    (left.rank, left.number, left.text) < (right.rank, right.number, right.text)
  }
}
