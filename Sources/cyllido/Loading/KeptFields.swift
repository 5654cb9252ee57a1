import Diagnostics
import FundingModel

/// The fields that a count is to keep; the others are dropped and pupils alike without them added.
struct KeptFields {
  let names: [String]

  /// The pupils with only these fields, and `fte`, which is always kept.
  ///
  /// - Throws: `WorldFailure` for a field that the file doesn't have.
  func applied(to pupils: PupilTable) throws(WorldFailure) -> PupilTable {
    let known = pupils.columns.map(\.field.name)
    for name in names where !known.contains(name) {
      throw WorldFailure(
        (["the file of pupils has no column '\(name)'"]
          + Suggestion.notes(for: name, among: known, has: "it has")).joined(separator: "; "))
    }
    let kept = pupils.columns.filter { names.contains($0.field.name) || $0.field.name == "fte" }
    let keys = (0..<pupils.distinctCount).map { pupil in kept.map { $0.codes[pupil] } }
    let distinct = Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
    let newOf = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
    var starts = [0]
    var entries: [Int32] = []
    var counts: [Int64] = []
    for school in 0..<(pupils.starts.count - 1) {
      var sums: [Int32: Int64] = [:]
      for entry in pupils.entries(ofSchool: school) {
        guard let new = newOf[keys[Int(pupils.pupils[entry])]] else { continue }
        sums[new, default: 0] += pupils.counts[entry]
      }
      for (pupil, count) in sums.sorted(by: { $0.key < $1.key }) {
        entries.append(pupil)
        counts.append(count)
      }
      starts.append(entries.count)
    }
    let columns = kept.enumerated().map { index, column in
      Column(field: column.field, domain: column.domain, codes: distinct.map { $0[index] })
    }
    return PupilTable(columns: columns, starts: starts, pupils: entries, counts: counts)
  }
}
