import FundingModel

/// The tables that show every year of a scenario over more years than the others show.
extension Report {
  /// Whether there are years that the other tables leave out.
  var leavesYearsOut: Bool { result.censuses.years.count > result.yearsShown.count }

  /// What people call a run in a year.
  func label(_ run: String, _ year: FundingYear) -> BilingualText {
    runs.first { $0.run == run && $0.year == year }?.label
      ?? ReportSentences.same(result.name(of: run, in: year))
  }

  /// How many schools lie below a benchmark and what parity costs, the years side by side.
  func parityEachYear(_ benchmark: Benchmark) -> [ReportPage.Block] {
    guard leavesYearsOut else { return [] }
    let left = result.waysOfSharing
    let rows = result.parity.filter {
      $0.benchmark == benchmark.amount && !left.contains($0.run)
    }
    let amount = Prose.shortPounds(benchmark.amount)
    func table(
      _ caption: BilingualText, _ cell: @escaping (ParityRow) -> ReportPage.Cell
    ) -> ReportPage.Block {
      let lines = Self.lines(rows) { Line(group: $0.sector, run: $0.run) }
      return .table(
        sideBySide(
          caption, first: Word.sector.text,
          lines.map { line in
            (
              words: [
                line.group.map(ReportSentences.sector) ?? Word.all.text,
                ReportSentences.run(line.run),
              ],
              isSummary: line.group == nil,
              cell: { year in
                rows.first { $0.sector == line.group && $0.run == line.run && $0.year == year }
                  .map(cell)
              }
            )
          }), isFolded: true)
    }
    return [
      table(
        BilingualText(
          en: "Schools below \(amount) per pupil in each year, %",
          cy: "Ysgolion o dan \(amount) fesul disgybl ym mhob blwyddyn, %")
      ) { .percent($0.belowPercent) },
      table(
        BilingualText(
          en: "The cost of parity at \(amount) in each year",
          cy: "Cost cydraddoldeb ar \(amount) ym mhob blwyddyn")
      ) { .money($0.cost).keptBack(if: hidesParity($0)) },
      .paragraph(
        BilingualText(
          en: "Every authority and sector in every year: parity-authorities.csv.",
          cy: "Pob awdurdod a sector ym mhob blwyddyn: parity-authorities.csv.")),
    ]
  }

  /// Who gains and who loses in each year; the change by sector and by authority, the years side by
  /// side.
  var gainsEachYear: [ReportPage.Block] {
    guard leavesYearsOut else { return [] }
    let compared = gainsOfRuns.runs.filter { $0.run != result.comparison.baseline }
    let table = ReportPage.Table(
      caption: BilingualText(
        en: "Winners and losers in each year", cy: "Enillwyr a chollwyr ym mhob blwyddyn"),
      head: [
        Word.run.text, Word.year.text, Word.schools.text, Word.winners.text, Word.losers.text,
        Word.unchanged.text, Word.gain.text, Word.loss.text, Word.change.text,
      ], words: 2,
      rows: compared.flatMap { run in
        gainsOfRuns.gains(run, by: .all).rows.map { row in
          let isHidden = hidesGainSums(.all, row, run.run, run.year)
          return ReportPage.Row([
            .init(ReportSentences.run(run.run)), .init(run.year.description),
            .whole(row.schools), .whole(row.winners), .whole(row.losers), .whole(row.unchanged),
            .money(row.gain).keptBack(if: isHidden), .money(row.loss).keptBack(if: isHidden),
            change(row, .all, run),
          ])
        }
      })
    return [.heading(Self.eachYear), .table(table, isFolded: false)]
      + [
        (
          GainsByGroup.Kind.sector, Word.sector.text,
          BilingualText(
            en: "Change by sector in each year", cy: "Newid yn ôl sector ym mhob blwyddyn")
        ),
        (
          .authority, Word.authority.text,
          BilingualText(
            en: "Change by authority in each year", cy: "Newid yn ôl awdurdod ym mhob blwyddyn")
        ),
      ].map { kind, first, caption in
        .table(changeEachYear(compared, by: kind, first: first, caption: caption), isFolded: true)
      } + [
        .paragraph(
          BilingualText(
            en: "Every group in every year: gains.csv.",
            cy: "Pob grŵp ym mhob blwyddyn: gains.csv."))
      ]
  }

  private func changeEachYear(
    _ compared: [ComparedRun], by kind: GainsByGroup.Kind, first: BilingualText,
    caption: BilingualText
  ) -> ReportPage.Table {
    let found = compared.flatMap { run in
      (gainsOfRuns.gains(run, by: kind).rows.map { ($0.value as String?, change($0, kind, run)) }
        + gainsOfRuns.gains(run, by: .all).rows.map { (nil, change($0, .all, run)) })
        .map { (run: run, group: $0.0, cell: $0.1) }
    }
    let lines = Self.lines(found) { Line(group: $0.group, run: $0.run.run) }
    let ordered = lines.filter { $0.group != nil } + lines.filter { $0.group == nil }
    return sideBySide(
      caption, first: first,
      ordered.map { line in
        (
          words: [
            line.group.map { ReportSentences.group(kind, $0) } ?? Word.all.text,
            ReportSentences.run(line.run),
          ],
          isSummary: line.group == nil,
          cell: { year in
            found.first {
              $0.group == line.group && $0.run.run == line.run && $0.run.year == year
            }?.cell
          }
        )
      })
  }

  /// The sum of a group's changes.
  private func change(
    _ row: GainsByGroup.Row, _ kind: GainsByGroup.Kind, _ run: ComparedRun
  ) -> ReportPage.Cell {
    .change(row.net).keptBack(
      if: hidesChange(
        kind, row, comparesAll: comparesAllHidden(run.run, run.year, run.schools)))
  }

  /// What floors and minima give and caps take, the years side by side.
  var protectionEachYear: [ReportPage.Block] {
    let found = OrderedOutcomes(of: result).outcomes.flatMap { outcome in
      ProtectionTotals(of: outcome).rows.map { (outcome: outcome, row: $0) }
    }
    guard leavesYearsOut, !found.isEmpty else { return [] }
    let lines = Self.lines(found) {
      Line(group: $0.row.name, run: $0.outcome.specification.name)
    }
    let table = sideBySide(
      BilingualText(
        en: "The cost of protection in each year", cy: "Cost diogelu ym mhob blwyddyn"),
      first: Word.whichAdjustment.text,
      lines.map { line in
        let own = found.filter {
          $0.row.name == line.group && $0.outcome.specification.name == line.run
        }
        return (
          words: [
            own.first?.row.title ?? ReportSentences.same(line.group ?? ""),
            ReportSentences.run(line.run),
          ], isSummary: false,
          cell: { year in
            own.first { $0.outcome.allocation.year == year }.map {
              .change($0.row.amount).keptBack(
                if: disclosure.figures.hidesTotal(of: $0.row.name, run: line.run, year: year))
            }
          }
        )
      })
    return [.table(table, isFolded: false)]
  }

  private static let eachYear = BilingualText(en: "Each year", cy: "Pob blwyddyn")

  /// One line of a table with the years side by side.
  private struct Line: Hashable {
    let group: String?
    let run: String
  }

  /// The lines of some rows, each once, in order of appearance.
  private static func lines<Row>(_ rows: [Row], _ line: (Row) -> Line) -> [Line] {
    var known: Set<Line> = []
    return rows.map(line).filter { known.insert($0).inserted }
  }

  /// A table with a column for each year.
  private func sideBySide(
    _ caption: BilingualText, first: BilingualText,
    _ lines: [(
      words: [BilingualText], isSummary: Bool, cell: (FundingYear) -> ReportPage.Cell?
    )]
  ) -> ReportPage.Table {
    let years = result.censuses.years
    return ReportPage.Table(
      caption: caption,
      head: [first, Word.run.text] + years.map { ReportSentences.same($0.description) }, words: 2,
      rows: lines.map { line in
        ReportPage.Row(
          line.words.map { .init($0) } + years.map { line.cell($0) ?? .none },
          isSummary: line.isSummary)
      })
  }
}
