internal import FundingModel

/// A school's amount added up over an authority or over the whole run.
struct SchoolTotal: Sendable {
  /// As a formula would write it.
  let label: String
  let unit: Unit
  let isByAuthority: Bool
  /// One a group of schools.
  private let results: [Result<Rational, Trouble>]
  /// The group of each census row.
  private let groupOf: [Int32]

  /// Adds up a node over the rows of a run.
  init(
    of node: Int32, byAuthority isByAuthority: Bool, label: String, unit: Unit, runRows: [Int],
    program: Program
  ) {
    self.label = label
    self.unit = unit
    self.isByAuthority = isByAuthority
    let schools = program.packed.census.schools
    var groups: [Int32] = [Int32](repeating: 0, count: schools.count)
    var groupCount = 1
    if isByAuthority {
      var known: [Int: Int32] = [:]
      for row in 0..<schools.count {
        let group = known[schools.authorities[row]] ?? Int32(known.count)
        known[schools.authorities[row]] = group
        groups[row] = group
      }
      groupCount = known.count
    }
    var sums = [Result<Rational, Trouble>](repeating: .success(.zero), count: groupCount)
    var troubles = [[Trouble]](repeating: [], count: groupCount)
    for row in runRows {
      let group = Int(groups[row])
      do throws(Trouble) {
        let value = try program.value(node, Subject(row: row))
        guard case .success(let sum) = sums[group] else { continue }
        do throws(ArithmeticFailure) { sums[group] = .success(try sum.adding(value)) } catch {
          sums[group] = .failure(Trouble(arithmetic: error))
        }
      } catch {
        troubles[group].append(error.blaming(row))
      }
    }
    for group in 0..<groupCount {
      if let trouble = Trouble.first(of: troubles[group]) {
        sums[group] = .failure(trouble.together(with: troubles[group]))
      }
    }
    results = sums
    groupOf = groups
  }

  /// The sum that a school sees.
  func value(row: Int) throws(Trouble) -> Rational { try results[Int(groupOf[row])].get() }
}

extension Trouble {
  /// The same, blamed on a school unless it already is on others.
  func blaming(_ row: Int) -> Trouble {
    switch schools {
    case .thisOne:
      var result = self
      result.schools = .these([row])
      return result
    case .these, .none: return self
    }
  }

  /// The same, blamed on every school that has this very trouble.
  func together(with others: [Trouble]) -> Trouble {
    var rows: Set<Int> = []
    for other in others where other.part == part && other.place == place && other.reason == reason {
      if case .these(let these) = other.schools { rows.formUnion(these) }
    }
    var result = self
    if !rows.isEmpty { result.schools = .these(rows.sorted()) }
    return result
  }
}
