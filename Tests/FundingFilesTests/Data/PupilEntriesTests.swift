import Testing

@testable import FundingFiles

struct PupilEntriesTests {
  /// School, pupil, number.
  private let given: [(Int32, Int32, Int64)] = [
    (2, 5, 1), (0, 7, 2), (2, 5, 3), (0, 1, 4), (2, 0, 5), (0, 7, 6), (2, 5, 7), (2, 5, 8),
  ]

  @Test(arguments: [1, 2, 3, 5, 100])
  func `entries add up by school and pupil, however often the list is settled`(least: Int) {
    var list = PupilEntries(settlingAfter: least)
    for (school, pupil, count) in given {
      list.append(school: school, pupil: pupil, count: count)
    }
    list.settle()
    #expect(list.schools == [0, 0, 2, 2])
    #expect(list.entries.map(\.pupil) == [1, 7, 0, 5])
    #expect(list.entries.map(\.count) == [4, 8, 5, 19])
    #expect(list.starts(schoolCount: 4) == [0, 2, 2, 4, 4])
  }

  @Test func `an empty list has no entries for any school`() {
    var list = PupilEntries()
    list.settle()
    #expect(list.starts(schoolCount: 2) == [0, 0, 0])
  }
}
