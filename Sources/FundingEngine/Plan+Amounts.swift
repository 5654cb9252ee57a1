public import FundingModel

extension Plan {
  /// What some of the schools get, line by line.
  ///
  /// - Parameter part: Positions in `rows`.
  /// - Returns: `part.count × lines.count` amounts, a school's lines together.
  /// - Throws: The failures of these schools; `failures()` tells those of all.
  public func amounts(of part: Range<Int>) throws(EvaluationFailures) -> [Money] {
    var work = PartialAllocation(self, part)
    work.evaluate()
    if let failures = work.log.failures(of: formula, numbers: packed.census.schools.numbers) {
      throw failures
    }
    return work.amounts
  }

  /// What all the schools get.
  ///
  /// - Throws: The failures of all schools.
  public func allocation() throws(EvaluationFailures) -> FormulaAllocation {
    FormulaAllocation(
      formula: formula, rows: rows, lines: lines, amounts: try amounts(of: rows.indices),
      withoutBaseline: withoutBaseline)
  }

  /// Every failure of every school; nil where all can be worked out.
  public func failures() -> EvaluationFailures? {
    var work = PartialAllocation(self, rows.indices)
    work.evaluate()
    return work.log.failures(of: formula, numbers: packed.census.schools.numbers)
  }

  /// Each factor's amount for one school in pounds, before any rounding and adjustment.
  ///
  /// A quantum's amount is whole pennies even so: its rounding is how it is shared.
  /// - Parameter position: A position in `rows`.
  /// - Returns: One amount a factor, in the formula's order.
  /// - Throws: The failures of this school.
  public func exactAmounts(at position: Int) throws(EvaluationFailures) -> [Rational] {
    var log = FailureLog()
    var amounts: [Rational] = []
    for factor in factors {
      do throws(Troubles) {
        amounts.append(try exactAmount(of: factor, at: position))
      } catch {
        for trouble in error.all {
          log.add(trouble, row: rows[position], part: factor.name, place: factor.place)
        }
      }
    }
    if let failures = log.failures(of: formula, numbers: packed.census.schools.numbers) {
      throw failures
    }
    return amounts
  }

  func exactAmount(of factor: PlannedFactor, at position: Int) throws(Troubles) -> Rational {
    switch factor.kind {
    case .pupils(let term, _): return try program.sum(of: term, row: rows[position])
    case .school(let term):
      do throws(Trouble) {
        return try program.amount(of: term, row: rows[position])
      } catch {
        throw Troubles(all: [error])
      }
    case .quantum(let quantum): return quantum.shares[position].amount.pounds
    }
  }
}

/// The amounts of some of a plan's schools, in the making.
struct PartialAllocation {
  let plan: Plan
  let part: Range<Int>
  private(set) var amounts: [Money]
  private(set) var log = FailureLog()
  /// The running share of each school.
  private var shares: [Money]
  /// Whether a school's share can't be worked out.
  private var hasFailed: [Bool]

  init(_ plan: Plan, _ part: Range<Int>) {
    self.plan = plan
    self.part = part
    amounts = [Money](repeating: .zero, count: part.count * plan.lines.count)
    shares = [Money](repeating: .zero, count: part.count)
    hasFailed = [Bool](repeating: false, count: part.count)
  }

  mutating func evaluate() {
    for (factor, row, trouble) in plan.quantumTroubles {
      log.add(trouble, row: row, part: plan.factors[factor].name, place: plan.factors[factor].place)
    }
    if !plan.quantumTroubles.isEmpty {
      // No share is known, so nothing is said of what follows from it.
      hasFailed = [Bool](repeating: true, count: part.count)
    }
    evaluateFactors()
    for index in plan.adjustments.indices { evaluate(adjustment: index) }
  }

  mutating func evaluateFactors() {
    if let step = plan.formula.rounding.factor {
      for index in plan.factors.indices { evaluate(factor: index, step: step) }
    } else {
      for position in part { evaluateUnrounded(position) }
    }
  }

  private mutating func evaluate(factor index: Int, step: Rational) {
    let factor = plan.factors[index]
    switch factor.kind {
    case .pupils(let term, let divisions):
      evaluate(term, divisions, line: index, step: step)
    case .school(let term):
      evaluate(term, line: index, step: step)
    case .quantum(let quantum):
      for position in part { set(quantum.shares[position].amount, position, line: index) }
    }
  }

  private mutating func evaluate(
    _ term: PupilTerm, _ divisions: [RoundedDivision?], line: Int, step: Rational
  ) {
    // Arrays are taken out of their owners once, not counted again at every school.
    let (starts, cells, weights) = (term.marginal.starts, term.marginal.cells, term.weights)
    let rows = plan.rows
    guard let groupOf = term.groups?.groupOf else {
      for position in part { setExact(position, line: line, step: step) }
      return
    }
    let values = term.tables.map(\.fastNumerators)
    for position in part {
      let row = rows[position]
      let group = Int(groupOf[row])
      if let division = divisions[group], let values = values[group] {
        let sum = WeightedSum.narrow(
          starts[row]..<starts[row + 1], cells: cells, weights: weights, values: values)
        set(Money(pence: division.pence(sum)), position, line: line)
      } else {
        setExact(position, line: line, step: step)
      }
    }
  }

  private mutating func evaluate(_ term: SchoolTerm, line: Int, step: Rational) {
    let mode = plan.formula.rounding.mode
    guard let groups = term.groups, term.places == nil else {
      let program = plan.program
      for position in part {
        do throws(Trouble) {
          let exact = try program.amount(of: term, row: plan.rows[position])
          let money = try exactly { () throws(ArithmeticFailure) in
            try exact.money(step: step, mode)
          }
          set(money, position, line: line)
        } catch {
          fail([error], position, line: line)
        }
      }
      return
    }
    let known = term.known.map { value -> Money? in
      switch value {
      case .nothing: .zero
      case .value(let value): try? value.money(step: step, mode)
      case .trouble: nil
      }
    }
    for position in part {
      if let money = known[Int(groups.groupOf[plan.rows[position]])] {
        set(money, position, line: line)
      } else {
        setExact(position, line: line, step: step)
      }
    }
  }

  /// Works out a line the plain way: exactly, then rounded.
  private mutating func setExact(_ position: Int, line: Int, step: Rational) {
    do throws(Troubles) {
      let exact = try plan.exactAmount(of: plan.factors[line], at: position)
      do throws(ArithmeticFailure) {
        set(try exact.money(step: step, plan.formula.rounding.mode), position, line: line)
      } catch {
        throw Troubles(all: [Trouble(arithmetic: error)])
      }
    } catch {
      fail(error.all, position, line: line)
    }
  }

  /// Works out all factors of a school exactly, rounds their sum, and shows them in pennies that
  /// add up to it.
  private mutating func evaluateUnrounded(_ position: Int) {
    var exact: [Rational] = []
    var free: [Int] = []
    var fixed = Money.zero
    let before = part.lowerBound
    for (line, factor) in plan.factors.enumerated() {
      do throws(Troubles) {
        let amount = try plan.exactAmount(of: factor, at: position)
        if case .quantum(let quantum) = factor.kind {
          set(quantum.shares[position].amount, position, line: line)
          fixed += quantum.shares[position].amount
        } else {
          exact.append(amount)
          free.append(line)
        }
      } catch {
        fail(error.all, position, line: line)
      }
    }
    guard !hasFailed[position - before] else { return }
    do throws(ArithmeticFailure) {
      var sum = fixed.pounds
      for amount in exact { sum = try sum.adding(amount) }
      let share = try sum.roundedToPenny(plan.formula.rounding.mode).withinReach()
      do throws(Apportionment.Failure) {
        let pennies = try Apportionment.round(exact, to: share - fixed)
        for (index, line) in free.enumerated() { set(pennies[index], position, line: line) }
      } catch {
        throw ArithmeticFailure.overflow
      }
    } catch {
      fail([Trouble(arithmetic: error)], position, line: free.last ?? 0)
    }
  }

  mutating func evaluate(adjustment index: Int) {
    let adjustment = plan.adjustments[index]
    let line = plan.factors.count + index
    for position in part where !hasFailed[position - part.lowerBound] {
      do throws(Trouble) {
        let offset = position - part.lowerBound
        let start = offset * plan.lines.count
        let walk = try plan.walk(
          adjustment, at: position, from: shares[offset],
          factors: amounts[start..<start + plan.factors.count])
        set(walk.line, position, line: line)
      } catch {
        fail([error], position, line: line)
      }
    }
  }

  /// Takes other amounts than an adjustment has taken, one a position of the part.
  mutating func take(_ parts: [Money], adjustment index: Int) {
    for (offset, part) in parts.enumerated() {
      let line = offset * plan.lines.count + plan.factors.count + index
      shares[offset] = shares[offset] - amounts[line] - part
      amounts[line] = .zero - part
    }
  }

  private mutating func set(_ amount: Money, _ position: Int, line: Int) {
    let offset = position - part.lowerBound
    amounts[offset * plan.lines.count + line] = amount
    let share = shares[offset] + amount
    if share.pence.magnitude > Money.reach.magnitude {
      fail([Trouble(.overflow)], position, line: line)
    } else {
      shares[offset] = share
    }
  }

  private mutating func fail(_ troubles: [Trouble], _ position: Int, line: Int) {
    hasFailed[position - part.lowerBound] = true
    let factors = plan.factors.count
    let (name, place) =
      line < factors
      ? (plan.factors[line].name, plan.factors[line].place)
      : (plan.adjustments[line - factors].name, plan.adjustments[line - factors].place)
    for trouble in troubles {
      log.add(trouble, row: plan.rows[position], part: name, place: place)
    }
  }
}
