import FundingEngine
import FundingModel

/// One formula of a run and how its shares follow a sweep.
struct GroupSweep: Sendable {
  /// The formula with its values split, and its schools.
  let group: RunFormulas.Group
  /// Where its schools stand among the funded rows.
  let positions: [Int]
  let parts: [MovingPart]
  let numbers: [PartNumbers]
  let swept: SweptFormula
  let evaluation: RunEvaluation

  /// Whether a solve's multiplier moves any of its factors.
  var isSolved: Bool { parts.contains { $0.solves > 0 } }

  /// Prepares a group; nil where each point must be worked out plainly.
  ///
  /// - Parameters:
  ///   - group: The formula with its values split as the paths ask.
  ///   - parts: Its values that move.
  ///   - points: The points.
  ///   - evaluation: How its run is worked out.
  init?(
    _ group: RunFormulas.Group, parts: [MovingPart], points: SweepPoints,
    evaluation: RunEvaluation
  ) {
    let formula = group.formula
    let moving = Set(parts.flatMap(\.cells).map(\.rate))
    let numbers = parts.compactMap { PartNumbers($0, points: points) }
    guard numbers.count == parts.count, formula.rounding.factor != nil,
      formula.adjustments.allSatisfy({ !$0.uses(moving) })
    else { return nil }
    var proportional: [Int] = []
    var others: [Int] = []
    for index in formula.factors.indices {
      let check = LinearityCheck(formula, moving: moving, factor: index)
      if !check.findings.isEmpty || !check.quantumRates.isEmpty {
        others.append(index)
      } else if check.movesInProportion {
        proportional.append(index)
      }
    }
    if formula.rounding.rate != nil {
      (others, proportional) = ((others + proportional).sorted(), [])
    }
    var columns: [(factor: Int, column: SweptColumn)] = []
    if !proportional.isEmpty {
      let found = Self.columns(
        of: proportional, group, parts, numbers, points: points, evaluation)
      for (factor, column) in zip(proportional, found) {
        if let column { columns.append((factor, column)) } else { others.append(factor) }
      }
    }
    others.sort()
    guard let plan = try? evaluation.plan(group),
      let amounts = try? plan.amounts(of: plan.rows.indices),
      let swept = SweptFormula(plan, amounts: amounts, columns: columns, others: others)
    else { return nil }
    let place = Dictionary(
      uniqueKeysWithValues: evaluation.rows.enumerated().map { ($0.element, $0.offset) })
    self.group = group
    self.parts = parts
    self.numbers = numbers
    self.swept = swept
    self.evaluation = evaluation
    positions = group.rows.compactMap { place[$0] }
  }

  /// Finds what each number adds to each school, by setting the values that move to nought, to their
  /// own values, and to 1, part by part; nil of a factor whose numbers don't fit.
  private static func columns(
    of factors: [Int], _ group: RunFormulas.Group, _ parts: [MovingPart],
    _ numbers: [PartNumbers], points: SweepPoints, _ evaluation: RunEvaluation
  ) -> [SweptColumn?] {
    let formula = group.formula.keeping(factors: factors)
    let year = evaluation.year
    let cells = parts.flatMap(\.cells)
    func amounts(_ values: [(place: CellPlace, value: Rational)]) -> [[Rational]]? {
      let nought = cells.map { (place: $0, value: Rational.zero) }
      let probe = formula.setting(nought + values, year: year)
      guard let plan = try? evaluation.plan(RunFormulas.Group(formula: probe, rows: group.rows))
      else { return nil }
      var found: [[Rational]] = []
      for position in group.rows.indices {
        guard let exact = try? plan.exactAmounts(at: position) else { return nil }
        found.append(exact)
      }
      return found
    }
    guard let base = amounts([]) else { return factors.map { _ in nil } }
    var parameters: [[AffineParameter]] = factors.map { _ in [] }
    for (part, number) in zip(parts, numbers) {
      let own = part.cells.map { (place: $0, value: formula.value(at: $0, year: year)) }
      let unit = zip(part.cells, part.units).map { (place: $0, value: $1) }
      for (values, most) in [(own, number.most.multiple), (unit, number.most.amount)] {
        // A number that is nought at every point needs no probe.
        guard let with = most.isZero ? base : amounts(values) else {
          return factors.map { _ in nil }
        }
        for factor in factors.indices {
          var coefficients: [Rational] = []
          for school in base.indices {
            guard let more = try? with[school][factor].subtracting(base[school][factor]) else {
              return factors.map { _ in nil }
            }
            coefficients.append(more)
          }
          parameters[factor].append(
            AffineParameter(
              coefficients: coefficients, scale: number.scale, most: most,
              isSolved: number.isSolved))
        }
      }
    }
    return factors.indices.map { factor in
      SweptColumn(
        constants: base.map { $0[factor] }, parameters: parameters[factor],
        rounding: formula.rounding)
    }
  }

  /// The numbers of a point, two a part.
  func numbers(of points: SweepPoints, at point: Int) throws(ArithmeticFailure) -> PointNumbers {
    var (whole, cut): ([Int64], [CutNumber]) = ([], [])
    for number in numbers {
      let pair = try number.numbers(of: points, at: point)
      whole += try number.whole(pair)
      if swept.needsCuts { cut += try number.cut(pair) }
    }
    return PointNumbers(whole: whole, cut: cut)
  }

  /// The pennies of the factors that are worked out plainly, one list a factor.
  func others(
    of points: SweepPoints, at point: Int, units: Int64
  ) throws -> [[Int64]] {
    guard !swept.others.isEmpty else { return [] }
    let year = evaluation.year
    let multiplier = RunSolving.multiplier(Int128(units))
    var values: [(place: CellPlace, value: Rational)] = []
    for (part, number) in zip(parts, numbers) {
      let (multiple, amount) = try number.numbers(of: points, at: point)
      for (cell, unit) in zip(part.cells, part.units) {
        let own = group.formula.value(at: cell, year: year)
        var value = try own.multiplied(by: multiple).adding(amount.multiplied(by: unit))
        if number.isSolved { value = try value.multiplied(by: multiplier) }
        values.append((cell, value))
      }
    }
    let formula = group.formula.keeping(factors: swept.others).setting(values, year: year)
    let plan = try evaluation.plan(RunFormulas.Group(formula: formula, rows: group.rows))
    let amounts = try plan.amounts(of: group.rows.indices)
    let width = swept.others.count
    return (0..<width).map { factor in
      group.rows.indices.map { amounts[$0 * width + factor].pence }
    }
  }
}

extension Adjustment {
  /// Whether its numbers look up any of some rates.
  fileprivate func uses(_ rates: Set<Int>) -> Bool {
    switch kind {
    case .partYear: false
    case .minimumPerPupil(let amount): amount.mentions(rates)
    case .floor(let protection): protection.change.mentions(rates)
    case .cap(let protection, let scale, _):
      protection.change.mentions(rates) || scale.mentions(rates)
    case .extra(let extra): extra.total.mentions(rates)
    }
  }
}

extension Amount {
  /// Whether it may look up any of some rates: a definition may.
  fileprivate func mentions(_ rates: Set<Int>) -> Bool {
    switch self {
    case .constant, .field: false
    case .rate(let lookup): rates.contains(lookup.rate) || lookup.keys.contains { $0.isNumber }
    case .definition, .negate, .sum, .difference, .product, .quotient, .call, .choice, .pupils,
      .heads, .sumOverPupils, .meanOverPupils, .overAuthority, .overRun:
      true
    }
  }
}

extension LookupKey {
  /// Whether an expression picks the value.
  fileprivate var isNumber: Bool {
    switch self {
    case .field, .fixed: false
    case .number: true
    }
  }
}
