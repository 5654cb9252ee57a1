import FundingModel

/// Finds the schools of a group among those that a run funds.
struct GroupedSchools {
  /// The schools and pupils of the year.
  let census: Census
  /// The rows that the run funds, ascending.
  let rows: [Int]

  /// The rows of a group; all of them without one.
  ///
  /// - Throws: why the group means nothing, at the name that is wrong; never an empty group.
  func rows(of group: SchoolGroup?) throws(Refusal) -> [Int] {
    guard let group else { return rows }
    var found = rows
    for condition in group.conditions {
      let tests = try self.tests(condition)
      found = found.filter { row in tests.contains { $0(row) } }
    }
    guard !found.isEmpty else { throw Refusal(reason: .emptyGroup(group), place: group.place) }
    return found
  }

  /// Why a group means nothing, and where.
  struct Refusal: Error {
    /// Why.
    let reason: TargetFailure.Reason
    /// Where it is written.
    let place: Place
  }

  /// One test a value of the condition.
  private func tests(
    _ condition: SchoolGroup.Condition
  ) throws(Refusal) -> [(Int) -> Bool] {
    let schools = census.schools
    var tests: [(Int) -> Bool] = []
    for value in condition.values {
      func unknown(_ known: [String]) -> Refusal {
        Refusal(
          reason: .unknownValue(value.text, field: condition.field, known: known),
          place: value.place)
      }
      switch condition.field {
      case "authority":
        guard let code = Authority.named(value.text)?.code else {
          throw unknown(Authority.all.map(\.slug))
        }
        tests.append { schools.authorities[$0] == code }
      case "roll":
        let range = try self.range(value, condition)
        tests.append { range($0.heads(census)) }
      default:
        guard let column = schools.column(condition.field) else {
          let known = schools.columns.map(\.field.name) + ["authority", "roll"]
          throw Refusal(
            reason: .unknownField(condition.field, known: Set(known).sorted()),
            place: condition.place)
        }
        switch column.field.kind {
        case .category(let domain):
          let known =
            domain.isClosed ? domain.names : column.domain.map(\.description).sorted()
          guard known.contains(value.text) else { throw unknown(known) }
          tests.append { column[$0] == .category(value.text) }
        case .flag:
          guard let flag = ["true": true, "false": false][value.text] else {
            throw unknown(["true", "false"])
          }
          tests.append { column[$0] == .flag(flag) }
        case .number:
          let range = try self.range(value, condition)
          tests.append { row in
            guard case .number(let number) = column[row] else { return false }
            return range(number)
          }
        }
      }
    }
    return tests
  }

  /// A number, or numbers from one to another, both included: `0..99`, `100..`.
  private func range(
    _ value: SchoolGroup.Value, _ condition: SchoolGroup.Condition
  ) throws(Refusal) -> (Rational) -> Bool {
    let refusal = Refusal(
      reason: .notNumber(value.text, field: condition.field), place: value.place)
    func number(_ text: Substring) throws(Refusal) -> Rational {
      let digits = text.first == "£" ? text.dropFirst() : text
      guard let number = Rational(decimal: digits) else { throw refusal }
      return number
    }
    guard let dots = value.text.firstRange(of: "..") else {
      let only = try number(value.text[...])
      return { $0 == only }
    }
    let ends = (value.text[..<dots.lowerBound], value.text[dots.upperBound...])
    guard !ends.0.isEmpty || !ends.1.isEmpty else { throw refusal }
    let low = ends.0.isEmpty ? nil : try number(ends.0)
    let high = ends.1.isEmpty ? nil : try number(ends.1)
    return { number in
      (low.map { $0 <= number } ?? true) && (high.map { number <= $0 } ?? true)
    }
  }
}

extension Int {
  /// The heads of the school at this row.
  fileprivate func heads(_ census: Census) -> Rational {
    Rational(Int(census.pupils.heads(ofSchool: self)))
  }
}
