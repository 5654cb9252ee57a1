internal import FundingModel

/// Collects troubles over schools, each distinct one once, however often it is met.
struct FailureLog {
  /// How many distinct failures are told; the author mends these first.
  static let atMost = 20

  private struct Key: Hashable {
    let part: String
    let place: Place?
    let reason: EvaluationFailure.Reason
  }

  private struct Concerned {
    var rows: Set<Int> = []
    var isOneSchools = true
  }

  private var entries: [Key: Concerned] = [:]

  /// Whether nothing has failed.
  var isEmpty: Bool { entries.isEmpty }

  /// Notes a trouble met at a school while working out a part.
  mutating func add(_ trouble: Trouble, row: Int, part: String, place: Place) {
    let told = trouble.within(part, at: place)
    let key = Key(part: told.part ?? part, place: told.place, reason: told.reason)
    var concerned = entries[key] ?? Concerned()
    switch told.schools {
    case .thisOne: concerned.rows.insert(row)
    case .these(let rows): concerned.rows.formUnion(rows)
    case .none(let rows):
      concerned.rows.formUnion(rows)
      concerned.isOneSchools = false
    }
    entries[key] = concerned
  }

  /// The failures in the order of the formula's file; nil where there are none.
  func failures(of formula: Formula, numbers: [Int]) -> EvaluationFailures? {
    guard !entries.isEmpty else { return nil }
    let sorted = entries.sorted {
      FailureOrder(place: $0.key.place, reason: $0.key.reason, part: $0.key.part)
        < FailureOrder(place: $1.key.place, reason: $1.key.reason, part: $1.key.part)
    }
    return EvaluationFailures(
      sorted.prefix(Self.atMost).map { key, concerned in
        EvaluationFailure(
          formula: formula.name, path: formula.path(of: key.part), part: key.part,
          place: key.place,
          school: concerned.isOneSchools ? concerned.rows.min().map { numbers[$0] } : nil,
          schools: concerned.rows.count, reason: key.reason)
      })
  }
}

extension Formula {
  /// The file that a part is written in: the formula's own, a grant's, or a scenario that added an
  /// adjustment.
  fileprivate func path(of part: String) -> String {
    borrowed[part] ?? adjustments.first { $0.name == part }?.path ?? path
  }
}
