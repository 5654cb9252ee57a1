import FundingModel

extension Report {
  /// The question, the answer in a few sentences, and what is modelled or estimated.
  var answer: ReportPage.Section {
    var blocks: [ReportPage.Block] = []
    if let why = result.scenario.why { blocks.append(.paragraph(why)) }
    blocks += doubts.map { .caution($0) }
    if !disclosure.warns { blocks += keptBack.map { .paragraph($0) } }
    blocks.append(.figures(keyFigures))
    let sentences = (costsOfSchools?.answers ?? []) + answers
    if !sentences.isEmpty { blocks.append(.points(sentences)) }
    blocks.append(.table(totals, isFolded: false))
    blocks += solved.map { .paragraph($0) }
    return ReportPage.Section(
      id: "answer", title: BilingualText(en: "The answer", cy: "Yr ateb"), blocks: blocks)
  }

  /// What a reader must know before quoting anything.
  private var doubts: [BilingualText] {
    var doubts: [BilingualText] = []
    if let caution = schools.coverage.caution { doubts.append(caution) }
    if schools.areModelled { doubts.append(Sentences.modelledSchools) }
    let formulas = Set(
      result.runs.flatMap { $0.allocation.groups.map(\.formula) }.filter(\.hasEstimates)
        .map(\.name))
    if !result.census.estimates.isEmpty || !formulas.isEmpty {
      doubts.append(
        BilingualText(
          en: "Estimates: \(Prose.whole(result.census.estimates.count)) of the data, and rates of "
            + "\(Prose.whole(formulas.count)) formulae. Each is named at the foot of this page.",
          cy: "Amcangyfrifon: \(Prose.whole(result.census.estimates.count)) o'r data, a chyfraddau "
            + "mewn fformiwlâu (nifer: \(Prose.whole(formulas.count))). Enwir pob un ar waelod y "
            + "dudalen hon."))
    }
    if disclosure.warns { doubts += keptBack }
    if !result.census.leftOut.isEmpty {
      doubts.append(
        BilingualText(
          en: "Schools not funded or not compared with a published budget: "
            + "\(Prose.whole(result.census.leftOut.count)). They are named at the foot of this page.",
          cy: "Ysgolion heb eu cyllido, neu heb eu cymharu â chyllideb gyhoeddedig: "
            + "\(Prose.whole(result.census.leftOut.count)). Fe'u henwir ar waelod y dudalen hon."))
    }
    return doubts
  }

  /// What is kept back, by which rule, and what the sign for it means.
  private var keptBack: [BilingualText] {
    (disclosure.reason == .workingTables ? [DisclosureWords.working] : disclosure.sentences)
      + (disclosure.hides ? [DisclosureWords.meaning, DisclosureWords.leftOut] : [])
  }

  private var keyFigures: [ReportPage.Figure] {
    var figures: [ReportPage.Figure] = []
    for (run, schools) in compared.prefix(2) {
      guard let all = gains(run, schools, by: .all).first else { continue }
      let name = run.label.english
      figures += [
        ReportPage.Figure(
          value: ReportSentences.same(Prose.whole(all.winners)),
          label: BilingualText(en: "schools gain: \(name)", cy: "ysgol ar eu hennill: \(name)")),
        ReportPage.Figure(
          value: ReportSentences.same(Prose.whole(all.losers)),
          label: BilingualText(en: "schools lose: \(name)", cy: "ysgol ar eu colled: \(name)")),
      ]
    }
    if let baseline, let total = Self.total(baseline) {
      let isHidden = disclosure.figures.hidesSums(of: .wales)
      figures.append(
        ReportPage.Figure(
          value: ReportSentences.same(isHidden ? DisclosureWords.sign : Prose.pounds(total)),
          label: BilingualText(
            en: "all budget shares: \(baseline.label.english)",
            cy: "pob cyfran o'r gyllideb: \(baseline.label.welsh)")))
    }
    return figures
  }

  /// The sum of a run's shares; nil where it funds nobody.
  static func total(_ run: ReportRun) -> Money? {
    let funded = run.shares.compactMap(\.self)
    return funded.isEmpty ? nil : funded.reduce(.zero, +)
  }

  /// Who gains, who loses and what it costs, a sentence for each compared run.
  private var answers: [BilingualText] {
    let base = ReportSentences.run(result.comparison.baseline)
    guard !compared.isEmpty else { return [Sentences.nothingCompared] }
    return compared.flatMap { run, schools -> [BilingualText] in
      guard let all = gains(run, schools, by: .all).first else { return [] }
      let cost = all.net
      let isHidden = hidesGains(.all, all)
      func pounds(_ money: Money) -> String {
        isHidden ? DisclosureWords.sign : Prose.pounds(money)
      }
      func pupils(_ count: Int64) -> String {
        isHidden ? DisclosureWords.sign : Prose.whole(count)
      }
      let hidesCost = hidesChange(
        .all, all, comparesAll: comparesAllHidden(run.run, run.year, schools))
      let (name, nameCy) = (run.label.english, run.label.welsh)
      let costWords =
        hidesCost
        ? BilingualText(en: "What it costs is kept back", cy: "Cedwir y gost yn ôl")
        : cost == .zero
          ? BilingualText(
            en: "It costs not a penny more or less",
            cy: "Nid yw'n costio ceiniog yn fwy nac yn llai")
          : cost > .zero
            ? BilingualText(
              en: "It costs \(Prose.pounds(cost)) more",
              cy: "Mae'n costio \(Prose.pounds(cost)) yn fwy")
            : BilingualText(
              en: "It costs \(Prose.pounds(-cost)) less",
              cy: "Mae'n costio \(Prose.pounds(-cost)) yn llai")
      return [
        BilingualText(
          en: "\(name), against \(base.english): of \(Prose.whole(all.schools)) schools "
            + "\(Prose.whole(all.winners)) gain \(pounds(all.gain)), "
            + "\(Prose.whole(all.losers)) lose \(pounds(all.loss)), and "
            + "\(Prose.whole(all.schools - all.winners - all.losers)) do not move by a penny. "
            + "\(costWords.english) for these schools.",
          cy: "\(nameCy), o gymharu â: \(base.welsh). Ysgolion: \(Prose.whole(all.schools)); "
            + "ar eu hennill: \(Prose.whole(all.winners)) (\(pounds(all.gain))); ar eu colled: "
            + "\(Prose.whole(all.losers)) (\(pounds(all.loss))); heb symud ceiniog: "
            + "\(Prose.whole(all.schools - all.winners - all.losers)). "
            + "\(costWords.welsh) i'r ysgolion hyn."),
        BilingualText(
          en: "\(name): the largest gain of one school is \(pounds(all.largestGain)), the "
            + "largest loss \(pounds(all.largestLoss)). Pupils in schools that lose: "
            + "\(pupils(all.pupilsLosing)); in schools that gain: "
            + "\(pupils(all.pupilsGaining)).",
          cy: "\(nameCy): enillion mwyaf un ysgol: \(pounds(all.largestGain)); colled fwyaf: "
            + "\(pounds(all.largestLoss)). Disgyblion mewn ysgolion ar eu colled: "
            + "\(pupils(all.pupilsLosing)); mewn ysgolion ar eu hennill: "
            + "\(pupils(all.pupilsGaining))."),
      ]
    }
  }

  /// Each run's schools, pupils and money.
  private var totals: ReportPage.Table {
    ReportPage.Table(
      caption: BilingualText(en: "What each run gives", cy: "Beth mae pob rhediad yn ei roi"),
      head: [
        Word.run.text, Word.schools.text, Word.pupils.text, Word.total.text, Word.perPupil.text,
      ],
      rows: runs.map { run in
        let funded = run.shares.indices.filter { run.shares[$0] != nil }
        let pupils = funded.reduce(Int64(0)) { $0 + run.heads[$1] }
        let total = Self.total(run)
        let isHidden = disclosure.figures.hidesSums(of: .wales)
        return ReportPage.Row([
          .init(run.label), .whole(funded.count),
          .whole(pupils).keptBack(if: isHidden), .money(total).keptBack(if: isHidden),
          .money(total?.each(of: Rational(Int(pupils)))).keptBack(if: isHidden),
        ])
      })
  }

  private var solved: [BilingualText] {
    runs.compactMap { run in
      run.outcome?.solve.map { Sentences.solved(run: run.label.english, $0) }
    }
  }
}
