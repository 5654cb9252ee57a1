public import FundingModel

/// The tables of shares against costs.
public enum AdequacyTables {
  /// The name of the run that costs are.
  static let costRun = "cost"

  /// `adequacy.csv`, `adequacy-summary.csv` and `adequacy-lines.csv`.
  ///
  /// - Parameters:
  ///   - adequacy: The shares and costs.
  ///   - language: The language of names.
  /// - Returns: The files.
  public static func files(of adequacy: Adequacy, language: Language) -> [OutputFile] {
    all(of: adequacy, language: language).map(\.file)
  }

  /// The same as tables.
  public static func all(of adequacy: Adequacy, language: Language) -> [Table] {
    [schools(adequacy, language), summary(adequacy, language), lines(adequacy, language)]
  }

  /// `adequacy.csv`: a row for each school, run and year; cost and gap blank where none is known.
  static func schools(_ adequacy: Adequacy, _ language: Language) -> Table {
    let schools = adequacy.census.schools
    let rows = adequacy.rows
    func labels(_ text: (Adequacy.Row) -> String) -> TableCells {
      var column = LabelColumn()
      for row in rows { column.append(text(row)) }
      return column.cells
    }
    return Table(
      name: "adequacy",
      columns: Table.schoolColumns(of: rows.map(\.row), in: schools, language: language) + [
        TableColumn("run", labels(\.run)),
        TableColumn("year", labels { $0.year.description }),
        TableColumn("pupils", .wholes(rows.map(\.pupils))),
        TableColumn("cost", .moneys(rows.map(\.cost))),
        TableColumn("share", .moneys(rows.map(\.share))),
        TableColumn("gap", .moneys(rows.map(\.gap))),
        TableColumn(
          "gap_per_pupil",
          .moneys(rows.map { row in row.gap.flatMap { Adequacy.perPupil($0, row.pupils) } })),
        TableColumn(
          "covered_pct",
          .percents(rows.map { row in row.cost.flatMap { Adequacy.covered(row.share, of: $0) } })),
        TableColumn("modelled", .flags(rows.map { _ in schools.areModelled })),
        TableColumn(
          "estimated",
          labels { row in
            let ofCost = ["cost", "gap", "gap_per_pupil", "covered_pct"]
            let ofShare =
              adequacy.isEstimate(run: row.run, year: row.year) ? ["share"] : []
            return
              (ofShare
              + (row.cost != nil && adequacy.hasEstimatedCosts ? ofCost : []))
              .joined(separator: " ")
          }),
      ])
  }

  /// `adequacy-summary.csv`: authorities and Wales, all sectors and each; Wales's rows last.
  static func summary(_ adequacy: Adequacy, _ language: Language) -> Table {
    let groups = inOrder(adequacy.groups)
    let whole = adequacy.census.schools.coverage.name
    func texts(_ text: (Adequacy.Group) -> String) -> TableCells { .texts(groups.map(text)) }
    return Table(
      name: "adequacy-summary",
      columns: [
        TableColumn("authority", texts { $0.authority.map(String.init) ?? "wales" }),
        TableColumn(
          "authority_name",
          texts { $0.authority.map { Names.authority($0, language) } ?? whole[language] }),
        TableColumn("sector", texts { $0.sector ?? "all" }),
        TableColumn("run", texts(\.run)),
        TableColumn("year", texts { $0.year.description }),
        TableColumn("schools", .wholes(groups.map { Int64($0.schools) })),
        TableColumn("schools_below", .wholes(groups.map { Int64($0.below) })),
        TableColumn("left_out", .wholes(groups.map { Int64($0.leftOut) })),
        TableColumn("pupils", .wholes(groups.map(\.pupils))),
        TableColumn("cost", .moneys(groups.map { $0.known($0.cost) })),
        TableColumn("share", .moneys(groups.map { $0.known($0.share) })),
        TableColumn("gap", .moneys(groups.map { $0.known($0.gap) })),
        TableColumn(
          "gap_per_pupil",
          .moneys(groups.map { Adequacy.perPupil($0.gap, $0.pupils) })),
        TableColumn(
          "covered_pct", .percents(groups.map { Adequacy.covered($0.share, of: $0.cost) })),
        TableColumn(
          "cost_per_pupil", .moneys(groups.map { Adequacy.perPupil($0.cost, $0.pupils) })),
        TableColumn("estimated", texts { estimated($0, in: adequacy) }),
      ])
  }

  /// The columns of a group's row that are estimates.
  private static func estimated(_ group: Adequacy.Group, in adequacy: Adequacy) -> String {
    guard group.schools > 0 else { return "" }
    let ofCost = [
      "schools_below", "cost", "gap", "gap_per_pupil", "covered_pct", "cost_per_pupil",
    ]
    return
      ((adequacy.hasEstimatedCosts ? ofCost : [])
      + (adequacy.isEstimate(run: group.run, year: group.year) ? ["share"] : []))
      .joined(separator: " ")
  }

  /// Wales's groups last.
  static func inOrder(_ groups: [Adequacy.Group]) -> [Adequacy.Group] {
    groups.filter { $0.authority != nil } + groups.filter { $0.authority == nil }
  }

  /// `adequacy-lines.csv`: the lines that each school's cost is the sum of.
  static func lines(_ adequacy: Adequacy, _ language: Language) -> Table {
    typealias Line = (school: Int, year: FundingYear, line: AllocationLine, amount: Money)
    let known = Set(adequacy.rows.filter { $0.cost != nil }.map(\.row))
    var rows: [Line] = []
    for costs in adequacy.costs {
      for group in costs.groups {
        for (position, row) in group.rows.enumerated() where known.contains(row) {
          for (line, amount) in zip(group.lines, group.amounts(at: position)) {
            rows.append((adequacy.census.schools.numbers[row], costs.year, line, amount))
          }
        }
      }
    }
    func labels(_ text: (Line) -> String) -> TableCells {
      var column = LabelColumn()
      for row in rows { column.append(text(row)) }
      return column.cells
    }
    return Table(
      name: "adequacy-lines",
      columns: [
        TableColumn("school", .wholes(rows.map { Int64($0.school) })),
        TableColumn("year", labels { $0.year.description }),
        TableColumn("line", labels { $0.line.name }),
        TableColumn("title", labels { $0.line.title[language] }),
        TableColumn("amount", .moneys(rows.map(\.amount))),
        TableColumn(
          "estimated", labels { _ in adequacy.hasEstimatedCosts ? "amount" : "" }),
      ])
  }

  /// The sums as JSON.
  public static func json(of adequacy: Adequacy) -> JSON {
    .members([
      "assumptions": .text(adequacy.assumptions.path),
      "modelled": .flag(adequacy.census.schools.areModelled),
      "estimated": .array(
        adequacy.assumptions.rates.filter(\.isFitted).map { .text($0.name) }),
      "groups": .array(
        adequacy.groups.map { group in
          .members([
            "authority": .optional(group.authority) { .text(String($0)) },
            "sector": .optional(group.sector) { .text($0) },
            "run": .text(group.run),
            "year": .text(group.year.description),
            "schools": .whole(Int64(group.schools)),
            "schools_below": .whole(Int64(group.below)),
            "left_out": .whole(Int64(group.leftOut)),
            "pupils": .whole(group.pupils),
            "cost": .optional(group.known(group.cost)) { .money($0) },
            "share": .optional(group.known(group.share)) { .money($0) },
            "gap": .optional(group.known(group.gap)) { .money($0) },
            "gap_per_pupil": .optional(Adequacy.perPupil(group.gap, group.pupils)) { .money($0) },
            "covered_pct": .optional(Adequacy.covered(group.share, of: group.cost)) {
              .percent($0)
            },
          ])
        }),
    ])
  }
}

extension Adequacy.Group {
  /// An amount of the group; nil where no school of it has a cost.
  func known(_ amount: Money) -> Money? { schools == 0 ? nil : amount }
}
