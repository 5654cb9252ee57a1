import FundingModel

extension Report {
  /// The bulletin's national figures, put together from their parts.
  var bulletin: [ReportPage.Block] {
    let figures = BulletinFigures.all
    return [
      .heading(
        BilingualText(
          en: "The bulletin’s own figures for Wales", cy: "Ffigurau'r bwletin ei hun ar gyfer Cymru"
        )),
      .paragraph(
        BilingualText(
          en:
            "The Welsh Government publishes what authorities budget for schools. Its “delegated” is "
            + "the individual schools budget and grants devolved to schools together, and its pupils "
            + "are full-time equivalents. No figure here is this scenario’s; each is published, or "
            + "worked out from the published figures above it.",
          cy: "Mae Llywodraeth Cymru yn cyhoeddi'r hyn y mae awdurdodau yn ei gyllidebu ar gyfer "
            + "ysgolion. Y gyllideb ysgolion unigol a grantiau a ddatganolir i ysgolion gyda'i gilydd "
            + "yw'r “dirprwyedig” yno, a chyfwerth ag amser llawn yw ei ddisgyblion. Nid yw'r un "
            + "ffigur yma'n perthyn i'r senario hwn; cyhoeddwyd pob un, neu fe'i cyfrifwyd o'r "
            + "ffigurau cyhoeddedig uwch ei ben.")),
      .table(Self.derivation(figures), isFolded: false),
      .points(
        figures.flatMap { one in
          Self.sums(one).map(ReportSentences.same)
            + [ReportSentences.same("\(one.year): \(Self.words(one.source))")]
        }),
    ]
  }

  /// Every line from the parts to gross, a year a column.
  private static func derivation(_ figures: [BulletinFigures]) -> ReportPage.Table {
    func row(
      _ english: String, _ welsh: String, isCalculated: Bool, isSummary: Bool = false,
      _ text: (BulletinFigures) -> String?
    ) -> ReportPage.Row {
      let mark = isCalculated ? ReportSentences.calculated : ReportSentences.published
      return ReportPage.Row(
        [.init(BilingualText(en: english, cy: welsh))]
          + figures.map { one in
            text(one).map { .init($0, mark: mark) } ?? .init(ReportSentences.notGiven)
          }, isSummary: isSummary)
    }
    return ReportPage.Table(
      caption: BilingualText(
        en: "Budgeted expenditure on schools, Wales: from its parts to pounds per pupil",
        cy: "Gwariant a gyllidebwyd ar gyfer ysgolion, Cymru: o'i rannau i bunnoedd fesul disgybl"),
      head: [BilingualText(en: "The bulletin’s measure", cy: "Mesur y bwletin")]
        + figures.map { ReportSentences.same($0.year.description) },
      rows: [
        row(
          "1. Individual schools budget", "1. Cyllideb ysgolion unigol", isCalculated: false
        ) { $0.parts.map { Prose.shortPounds($0.schoolsBudget) } },
        row(
          "2. Other money devolved to schools", "2. Arian arall a ddatganolwyd i ysgolion",
          isCalculated: false
        ) { $0.parts.map { Prose.shortPounds($0.otherDevolved) } },
        row("3. Delegated: 1 + 2", "3. Dirprwyedig: 1 + 2", isCalculated: true) {
          $0.parts.map { Prose.shortPounds($0.delegated) }
        },
        row(
          "4. Pupils, full-time equivalent", "4. Disgyblion, cyfwerth ag amser llawn",
          isCalculated: false
        ) { $0.parts.map { Prose.whole($0.pupils) } },
        row(
          "5. Delegated per pupil: 3 ÷ 4", "5. Dirprwyedig fesul disgybl: 3 ÷ 4",
          isCalculated: true
        ) { $0.parts?.delegatedPerPupil.map { Prose.pounds($0) } },
        row("6. The same in whole pounds", "6. Yr un fath mewn punnoedd cyfan", isCalculated: true)
        {
          $0.parts?.delegatedWholePounds.map { Prose.shortPounds($0) }
        },
        row(
          "7. Delegated per pupil, as published",
          "7. Dirprwyedig fesul disgybl, fel y'i cyhoeddwyd",
          isCalculated: false, isSummary: true
        ) { Prose.shortPounds($0.delegated) },
        row(
          "8. Retained per pupil, as published",
          "8. A gedwir yn ganolog fesul disgybl, fel y'i cyhoeddwyd", isCalculated: false
        ) { Prose.shortPounds($0.retained) },
        row("9. Gross per pupil: 7 + 8", "9. Gros fesul disgybl: 7 + 8", isCalculated: true) {
          Prose.shortPounds($0.delegated + $0.retained)
        },
        row(
          "10. Gross per pupil, as published", "10. Gros fesul disgybl, fel y'i cyhoeddwyd",
          isCalculated: false, isSummary: true
        ) { Prose.shortPounds($0.gross) },
      ])
  }

  /// The same as sums in a line each.
  private static func sums(_ one: BulletinFigures) -> [String] {
    let parts = one.parts.flatMap { parts in
      parts.delegatedPerPupil.map {
        "\(one.year): (\(Prose.shortPounds(parts.schoolsBudget)) + "
          + "\(Prose.shortPounds(parts.otherDevolved))) ÷ \(Prose.whole(parts.pupils)) = "
          + "\(Prose.pounds($0)) ≈ \(Prose.shortPounds(one.delegated))."
      }
    }
    return [parts].compactMap(\.self) + [
      "\(one.year): \(Prose.shortPounds(one.gross)) = \(Prose.shortPounds(one.delegated)) + "
        + "\(Prose.shortPounds(one.retained))."
    ]
  }
}
