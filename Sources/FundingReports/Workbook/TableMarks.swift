import FundingModel

/// What a reader must know of single cells of a table: that they are estimates, or kept back.
///
/// A row says so itself where it can: `estimated` and `hidden` name its columns. Elsewhere a figure is
/// an estimate where a share of which it is made is: by its run, or by the baseline that it is held
/// against. Of modelled schools all figures are.
struct TableMarks {
  /// What is to be known of a cell.
  enum Mark {
    case hidden, estimated
  }

  private let columns: [TableColumn]
  private let roles: [ColumnRole]
  private let estimated: TableCells?
  private let hidden: TableCells?
  /// By row, what there is to know of shares.
  private let rows: [RowEstimates]
  private let estimates: EstimatedFigures

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - estimates: Which shares are estimates.
  init(of table: Table, estimates: EstimatedFigures) {
    columns = table.columns
    roles = table.columns.map { ColumnRole($0) }
    estimated = table.column("estimated")?.cells
    hidden = table.column("hidden")?.cells
    self.estimates = estimates
    rows = RowEstimates.all(of: table, estimates)
  }

  /// The mark of a cell; nil for none.
  func mark(row: Int, column: Int) -> Mark? {
    let name = columns[column].name
    if names(hidden, row).contains(Substring(name)) { return .hidden }
    return isEstimate(row, name, roles[column]) ? .estimated : nil
  }

  private func isEstimate(_ row: Int, _ name: String, _ role: ColumnRole) -> Bool {
    if let estimated {
      let named = names(estimated, row)
      let parts = [Substring(name)] + ColumnRole.parts(of: name)
      if parts.contains(where: named.contains) { return true }
    }
    let shares = rows[row]
    return switch role {
    case .none: false
    case .pupils: shares.areModelled
    case .counted: shares.areModelled || estimates.areModelledPupils
    case .freeMeals: shares.areModelled || shares.hasModelledMeals
    case .ofRun: shares.areModelled || estimated == nil && shares.ofRun
    case .ofBaseline: shares.areModelled || estimated == nil && shares.ofBaseline
    case .ofBoth:
      shares.areModelled || estimated == nil && (shares.ofRun || shares.ofBaseline)
    }
  }

  /// The columns that a cell lists.
  private func names(_ list: TableCells?, _ row: Int) -> [Substring] {
    guard let text = list?.text(at: row), !text.isEmpty else { return [] }
    return text.split(separator: " ")
  }
}
