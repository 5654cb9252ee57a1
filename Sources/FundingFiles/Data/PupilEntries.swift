/// How many of which distinct pupil which school has, as a list that grows at its end.
struct PupilEntries: Sendable {
  /// How many pupils alike a school has.
  struct Entry: Hashable, Sendable {
    /// The distinct pupil.
    var pupil: Int32
    /// How many.
    var count: Int64
  }

  /// For each entry its school's row.
  private(set) var schools: [Int32] = []
  /// For each entry its distinct pupil and number.
  private(set) var entries: [Entry] = []

  private let least: Int
  private var settlesAt: Int

  /// Makes an empty list.
  ///
  /// - Parameter least: How many entries there are before it is first settled.
  init(settlingAfter least: Int = 1 << 20) {
    self.least = least
    settlesAt = least
  }

  /// Adds some pupils alike.
  ///
  /// The list is settled now and then, so it never grows far beyond twice what it must hold.
  mutating func append(school: Int32, pupil: Int32, count: Int64) {
    if let last = schools.last, last == school, entries[entries.count - 1].pupil == pupil {
      entries[entries.count - 1].count += count
      return
    }
    schools.append(school)
    entries.append(Entry(pupil: pupil, count: count))
    guard entries.count >= settlesAt else { return }
    settle()
    settlesAt = max(least, entries.count * 2)
  }

  /// Where each school's entries begin in a settled list; one more than there are schools.
  func starts(schoolCount: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: schoolCount + 1)
    for school in schools { starts[Int(school) + 1] += 1 }
    for school in 0..<schoolCount { starts[school + 1] += starts[school] }
    return starts
  }

  /// Puts the entries in the order of schools, then pupils, each pair once.
  mutating func settle() {
    guard let most = schools.max() else { return }
    var starts = [Int](repeating: 0, count: Int(most) + 2)
    for school in schools { starts[Int(school) + 1] += 1 }
    for school in 1..<starts.count { starts[school] += starts[school - 1] }
    var next = starts
    var grouped = [Entry](repeating: Entry(pupil: 0, count: 0), count: entries.count)
    for (school, entry) in zip(schools, entries) {
      grouped[next[Int(school)]] = entry
      next[Int(school)] += 1
    }
    schools.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    for school in 0...most {
      let run = grouped[starts[Int(school)]..<starts[Int(school) + 1]]
      let first = entries.count
      for entry in run.sorted(by: { $0.pupil < $1.pupil }) {
        if entries.count > first, entries[entries.count - 1].pupil == entry.pupil {
          entries[entries.count - 1].count += entry.count
        } else {
          schools.append(school)
          entries.append(entry)
        }
      }
    }
  }
}
