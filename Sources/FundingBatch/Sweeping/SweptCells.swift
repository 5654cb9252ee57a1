import FundingModel

/// One value of a formula's rate in the table of a year.
struct CellPlace: Hashable, Comparable {
  /// The rate, by index.
  let rate: Int
  /// The cell; past the last for `otherwise`.
  let cell: Int

  static func < (left: CellPlace, right: CellPlace) -> Bool {
    (left.rate, left.cell) < (right.rate, right.cell)
  }
}

/// The values of a formula that move together: the same dimensions change them, in order.
struct MovingPart: Hashable {
  /// An index that moves, from a table's own year to the year.
  struct Compounding: Hashable {
    /// Which dimension it is.
    let dimension: Int
    /// The year of the values.
    let from: FundingYear
    /// The year that they are moved to.
    let through: FundingYear
  }
  /// Which dimensions, in the order of their changes.
  var dimensions: [Int] = []
  /// The index among the dimensions that moves the values afterwards.
  var index: Compounding?
  /// How many of a solve's paths name them.
  var solves = 0
  /// The values.
  var cells: [CellPlace] = []
  /// What each becomes in the year where it is 1 in the first: what indices make of it.
  var units: [Rational] = []
}

/// Which values of every run's formulae move, found by changing them and looking.
struct SweptCells {
  /// The runs of the year with the values split as the paths ask, each still as it was.
  let runs: [RunFormulas]
  /// The parts that move, by run and group.
  let parts: [[[MovingPart]]]
  /// By run, whether a swept table no longer holds in the year: then only a plain evaluation will do.
  let needsPlainly: [Bool]

  /// Looks which values each dimension and each solve changes.
  ///
  /// - Throws: `changes`, with every path that names nothing.
  init(_ own: [RunFormulas], points: SweepPoints, runner: YearRunner) throws(ScenarioFailure) {
    let year = runner.inputs.scenario.year
    var split = try points.apply(to: own, year: year) { _ in .times(.one) }
    for index in split.indices {
      for path in Self.solvedPaths(split[index]) {
        _ = try? split[index].change(path, .times(.one), year: year)
      }
    }
    let runs = split
    var touched = runs.map { run in
      run.groups.map { _ in [CellPlace: MovingPart]() }
    }
    func note(_ probe: RunFormulas, _ run: Int, _ change: (inout MovingPart) -> Void) {
      for (group, pair) in zip(probe.groups, runs[run].groups).enumerated() {
        for place in pair.0.formula.cells(otherThanIn: pair.1.formula, year: year) {
          change(&touched[run][group][place, default: MovingPart()])
        }
      }
    }
    for dimension in points.dimensions.indices {
      var probe = runs
      _ = ScenarioChanges.apply(
        points.change(dimension, .becomes(Self.mark)), to: &probe, year: year)
      for index in runs.indices { note(probe[index], index) { $0.dimensions.append(dimension) } }
    }
    for index in runs.indices {
      for path in Self.solvedPaths(runs[index]) {
        var probe = runs[index]
        _ = try? probe.change(path, .becomes(Self.mark), year: year)
        note(probe, index) { $0.solves += 1 }
      }
    }
    guard let span = runner.inputs.scenario.years else {
      self.runs = runs
      parts = touched.map { run in run.map(Self.grouped) }
      needsPlainly = runs.map { _ in false }
      return
    }
    needsPlainly = runs.indices.map { run in
      runs[run].groups.indices.contains { group in
        let rates = runs[run].groups[group].formula.rates
        return touched[run][group].keys.contains {
          rates[$0.rate].table(in: year)?.from != rates[$0.rate].table(in: runner.year)?.from
        }
      }
    }
    for run in runs.indices {
      for group in runs[run].groups.indices {
        Self.noteIndices(
          of: points, in: runs[run].groups[group].formula, year: runner.year,
          &touched[run][group])
      }
    }
    let parts = touched.map { run in run.map(Self.grouped) }
    // An index that moves is a number of the points: here it stands still.
    let years = points.years(span) { _ in .zero }
    self.runs = try Uprating.applied(to: runs, by: years, in: runner.year)
    var probe = runs
    for run in runs.indices {
      for group in runs[run].groups.indices {
        let ones = parts[run][group].flatMap { part in
          part.cells.map { (place: $0, value: Rational.one) }
        }
        probe[run].groups[group].formula = runs[run].groups[group].formula.setting(
          ones, year: runner.year)
      }
    }
    let moved = try Uprating.applied(to: probe, by: years, in: runner.year)
    self.parts = parts.indices.map { run in
      parts[run].indices.map { group in
        parts[run][group].map { part in
          var part = part
          part.units = part.cells.map {
            moved[run].groups[group].formula.value(at: $0, year: runner.year)
          }
          return part
        }
      }
    }
  }

  /// Notes every value that an index of the points moves by a year.
  private static func noteIndices(
    of points: SweepPoints, in formula: Formula, year: FundingYear,
    _ touched: inout [CellPlace: MovingPart]
  ) {
    for dimension in points.dimensions.indices where points.dimensions[dimension].isIndex {
      for (position, rate) in formula.rates.enumerated() {
        guard let name = rate.uprate, [name] == points.dimensions[dimension].path,
          let table = rate.table(in: year), table.from < year
        else { continue }
        let cells = table.cells.count + (table.otherwise == nil ? 0 : 1)
        for cell in 0..<cells {
          touched[CellPlace(rate: position, cell: cell), default: MovingPart()].index =
            MovingPart.Compounding(dimension: dimension, from: table.from, through: year)
        }
      }
    }
  }

  /// A value that no file gives.
  private static let mark = (try? Rational(104_729, over: 1_299_709)) ?? .one

  private static func solvedPaths(_ run: RunFormulas) -> [[String]] {
    run.specification.solve.map { RunSolving.distinctPaths(of: $0, in: run) } ?? []
  }

  private static func grouped(_ touched: [CellPlace: MovingPart]) -> [MovingPart] {
    var parts: [MovingPart] = []
    for place in touched.keys.sorted() {
      guard let touch = touched[place] else { continue }
      let known = parts.firstIndex {
        $0.dimensions == touch.dimensions && $0.index == touch.index && $0.solves == touch.solves
      }
      if let known {
        parts[known].cells.append(place)
        parts[known].units.append(.one)
      } else {
        var part = touch
        part.cells = [place]
        part.units = [.one]
        parts.append(part)
      }
    }
    return parts
  }
}

extension Formula {
  /// The values that differ from those of the same formula, in the tables of a year.
  fileprivate func cells(otherThanIn other: Formula, year: FundingYear) -> [CellPlace] {
    guard rates != other.rates else { return [] }
    var places: [CellPlace] = []
    for (index, pair) in zip(rates, other.rates).enumerated() where pair.0 != pair.1 {
      guard let table = pair.0.table(in: year), let before = pair.1.table(in: year) else {
        continue
      }
      precondition(table.cells.count == before.cells.count, "the values are split already")
      for cell in table.cells.indices where table.cells[cell].value != before.cells[cell].value {
        places.append(CellPlace(rate: index, cell: cell))
      }
      if table.otherwise?.value != before.otherwise?.value {
        places.append(CellPlace(rate: index, cell: table.cells.count))
      }
    }
    return places
  }

  /// The value at a place.
  func value(at place: CellPlace, year: FundingYear) -> Rational {
    guard let table = rates[place.rate].table(in: year) else { return .zero }
    return place.cell < table.cells.count
      ? table.cells[place.cell].value : table.otherwise?.value ?? .zero
  }

  /// This formula with other values at some places of a year's tables.
  func setting(_ values: [(place: CellPlace, value: Rational)], year: FundingYear) -> Formula {
    var rates = rates
    for (place, value) in values {
      let rate = rates[place.rate]
      guard let index = rate.tables.lastIndex(where: { $0.from <= year }) else { continue }
      var tables = rate.tables
      var cells = tables[index].cells
      var otherwise = tables[index].otherwise
      if place.cell < cells.count {
        cells[place.cell] = cells[place.cell].with(value: value)
      } else {
        otherwise = otherwise?.with(value: value)
      }
      tables[index] = DatedTable(from: tables[index].from, cells: cells, otherwise: otherwise)
      rates[place.rate] = rate.with(tables: tables)
    }
    return with(rates: rates)
  }

  /// This formula with some of its factors and no adjustments.
  func keeping(factors kept: [Int]) -> Formula {
    Formula(
      name: name, path: path, reach: reach, year: year, title: title, status: status,
      sources: sources, rates: rates, definitions: definitions, factors: kept.map { factors[$0] },
      rounding: rounding)
  }
}
