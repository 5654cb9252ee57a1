internal import FundingModel

/// What an expression depends on: it has one value for all that agree in these.
struct Inputs {
  /// Columns of the pupils.
  var pupilColumns: Set<Int> = []
  /// Columns of the schools, of few values each.
  var schoolColumns: Set<Int> = []
  /// Whether it adds up something over the school's authority.
  var usesAuthority = false
  /// Whether it depends on what each school has for itself: its roll, its pupils, its floor area.
  var isEachSchoolsOwn = false

  /// A column with more values than this is taken as each school's own.
  static let fewValues = 32
}

extension Program {
  /// What some nodes and tests depend on.
  func inputs(nodes: [Int32], tests: [Int32]) -> Inputs {
    var inputs = Inputs()
    for node in nodes { gather(node: node, into: &inputs) }
    for test in tests { gather(test: test, into: &inputs) }
    return inputs
  }

  private func gather(node: Int32, into inputs: inout Inputs) {
    switch nodes[Int(node)] {
    case .constant, .absent: break
    case .schoolNumber(let column, _): gather(schoolColumn: Int(column), into: &inputs)
    case .pupilNumber(let column, _): inputs.pupilColumns.insert(Int(column))
    case .roll, .overPupils, .mean: inputs.isEachSchoolsOwn = true
    case .lookup(let index):
      for axis in lookups[Int(index)].axes {
        switch axis {
        case .fixed, .absent: break
        case .column(let column, let level, _, _):
          switch level {
          case .pupil: inputs.pupilColumns.insert(Int(column))
          case .school: gather(schoolColumn: Int(column), into: &inputs)
          }
        case .computed(let node): gather(node: node, into: &inputs)
        }
      }
    case .definition(let index): gather(node: definitions[Int(index)].node, into: &inputs)
    case .negate(let a): gather(node: a, into: &inputs)
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b, _):
      gather(node: a, into: &inputs)
      gather(node: b, into: &inputs)
    case .call(_, let first, let count, _):
      for operand in first..<first + count {
        gather(node: operands[Int(operand)], into: &inputs)
      }
    case .choice(let test, let a, let b):
      gather(test: test, into: &inputs)
      gather(node: a, into: &inputs)
      gather(node: b, into: &inputs)
    case .overSchools(let total):
      if totals[Int(total)].isByAuthority { inputs.usesAuthority = true }
    }
  }

  private func gather(test: Int32, into inputs: inout Inputs) {
    switch tests[Int(test)] {
    case .always, .absent: break
    case .schoolMember(let column, _, _): gather(schoolColumn: Int(column), into: &inputs)
    case .pupilMember(let column, _, _): inputs.pupilColumns.insert(Int(column))
    case .compare(let a, _, let b):
      gather(node: a, into: &inputs)
      gather(node: b, into: &inputs)
    case .within(let a, let low, let high):
      gather(node: a, into: &inputs)
      gather(node: low, into: &inputs)
      gather(node: high, into: &inputs)
    case .and(let a, let b), .or(let a, let b):
      gather(test: a, into: &inputs)
      gather(test: b, into: &inputs)
    case .not(let a): gather(test: a, into: &inputs)
    }
  }

  private func gather(schoolColumn column: Int, into inputs: inout Inputs) {
    if packed.schoolColumns[column].domain.count <= Inputs.fewValues {
      inputs.schoolColumns.insert(column)
    } else {
      inputs.isEachSchoolsOwn = true
    }
  }
}
