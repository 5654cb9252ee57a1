import FundingModel

extension Sentences {
  /// What was solved, for which run.
  static func solved(run: String, _ outcome: SolveOutcome) -> BilingualText {
    let rates = outcome.ratesInWords
    let asked = Self.asked(outcome)
    let target = Prose.pounds(outcome.target)
    let reached = Prose.pounds(outcome.reached)
    let residual = Prose.pounds(outcome.residual)
    return BilingualText(
      en: "\(run): \(rates), \(asked.english)target \(target), reached \(reached), "
        + "residual \(residual).",
      cy: "\(run): \(rates), \(asked.welsh)targed \(target), canlyniad \(reached), "
        + "gweddill \(residual).")
  }

  /// What was asked and reached, before the sums of pennies that say it; empty for a total.
  private static func asked(_ outcome: SolveOutcome) -> BilingualText {
    switch outcome.measure {
    case .total: return BilingualText(en: "", cy: "")
    case .perPupil(let asked, let heads):
      let amount = Prose.pounds(asked)
      return BilingualText(
        en: "\(amount) per pupil × \(Prose.whole(heads)) pupils: ",
        cy: "\(amount) fesul disgybl × disgyblion (\(Prose.whole(heads))): ")
    case .groupTotal(let group):
      let asked = Prose.pounds(group.asked)
      return BilingualText(
        en: "\(asked) per pupil of the group (\(schools(group, .english))), the group's total: ",
        cy: "\(asked) fesul disgybl yn y grŵp (\(schools(group, .welsh))), cyfanswm y grŵp: ")
    case .groupMean(let group):
      let asked = Prose.pounds(group.asked)
      let mean = outcome.reached.each(of: Rational(group.schools)).map { Prose.pounds($0) } ?? ""
      return BilingualText(
        en: "mean of schools' amounts per pupil \(asked), reached \(mean) "
          + "(\(schools(group, .english))); the amounts' sum: ",
        cy: "cymedr symiau'r ysgolion fesul disgybl \(asked), canlyniad \(mean) "
          + "(\(schools(group, .welsh))); cyfanswm y symiau: ")
    case .delegationRate(let target):
      let asked = percent(target.asked)
      let reached = target.rate(with: outcome.reached).map(percent) ?? ""
      return BilingualText(
        en: "delegation rate \(asked), reached \(reached); individual schools budget: ",
        cy: "cyfradd ddirprwyo \(asked), canlyniad \(reached); cyllideb ysgolion unigol: ")
    }
  }

  /// A rate of 0 to 1 as a percentage, cut after six decimals.
  private static func percent(_ rate: Rational) -> String {
    ((try? rate.multiplied(by: Rational(100))).map { Prose.number($0) } ?? "\(rate)") + "%"
  }

  private static func schools(_ group: SolvedGroup, _ language: Language) -> String {
    let schools = Prose.whole(group.schools)
    let pupils = Prose.whole(group.heads)
    switch language {
    case .english:
      let which = group.group.map { $0.words(or: "or") + "; " } ?? ""
      return "\(which)schools \(schools), pupils \(pupils)"
    case .welsh:
      let which = group.group.map { $0.words(or: "neu") + "; " } ?? ""
      return "\(which)ysgolion \(schools), disgyblion \(pupils)"
    }
  }

  /// What a run made of the authorities' lines, and what that moves.
  static func moved(run: String, _ lines: ChangedLines) -> BilingualText {
    let steps = lines.steps.map {
      "\($0.written): \(Prose.pounds($0.before)) → \(Prose.pounds($0.after))"
    }.joined(separator: "; ")
    let moved = Prose.pounds(lines.moved)
    return BilingualText(
      en: "\(run): authorities' lines changed: \(steps). Set free: \(moved).",
      cy: "\(run): newidiwyd llinellau'r awdurdodau: \(steps). Rhyddhawyd: \(moved).")
  }

  /// What a search made as small as possible.
  static func searched(run: String, _ search: SearchOutcome) -> BilingualText {
    let start = value(search.start.aim)
    let end = value(search.end.aim)
    let trials = Prose.whole(search.trials)
    let name = Names.aim(search.aim)
    return BilingualText(
      en: "\(run): \(name.english) made as small as the search could: \(start.english) at its "
        + "start, \(end.english) at its end; points tried: \(trials). "
        + (search.isCutShort ? "It stopped at its most points. " : "")
        + "Other multipliers further off may do better: the search follows improvements from where "
        + "it starts.",
      cy: "\(run): \(name.welsh) mor fach ag y gallai'r chwiliad ei wneud: \(start.welsh) ar y "
        + "dechrau, \(end.welsh) ar y diwedd; pwyntiau a brofwyd: \(trials). "
        + (search.isCutShort ? "Daeth i ben ar ei nifer mwyaf o bwyntiau. " : "")
        + "Gall lluosyddion eraill ymhellach i ffwrdd fod yn well: mae'r chwiliad yn dilyn "
        + "gwelliannau o'i fan cychwyn.")
  }

  private static func value(_ aim: AimValue) -> BilingualText {
    switch aim {
    case .gini(let gini):
      let text = Table.statistic(gini)?.decimal(places: 10, atLeast: 1) ?? ""
      return BilingualText(en: text, cy: text)
    case .losers(let schools, let lost):
      let count = Prose.whole(schools)
      let money = Prose.pounds(lost)
      return BilingualText(en: "\(count) (\(money) lost)", cy: "\(count) (collir \(money))")
    case .change(let money), .parity(let money):
      let text = Prose.pounds(money)
      return BilingualText(en: text, cy: text)
    }
  }
}

extension Names {
  /// What a search makes as small as possible.
  static func aim(_ aim: SearchSpecification.Aim) -> BilingualText {
    switch aim {
    case .gini:
      BilingualText(
        en: "the Gini coefficient of schools' amounts per pupil",
        cy: "cyfernod Gini symiau'r ysgolion fesul disgybl")
    case .losers:
      BilingualText(
        en: "the number of schools that lose", cy: "nifer yr ysgolion sydd ar eu colled")
    case .change:
      BilingualText(
        en: "the sum of all schools' changes", cy: "cyfanswm newidiadau'r holl ysgolion")
    case .parity:
      BilingualText(
        en: "the cost of bringing every school up to the benchmark",
        cy: "cost codi pob ysgol i'r meincnod")
    }
  }
}

extension SolveOutcome {
  /// Each rate and its multiplier: `basic × 1.0346`.
  var ratesInWords: String {
    zip(rates, multipliers).map { "\($0) × \(Prose.number($1, places: 10))" }
      .joined(separator: ", ")
  }
}
