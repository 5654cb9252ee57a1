public import FundingModel

extension PupilTable {
  /// The same pupils in their one right order: what reading a file of them gives.
  public func canonical() -> PupilTable { keeping(fields: nil) }

  /// The same pupils told apart by fewer fields; `fte` is always kept.
  ///
  /// - Parameter names: The fields to keep; nil for all.
  /// - Returns: The table, in its one right order.
  public func keeping(fields names: [String]?) -> PupilTable {
    let kept = columns.filter { column in
      guard let names else { return true }
      return column.field.name == "fte" || names.contains(column.field.name)
    }
    var codes: [Int32] = []
    codes.reserveCapacity(kept.count * distinctCount)
    for pupil in 0..<distinctCount { codes += kept.map { $0.codes[pupil] } }
    let schoolCount = starts.count - 1
    var list = PupilEntries()
    for school in 0..<schoolCount {
      for entry in entries(ofSchool: school) where counts[entry] > 0 {
        list.append(school: Int32(school), pupil: pupils[entry], count: counts[entry])
      }
    }
    return DistinctPupils(
      fields: kept.map(\.field), values: kept.map(\.domain), codes: codes, entries: list
    ).table(schoolCount: schoolCount)
  }
}
