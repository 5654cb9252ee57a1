import FundingModel

/// Answers to what scenarios ask, each a sentence or a part of one, in both languages.
extension Sentences {
  /// What a formula's status means, as a whole sentence.
  static func explained(_ status: Formula.Status) -> BilingualText {
    func sentence(_ text: String) -> String {
      text.prefix(1).uppercased() + text.dropFirst() + "."
    }
    let meaning = meaning(of: status)
    return BilingualText(en: sentence(meaning.english), cy: sentence(meaning.welsh))
  }

  /// What one minimum, floor or cap gives or takes, without a full stop.
  static func protection(_ row: ProtectionTotals.Row, isHidden: Bool) -> BilingualText {
    let (title, schools) = (row.title, Prose.whole(row.schools))
    if row.schools == 0, !isHidden {
      return BilingualText(
        en: "\(title.english) gives or takes nothing",
        cy: "\(title.welsh): ni roddir ac ni chymerir dim")
    }
    // Where the amount is kept back, its sign is too.
    if isHidden {
      return BilingualText(
        en: "\(title.english) gives or takes \(DisclosureWords.sign) (schools: \(schools))",
        cy: "\(title.welsh): rhoddir neu cymerir \(DisclosureWords.sign) (ysgolion: \(schools))")
    }
    return row.amount < .zero
      ? BilingualText(
        en: "\(title.english) takes \(Prose.pounds(-row.amount)) (schools: \(schools))",
        cy: "\(title.welsh): cymerir \(Prose.pounds(-row.amount)) (ysgolion: \(schools))")
      : BilingualText(
        en: "\(title.english) gives \(Prose.pounds(row.amount)) (schools: \(schools))",
        cy: "\(title.welsh): rhoddir \(Prose.pounds(row.amount)) (ysgolion: \(schools))")
  }

  /// A run's rate of delegation, as reported and without what schools hand back; nil where it is not
  /// known.
  ///
  /// - Rounding: the difference is that of the two rates shown.
  static func delegationRates(_ row: BudgetRow, of run: String) -> BilingualText? {
    guard let reported = row.delegationRate.flatMap(Names.percent) else { return nil }
    let rate = Prose.percent(reported, places: 2)
    let estimates =
      row.estimated.isEmpty
      ? BilingualText(en: "", cy: "")
      : BilingualText(
        en: " These rates rest on estimates.",
        cy: " Mae'r cyfraddau hyn yn dibynnu ar amcangyfrifon.")
    guard let effective = row.effectiveDelegationRate.flatMap(Names.percent),
      let fall = try? shown(reported).subtracting(shown(effective))
    else {
      return BilingualText(
        en: "\(run): the rate of delegation, as reported, is \(rate)." + estimates.english,
        cy: "\(run): y gyfradd ddirprwyo, fel yr adroddir: \(rate)." + estimates.welsh)
    }
    let without = Prose.percent(effective, places: 2)
    let points = fall.decimal(places: 2, atLeast: 2)
    return BilingualText(
      en: "\(run): the rate of delegation is \(rate) as reported, and \(without) without mandatory "
        + "buy-backs and in-and-out money: \(points) percentage points lower." + estimates.english,
      cy: "\(run): y gyfradd ddirprwyo: \(rate) fel yr adroddir, a \(without) heb bryniannau "
        + "yn ôl gorfodol nac arian i mewn ac allan: \(points) o bwyntiau canran yn is."
        + estimates.welsh)
  }

  /// A percentage as it is shown, to two decimals.
  private static func shown(_ percent: Rational) throws -> Rational {
    try percent.rounded(toMultipleOf: Rational(1, over: 100))
  }

  /// What a solve multiplied, and what for, without the words of those who solve.
  static func solvedPlainly(
    run: String, _ outcome: RunOutcome, _ solve: SolveOutcome
  ) -> BilingualText {
    // What is asked for each pupil, or as a rate, says its own sums.
    guard case .total = solve.measure else { return solved(run: run, solve) }
    let rates = solve.ratesInWords
    let target = Prose.pounds(solve.target)
    let goal: BilingualText =
      if case .totalOf(let other, .same) = outcome.specification.solve?.target {
        BilingualText(
          en: "so that it costs the same as \(other), \(target)",
          cy: "er mwyn iddo gostio yr un faint â \(other), \(target)")
      } else {
        BilingualText(
          en: "so that it costs what was asked, \(target)",
          cy: "er mwyn iddo gostio'r hyn a ofynnwyd, \(target)")
      }
    let off = solve.residual
    let reached = Prose.pounds(solve.reached)
    let end: BilingualText =
      off == .zero
      ? BilingualText(en: "to the penny", cy: "i'r geiniog")
      : BilingualText(
        en: "as nearly as whole pennies allow: \(reached), "
          + (off > .zero ? "\(Prose.pounds(off)) more" : "\(Prose.pounds(-off)) less"),
        cy: "mor agos ag y mae ceiniogau cyfan yn ei ganiatáu: \(reached), "
          + (off > .zero ? "\(Prose.pounds(off)) yn fwy" : "\(Prose.pounds(-off)) yn llai"))
    return BilingualText(
      en: "\(run): rates were multiplied (\(rates)) \(goal.english), \(end.english).",
      cy: "\(run): lluoswyd cyfraddau (\(rates)) \(goal.welsh), \(end.welsh).")
  }
}
