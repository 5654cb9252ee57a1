import FundingModel

/// Parts of a line that have the same rate, put together: years 3 to 6 rather than a line a year.
///
/// - Invariant: drivers and amounts are the sums of the parts', exactly.
struct MergedPart {
  /// A field and the values it has in the parts, in the field's order.
  struct Reading {
    let field: String
    var values: [FieldValue]
  }

  /// A value that the parts used, with every key under which they found it.
  struct Value {
    let working: Working
    /// The name without keys.
    let base: String
    /// For each key its values, in the order of the parts.
    var keys: [[String]]
  }

  private(set) var readings: [Reading]
  private(set) var workings: [Value]
  let rate: Rational
  private(set) var driver: Rational
  private(set) var amount: Rational

  private init(_ part: StatementPart) {
    readings = part.pupils.map { Reading(field: $0.field, values: [$0.value]) }
    workings = part.workings.map { working in
      let (base, keys) = Self.split(working.name)
      return Value(working: working, base: base, keys: keys.map { [$0] })
    }
    rate = part.rate
    driver = part.driver
    amount = part.amount
  }

  /// The parts of a line, those of equal rate and working put together along each field in turn.
  ///
  /// Where a sum is beyond exact arithmetic the parts stay apart.
  static func merging(_ parts: [StatementPart]) -> [MergedPart] {
    var merged = parts.map(MergedPart.init)
    for field in merged.first?.readings.map(\.field) ?? [] {
      var groups: [(key: Signature, part: MergedPart)] = []
      for part in merged {
        let key = part.signature(without: field)
        if let index = groups.firstIndex(where: { $0.key == key }),
          let sum = groups[index].part.adding(part, along: field)
        {
          groups[index].part = sum
        } else {
          groups.append((key, part))
        }
      }
      merged = groups.map(\.part)
    }
    return merged
  }

  /// What must be equal for two parts to be one.
  private struct Signature: Equatable {
    let rate: Rational
    let readings: [[FieldValue]]
    let fields: [String]
    let workings: [String]
    let values: [Rational]
  }

  private func signature(without field: String) -> Signature {
    let rest = readings.filter { $0.field != field }
    let own = Set(readings.first { $0.field == field }?.values.map(\.description) ?? [])
    let shown = workings.filter { $0.base != field }
    return Signature(
      rate: rate, readings: rest.map(\.values), fields: readings.map(\.field),
      workings: shown.map { value in
        ([value.base]
          + value.keys.map { keys in
            keys.allSatisfy(own.contains) ? "*" : keys.joined(separator: "|")
          }).joined(separator: "[")
      }, values: shown.map(\.working.value))
  }

  private func adding(_ other: MergedPart, along field: String) -> MergedPart? {
    guard let driver = try? driver.adding(other.driver),
      let amount = try? amount.adding(other.amount)
    else { return nil }
    var sum = self
    sum.driver = driver
    sum.amount = amount
    for index in readings.indices where readings[index].field == field {
      for value in other.readings[index].values where !sum.readings[index].values.contains(value) {
        sum.readings[index].values.append(value)
      }
    }
    // The field's own value differs from part to part, and stands in the readings.
    let (mine, theirs) = (
      workings.filter { $0.base != field }, other.workings.filter { $0.base != field }
    )
    sum.workings = zip(mine, theirs).map { value, another in
      var all = value
      for (index, keys) in another.keys.enumerated() {
        for key in keys where !all.keys[index].contains(key) { all.keys[index].append(key) }
      }
      return all
    }
    return sum
  }

  /// A looked-up rate's name and keys; anything else is all name.
  private static func split(_ name: String) -> (base: String, keys: [String]) {
    guard name.hasSuffix("]"), let open = name.firstIndex(of: "["),
      name[..<open].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return (name, []) }
    let keys = name[name.index(after: open)...].dropLast()
    return (
      String(name[..<open]),
      keys.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
    )
  }
}

extension MergedPart.Value {
  /// The name with all its keys, neighbours as a range: `basic[N2..6]`.
  var name: String {
    guard !keys.isEmpty else { return base }
    let texts = keys.map { keys -> String in
      let years = StandardFields.yearGroups.names
      let positions = keys.compactMap { years.firstIndex(of: $0) }
      guard keys.count > 1, positions.count == keys.count else {
        return keys.joined(separator: "/")
      }
      return YearWords.segments(keys).map { segment in
        segment.first == segment.last
          ? segment.first ?? "" : "\(segment.first ?? "")..\(segment.last ?? "")"
      }.joined(separator: "/")
    }
    return "\(base)[\(texts.joined(separator: ", "))]"
  }
}
