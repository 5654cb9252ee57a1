internal import FundingModel

/// A factor that gives a school one amount, times its places where it is for places.
final class SchoolTerm: Sendable {
  /// What a group of schools gets, where all have the same inputs.
  enum Known: Sendable {
    /// The condition does not hold.
    case nothing
    case value(Rational)
    case trouble(Trouble)
  }

  let test: Int32?
  let amount: Int32
  /// The column of places; nil for an amount a school.
  let places: Places?
  /// Which schools have the same amount; nil where each has its own.
  let groups: Grouping?
  let known: [Known]

  /// Where places come from.
  enum Places: Sendable {
    case column(Int)
    case absent
  }

  init(
    test: Int32?, amount: Int32, places: Places?, rows: [Int], program: Program
  ) {
    self.test = test
    self.amount = amount
    self.places = places
    let inputs = program.inputs(nodes: [amount], tests: test.map { [$0] } ?? [])
    groups = Grouping(rows, by: inputs, in: program.packed)
    known = (groups?.examples ?? []).map { row in
      do throws(Trouble) {
        return try program.unitAmount(test, amount, Subject(row: row)).map { .value($0) }
          ?? .nothing
      } catch {
        return .trouble(error)
      }
    }
  }
}

extension Program {
  /// The amount of a school-level factor; nil where its condition does not hold.
  func unitAmount(_ test: Int32?, _ amount: Int32, _ subject: Subject) throws(Trouble)
    -> Rational?
  {
    if let test { guard try holds(test, subject) else { return nil } }
    return try value(amount, subject)
  }

  /// What a school-level factor gives a school, exactly.
  func amount(of term: SchoolTerm, row: Int) throws(Trouble) -> Rational {
    let each: Rational?
    if let groups = term.groups {
      switch term.known[Int(groups.groupOf[row])] {
      case .nothing: each = nil
      case .value(let value): each = value
      case .trouble(let trouble): throw trouble
      }
    } else {
      each = try unitAmount(term.test, term.amount, Subject(row: row))
    }
    guard let each else { return .zero }
    guard let places = term.places else { return each }
    let count = try self.places(places, row: row)
    return try exactly { () throws(ArithmeticFailure) in try each.multiplied(by: count) }
  }

  /// A school's places.
  func places(_ places: SchoolTerm.Places, row: Int) throws(Trouble) -> Rational {
    guard case .column(let index) = places else {
      throw Trouble(.noColumn(field: "places", level: .school))
    }
    let column = packed.schoolColumns[index]
    let code = Int(column.codes[row])
    guard code >= 0, let number = column.numbers[code] else {
      throw Trouble(.noValue(field: "places", level: .school))
    }
    return number
  }
}
