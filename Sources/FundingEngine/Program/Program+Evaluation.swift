internal import FundingModel

extension Program {
  /// The value of a node for a subject.
  func value(_ node: Int32, _ subject: Subject) throws(Trouble) -> Rational {
    switch nodes[Int(node)] {
    case .constant(let value): return value
    case .schoolNumber(let column, let reference):
      // Columns are read in place: a copy would count references, at every school.
      let code = Int(packed.schoolColumns[Int(column)].codes[subject.row])
      guard code >= 0, let number = packed.schoolColumns[Int(column)].numbers[code] else {
        throw noValue(reference)
      }
      if subject.recorder != nil { note(packed.schoolColumns[Int(column)], number, subject) }
      return number
    case .pupilNumber(let column, let reference):
      let code = Int(packed.pupilColumns[Int(column)].codes[subject.pupil])
      guard code >= 0, let number = packed.pupilColumns[Int(column)].numbers[code] else {
        throw noValue(reference)
      }
      if subject.recorder != nil { note(packed.pupilColumns[Int(column)], number, subject) }
      return number
    case .roll:
      let roll = Rational(Int(packed.heads[subject.row]))
      subject.recorder?.note("roll", roll, .pupil)
      return roll
    case .absent(let reference): throw absence(of: reference)
    case .lookup(let lookup): return try value(ofLookup: Int(lookup), subject)
    case .definition(let index): return try value(ofDefinition: Int(index), subject)
    case .negate(let a):
      let x = try value(a, subject)
      return try exactly { () throws(ArithmeticFailure) in try x.negated() }
    case .sum(let a, let b):
      let (x, y) = (try value(a, subject), try value(b, subject))
      return try exactly { () throws(ArithmeticFailure) in try x.adding(y) }
    case .difference(let a, let b):
      let (x, y) = (try value(a, subject), try value(b, subject))
      return try exactly { () throws(ArithmeticFailure) in try x.subtracting(y) }
    case .product(let a, let b):
      let (x, y) = (try value(a, subject), try value(b, subject))
      return try exactly { () throws(ArithmeticFailure) in try x.multiplied(by: y) }
    case .quotient(let a, let b, let place):
      let (x, y) = (try value(a, subject), try value(b, subject))
      return try exactly(at: places[Int(place)]) { () throws(ArithmeticFailure) in
        try x.divided(by: y)
      }
    case .call(let function, let first, let count, let place):
      return try call(function, Int(first), Int(count), places[Int(place)], subject)
    case .choice(let test, let a, let b):
      return try holds(test, subject) ? value(a, subject) : value(b, subject)
    case .overPupils(let term):
      let sum = try total(of: terms[Int(term)], row: subject.row)
      if let recorder = subject.recorder {
        recorder.note(terms[Int(term)].label, sum, terms[Int(term)].unit)
      }
      return sum
    case .mean(let term, let place):
      let heads = packed.heads[subject.row]
      guard heads > 0 else { throw Trouble(.nobodyToAverage, at: places[Int(place)]) }
      let sum = try total(of: terms[Int(term)], row: subject.row)
      let mean = try exactly { () throws(ArithmeticFailure) in
        try sum.divided(by: Rational(Int(heads)))
      }
      subject.recorder?.note(terms[Int(term)].label, mean, terms[Int(term)].unit)
      return mean
    case .overSchools(let total):
      let value = try totals[Int(total)].value(row: subject.row)
      if let recorder = subject.recorder {
        recorder.note(totals[Int(total)].label, value, totals[Int(total)].unit)
      }
      return value
    }
  }

  /// Whether a test holds for a subject; what need not be known is not worked out.
  func holds(_ test: Int32, _ subject: Subject) throws(Trouble) -> Bool {
    switch tests[Int(test)] {
    case .always(let answer): return answer
    case .schoolMember(let column, let first, let reference):
      let code = packed.schoolColumns[Int(column)].codes[subject.row]
      guard code >= 0 else { throw noValue(reference) }
      return members[Int(first) + Int(code)]
    case .pupilMember(let column, let first, let reference):
      let code = packed.pupilColumns[Int(column)].codes[subject.pupil]
      guard code >= 0 else { throw noValue(reference) }
      return members[Int(first) + Int(code)]
    case .absent(let reference): throw absence(of: reference)
    case .compare(let a, let comparison, let b):
      let (x, y) = (try value(a, subject), try value(b, subject))
      return comparison.holds(x, y)
    case .within(let a, let low, let high):
      let x = try value(a, subject)
      let (least, greatest) = (try value(low, subject), try value(high, subject))
      return least <= x && x <= greatest
    case .and(let a, let b):
      guard try holds(a, subject) else { return false }
      return try holds(b, subject)
    case .or(let a, let b):
      if try holds(a, subject) { return true }
      return try holds(b, subject)
    case .not(let a): return try !holds(a, subject)
    }
  }

  private func note(_ column: PackedColumn, _ number: Rational, _ subject: Subject) {
    guard case .number(let unit) = column.field.kind else { return }
    subject.recorder?.note(column.field.name, number, unit)
  }

  private func value(ofDefinition index: Int, _ subject: Subject) throws(Trouble) -> Rational {
    do throws(Trouble) {
      // A definition is of the school, whoever uses it.
      let value = try value(
        definitions[index].node, Subject(row: subject.row, recorder: subject.recorder))
      if let recorder = subject.recorder {
        recorder.note(definitions[index].name, value, definitions[index].unit)
      }
      return value
    } catch {
      throw error.within(definitions[index].name, at: definitions[index].place)
    }
  }

  func noValue(_ reference: Int32) -> Trouble {
    let field = references[Int(reference)]
    return Trouble(.noValue(field: field.name, level: field.level), at: field.place)
  }

  func absence(of reference: Int32) -> Trouble {
    let field = references[Int(reference)]
    return Trouble(.noColumn(field: field.name, level: field.level), at: field.place)
  }
}
