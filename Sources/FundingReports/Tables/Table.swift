public import FundingModel

/// A table of results: named columns of equal length, before anything decides how it looks.
///
/// - Invariant: every column has `rowCount` cells.
public struct Table: Sendable {
  /// Its name, which is its file's without `.csv`.
  public let name: String
  /// How many rows, the header not counted.
  public let rowCount: Int
  /// Its columns, in order.
  public let columns: [TableColumn]
  /// For each row the numbers of the schools that it adds up; empty for a table whose other columns
  /// say which schools a row is about.
  let members: [[Int]]

  /// Makes a table of columns of equal length.
  public init(name: String, columns: [TableColumn]) {
    self.init(name: name, columns: columns, members: [])
  }

  /// Makes a table of rows that add up schools, a list of these for each.
  init(name: String, columns: [TableColumn], members: [[Int]]) {
    let rowCount = columns.first?.cells.count ?? 0
    precondition(
      columns.allSatisfy { $0.cells.count == rowCount }, "columns of '\(name)' differ in length")
    precondition(members.isEmpty || members.count == rowCount, "a list of schools for each row")
    self.name = name
    self.rowCount = rowCount
    self.columns = columns
    self.members = members
  }

  /// The column of a name; nil where there is none.
  public func column(_ name: String) -> TableColumn? { columns.first { $0.name == name } }
}

/// One column of a table.
public struct TableColumn: Sendable {
  /// Its name, as the header writes it.
  public let name: String
  /// Its cells.
  public let cells: TableCells

  /// Makes a column.
  public init(_ name: String, _ cells: TableCells) {
    self.name = name
    self.cells = cells
  }
}

/// The cells of a column, all of one type; nil is a blank.
public enum TableCells: Sendable {
  /// Texts, most of them different.
  case texts([String?])
  /// Texts that repeat: each cell is an index into `names`.
  case labels(names: [String], codes: [Int])
  /// Whole numbers.
  case wholes([Int64?])
  /// Amounts of money: pounds with two decimals.
  case moneys([Money?])
  /// Percentages: 80.62 for 80.62%, two decimals, halves away from zero.
  case percents([Rational?])
  /// Exact decimals.
  case decimals([Rational?])
  /// Numbers of different kinds in one column, each written as its kind is.
  case numbers([String?])
  /// `true` or `false`.
  case flags([Bool])

  /// How many cells.
  public var count: Int {
    switch self {
    case .texts(let cells): cells.count
    case .labels(_, let codes): codes.count
    case .wholes(let cells): cells.count
    case .moneys(let cells): cells.count
    case .percents(let cells): cells.count
    case .decimals(let cells): cells.count
    case .numbers(let cells): cells.count
    case .flags(let cells): cells.count
    }
  }

  /// The cell of a row as a file writes it; empty for a blank.
  public func text(at row: Int) -> String {
    switch self {
    case .texts(let cells): cells[row] ?? ""
    case .labels(let names, let codes): names[codes[row]]
    case .wholes(let cells): cells[row].map(String.init) ?? ""
    case .moneys(let cells): cells[row]?.description ?? ""
    case .percents(let cells): cells[row]?.decimal(places: 2, atLeast: 2) ?? ""
    case .decimals(let cells): cells[row]?.description ?? ""
    case .numbers(let cells): cells[row] ?? ""
    case .flags(let cells): cells[row] ? "true" : "false"
    }
  }
}
