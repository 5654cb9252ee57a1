import FundingModel

extension Table {
  /// `gains.csv`: who gains and who loses in groups of every kind.
  ///
  /// - Shape: by kind of group, then group; in each by run in the comparison's order, then by year.
  /// - Invariant: the groups of a kind add up to all compared schools, those of which the data does
  ///   not say what group they are in being one of them (`not_known`).
  static func gains(of result: ScenarioResult) -> Table {
    let schools = result.census.schools
    let compared = GainsOfRuns(of: result)
    let rows = GainsByGroup.Kind.allCases.flatMap { kind -> [Line] in
      let found = compared.runs.map { run in
        (run: run, rows: compared.gains(run, by: kind).rows)
      }
      var values: [String] = []
      for value in compared.groups.flatMap({ $0.groups.values(kind) })
      where !values.contains(value) { values.append(value) }
      return values.flatMap { value in
        found.flatMap { run, rows in
          rows.filter { $0.value == value }.map { Line(kind: kind, run: run, row: $0) }
        }
      }
    }
    func number(_ row: Int?) -> Int64? { row.map { Int64(schools.numbers[$0]) } }
    func wholes(_ figure: (GainsByGroup.Row) -> Int64) -> TableCells {
      .wholes(rows.map { figure($0.row) })
    }
    func moneys(_ figure: (GainsByGroup.Row) -> Money?) -> TableCells {
      .moneys(rows.map { figure($0.row) })
    }
    return Table(
      name: "gains",
      columns: [
        TableColumn("by", .texts(rows.map(\.kind.rawValue))),
        TableColumn("group", .texts(rows.map(\.row.value))),
        TableColumn("run", .texts(rows.map(\.run.run))),
        TableColumn("year", .texts(rows.map(\.run.year.description))),
        TableColumn("baseline", .texts(rows.map { _ in result.comparison.baseline })),
        TableColumn("schools", wholes { Int64($0.schools) }),
        TableColumn("pupils", wholes(\.pupils)),
        TableColumn("winners", wholes { Int64($0.winners) }),
        TableColumn("losers", wholes { Int64($0.losers) }),
        TableColumn("unchanged", wholes { Int64($0.unchanged) }),
        TableColumn("pupils_winning", wholes(\.pupilsGaining)),
        TableColumn("pupils_losing", wholes(\.pupilsLosing)),
        TableColumn("pupils_unchanged", wholes(\.pupilsUnchanged)),
        TableColumn("gain", moneys(\.gain)),
        TableColumn("loss", moneys(\.loss)),
        TableColumn("change", moneys(\.net)),
        TableColumn("change_per_pupil", moneys(\.netPerPupil)),
        TableColumn("largest_gain", moneys(\.largestGain)),
        TableColumn("largest_gain_school", .wholes(rows.map { number($0.row.largestGainRow) })),
        TableColumn("largest_loss", moneys(\.largestLoss)),
        TableColumn("largest_loss_school", .wholes(rows.map { number($0.row.largestLossRow) })),
      ], members: rows.map { line in line.row.members.map { schools.numbers[$0] } })
  }

  private struct Line {
    let kind: GainsByGroup.Kind
    let run: ComparedRun
    let row: GainsByGroup.Row
  }
}
