internal import FundingModel

/// Schools that agree in all that an expression depends on: worked out once a group.
struct Grouping: Sendable {
  /// The group of each census row; -1 for rows that are not asked about.
  let groupOf: [Int32]
  /// For each group, its first row.
  let examples: [Int]

  /// Groups rows by what an expression depends on.
  ///
  /// - Returns: nil where each school is its own group.
  init?(_ rows: [Int], by inputs: Inputs, in packed: PackedCensus) {
    guard !inputs.isEachSchoolsOwn else { return nil }
    let schools = packed.census.schools
    let columns = inputs.schoolColumns.sorted()
    guard !columns.isEmpty || inputs.usesAuthority else {
      groupOf = [Int32](repeating: 0, count: schools.count)
      examples = Array(rows.prefix(1))
      return
    }
    var groupOf = [Int32](repeating: -1, count: schools.count)
    var known: [[Int]: Int32] = [:]
    var examples: [Int] = []
    if columns.count == 1, !inputs.usesAuthority {
      // The common case, without a key to build: one column.
      let column = packed.schoolColumns[columns[0]]
      var ofCode = [Int32](repeating: -1, count: column.domain.count + 1)
      for row in rows {
        let code = Int(column.codes[row]) + 1
        if ofCode[code] < 0 {
          ofCode[code] = Int32(examples.count)
          examples.append(row)
        }
        groupOf[row] = ofCode[code]
      }
    } else {
      for row in rows {
        var key = columns.map { Int(packed.schoolColumns[$0].codes[row]) }
        if inputs.usesAuthority { key.append(schools.authorities[row]) }
        let group = known[key] ?? Int32(examples.count)
        if Int(group) == examples.count {
          known[key] = group
          examples.append(row)
        }
        groupOf[row] = group
      }
    }
    self.groupOf = groupOf
    self.examples = examples
  }
}
