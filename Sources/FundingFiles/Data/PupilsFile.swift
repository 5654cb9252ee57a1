public import Diagnostics
public import FundingModel

/// A file of pupils, one row a pupil; or, with a column `count`, one row for so many pupils alike.
///
/// The rows are counted as they are read, so a file of any length takes the memory of its distinct
/// pupils. Without a column `fte`, and where it is blank, a pupil counts as 1.
public struct PupilsFile: Sendable {
  /// The pupils, collapsed to counts; the same whatever the rows' order.
  public let table: PupilTable
  /// Bad rows that were set aside.
  public let quarantined: [QuarantinedRow]
  /// Whether the file has a column `count`.
  public let isCounted: Bool

  /// The most pupils that one row may count.
  private static let countAtMost = 1_000_000_000

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - schools: The schools that the pupils may be of.
  ///   - quarantine: Whether bad rows are set aside instead of failing.
  /// - Throws: every mistake in it, at most twenty.
  public init(
    source: SourceFile, schools: SchoolTable, quarantine: Bool = false
  ) throws(Mistakes) {
    var reader = try CSVReader(source: source, quarantine: quarantine)
    let roles = PupilColumns(&reader, schools: schools)
    try reader.checkHeader()
    var finder = SchoolFinder(schools: schools)
    var coders = roles.coders
    var tally = PupilTally(width: coders.count)
    var row = [Int32](repeating: -1, count: coders.count)
    var commas: [Int: (String, SourceSpan)] = [:]
    let bytes = reader.bytes
    reading: while reader.nextRow() {
      var school: Int32 = -1
      do throws(DataMistake) {
        school = try finder.row(of: reader.cells[roles.school], in: bytes)
      } catch {
        reader.note(error, inColumn: roles.school)
      }
      for index in coders.indices {
        guard let column = coders[index].column else {
          row[index] = coders[index].blank
          continue
        }
        let cell = reader.cells[column]
        let known = coders[index].values.count
        do throws(DataMistake) {
          row[index] = try coders[index].code(of: cell, in: bytes)
        } catch {
          if case .tooManyValues = error {
            reader.noteForFile(error, at: reader.columnSpans[column])
            break reading
          }
          reader.note(error, inColumn: column)
        }
        guard coders[index].values.count > known, coders[index].field == nil else { continue }
        let text = coders[index].values[known].description
        if commas[index] == nil, CellValue.hasThousandsCommas(text) {
          commas[index] = (text, reader.span(ofColumn: column))
        }
      }
      var count = 1
      if let column = roles.count {
        count =
          reader.required(column: column) { text throws(DataMistake) in
            try CellValue.whole(text, column: "count", most: Self.countAtMost)
          } ?? 0
      }
      guard reader.rowIsGood, count > 0 else { continue }
      tally.add(row, school: school, count: Int64(count))
    }
    let pupils = DistinctPupils(tally, coders)
    for (index, first) in commas.sorted(by: { $0.key < $1.key })
    where FurtherColumn.areNumbersWithCommas(coders[index].values.map(\.description)) {
      reader.noteForFile(
        .thousandsCommas(column: coders[index].name, text: first.0), at: first.1)
    }
    try reader.finish()
    table = pupils.table(schoolCount: schools.count)
    quarantined = reader.quarantined
    isCounted = roles.count != nil
  }
}

extension DistinctPupils {
  /// What was counted, with the values that the codes stand for.
  fileprivate init(_ tally: PupilTally, _ coders: [PupilColumnCoder]) {
    var isUsed = coders.map { [Bool](repeating: false, count: $0.values.count) }
    for (position, code) in tally.codes.enumerated() where code >= 0 {
      isUsed[position % coders.count][Int(code)] = true
    }
    let columns = zip(coders, isUsed).map { $0.finished(isUsed: $1) }
    self.init(
      fields: columns.map(\.field), values: columns.map(\.values), codes: tally.codes,
      entries: tally.entries)
  }
}
