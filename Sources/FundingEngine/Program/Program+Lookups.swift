internal import FundingModel

extension Program {
  /// The value of a rate for a subject.
  func value(ofLookup index: Int, _ subject: Subject) throws(Trouble) -> Rational {
    let lookup = lookups[index]
    switch lookup.way {
    case .begins(let reason): throw Trouble(reason, at: lookup.place)
    case .tooLarge: throw Trouble(.overflow, at: lookup.place)
    case .slots, .plain: break
    }
    var slot = 0
    var computed: Rational?
    for axis in lookup.axes.indices {
      switch lookup.axes[axis] {
      case .fixed: continue
      case .column(let column, let level, let stride, let reference):
        slot += Int(try code(column, level, reference, subject)) * stride
      case .absent(let reference): throw absence(of: reference)
      case .computed(let node):
        let number = try value(node, subject)
        if computed == nil { computed = number }
      }
    }
    let found: Rational?
    if lookup.slots.isEmpty {
      found = try plainValue(of: lookup, subject)
    } else {
      switch lookup.slots[slot] {
      case .missing: found = nil
      case .value(let value): found = value
      case .curve(let curve):
        guard let x = computed else { preconditionFailure("a curve needs a number") }
        found = try exactly(at: lookup.place) { () throws(ArithmeticFailure) in
          try lookup.curves[curve].value(at: x)
        }
      }
    }
    guard let value = found ?? lookup.table?.otherwise else {
      let keys = try keys(of: lookup, subject).map(\.words)
      throw Trouble(.noRate(rate: lookup.rate.name, keys: keys), at: lookup.place)
    }
    if let recorder = subject.recorder {
      let keys = try keys(of: lookup, subject).map(\.words)
      let name =
        keys.isEmpty ? lookup.rate.name : "\(lookup.rate.name)[\(keys.joined(separator: ", "))]"
      recorder.note(name, value, lookup.rate.unit)
    }
    return value
  }

  private func plainValue(of lookup: LookupTable, _ subject: Subject) throws(Trouble)
    -> Rational?
  {
    let keys = try keys(of: lookup, subject)
    guard let table = lookup.table else { return nil }
    let found = try exactly(at: lookup.place) { () throws(ArithmeticFailure) in
      try table.found(keys)
    }
    switch found {
    case .missing: return nil
    case .value(let value): return value
    case .curve: preconditionFailure("every key is known")
    }
  }

  private func keys(of lookup: LookupTable, _ subject: Subject) throws(Trouble)
    -> [RateTable.Key]
  {
    var keys: [RateTable.Key] = []
    for (index, axis) in lookup.axes.enumerated() {
      switch axis {
      case .fixed(let text): keys.append(.text(text))
      case .column(let column, let level, _, let reference):
        let code = Int(try code(column, level, reference, subject))
        keys.append(
          LookupTable.key(
            code, packed.column(Int(column), level), along: lookup.rate.axes[index]))
      case .absent: keys.append(.open)
      case .computed(let node):
        keys.append(.number(try value(node, Subject(row: subject.row, pupil: subject.pupil))))
      }
    }
    return keys
  }

  private func code(_ column: Int32, _ level: FieldLevel, _ reference: Int32, _ subject: Subject)
    throws(Trouble) -> Int32
  {
    let code: Int32
    switch level {
    case .pupil: code = packed.pupilColumns[Int(column)].codes[subject.pupil]
    case .school: code = packed.schoolColumns[Int(column)].codes[subject.row]
    }
    guard code >= 0 else { throw noValue(reference) }
    return code
  }
}

extension RateTable.Key {
  /// As a person would write it.
  var words: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.description
    case .open: "…"
    }
  }
}
