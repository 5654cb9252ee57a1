public import FundingModel

extension Table {
  /// `sweep.csv` or `draws.csv`: every run at every point, with the values that are set there.
  ///
  /// - Shape: a row for each point, run and year. Where the work was stopped the name says
  ///   `partial`.
  /// - Rounding: `per_pupil` is the total ÷ heads to the penny, halves away from zero.
  static func points(of results: PointResults) -> Table {
    let rows = results.figures.flatMap { $0 }
    let width = results.runs.count
    let owners = rows.indices.map { results.runs[$0 % width] }
    let compared = rows.map(\.winners)
    func moneys(_ pick: (WinnersRow) -> Money) -> TableCells {
      .moneys(compared.map { $0.map(pick) })
    }
    func wholes(_ pick: (WinnersRow) -> Int) -> TableCells {
      .wholes(compared.map { $0.map { Int64(pick($0)) } })
    }
    var columns = [
      TableColumn(results.kind.rawValue, .wholes(rows.indices.map { Int64($0 / width + 1) }))
    ]
    for (place, path) in results.paths.enumerated() {
      var values = LabelColumn()
      for index in rows.indices { values.append(results.values[index / width][place]) }
      columns.append(TableColumn(path, values.cells))
    }
    var (runs, years) = (LabelColumn(), LabelColumn())
    for owner in owners {
      runs.append(owner.run)
      years.append(owner.year.description)
    }
    columns += [
      TableColumn("run", runs.cells),
      TableColumn("year", years.cells),
      TableColumn("schools", .wholes(owners.map { Int64($0.schools) })),
      TableColumn("pupils", .wholes(owners.map(\.pupils))),
      TableColumn("total", .moneys(rows.map(\.total))),
      TableColumn(
        "per_pupil",
        .moneys(zip(rows, owners).map { $0.total.each(of: Rational(Int($1.pupils))) })),
      TableColumn("multiplier", .decimals(rows.map(\.multiplier))),
      TableColumn("winners", wholes(\.winners)),
      TableColumn("losers", wholes(\.losers)),
      TableColumn("unchanged", wholes(\.unchanged)),
      TableColumn("gain", moneys(\.gain)),
      TableColumn("loss", moneys(\.loss)),
      TableColumn("largest_gain", moneys(\.largestGain)),
      TableColumn("largest_loss", moneys(\.largestLoss)),
      TableColumn("gini", .decimals(rows.map { $0.gini.flatMap(statistic) })),
      TableColumn(
        "coefficient_of_variation", .decimals(rows.map { $0.variation.flatMap(statistic) })),
    ]
    for (place, benchmark) in results.benchmarks.enumerated() {
      columns.append(
        TableColumn(
          "below_\(benchmark.pounds.description)", .wholes(rows.map { Int64($0.below[place]) })))
    }
    return Table(name: results.tableName, columns: columns)
  }

  /// `uncertainty.csv`: how the totals of each run, sector and authority spread over the draws.
  static func uncertainty(of results: PointResults) -> Table {
    let rows = UncertaintyRow.rows(of: results)
    return Table(
      name: results.isPartial ? "uncertainty.partial" : "uncertainty",
      columns: [
        TableColumn("group", .texts(rows.map(\.group.key))),
        TableColumn("run", .texts(rows.map(\.run))),
        TableColumn("year", .texts(rows.map(\.year.description))),
        TableColumn("draws", .wholes(rows.map { Int64($0.draws) })),
        TableColumn("mean", .moneys(rows.map(\.mean))),
        TableColumn("standard_deviation", .moneys(rows.map(\.deviation))),
        TableColumn("standard_error", .moneys(rows.map(\.standardError))),
        TableColumn("p5", .moneys(rows.map(\.p5))),
        TableColumn("p50", .moneys(rows.map(\.median))),
        TableColumn("p95", .moneys(rows.map(\.p95))),
      ])
  }
}

extension PointResults {
  /// The table's name, which says where it is not whole.
  var tableName: String {
    let whole =
      switch kind {
      case .point: "sweep"
      case .draw: "draws"
      }
    return isPartial ? whole + ".partial" : whole
  }

  /// The tables of a sweep or of draws.
  func tables() -> [Table] {
    switch kind {
    case .point: [.points(of: self)]
    case .draw: [.points(of: self), .uncertainty(of: self)]
    }
  }
}

extension ScenarioResult {
  /// Whether a sweep or draws were stopped before the end.
  public var isPartial: Bool { [sweep, draws].contains { $0?.isPartial ?? false } }
}
