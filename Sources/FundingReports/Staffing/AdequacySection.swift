import FundingModel

/// What schools cost against what they get, as a section of a report.
struct AdequacySection {
  /// The shares and costs.
  let adequacy: Adequacy
  /// What is kept back.
  let disclosure: Disclosure
  /// The command that explains a school's cost, `NUMBER` standing for the school; nil for none.
  let explain: String?
  /// The groups whose sums are shown.
  let shownGroups: [Adequacy.Group]
  /// The most schools that are listed at either end.
  static let extremes = 10

  /// Prepares a section.
  ///
  /// - Parameters:
  ///   - adequacy: The shares and costs.
  ///   - disclosure: What is kept back.
  ///   - explain: The command that explains a school's cost; nil for none.
  init(adequacy: Adequacy, disclosure: Disclosure = Disclosure(), explain: String? = nil) {
    self.adequacy = adequacy
    self.disclosure = disclosure
    self.explain = explain
    guard disclosure.hides else {
      shownGroups = adequacy.groups
      return
    }
    // What the table keeps back is kept back here.
    let cells = disclosure.hiding(AdequacyTables.summary(adequacy, .english)).column("cost")?.cells
    shownGroups = AdequacyTables.inOrder(adequacy.groups).enumerated().filter { index, _ in
      !(cells?.text(at: index).isEmpty ?? true)
    }.map(\.element)
  }

  /// The section.
  var section: ReportPage.Section {
    ReportPage.Section(
      id: "costs", title: AdequacySentences.title,
      blocks: doubts.map { .caution($0) }
        + kept.map { .caution($0) }
        + [
          .figures(keyFigures), .points(answers), .paragraph(AdequacySentences.reading),
          .table(bySector(.perPupil), isFolded: false), .table(bySector(.money), isFolded: false),
        ] + remarks.map { .paragraph($0) } + drawings
        // With one school's line kept back, sums of lines would give it away.
        + (disclosure.hides ? [] : [.table(byLine, isFolded: false)]) + ends
        + [.table(byAuthority(.perPupil), isFolded: true)]
        + [.table(byAuthority(.money), isFolded: true)] + explained
        + [
          .heading(AdequacySentences.assumptions), .paragraph(AdequacySentences.change),
          .table(AssumptionsTable(adequacy.assumptions).table, isFolded: false),
        ])
  }

  /// What a reader must know before quoting any of it, here or where the report answers.
  var doubts: [BilingualText] { [AdequacySentences.estimates(adequacy.assumptions)] }

  /// The first year with costs, which drawings and lists of schools are of.
  var firstYear: FundingYear? {
    adequacy.groups.filter { $0.schools > 0 }.map(\.year).min()
  }

  /// The runs of the first year, in order.
  var runs: [String] {
    var found: [String] = []
    for group in adequacy.groups where group.year == firstYear && group.schools > 0 {
      if !found.contains(group.run) { found.append(group.run) }
    }
    return found
  }

  /// The years that tables show: the first and the last with costs.
  private var years: [FundingYear] {
    let all = Set(adequacy.groups.filter { $0.schools > 0 }.map(\.year)).sorted()
    return all.count < 3 ? all : [all[0], all[all.count - 1]]
  }

  /// A run's name, with the year where there are several.
  func label(_ run: String, _ year: FundingYear) -> BilingualText {
    let name = ReportSentences.run(run)
    guard Set(adequacy.rows.map(\.year)).count > 1 else { return name }
    return BilingualText(en: "\(name.english) \(year)", cy: "\(name.welsh) \(year)")
  }

  /// The mark of a cost and of all that rests on one.
  var mark: BilingualText? {
    adequacy.hasEstimatedCosts ? ReportSentences.estimated : nil
  }

  /// The mark of what a run gives.
  func shareMark(_ run: String, _ year: FundingYear) -> BilingualText? {
    adequacy.isEstimate(run: run, year: year) ? ReportSentences.estimated : nil
  }

  /// The cost per pupil of each sector in the first year, by the run with most schools.
  var leastCosts: [(sector: String, perPupil: Money)] {
    let shown = shownGroups.filter { $0.authority == nil && $0.year == firstYear }
    return StandardFields.sectors.names.compactMap { sector in
      let own = shown.filter { $0.sector == sector && $0.schools > 0 }
      guard let most = own.map(\.schools).max(),
        let group = own.first(where: { $0.schools == most }),
        let each = Adequacy.perPupil(group.cost, group.pupils)
      else { return nil }
      return (sector, each)
    }
  }

  /// Wales's groups in the first year, a run each, all sectors together.
  var whole: [Adequacy.Group] {
    shownGroups.filter {
      $0.authority == nil && $0.sector == nil && $0.year == firstYear && $0.schools > 0
    }
  }

  private var keyFigures: [ReportPage.Figure] {
    leastCosts.map { cost in
      let name = ReportSentences.sector(cost.sector)
      return ReportPage.Figure(
        value: ReportSentences.same(Prose.pounds(cost.perPupil)),
        label: AdequacySentences.leastCost(name, isEstimate: mark != nil))
    }
      + whole.compactMap { group in
        Adequacy.covered(group.share, of: group.cost).map { covered in
          ReportPage.Figure(
            value: ReportSentences.same(Prose.percent(covered)),
            label: AdequacySentences.coveredBy(
              label(group.run, group.year), isEstimate: mark != nil))
        }
      }
  }

  /// The answer, in sentences.
  var answers: [BilingualText] {
    var sentences: [BilingualText] = []
    if let firstYear, !leastCosts.isEmpty {
      sentences.append(
        AdequacySentences.answer(
          leastCosts.map { (ReportSentences.sector($0.sector), $0.perPupil) }, in: firstYear,
          areEstimates: mark != nil))
    }
    for group in whole {
      guard let covered = Adequacy.covered(group.share, of: group.cost) else { continue }
      sentences.append(
        AdequacySentences.covers(
          label(group.run, group.year), group, percent: covered, costIsEstimate: mark != nil,
          shareIsEstimate: shareMark(group.run, group.year) != nil,
          leftOut: adequacy.sectorsWithoutCost))
    }
    return sentences
  }

  /// What is left out, and years that the assumptions do not reach.
  private var remarks: [BilingualText] {
    let beyond = adequacy.yearsBeyond
    var remarks: [BilingualText] = []
    if !beyond.isEmpty {
      remarks.append(AdequacySentences.beyond(beyond, of: adequacy.assumptions))
    }
    let left = adequacy.groups.filter {
      $0.authority == nil && $0.sector == nil && !beyond.contains($0.year)
    }.map(\.leftOut).max()
    if let left, left > 0 {
      remarks.append(AdequacySentences.leftOut(left, of: adequacy.sectorsWithoutCost))
    }
    return remarks
  }

  private var kept: [BilingualText] { disclosure.hides ? disclosure.sentences : [] }

  // Sums.

  /// What a table of sums tells.
  private enum Sums { case perPupil, money }

  /// What all schools together are called.
  private var wholeName: BilingualText { adequacy.census.schools.coverage.name }

  private func bySector(_ kind: Sums) -> ReportPage.Table {
    sums(
      kind, shownGroups.filter { $0.authority == nil && years.contains($0.year) },
      of: AdequacySentences.bySector(wholeName), head: Word.sector.text
    ) { group in group.sector.map(ReportSentences.sector) ?? Word.all.text }
  }

  private func byAuthority(_ kind: Sums) -> ReportPage.Table {
    sums(
      kind, shownGroups.filter { $0.authority != nil && years.contains($0.year) },
      of: AdequacySentences.byAuthorityAndSector, head: Word.authority.text
    ) { group in
      let place = group.authority.map(ReportSentences.authority) ?? wholeName
      guard let sector = group.sector.map(ReportSentences.sector) else { return place }
      return BilingualText(
        en: "\(place.english), \(sector.english)", cy: "\(place.welsh), \(sector.welsh)")
    }
  }

  /// Sums of groups, for each pupil or in all: either fits a page.
  private func sums(
    _ kind: Sums, _ groups: [Adequacy.Group], of whom: BilingualText, head: BilingualText,
    name: (Adequacy.Group) -> BilingualText
  ) -> ReportPage.Table {
    // Sectors without any cost are told below the table, not as rows of dashes.
    let known = groups.filter { $0.schools > 0 }
    switch kind {
    case .perPupil:
      return ReportPage.Table(
        caption: AdequacySentences.eachPupil(whom),
        head: [
          head, Word.run.text, Word.schools.text, AdequacySentences.schoolsBelow, Word.pupils.text,
          AdequacySentences.costPerPupil, AdequacySentences.gapPerPupil, AdequacySentences.covered,
        ], words: 2,
        rows: known.map { group in
          ReportPage.Row(
            [
              .init(name(group)), .init(label(group.run, group.year)), .whole(group.schools),
              .init(Prose.whole(group.below), mark: mark), .whole(group.pupils),
              each(group.cost, group.pupils),
              each(group.gap, group.pupils), covered(group.share, of: group.cost),
            ], isSummary: group.sector == nil)
        })
    case .money:
      return ReportPage.Table(
        caption: AdequacySentences.pounds(whom),
        head: [
          head, Word.run.text, AdequacySentences.cost, AdequacySentences.share,
          AdequacySentences.gap,
        ], words: 2,
        rows: known.map { group in
          ReportPage.Row(
            [
              .init(name(group)), .init(label(group.run, group.year)),
              .money(group.cost, mark: mark),
              .money(group.share, mark: shareMark(group.run, group.year)),
              .money(group.gap, mark: mark),
            ], isSummary: group.sector == nil)
        })
    }
  }

  /// How to see what is behind a school's cost.
  private var explained: [ReportPage.Block] {
    explain.map { [.paragraph(AdequacySentences.explained), .command($0)] } ?? []
  }

  /// How much of a cost a share covers.
  func covered(_ share: Money, of cost: Money) -> ReportPage.Cell {
    Adequacy.covered(share, of: cost).map { .init(Prose.percent($0), mark: mark) } ?? .none
  }

  /// An amount for each pupil.
  func each(_ amount: Money, _ pupils: Int64) -> ReportPage.Cell {
    Adequacy.perPupil(amount, pupils).map { .init(Prose.pounds($0), mark: mark) } ?? .none
  }
}
