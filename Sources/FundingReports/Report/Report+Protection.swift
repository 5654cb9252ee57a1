import FundingModel

extension Report {
  /// What floors and minima of every run give and its caps take; empty where there are none.
  var costOfProtection: [ReportPage.Block] {
    guard result.hasProtection else { return [] }
    return [.heading(Self.heading)] + runs.flatMap(protection) + protectionEachYear + [
      .paragraph(
        BilingualText(
          en: "Every authority and sector: protection-authorities.csv.",
          cy: "Pob awdurdod a sector: protection-authorities.csv."))
    ]
  }

  private static let heading = BilingualText(en: "The cost of protection", cy: "Cost diogelu")

  /// What they give and take in one run and year.
  private func protection(_ run: ReportRun) -> [ReportPage.Block] {
    guard let outcome = run.outcome else { return [] }
    let rows = ProtectionTotals(of: outcome).rows
    guard !rows.isEmpty else { return [] }
    let name = run.label
    return [
      .table(
        ReportPage.Table(
          caption: BilingualText(
            en: "The cost of protection: \(name.english)", cy: "Cost diogelu: \(name.welsh)"),
          head: [Word.whichAdjustment.text, Word.schools.text, Word.givenOrTaken.text],
          rows: rows.map { row in
            let isHidden = disclosure.figures.hidesTotal(
              of: row.name, run: run.run, year: run.year)
            return ReportPage.Row([
              .init(row.title), .whole(row.schools),
              .change(row.amount).keptBack(if: isHidden),
            ])
          }), isFolded: false)
    ]
      + rows.filter { !$0.withoutBaseline.isEmpty }.map { row in
        .paragraph(
          Sentences.withoutBaseline(
            run: run.label.english, title: row.title,
            schools: row.withoutBaseline.map { schools.numbers[$0] }, listed: Summary.leftOutListed)
        )
      }
  }
}
