import FundingModel

/// The groups of pupils that an expression counts: `heads(fsm)`, `pupils(aln > none)`, `sum(…)`.
struct PupilGroups {
  /// The conditions by which it counts some pupils.
  private(set) var conditions: [Condition] = []
  /// What it adds up over all pupils.
  private(set) var sums: [Amount] = []
  private let definitions: [Definition]

  /// Collects them of a factor, also through definitions.
  init(of factor: Factor, in formula: Formula) {
    definitions = formula.definitions
    add(factor.amount)
    if let condition = factor.condition { add(condition) }
  }

  private mutating func add(_ amount: Amount) {
    switch amount {
    case .constant, .field: break
    case .definition(let index): add(definitions[index].amount)
    case .rate(let lookup):
      for key in lookup.keys {
        switch key {
        case .number(let amount): add(amount)
        case .field, .fixed: break
        }
      }
    case .negate(let inner), .overAuthority(let inner), .overRun(let inner): add(inner)
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right, _):
      add(left)
      add(right)
    case .call(_, let arguments, _): for argument in arguments { add(argument) }
    case .choice(let condition, let yes, let no):
      add(condition)
      add(yes)
      add(no)
    case .pupils(let condition), .heads(let condition):
      if let condition { conditions.append(condition) }
    case .sumOverPupils(let inner), .meanOverPupils(let inner, _): sums.append(inner)
    }
  }

  private mutating func add(_ condition: Condition) {
    switch condition {
    case .always, .flag, .among: break
    case .compare(let left, _, let right):
      add(left)
      add(right)
    case .within(let amount, let low, let high):
      add(amount)
      add(low)
      add(high)
    case .and(let left, let right), .or(let left, let right):
      add(left)
      add(right)
    case .not(let inner): add(inner)
    }
  }
}
