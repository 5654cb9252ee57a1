import Diagnostics
import FundingFiles
import FundingModel
import Synchronization

/// Small data files, as text in the tests.
enum Example {
  static func source(_ text: String, _ path: String = "data.csv") -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  static func schools(_ text: String) throws -> SchoolTable {
    try SchoolsFile(source: source(text)).table
  }

  /// Three schools, not in order.
  static let threeSchools = """
    school,authority,sector,pupils
    6814000,Cardiff,secondary,3
    6602130,660,primary,2
    6602131,Ynys Môn,primary,

    """

  static func pupils(_ text: String) throws -> PupilTable {
    try PupilsFile(source: source(text), schools: schools(threeSchools)).table
  }

  /// How many pupils of a school have a value.
  static func heads(_ table: PupilTable, school: Int, _ field: String, _ value: FieldValue?)
    -> Int64
  {
    guard let column = table.column(field) else { return -1 }
    return table.entries(ofSchool: school).reduce(0) {
      column[Int(table.pupils[$1])] == value ? $0 + table.counts[$1] : $0
    }
  }

  static func slugs(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let mistakes as Mistakes {
      return mistakes.diagnostics.map(\.slug)
    } catch {
      return ["\(error)"]
    }
  }
}

/// Bad rows that were set aside, in the order in which they came.
final class RowsAside: Sendable {
  private let rows = Mutex<[QuarantinedRow]>([])

  var all: [QuarantinedRow] { rows.withLock { $0 } }

  @Sendable func take(_ more: [QuarantinedRow]) { rows.withLock { $0 += more } }
}

/// Everything that a table of pupils holds, to be compared.
struct PupilContents: Hashable {
  let columns: [Column]
  let starts: [Int]
  let pupils: [Int32]
  let counts: [Int64]

  init(_ table: PupilTable) {
    columns = table.columns
    starts = table.starts
    pupils = table.pupils
    counts = table.counts
  }
}

/// Everything that a table of schools holds, to be compared.
struct SchoolContents: Hashable {
  let numbers: [Int]
  let names: [String]
  let authorities: [Int]
  let sectors: [String]
  let statedPupils: [Int?]
  let budgets: [Money?]
  let columns: [Column]

  init(_ table: SchoolTable) {
    numbers = table.numbers
    names = table.names
    authorities = table.authorities
    sectors = table.sectors
    statedPupils = table.statedPupils
    budgets = table.budgetPerPupil
    columns = table.columns
  }
}
