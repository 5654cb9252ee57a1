internal import FundingModel

/// Pupils alike and their numbers in any order: what becomes a table in its one right order.
///
/// - Invariant: `table` is the same for the same pupils, whatever order they came in.
struct DistinctPupils {
  /// The columns' fields.
  let fields: [Field]
  /// For each column, the value of each code.
  let values: [[FieldValue]]
  /// The distinct pupils' codes, one pupil after the other.
  let codes: [Int32]
  /// How many of which each school has; no number is nought.
  let entries: PupilEntries

  /// The table: columns in the order of the standard fields, then by name; each domain in order;
  /// distinct pupils by their codes; entries by school and pupil.
  ///
  /// Pupils that no school has are left out, and values that no pupil has.
  func table(schoolCount: Int) -> PupilTable {
    let ranking = ranking(isUsed: used)
    var ranked = PupilEntries()
    for (school, entry) in zip(entries.schools, entries.entries) {
      ranked.append(
        school: school, pupil: ranking.rankOf[Int(entry.pupil)], count: entry.count)
    }
    ranked.settle()
    return PupilTable(
      columns: ranking.columns, starts: ranked.starts(schoolCount: schoolCount),
      pupils: ranked.entries.map(\.pupil), counts: ranked.entries.map(\.count))
  }

  /// The distinct pupils in their one right order.
  struct Ranking {
    /// The columns of the table, in order.
    let columns: [Column]
    /// For each distinct pupil given, its row in the columns; -1 where it is not used.
    let rankOf: [Int32]
    /// How many rows the columns have.
    let count: Int
  }

  /// Puts distinct pupils in their one right order.
  ///
  /// - Parameter isUsed: For each distinct pupil, whether any school has it.
  /// - Returns: The columns, and where each pupil went.
  func ranking(isUsed: [Bool]) -> Ranking {
    let order = Self.order(of: fields)
    let width = fields.count
    let columns = order.map { rankedColumn($0, isUsed) }
    func key(_ pupil: Int) -> [Int32] {
      order.indices.map { rank in
        let code = codes[pupil * width + order[rank]]
        return code < 0 ? -1 : columns[rank].codes[Int(code)]
      }
    }
    let ordered = isUsed.indices.filter { isUsed[$0] }.map { (pupil: $0, key: key($0)) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var keys: [[Int32]] = []
    var rankOf = [Int32](repeating: -1, count: isUsed.count)
    for (pupil, key) in ordered {
      if keys.last != key { keys.append(key) }
      rankOf[pupil] = Int32(keys.count - 1)
    }
    return Ranking(
      columns: columns.enumerated().map { index, column in
        Column(
          field: fields[order[index]], domain: column.domain, codes: keys.map { $0[index] })
      }, rankOf: rankOf, count: keys.count)
  }

  /// For each distinct pupil, whether any school has it.
  private var used: [Bool] {
    var used = [Bool](repeating: false, count: fields.isEmpty ? 0 : codes.count / fields.count)
    for entry in entries.entries { used[Int(entry.pupil)] = true }
    return used
  }

  /// A column's domain in order, and for each old code its new one.
  private func rankedColumn(
    _ column: Int, _ isUsed: [Bool]
  ) -> (domain: [FieldValue], codes: [Int32]) {
    var present: Set<FieldValue> = []
    var seen = [Bool](repeating: false, count: values[column].count)
    for pupil in isUsed.indices where isUsed[pupil] {
      let code = codes[pupil * fields.count + column]
      guard code >= 0, !seen[Int(code)] else { continue }
      seen[Int(code)] = true
      present.insert(values[column][Int(code)])
    }
    let domain = Column.sortedDomain(of: fields[column], values: present)
    let rankOf = Dictionary(uniqueKeysWithValues: domain.enumerated().map { ($1, Int32($0)) })
    return (domain, values[column].map { rankOf[$0] ?? -1 })
  }

  /// The standard fields in their order, then the others by name.
  static func order(of fields: [Field]) -> [Int] {
    let standard = StandardFields.pupil.map(\.name)
    func rank(_ index: Int) -> Int {
      standard.firstIndex(of: fields[index].name) ?? standard.count
    }
    return fields.indices.sorted {
      (rank($0), fields[$0].name) < (rank($1), fields[$1].name)
    }
  }
}
