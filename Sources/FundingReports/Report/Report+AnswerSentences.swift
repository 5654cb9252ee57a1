import FundingModel

extension Report {
  /// What the scenario asks, in sentences: how far delegation falls, how long a transition takes and
  /// what protection costs, where these are given; then who gains and who loses.
  var answers: [BilingualText] {
    delegationAnswers
      + Transition.all(of: result).map { Sentences.transition($0, years: result.censuses.years) }
      + protectionAnswers + gainsAnswers
  }

  /// Who gains, who loses and what it costs, a sentence for each compared run.
  var gainsAnswers: [BilingualText] {
    let base = ReportSentences.run(result.comparison.baseline)
    guard !compared.isEmpty else { return [Sentences.nothingCompared] }
    return compared.flatMap { run, schools -> [BilingualText] in
      guard let all = gains(run, schools, by: .all).first else { return [] }
      let cost = all.net
      let isHidden = hidesGainSums(.all, all, run.run, run.year)
      let hidesLargest = hidesGains(.all, all)
      func pounds(_ money: Money) -> String {
        isHidden ? DisclosureWords.sign : Prose.pounds(money)
      }
      func largest(_ money: Money) -> String {
        hidesLargest ? DisclosureWords.sign : Prose.pounds(money)
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
          en: "\(name): the largest gain of one school is \(largest(all.largestGain)), the "
            + "largest loss \(largest(all.largestLoss)). Pupils in schools that lose: "
            + "\(pupils(all.pupilsLosing)); in schools that gain: "
            + "\(pupils(all.pupilsGaining)).",
          cy: "\(nameCy): enillion mwyaf un ysgol: \(largest(all.largestGain)); colled fwyaf: "
            + "\(largest(all.largestLoss)). Disgyblion mewn ysgolion ar eu colled: "
            + "\(pupils(all.pupilsLosing)); mewn ysgolion ar eu hennill: "
            + "\(pupils(all.pupilsGaining))."),
      ]
    }
  }

  /// What minima, floors and caps give and take in each run and year.
  private var protectionAnswers: [BilingualText] {
    OrderedOutcomes(of: result).outcomes.compactMap { outcome in
      let (run, year) = (outcome.specification.name, outcome.allocation.year)
      let rows = ProtectionTotals(of: outcome).rows
      guard !rows.isEmpty else { return nil }
      let parts = rows.map { row in
        Sentences.protection(
          row,
          isHidden: disclosure.figures.hidesTotal(of: row.name, run: run, year: year))
      }
      let name = result.name(of: run, in: year)
      return BilingualText(
        en: "\(name): " + parts.map(\.english).joined(separator: "; ") + ".",
        cy: "\(name): " + parts.map(\.welsh).joined(separator: "; ") + ".")
    }
  }

  /// The rates of delegation of the baseline, and of compared runs that have others; none where
  /// neither buy-backs are given nor a run changes the lines.
  private var delegationAnswers: [BilingualText] {
    let asked = [result.comparison.baseline] + result.comparison.with
    let rows = result.authorities.filter { row in
      row.authority == nil && asked.contains(row.run) && row.run != ReportRun.published
        && result.yearsShown.contains(row.year) && row.delegationRate != nil && !hidesSums(row)
    }
    let isAsked =
      rows.contains { $0.effectiveDelegationRate != nil }
      || result.runs.contains { $0.lines != nil }
    guard isAsked else { return [] }
    return rows.filter { row in
      let base = rows.first { $0.run == result.comparison.baseline && $0.year == row.year }
      return base.map { base in
        base.run == row.run || base.delegationRate != row.delegationRate
          || base.effectiveDelegationRate != row.effectiveDelegationRate
      } ?? true
    }.compactMap { Sentences.delegationRates($0, of: result.name(of: $0.run, in: $0.year)) }
  }

  /// What each run is, by its first year.
  var whatRunsAre: [BilingualText] {
    let left = result.waysOfSharing
    var seen = Set(left)
    return OrderedOutcomes(of: result).outcomes.filter {
      seen.insert($0.specification.name).inserted
    }.map(RunWords.what) + left.map(Sentences.onlyShares)
  }

  /// What was moved and solved, in each shown year.
  var solved: [BilingualText] {
    runs.flatMap { run in
      [
        run.outcome?.lines.map { Sentences.moved(run: run.label.english, $0) },
        run.outcome.flatMap { outcome in
          outcome.solve.map { Sentences.solvedPlainly(run: run.label.english, outcome, $0) }
        },
        targetIsEstimate(of: run),
      ].compactMap(\.self)
    }
  }

  /// That what a run is made to cost is an estimate, where its own rates and pupils are none; nil
  /// otherwise.
  private func targetIsEstimate(of run: ReportRun) -> BilingualText? {
    guard let outcome = run.outcome, outcome.solve != nil,
      let name = outcome.specification.solve?.target.run,
      !outcome.restsOnEstimates(result.censuses).contains(true),
      let other = runs.first(where: { $0.run == name && $0.year == run.year })?.outcome,
      other.restsOnEstimates(result.censuses).contains(true)
    else { return nil }
    return BilingualText(
      en: "\(name) is an estimate, and so is what \(run.label.english) is made to reach by it.",
      cy: "Amcangyfrif yw \(name), ac felly hefyd yr hyn y gwneir i \(run.label.welsh) ei gyrraedd "
        + "drwyddo.")
  }
}
