internal import Diagnostics
internal import FundingModel

/// Counts the pupils of blocks of rows: what one thread does.
///
/// Plain rows, whose every field was seen before, are counted by a loop over bytes; any other row
/// goes through `CSVReader`, which reads strictly and says what is wrong, and what it learns makes
/// the next such row plain.
/// - Invariant: which rows are plain changes nothing but the time.
@safe
final class PupilRowCounter {
  /// What the loop does with a column.
  struct Role {
    enum Kind: UInt8 { case skipped, school, count, field }
    var kind: Kind
    /// The coder of a field.
    var coder: Int
    /// What a blank field adds to the key.
    var blank: UInt64
  }

  /// What was found in one block, lines counted from the block's first as 1.
  struct Findings {
    let block: Int
    var mistakes: [Diagnostic] = []
    var quarantined: [QuarantinedRow] = []
    /// The lines that mistakes are in.
    var lines: [Int: String] = [:]
    /// For a further column, its first value that has commas between its thousands.
    var commas: [Int: Comma] = [:]
    /// How many lines the block has.
    var lineCount = 0
  }

  /// A value that has commas between its thousands.
  struct Comma {
    let text: String
    let span: SourceSpan

    /// This value so many lines further down.
    func moved(down lines: Int) -> Comma {
      Comma(text: text, span: span.moved(down: lines))
    }
  }

  let columns: PupilColumns
  let header: CSVReader
  var coders: [PupilColumnCoder]
  var finder: SchoolFinder
  /// Columns with more values than a field may have, by coder.
  var overflowed: Set<Int> = []
  /// Columns in which a value with commas was found, by coder.
  var withCommas: Set<Int> = []
  /// How many lines of the block at hand are counted.
  var line = 0
  let quarantines: Bool

  let schoolCount: Int
  /// How many columns the file has.
  let width: Int
  /// What every key holds, whatever the row: the parts of fields without a column.
  let constantPart: UInt64
  /// What rows hold after their school, where that comes first and nothing differs in each row.
  let tails = RowTails()
  let hasTails: Bool
  var tailUse = TailUse()
  let layout: PupilKeyLayout
  var wide: PupilDictionary
  // One of each a school or a column, in plain memory: the loop touches them at each row or field.
  let schools: UnsafeMutablePointer<KeyCounts>
  let tables: UnsafeMutablePointer<FieldTable>
  let roles: UnsafeMutablePointer<Role>
  let wideRow: UnsafeMutablePointer<Int32>

  init(columns: PupilColumns, header: CSVReader, schools table: SchoolTable, quarantines: Bool) {
    self.columns = columns
    self.header = header
    self.quarantines = quarantines
    coders = columns.coders
    finder = SchoolFinder(schools: table)
    let layout = PupilKeyLayout(coders: columns.coders)
    self.layout = layout
    constantPart = columns.coders.enumerated().reduce(0) { part, item in
      item.element.column == nil
        ? part | layout.part(of: item.element.blank, coder: item.offset) : part
    }
    wide = PupilDictionary(width: columns.coders.count)
    schoolCount = table.count
    hasTails = columns.school == 0 && columns.count == nil
    width = header.columns.count
    unsafe schools = .allocate(capacity: table.count)
    unsafe schools.initialize(repeating: KeyCounts(), count: table.count)
    unsafe tables = .allocate(capacity: width)
    unsafe roles = .allocate(capacity: width)
    unsafe roles.initialize(
      repeating: Role(kind: .skipped, coder: 0, blank: 0), count: width)
    for column in 0..<width { unsafe (tables + column).initialize(to: FieldTable()) }
    unsafe wideRow = .allocate(capacity: max(1, coders.count))
    unsafe wideRow.initialize(repeating: -1, count: max(1, coders.count))
    unsafe roles[columns.school].kind = .school
    if let count = columns.count { unsafe roles[count].kind = .count }
    for (index, coder) in coders.enumerated() {
      let blank = layout.part(of: coder.blank, coder: index)
      if let column = coder.column {
        unsafe roles[column] = Role(kind: .field, coder: index, blank: blank)
      } else {
        unsafe wideRow[index] = coder.blank
      }
    }
  }

  deinit {
    for school in 0..<schoolCount { unsafe schools[school].free() }
    unsafe schools.deallocate()
    unsafe tables.deinitialize(count: width)
    unsafe tables.deallocate()
    unsafe roles.deallocate()
    unsafe wideRow.deallocate()
  }

  /// Whether to look rows up by what follows their school.
  var looksAtTails: Bool { hasTails && tailUse.isWorthwhile }

  /// Counts the rows of a block.
  ///
  /// - Returns: What was found in it besides good rows.
  func count(_ block: RowBlocks.Block, in buffer: [UInt8], from start: Int = 0) -> Findings {
    var found = Findings(block: block.index)
    line = 0
    var position = start
    while true {
      position = countPlainRows(buffer, position, block.count)
      guard position < block.count, found.mistakes.count < CSVReader.mistakesAtMost else { break }
      position = countRow(buffer, position, block, &found)
    }
    found.lineCount = line
    tailUse.endBlock()
    return found
  }
}
