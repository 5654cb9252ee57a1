/// How much there is to a formula: what a person must read, and type in, to work it out by hand.
///
/// - Units: `score` = factors + rates + cells + adjustments + constructs, each counted as one;
///   constructs = definitions + distinct functions + conditions + aggregates.
public struct FormulaComplexity: Hashable, Sendable {
  /// Its factors.
  public let factors: Int
  /// Its rates.
  public let rates: Int
  /// The values of its rates in its year, an `otherwise` among them.
  public let cells: Int
  /// Its adjustments.
  public let adjustments: Int
  /// Its definitions.
  public let definitions: Int
  /// The names of the functions used, each once, sorted; `if` among them.
  public let functions: [String]
  /// Conditions as written: each comparison, flag or list of categories counts as one, wherever it
  /// stands.
  public let conditions: Int
  /// Counts, sums and means over pupils, sums over schools, and sums shared out among schools.
  public let aggregates: Int

  /// Counts the parts of a formula.
  public init(of formula: Formula) {
    var counter = ConstructCounter()
    for definition in formula.definitions { counter.add(definition.amount) }
    for factor in formula.factors {
      counter.add(factor.amount)
      if let condition = factor.condition { counter.add(condition) }
      switch factor.each {
      case .pupil, .head, .school, .place: break
      case .quantum(let total, _):
        counter.add(total)
        counter.aggregates += 1
      }
    }
    for adjustment in formula.adjustments {
      switch adjustment.kind {
      case .partYear: break
      case .minimumPerPupil(let amount): counter.add(amount)
      case .floor(let protection): counter.add(protection.change)
      case .cap(let protection, let scale, _):
        counter.add(protection.change)
        counter.add(scale)
      case .extra(let extra): counter.add(extra.total)
      }
    }
    factors = formula.factors.count
    rates = formula.rates.count
    cells = formula.rates.reduce(0) { sum, rate in
      let table = rate.table(in: formula.year) ?? rate.tables.first
      return sum + (table.map { $0.cells.count + ($0.otherwise == nil ? 0 : 1) } ?? 0)
    }
    adjustments = formula.adjustments.count
    definitions = formula.definitions.count
    functions = counter.functions.sorted()
    conditions = counter.conditions
    aggregates = counter.aggregates
  }

  /// Definitions, distinct functions, conditions and aggregates together.
  public var constructs: Int { definitions + functions.count + conditions + aggregates }

  /// Everything together.
  public var score: Int { factors + rates + cells + adjustments + constructs }
}

/// Counts what expressions are made of.
private struct ConstructCounter {
  var functions: Set<String> = []
  var conditions = 0
  var aggregates = 0

  mutating func add(_ amount: Amount) {
    switch amount {
    case .constant, .field, .definition: break
    case .rate(let lookup):
      for key in lookup.keys {
        if case .number(let number) = key { add(number) }
      }
    case .negate(let x): add(x)
    case .sum(let x, let y), .difference(let x, let y), .product(let x, let y),
      .quotient(let x, let y, _):
      add(x)
      add(y)
    case .call(let function, let arguments, _):
      functions.insert(function.rawValue)
      for argument in arguments { add(argument) }
    case .choice(let condition, let x, let y):
      functions.insert("if")
      add(condition)
      add(x)
      add(y)
    case .pupils(let condition), .heads(let condition):
      aggregates += 1
      if let condition { add(condition) }
    case .sumOverPupils(let x), .meanOverPupils(let x, _), .overAuthority(let x), .overRun(let x):
      aggregates += 1
      add(x)
    }
  }

  mutating func add(_ condition: Condition) {
    switch condition {
    case .always, .flag, .among: conditions += 1
    case .compare(let x, _, let y):
      conditions += 1
      add(x)
      add(y)
    case .within(let x, let low, let high):
      conditions += 1
      add(x)
      add(low)
      add(high)
    case .and(let left, let right), .or(let left, let right):
      add(left)
      add(right)
    case .not(let inner): add(inner)
    }
  }
}
