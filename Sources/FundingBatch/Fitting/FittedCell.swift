import FundingModel

/// One value that a fit estimates.
struct FittedCell: Hashable {
  /// Its rate: an index into the formula's rates.
  let rate: Int
  /// Which of the rate's tables.
  let table: Int
  /// Which of the table's cells; nil for `otherwise`.
  let cell: Int?
  /// The cell as the file gives it.
  let written: RateCell
  /// Its unit.
  let unit: Unit
  /// The least it may be.
  let lower: Rational
  /// The greatest it may be; nil for no end.
  let upper: Rational?
}

extension Formula {
  /// The values of the rates marked as estimates that hold in the formula's own year, in the
  /// file's order.
  ///
  /// - Throws: `rateBegins` for an estimated rate without a value in that year.
  func fittedCells() throws(FitFailure) -> [FittedCell] {
    var cells: [FittedCell] = []
    for (index, rate) in rates.enumerated() where rate.isFitted {
      guard let table = rate.tables.lastIndex(where: { $0.from <= year }) else {
        throw .rateBegins(formula: name, path: path, rate: rate.name, place: rate.place)
      }
      let values = rate.tables[table]
      let positions = values.cells.indices.map { (Optional($0), values.cells[$0]) }
      for (cell, written) in positions + (values.otherwise.map { [(nil, $0)] } ?? []) {
        let bounds =
          rate.bounds?.ranges[written.path.joined(separator: ".")] ?? rate.bounds?.ranges[""]
        cells.append(
          FittedCell(
            rate: index, table: table, cell: cell, written: written, unit: rate.unit,
            lower: bounds?.lowerBound ?? .zero, upper: bounds?.upperBound))
      }
    }
    return cells
  }

  /// This formula with its estimated values replaced.
  func with(_ values: [Rational], for cells: [FittedCell]) -> Formula {
    var rates = rates
    for (value, fitted) in zip(values, cells) {
      var tables = rates[fitted.rate].tables
      let old = tables[fitted.table]
      var cells = old.cells
      var otherwise = old.otherwise
      if let index = fitted.cell {
        cells[index] = cells[index].with(value: value)
      } else {
        otherwise = otherwise?.with(value: value)
      }
      tables[fitted.table] = DatedTable(from: old.from, cells: cells, otherwise: otherwise)
      rates[fitted.rate] = rates[fitted.rate].with(tables: tables)
    }
    return with(rates: rates)
  }
}
