import FundingModel

extension Report {
  /// How equally, and how fittingly, money is spread.
  var equity: ReportPage.Section {
    var blocks: [ReportPage.Block] = [
      .paragraph(
        BilingualText(
          en: "Each measure weighs schools by their pupils. Horizontal equity asks whether schools "
            + "alike are funded alike; vertical equity whether greater need brings more money. Need is "
            + "eligibility for free school meals. The convention of each measure stands beside it.",
          cy:
            "Mae pob mesur yn pwysoli ysgolion yn ôl nifer eu disgyblion. Mae tegwch llorweddol yn gofyn "
            + "a yw ysgolion tebyg yn cael eu cyllido'n debyg; mae tegwch fertigol yn gofyn a yw mwy o "
            + "angen yn dod â mwy o arian. Cymhwystra i gael prydau ysgol am ddim yw'r angen. Mae "
            + "confensiwn pob mesur wrth ei ochr."))
    ]
    blocks += whoseAreEstimates + lorenz
    for unit in EquityRow.Unit.allCases {
      let sectors = [nil] + schools.sectorsFound.map(Optional.some)
      for sector in sectors where hasRows(unit, sector) {
        blocks.append(
          .table(equityTable(unit, sector), isFolded: !(unit == .school && sector == nil)))
      }
    }
    blocks += withinAuthorities
    return ReportPage.Section(
      id: "equity", title: BilingualText(en: "Equity", cy: "Tegwch"), blocks: blocks)
  }

  private func hasRows(_ unit: EquityRow.Unit, _ sector: String?) -> Bool {
    result.equity.contains { $0.unit == unit && $0.authority == nil && $0.sector == sector }
  }

  /// How alike each authority treats its own schools of one sector; nothing where there are not two.
  private var withinAuthorities: [ReportPage.Block] {
    let measure = "coefficient_of_variation"
    let name = EquityWords.measure(measure)
    let tables = schools.sectorsFound.compactMap { sector -> ReportPage.Block? in
      let rows = result.equity.filter {
        $0.authority != nil && $0.sector == sector && $0.measure == measure
      }
      let shown = runs.filter { run in rows.contains { $0.run == run.run && $0.year == run.year } }
      let codes = Set(rows.compactMap(\.authority)).sorted()
      guard !codes.isEmpty else { return nil }
      let who = ReportSentences.sector(sector)
      return .table(
        ReportPage.Table(
          caption: BilingualText(
            en: "\(name.english) within each authority: \(who.english.lowercased())",
            cy: "\(name.welsh) o fewn pob awdurdod: \(who.welsh.lowercased())"),
          head: [Word.authority.text] + shown.map(\.label),
          rows: codes.map { code in
            ReportPage.Row(
              [.init(ReportSentences.authority(code))]
                + shown.map { run in
                  let row = rows.first {
                    $0.authority == code && $0.run == run.run && $0.year == run.year
                  }
                  return ReportPage.Cell(EquityWords.figure(row?.value, of: measure))
                    .keptBack(
                      if: disclosure.figures.hidesEquity(
                        measure, between: .school,
                        of: HiddenFigures.Group(authority: code, sector: sector), run: run.run))
                })
          }), isFolded: true)
    }
    guard !tables.isEmpty else { return [] }
    return tables + [
      .paragraph(
        BilingualText(
          en: "Every measure within each authority is in equity.csv.",
          cy: "Mae pob mesur o fewn pob awdurdod yn equity.csv."))
    ]
  }

  private func equityTable(_ unit: EquityRow.Unit, _ sector: String?) -> ReportPage.Table {
    let rows = result.equity.filter {
      $0.unit == unit && $0.authority == nil && $0.sector == sector
    }
    let shown = runs.filter { run in rows.contains { $0.run == run.run && $0.year == run.year } }
    struct Key: Hashable {
      let measure: String
      let convention: String
    }
    var keys: [Key] = []
    var values: [Key: [String: EquityRow]] = [:]
    for row in rows {
      let key = Key(measure: row.measure, convention: row.convention)
      if values[key] == nil { keys.append(key) }
      values[key, default: [:]]["\(row.run) \(row.year)"] = row
    }
    let who: BilingualText =
      switch unit {
      case .school: BilingualText(en: "Between schools", cy: "Rhwng ysgolion")
      case .authority: BilingualText(en: "Between authorities", cy: "Rhwng awdurdodau")
      }
    let name =
      sector.map(ReportSentences.sector) ?? BilingualText(en: "all sectors", cy: "pob sector")
    let group = HiddenFigures.Group(authority: nil, sector: sector)
    return ReportPage.Table(
      caption: BilingualText(
        en: "\(who.english): \(name.english.lowercased())",
        cy: "\(who.welsh): \(name.welsh.lowercased())"),
      head: [
        BilingualText(en: "Measure", cy: "Mesur"),
        BilingualText(en: "Convention", cy: "Confensiwn"),
      ] + shown.map(\.label), words: 2,
      rows: keys.map { key in
        ReportPage.Row(
          [.init(EquityWords.measure(key.measure)), .init(EquityWords.convention(key.convention))]
            + shown.map { run in
              let value = values[key]?["\(run.run) \(run.year)"]?.value
              return ReportPage.Cell(EquityWords.figure(value, of: key.measure))
                .keptBack(
                  if: disclosure.figures.hidesEquity(
                    key.measure, between: unit, of: group, run: run.run))
            })
      })
  }
}
