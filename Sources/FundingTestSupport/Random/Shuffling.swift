public import FundingModel

/// The same census told in another way.
public enum Shuffling {
  /// The same pupils with the distinct ones in another order, each twice, and the counts of a
  /// school dealt out between the two.
  public static func shuffle(_ census: Census, _ random: inout SplitMix64) -> Census {
    let pupils = census.pupils
    let count = pupils.distinctCount
    // Where each old pupil's two copies go.
    let order = Array(0..<2 * count).shuffled(using: &random)
    let columns = pupils.columns.map { column in
      var values = [FieldValue?](repeating: nil, count: 2 * count)
      for (old, new) in order.enumerated() { values[new] = column[old % count] }
      return Column(field: column.field, values: values)
    }
    var starts = [0]
    var codes: [Int32] = []
    var counts: [Int64] = []
    for row in 0..<census.schools.count {
      var entries: [(Int32, Int64)] = []
      for entry in pupils.entries(ofSchool: row) {
        let old = Int(pupils.pupils[entry])
        let first = Int64(random.below(Int(pupils.counts[entry]) + 1))
        entries.append((Int32(order[old]), first))
        entries.append((Int32(order[old + count]), pupils.counts[entry] - first))
      }
      entries.sort { $0.0 < $1.0 }
      codes += entries.map(\.0)
      counts += entries.map(\.1)
      starts.append(codes.count)
    }
    return Census(
      schools: census.schools,
      pupils: PupilTable(columns: columns, starts: starts, pupils: codes, counts: counts))
  }
}
