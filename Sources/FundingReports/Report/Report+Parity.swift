import FundingModel

extension Report {
  /// Schools below each benchmark, how far, and what it would cost to bring them up to it.
  var parity: ReportPage.Section {
    var blocks: [ReportPage.Block] = []
    if benchmarks.isEmpty {
      blocks.append(
        .paragraph(
          BilingualText(
            en: "The scenario names no benchmark, and none is published for its year.",
            cy: "Nid yw'r senario yn enwi meincnod, ac ni chyhoeddwyd un ar gyfer ei blwyddyn.")))
    }
    blocks += whoseAreEstimates
    for benchmark in benchmarks { blocks += parity(against: benchmark) }
    blocks += twins
    return ReportPage.Section(
      id: "parity", title: BilingualText(en: "Parity", cy: "Cydraddoldeb"), blocks: blocks)
  }

  /// The sector that authorities are held by: secondary where there is one, else all.
  private var heldSector: String? {
    schools.sectors.contains("secondary") ? "secondary" : nil
  }

  private func parity(against benchmark: Benchmark) -> [ReportPage.Block] {
    let amount = Prose.shortPounds(benchmark.amount)
    var blocks: [ReportPage.Block] = [
      .heading(
        BilingualText(
          en: "Schools below \(amount) per pupil", cy: "Ysgolion o dan \(amount) fesul disgybl"))
    ]
    let rows = result.parity.filter {
      row in
      row.benchmark == benchmark.amount && row.schools > 0
        && row.sector == heldSector && runs.contains { $0.run == row.run && $0.year == row.year }
    }
    blocks.append(
      .points(
        rows.map { row in
          Sentences.parity(
            row, by: result.name(of: row.run, in: row.year),
            isPublished: row.run == ReportRun.published)
        }))
    if let source = benchmark.source {
      blocks.append(.paragraph(Sentences.benchmarkSource(source)))
    }
    blocks += BenchmarkSentences(benchmark: benchmark, result: result).caveats.map { .caution($0) }
    let shown = { (row: ParityRow) in
      row.benchmark == benchmark.amount
        && runs.contains { $0.run == row.run && $0.year == row.year }
    }
    blocks.append(.paragraph(Self.costMeaning(amount)))
    blocks.append(
      .table(
        gapTable(
          result.parity.filter(shown),
          caption: BilingualText(
            en: "Below \(amount) per pupil, by sector, and the cost of parity",
            cy: "O dan \(amount) fesul disgybl, yn ôl sector, a chost cydraddoldeb"),
          first: Word.sector.text), isFolded: false))
    if let strips = strips(benchmark) { blocks.append(strips) }
    let name = heldSector.map(ReportSentences.sector) ?? Word.all.text
    blocks.append(
      .table(
        gapTable(
          result.parityByAuthority.filter { row in
            shown(row) && row.sector == heldSector && row.authority != nil
          },
          caption: BilingualText(
            en: "Below \(amount) per pupil, by authority (\(name.english.lowercased()) schools)",
            cy:
              "O dan \(amount) fesul disgybl, yn ôl awdurdod (ysgolion: \(name.welsh.lowercased()))"
          ),
          first: Word.authority.text), isFolded: true))
    return blocks + parityEachYear(benchmark)
  }

  private static func costMeaning(_ amount: String) -> BilingualText {
    BilingualText(
      en:
        "The cost of parity is what would bring every school below up to \(amount) for each of its "
        + "pupils, taking nothing from any other: the sum of (\(amount) × pupils − budget share) over "
        + "the schools below. Distance is that cost for each pupil of those schools. \(amount) "
        + "is one amount for all sectors: primary schools get less per pupil everywhere, so read each "
        + "sector by itself.",
      cy:
        "Cost cydraddoldeb yw'r hyn a godai bob ysgol islaw i \(amount) am bob un o'i disgyblion, heb "
        + "gymryd dim oddi wrth unrhyw ysgol arall: swm (\(amount) × disgyblion − cyfran o'r gyllideb) "
        + "dros yr ysgolion islaw. Pellter yw'r gost honno fesul disgybl yn yr ysgolion hynny. "
        + "Un swm i bob sector yw \(amount): mae ysgolion cynradd yn cael llai fesul disgybl ym mhobman, "
        + "felly darllener pob sector ar ei ben ei hun.")
  }

  /// Whether what brings a group up to a benchmark is kept back: it is a few schools' shares told
  /// another way.
  func hidesParity(_ row: ParityRow) -> Bool {
    disclosure.figures.hidesBelow(
      row.benchmark, in: HiddenFigures.Group(authority: row.authority, sector: row.sector),
      run: row.run, year: row.year)
  }

  private func gapTable(
    _ rows: [ParityRow], caption: BilingualText, first: BilingualText
  ) -> ReportPage.Table {
    ReportPage.Table(
      caption: caption,
      head: [
        first, Word.run.text, Word.schools.text, BilingualText(en: "Below", cy: "Islaw"),
        BilingualText(en: "Below, %", cy: "Islaw, %"),
        BilingualText(en: "Pupils there", cy: "Disgyblion yno"),
        ReportSentences.distance, ReportSentences.costOfParity,
      ], words: 2,
      rows: rows.map { row in
        let name =
          row.authority.map(ReportSentences.authority) ?? row.sector.map(ReportSentences.sector)
          ?? Word.all.text
        let isHidden = hidesParity(row)
        return ReportPage.Row(
          [
            .init(name), .init(label(row.run, row.year)), .whole(row.schools), .whole(row.below),
            .percent(row.belowPercent),
            (row.pupilsBelow.map { .whole($0) } ?? ReportPage.Cell(ReportSentences.notGiven))
              .keptBack(if: isHidden),
            (row.distance.map { .money($0) } ?? ReportPage.Cell.none).keptBack(if: isHidden),
            .money(row.cost).keptBack(if: isHidden),
          ], isSummary: row.authority == nil && row.sector == nil)
      })
  }
}
