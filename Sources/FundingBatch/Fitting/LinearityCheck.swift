import FundingModel

/// Finds the places where a share would not move in proportion to an estimated rate.
///
/// Least squares needs shares that are sums of rates × drivers. A walk over the expressions, without
/// any data, finds what breaks this and says where.
struct LinearityCheck {
  /// An estimated rate and where an expression uses it.
  private struct Use {
    let rate: Int
    let place: Place
  }

  private let formula: Formula
  private let fitted: Set<Int>
  private var part: String
  private var definitions: [Int: [Use]] = [:]
  /// What was found, in the order of the formula.
  private(set) var findings: [NonlinearUse] = []
  /// The estimated rates that quantums' totals use, by index.
  private(set) var quantumRates: Set<Int> = []
  /// Whether the one factor that was checked uses a rate that moves.
  private(set) var movesInProportion = false

  /// Checks a whole formula.
  init(_ formula: Formula) {
    self.formula = formula
    fitted = Set(formula.rates.indices.filter { formula.rates[$0].isFitted })
    part = formula.name
    for factor in formula.factors { check(factor) }
    for adjustment in formula.adjustments { check(adjustment) }
  }

  /// Checks one factor against rates that move.
  ///
  /// - Parameters:
  ///   - formula: The formula.
  ///   - moving: Which of its rates move, by index.
  ///   - factor: Which of its factors.
  init(_ formula: Formula, moving: Set<Int>, factor: Int) {
    self.formula = formula
    fitted = moving
    part = formula.factors[factor].name
    let factor = formula.factors[factor]
    check(factor)
    switch factor.each {
    case .pupil, .head, .school, .place: movesInProportion = !uses(in: factor.amount).isEmpty
    case .quantum: break
    }
  }

  private mutating func check(_ factor: Factor) {
    part = factor.name
    if let condition = factor.condition { refuse(uses(in: condition), .condition) }
    switch factor.each {
    case .pupil, .head, .school, .place:
      _ = uses(in: factor.amount)
    case .quantum(let total, _):
      quantumRates.formUnion(uses(in: total).map(\.rate))
      refuse(uses(in: factor.amount), .quantumPart)
    }
  }

  private mutating func check(_ adjustment: Adjustment) {
    switch adjustment.kind {
    case .partYear: break
    case .extra: break
    case .minimumPerPupil, .floor, .cap:
      // These bend the share of every rate, their own and the factors'.
      for index in fitted.sorted() {
        findings.append(
          NonlinearUse(
            rate: formula.rates[index].name, part: adjustment.name, place: adjustment.place,
            reason: .adjustment(adjustment.name)))
      }
    }
  }

  private mutating func refuse(_ uses: [Use], _ reason: NonlinearUse.Reason) {
    for use in uses {
      let finding = NonlinearUse(
        rate: formula.rates[use.rate].name, part: part, place: use.place, reason: reason)
      if !findings.contains(finding) { findings.append(finding) }
    }
  }

  /// The estimated rates that an expression moves in proportion to.
  private mutating func uses(in amount: Amount) -> [Use] {
    switch amount {
    case .constant, .field: return []
    case .rate(let lookup):
      for key in lookup.keys {
        switch key {
        case .field, .fixed: break
        case .number(let number):
          refuse(uses(in: number), .key(of: formula.rates[lookup.rate].name))
        }
      }
      return fitted.contains(lookup.rate) ? [Use(rate: lookup.rate, place: lookup.place)] : []
    case .definition(let index): return uses(inDefinition: index)
    case .negate(let inner), .sumOverPupils(let inner), .meanOverPupils(let inner, _),
      .overAuthority(let inner), .overRun(let inner):
      return uses(in: inner)
    case .sum(let left, let right), .difference(let left, let right):
      return uses(in: left) + uses(in: right)
    case .product(let left, let right):
      let (left, right) = (uses(in: left), uses(in: right))
      if let first = left.first, let other = right.first {
        refuse(left, .product(with: formula.rates[other.rate].name))
        refuse(right, .product(with: formula.rates[first.rate].name))
      }
      return left + right
    case .quotient(let above, let below, _):
      refuse(uses(in: below), .divisor)
      return uses(in: above)
    case .call(let function, let arguments, _):
      return uses(in: function, arguments)
    case .choice(let condition, let first, let second):
      refuse(uses(in: condition), .condition)
      return uses(in: first) + uses(in: second)
    case .pupils(let condition), .heads(let condition):
      if let condition { refuse(uses(in: condition), .condition) }
      return []
    }
  }

  private mutating func uses(in function: NumberFunction, _ arguments: [Amount]) -> [Use] {
    switch function {
    case .share:
      guard arguments.count == 2 else { return [] }
      refuse(uses(in: arguments[1]), .divisor)
      return uses(in: arguments[0])
    case .min, .max, .abs, .clamp, .floor, .ceil, .round, .taper:
      for argument in arguments { refuse(uses(in: argument), .function(function)) }
      return []
    }
  }

  private mutating func uses(inDefinition index: Int) -> [Use] {
    if let known = definitions[index] { return known }
    let outer = part
    part = formula.definitions[index].name
    let found = uses(in: formula.definitions[index].amount)
    part = outer
    definitions[index] = found
    return found
  }

  private mutating func uses(in condition: Condition) -> [Use] {
    switch condition {
    case .always, .flag, .among: []
    case .compare(let left, _, let right): uses(in: left) + uses(in: right)
    case .within(let number, let low, let high):
      uses(in: number) + uses(in: low) + uses(in: high)
    case .and(let left, let right), .or(let left, let right):
      uses(in: left) + uses(in: right)
    case .not(let inner): uses(in: inner)
    }
  }
}
