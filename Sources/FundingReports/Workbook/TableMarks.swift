/// What a reader must know of single cells of a table: that they are estimates, or kept back.
///
/// A row says so itself: `estimated` and `hidden` name its columns. Where a row's school is modelled
/// or its formula fitted, all its money is an estimate.
struct TableMarks {
  /// What is to be known of a cell.
  enum Mark {
    case hidden, estimated
  }

  private let names: [String]
  private let isMoney: [Bool]
  private let estimated: TableCells?
  private let hidden: TableCells?
  private let modelled: TableCells?
  private let status: TableCells?

  /// Reads a table's own columns.
  init(of table: Table) {
    names = table.columns.map(\.name)
    isMoney = table.columns.map { column in
      switch column.cells {
      case .moneys, .percents: true
      case .texts, .labels, .wholes, .decimals, .numbers, .flags: false
      }
    }
    estimated = table.column("estimated")?.cells
    hidden = table.column("hidden")?.cells
    modelled = table.column("modelled")?.cells
    status = table.column("status")?.cells
  }

  /// The mark of a cell; nil for none.
  func mark(row: Int, column: Int) -> Mark? {
    if names(hidden, row, column) { return .hidden }
    if names(estimated, row, column) { return .estimated }
    guard isMoney[column] else { return nil }
    return modelled?.text(at: row) == "true" || status?.text(at: row) == "fitted"
      ? .estimated : nil
  }

  /// Whether a cell that lists columns lists this one.
  private func names(_ list: TableCells?, _ row: Int, _ column: Int) -> Bool {
    guard let text = list?.text(at: row), !text.isEmpty else { return false }
    return text.split(separator: " ").contains { $0 == names[column] }
  }
}
