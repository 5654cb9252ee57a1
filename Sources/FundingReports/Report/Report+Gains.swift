import FundingModel

extension Report {
  /// Who gains and who loses.
  var gains: ReportPage.Section {
    var blocks: [ReportPage.Block] = []
    if compared.isEmpty { blocks.append(.paragraph(Sentences.nothingCompared)) }
    blocks += whoseAreEstimates
    let base = ReportSentences.run(result.comparison.baseline)
    for (run, comparisons) in compared {
      blocks.append(
        .heading(
          BilingualText(
            en: "\(run.label.english) against \(base.english)",
            cy: "\(run.label.welsh) o gymharu â: \(base.welsh)")))
      blocks.append(gainsBySize(run, comparisons))
      let all = gains(run, comparisons, by: .all)
      let against = against(run, comparisons)
      for kind in Self.kindsShown where gainsOfRuns.isKnown(kind) {
        let rows = gains(run, comparisons, by: kind)
        blocks.append(
          .table(
            table(rows, all: all, by: kind, against), isFolded: kind != .sector))
        blocks.append(.table(extremes(rows, all: all, by: kind, against), isFolded: true))
      }
    }
    if !compared.isEmpty { blocks += [unknownKinds].compactMap(\.self) + gainsEachYear }
    blocks += costOfProtection
    return ReportPage.Section(
      id: "gains", title: Word.winnersAndLosers.text, blocks: blocks)
  }

  /// The kinds of groups that have tables, in order.
  private static let kindsShown: [GainsByGroup.Kind] = [
    .sector, .authority, .size, .language, .freeMeals, .rural,
  ]

  /// Which groups there are no tables of, since the data does not say who is in them; nil where it
  /// says all.
  private var unknownKinds: ReportPage.Block? {
    let unknown = Self.kindsShown.filter { !gainsOfRuns.isKnown($0) }.map(Self.name)
    guard !unknown.isEmpty else { return nil }
    func list(_ language: Language) -> String {
      unknown.map { $0[language].lowercased() }.joined(separator: "; ")
    }
    return .paragraph(
      BilingualText(
        en: "Not known of any school, so without a table: \(list(.english)).",
        cy: "Anhysbys am bob ysgol, felly heb dabl: \(list(.welsh))."))
  }

  /// A run and year that are held against the baseline.
  struct Against {
    let run: String
    let year: FundingYear
    /// Whether every school with all its figures kept back is among those compared.
    let comparesAll: Bool
  }

  func against(_ run: ReportRun, _ comparisons: [SchoolComparison]) -> Against {
    Against(
      run: run.run, year: run.year,
      comparesAll: comparesAllHidden(run.run, run.year, comparisons))
  }

  /// Whether the sums of a group's gains and losses, and the pupils of each, are kept back.
  func hidesGainSums(
    _ kind: GainsByGroup.Kind, _ row: GainsByGroup.Row, _ run: String, _ year: FundingYear
  ) -> Bool {
    disclosure.figures.hidesGainSums(
      kind, row.value, run: run, year: year, of: row.members.map { schools.numbers[$0] })
  }

  /// Whether a group's extremes are kept back, and how many of it gain or lose where groups of its kind
  /// are not added up.
  func hidesGains(_ kind: GainsByGroup.Kind, _ row: GainsByGroup.Row) -> Bool {
    disclosure.figures.hidesGains(kind, row.value, of: row.members.map { schools.numbers[$0] })
  }

  /// Whether the sum of a group's changes is kept back.
  func hidesChange(
    _ kind: GainsByGroup.Kind, _ row: GainsByGroup.Row, comparesAll: Bool
  ) -> Bool {
    disclosure.figures.hidesChange(
      kind, row.value, of: row.members.map { schools.numbers[$0] }, comparesAll: comparesAll)
  }

  /// Whether every school with all its figures kept back, of either run, is among those compared.
  func comparesAllHidden(
    _ run: String, _ year: FundingYear, _ comparisons: [SchoolComparison]
  ) -> Bool {
    let compared = Set(comparisons.map(\.row))
    let outcomes = result.runs.filter {
      $0.allocation.year == year
        && [run, result.comparison.baseline].contains($0.specification.name)
    }
    return schools.numbers.indices.allSatisfy { row in
      !disclosure.figures.hides(school: schools.numbers[row]) || compared.contains(row)
        || outcomes.allSatisfy { $0.allocation.shares[row] == nil }
    }
  }

  func table(
    _ rows: [GainsByGroup.Row], all: [GainsByGroup.Row], by kind: GainsByGroup.Kind,
    _ against: Against
  ) -> ReportPage.Table {
    ReportPage.Table(
      caption: Self.caption(kind),
      head: [
        Self.name(kind), Word.schools.text, Word.winners.text, Word.losers.text,
        Word.unchanged.text, Word.gain.text, Word.loss.text, Word.change.text,
      ],
      rows: named(rows, all, by: kind) { kind, row in
        let isHidden = hidesGainSums(kind, row, against.run, against.year)
        let hidesCounts = hidesGains(kind, row) && !kind.isSummed
        return [.whole(row.schools)]
          + [row.winners, row.losers, row.unchanged].map {
            ReportPage.Cell.whole($0).keptBack(if: hidesCounts)
          } + [
            .money(row.gain).keptBack(if: isHidden), .money(row.loss).keptBack(if: isHidden),
            .change(row.net).keptBack(if: hidesChange(kind, row, comparesAll: against.comparesAll)),
          ]
      })
  }

  /// The pupils of the groups, and the schools that gain and lose most.
  private func extremes(
    _ rows: [GainsByGroup.Row], all: [GainsByGroup.Row], by kind: GainsByGroup.Kind,
    _ against: Against
  ) -> ReportPage.Table {
    let caption = Self.caption(kind)
    func school(_ amount: Money, _ row: Int?) -> ReportPage.Cell {
      row.map {
        ReportPage.Cell(
          Prose.pounds(amount), mark: ReportSentences.same(String(schools.numbers[$0])))
      } ?? .none
    }
    return ReportPage.Table(
      caption: BilingualText(
        en: "\(caption.english): pupils, and the schools that gain and lose most",
        cy: "\(caption.welsh): disgyblion, a'r ysgolion sy'n ennill ac yn colli fwyaf"),
      head: [
        Self.name(kind),
        ReportSentences.pupilsGaining, ReportSentences.pupilsLosing, ReportSentences.pupilsUnmoved,
        BilingualText(en: "Change per pupil", cy: "Newid fesul disgybl"),
        BilingualText(en: "Largest gain, school", cy: "Cynnydd mwyaf, ysgol"),
        BilingualText(en: "Largest loss, school", cy: "Colled fwyaf, ysgol"),
      ],
      rows: named(rows, all, by: kind) { kind, row in
        let isHidden = hidesGains(kind, row)
        return [row.pupilsGaining, row.pupilsLosing, row.pupilsUnchanged].map {
          ReportPage.Cell.whole($0).keptBack(
            if: hidesGainSums(kind, row, against.run, against.year))
        } + [
          .change(row.netPerPupil).keptBack(
            if: hidesChange(kind, row, comparesAll: against.comparesAll)),
          school(row.largestGain, row.largestGainRow).keptBack(if: isHidden),
          school(row.largestLoss, row.largestLossRow).keptBack(if: isHidden),
        ]
      })
  }

  /// Rows of groups, each after its name, and last that of all.
  private func named(
    _ rows: [GainsByGroup.Row], _ all: [GainsByGroup.Row], by kind: GainsByGroup.Kind,
    _ cells: (GainsByGroup.Kind, GainsByGroup.Row) -> [ReportPage.Cell]
  ) -> [ReportPage.Row] {
    rows.map {
      ReportPage.Row([.init(ReportSentences.group(kind, $0.value))] + cells(kind, $0))
    } + all.map { ReportPage.Row([.init(Word.all.text)] + cells(.all, $0), isSummary: true) }
  }

  private static func name(_ kind: GainsByGroup.Kind) -> BilingualText {
    switch kind {
    case .all: Word.all.text
    case .sector: Word.sector.text
    case .authority: Word.authority.text
    case .size: BilingualText(en: "Size", cy: "Maint")
    case .language: BilingualText(en: "Language", cy: "Iaith")
    case .freeMeals:
      BilingualText(en: "Fifth by free school meals", cy: "Pumed ran yn ôl prydau ysgol am ddim")
    case .rural: BilingualText(en: "Rural", cy: "Gwledig")
    }
  }

  private static func caption(_ kind: GainsByGroup.Kind) -> BilingualText {
    switch kind {
    case .all: Word.all.text
    case .sector: BilingualText(en: "By sector", cy: "Yn ôl sector")
    case .authority: BilingualText(en: "By authority", cy: "Yn ôl awdurdod")
    case .size: BilingualText(en: "By pupils on roll", cy: "Yn ôl nifer y disgyblion")
    case .language: BilingualText(en: "By language category", cy: "Yn ôl categori iaith")
    case .freeMeals:
      BilingualText(
        en: "By free school meals: fifths of the schools of each sector",
        cy: "Yn ôl prydau ysgol am ddim: pumedau o ysgolion pob sector")
    case .rural: BilingualText(en: "By rural area", cy: "Yn ôl ardal wledig")
    }
  }

  /// The change per pupil of each authority's individual schools budget.
  var map: ReportPage.Section {
    var blocks: [ReportPage.Block] = []
    if !compared.isEmpty {
      blocks.append(.drawings(compared.map { (tileMap($0.run), mapTable($0.run)) }))
    }
    if compared.isEmpty { blocks.append(.paragraph(Sentences.nothingCompared)) }
    blocks.insert(
      contentsOf: [
        .paragraph(Sentences.changesAgainst(ReportSentences.run(result.comparison.baseline)))
      ] + whoseAreEstimates, at: 0)
    return ReportPage.Section(
      id: "map", title: BilingualText(en: "Authorities on the map", cy: "Yr awdurdodau ar y map"),
      blocks: blocks)
  }

  /// An authority's amounts per pupil in the baseline and in a run.
  struct AuthorityChange {
    let authority: Int?
    let before: Money?
    let after: Money?
    /// Whether they are kept back.
    let isHidden: Bool
    /// The difference of the two amounts shown.
    var change: Money? { before.flatMap { before in after.map { $0 - before } } }
  }

  /// Every authority, then Wales.
  func changes(_ run: ReportRun) -> [AuthorityChange] {
    let rows = result.authorities.filter { $0.year == run.year && $0.run == run.run }
    return rows.map { row in
      let before = result.authorities.first {
        $0.year == run.year && $0.run == result.comparison.baseline && $0.authority == row.authority
      }
      func each(_ row: BudgetRow?) -> Money? {
        row.flatMap { $0.isb.each(of: Rational(Int($0.pupils))) }
      }
      return AuthorityChange(
        authority: row.authority, before: each(before), after: each(row), isHidden: hidesSums(row))
    }
  }

  func mapTable(_ run: ReportRun) -> ReportPage.Table {
    ReportPage.Table(
      caption: BilingualText(
        en: "Individual schools budget per pupil: \(run.label.english)",
        cy: "Cyllideb ysgolion unigol fesul disgybl: \(run.label.welsh)"),
      head: [
        Word.authority.text, ReportSentences.run(result.comparison.baseline), run.label,
        Word.change.text,
      ],
      rows: changes(run).map { row in
        ReportPage.Row(
          [
            .init(row.authority.map(ReportSentences.authority) ?? schools.coverage.name),
            .money(row.before).keptBack(if: row.isHidden),
            .money(row.after).keptBack(if: row.isHidden),
            .change(row.change).keptBack(if: row.isHidden),
          ], isSummary: row.authority == nil)
      })
  }
}
