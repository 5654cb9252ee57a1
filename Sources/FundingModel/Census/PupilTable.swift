/// The pupils of every school, collapsed to counts of pupils alike.
///
/// - Shape: `columns` describe the distinct pupils (the dictionary); each school has a run of
///   entries, each a distinct pupil and how many of it the school has.
/// - Invariant: in one school no distinct pupil occurs twice, and entries ascend by it.
public struct PupilTable: Sendable {
  /// One code a distinct pupil.
  ///
  /// The column `fte` is always there.
  public let columns: [Column]
  /// Where each school's entries begin; one more than there are schools.
  public let starts: [Int]
  /// For each entry, its distinct pupil.
  public let pupils: [Int32]
  /// For each entry, how many heads.
  public let counts: [Int64]

  /// Makes a table.
  public init(columns: [Column], starts: [Int], pupils: [Int32], counts: [Int64]) {
    precondition(columns.contains { $0.field.name == "fte" }, "pupils need a column 'fte'")
    precondition(starts.first == 0 && starts.last == pupils.count && pupils.count == counts.count)
    self.columns = columns
    self.starts = starts
    self.pupils = pupils
    self.counts = counts
  }

  /// How many distinct pupils.
  public var distinctCount: Int { columns.first?.codes.count ?? 0 }

  /// The column of a field; nil where the data has none.
  public func column(_ name: String) -> Column? { columns.first { $0.field.name == name } }

  /// The entries of a school.
  public func entries(ofSchool row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// The heads of a school.
  public func heads(ofSchool row: Int) -> Int64 {
    entries(ofSchool: row).reduce(0) { $0 + counts[$1] }
  }
}
