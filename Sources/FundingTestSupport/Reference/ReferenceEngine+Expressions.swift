import BigInt
import FundingModel

extension ReferenceEngine {
  /// The value of an amount for a pupil of a school, or for the school.
  func value(_ amount: Amount, row: Int, pupil: Int?) throws(ReferenceFailures) -> BigRational {
    switch amount {
    case .constant(let number): return BigRational(number)
    case .field(let reference): return try number(reference, row: row, pupil: pupil)
    case .rate(let lookup): return try rate(lookup, row: row, pupil: pupil)
    case .definition(let index):
      let definition = formula.definitions[index]
      do throws(ReferenceFailures) {
        return try value(definition.amount, row: row, pupil: nil)
      } catch {
        throw ReferenceFailures(named(error, definition.name, definition.place))
      }
    case .negate(let a): return BigRational.zero - (try value(a, row: row, pupil: pupil))
    case .sum(let a, let b):
      let left = try value(a, row: row, pupil: pupil)
      return left + (try value(b, row: row, pupil: pupil))
    case .difference(let a, let b):
      let left = try value(a, row: row, pupil: pupil)
      return left - (try value(b, row: row, pupil: pupil))
    case .product(let a, let b):
      let left = try value(a, row: row, pupil: pupil)
      return left * (try value(b, row: row, pupil: pupil))
    case .quotient(let a, let b, let place):
      let left = try value(a, row: row, pupil: pupil)
      let right = try value(b, row: row, pupil: pupil)
      guard right != .zero else { throw ReferenceFailures(.divisionByZero, place) }
      return left / right
    case .call(let function, let arguments, let place):
      var values: [BigRational] = []
      for argument in arguments { values.append(try value(argument, row: row, pupil: pupil)) }
      return try call(function, values, place)
    case .choice(let condition, let a, let b):
      return try value(
        try holds(condition, row: row, pupil: pupil) ? a : b, row: row, pupil: pupil)
    case .pupils(let condition):
      return try sum(overPupilsOf: row) { other throws(ReferenceFailures) in
        try isMeant(condition, row, other) ? try fte(other) : .zero
      }
    case .heads(let condition):
      return try sum(overPupilsOf: row) { other throws(ReferenceFailures) in
        try isMeant(condition, row, other) ? BigRational(1) : .zero
      }
    case .sumOverPupils(let x):
      return try sum(overPupilsOf: row) { other throws(ReferenceFailures) in
        try value(x, row: row, pupil: other)
      }
    case .meanOverPupils(let x, let place):
      let heads = census.pupils.heads(ofSchool: row)
      guard heads > 0 else { throw ReferenceFailures(.nobodyToAverage, place) }
      let total = try sum(overPupilsOf: row) { other throws(ReferenceFailures) in
        try value(x, row: row, pupil: other)
      }
      return total / BigRational(BigInt(heads))
    case .overAuthority(let x):
      return try sum(
        x,
        over: runRows.filter {
          census.schools.authorities[$0] == census.schools.authorities[row]
        })
    case .overRun(let x): return try sum(x, over: runRows)
    }
  }

  /// Whether a condition holds.
  func holds(_ condition: Condition, row: Int, pupil: Int?) throws(ReferenceFailures) -> Bool {
    switch condition {
    case .always(let answer): return answer
    case .flag(let reference): return try field(reference, row: row, pupil: pupil) == .flag(true)
    case .among(let reference, let names):
      return names.contains(try field(reference, row: row, pupil: pupil).description)
    case .compare(let a, let comparison, let b):
      let left = try value(a, row: row, pupil: pupil)
      let right = try value(b, row: row, pupil: pupil)
      switch comparison {
      case .equal: return left == right
      case .notEqual: return left != right
      case .less: return left < right
      case .lessOrEqual: return left <= right
      case .greater: return left > right
      case .greaterOrEqual: return left >= right
      }
    case .within(let a, let low, let high):
      let x = try value(a, row: row, pupil: pupil)
      let least = try value(low, row: row, pupil: pupil)
      let greatest = try value(high, row: row, pupil: pupil)
      return x >= least && x <= greatest
    case .and(let a, let b):
      guard try holds(a, row: row, pupil: pupil) else { return false }
      return try holds(b, row: row, pupil: pupil)
    case .or(let a, let b):
      if try holds(a, row: row, pupil: pupil) { return true }
      return try holds(b, row: row, pupil: pupil)
    case .not(let a): return try !holds(a, row: row, pupil: pupil)
    }
  }

  private func isMeant(_ condition: Condition?, _ row: Int, _ pupil: Int)
    throws(ReferenceFailures) -> Bool
  {
    guard let condition else { return true }
    return try holds(condition, row: row, pupil: pupil)
  }

  private func sum(_ x: Amount, over others: [Int]) throws(ReferenceFailures) -> BigRational {
    var sum = BigRational.zero
    var failures: Set<ReferenceFailure> = []
    for other in others {
      do throws(ReferenceFailures) {
        sum = sum + (try value(x, row: other, pupil: nil))
      } catch {
        failures.formUnion(error.all)
      }
    }
    guard failures.isEmpty else { throw ReferenceFailures(failures) }
    return sum
  }

  private func call(_ function: NumberFunction, _ x: [BigRational], _ place: Place)
    throws(ReferenceFailures) -> BigRational
  {
    switch function {
    case .min: return x.min() ?? .zero
    case .max: return x.max() ?? .zero
    case .abs: return x[0] < .zero ? .zero - x[0] : x[0]
    case .clamp: return x[0] > x[2] || x[1] > x[2] ? x[2] : x[0] < x[1] ? x[1] : x[0]
    case .floor: return BigRational(x[0].floor)
    case .ceil: return BigRational(-(BigRational.zero - x[0]).floor)
    case .round:
      guard x[1] != .zero else { throw ReferenceFailures(.divisionByZero, place) }
      return x[0].rounded(to: x[1], formula.rounding.mode)
    case .taper:
      let (number, a, b) = (x[0], x[1], x[2])
      if a == b { return BigRational(number > a ? 0 : 1) }
      // How far along the way from a to b, held between the two.
      let along = (number - a) / (b - a)
      return BigRational(1) - min(max(along, .zero), BigRational(1))
    case .share: return x[1] == .zero ? .zero : x[0] / x[1]
    }
  }

  func number(_ reference: FieldReference, row: Int, pupil: Int?) throws(ReferenceFailures)
    -> BigRational
  {
    if reference.level == .school, reference.name == "roll" {
      return BigRational(BigInt(census.pupils.heads(ofSchool: row)))
    }
    guard case .number(let number) = try field(reference, row: row, pupil: pupil) else {
      throw ReferenceFailures(
        .noValue(field: reference.name, level: reference.level), reference.place)
    }
    return BigRational(number)
  }

  func field(_ reference: FieldReference, row: Int, pupil: Int?) throws(ReferenceFailures)
    -> FieldValue
  {
    switch reference.level {
    case .school: return try schoolField(reference.name, row: row, place: reference.place)
    case .pupil:
      guard let pupil else { preconditionFailure("a pupil's field needs a pupil") }
      guard let column = census.pupils.column(reference.name) else {
        throw ReferenceFailures(.noColumn(field: reference.name, level: .pupil), reference.place)
      }
      guard let value = column[pupil] else {
        throw ReferenceFailures(.noValue(field: reference.name, level: .pupil), reference.place)
      }
      return value
    }
  }

  func schoolField(_ name: String, row: Int, place: Place?) throws(ReferenceFailures)
    -> FieldValue
  {
    guard let column = census.schools.column(name) else {
      switch name {
      case "sector": return .category(census.schools.sectors[row])
      case "authority": return .category("\(census.schools.authorities[row])")
      case "months_open": return .number(Rational(12))
      default: throw ReferenceFailures(.noColumn(field: name, level: .school), place)
      }
    }
    guard let value = column[row] else {
      throw ReferenceFailures(.noValue(field: name, level: .school), place)
    }
    return value
  }
}
