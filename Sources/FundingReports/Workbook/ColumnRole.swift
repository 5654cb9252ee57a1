/// What the figures of a column are made of, as far as it matters for whether they are estimates.
enum ColumnRole {
  /// No figure, or one that is published, set or a plain number of schools or pupils.
  case none
  /// How many pupils a school has.
  case pupils
  /// Something counted of pupils' fields.
  case counted
  /// A share of free school meals.
  case freeMeals
  /// The row's run.
  case ofRun
  /// The baseline.
  case ofBaseline
  /// The run and the baseline.
  case ofBoth

  /// The role of a column.
  init(_ column: TableColumn) {
    switch column.name {
    case "benchmark": self = .none
    case "pupils", "twin_pupils": self = .pupils
    case "fte": self = .counted
    case "fsm_pct", "twin_fsm_pct": self = .freeMeals
    case "baseline_share": self = .ofBaseline
    case "change", "change_per_pupil", "change_pct", "gain", "loss", "largest_gain",
      "largest_loss", "winners", "losers", "unchanged", "pupils_winning", "pupils_losing",
      "pupils_unchanged":
      self = .ofBoth
    case "below", "pupils_below", "schools_below": self = .ofRun
    case let name where name.hasPrefix("below_"): self = .ofRun
    default:
      switch column.cells {
      case .moneys, .percents, .decimals, .numbers: self = .ofRun
      case .texts, .labels, .wholes, .flags: self = .none
      }
    }
  }

  /// The columns of budgets that a figure is worked out from; it is an estimate where one of them is.
  static func parts(of column: String) -> [Substring] {
    switch column {
    case "isb_per_pupil", "pupil_led_pct": ["isb"]
    case "delegated", "delegated_per_pupil", "effective_delegated_per_pupil":
      ["isb", "devolved", "delegated"]
    case "retained_per_pupil": ["retained"]
    case "gross", "gross_per_pupil", "delegation_rate", "effective_delegation_rate":
      ["isb", "devolved", "delegated", "retained", "gross"]
    default: []
    }
  }
}
