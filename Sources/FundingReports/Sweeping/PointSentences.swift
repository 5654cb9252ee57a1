public import FundingModel

/// The sentences about sweeps and draws.
///
/// The Welsh puts figures after nouns and a colon, so that no mutation depends on a figure.
enum PointSentences {
  /// How large a sweep is, and what is swept.
  static func points(_ sweep: PointResults) -> BilingualText {
    let paths = sweep.paths.joined(separator: ", ")
    return BilingualText(
      en: "Points: \(Prose.whole(sweep.asked)). Rates: \(paths). Each run at each point: "
        + "\(sweep.tableName).csv. Points also worked out on their own, to the same pennies: "
        + "\(Prose.whole(sweep.checked)).",
      cy: "Pwyntiau: \(Prose.whole(sweep.asked)). Cyfraddau: \(paths). Pob rhediad ar bob pwynt: "
        + "\(sweep.tableName).csv. Pwyntiau a gyfrifwyd ar wahân hefyd, i'r un ceiniogau: "
        + "\(Prose.whole(sweep.checked)).")
  }

  /// How many draws, and of what.
  static func draws(
    _ draws: PointResults, _ uncertain: UncertainSpecification
  ) -> BilingualText {
    let what = uncertain.quantities.map { "\($0.written) \($0.writtenDistribution)" }
      .joined(separator: "; ")
    return BilingualText(
      en: "Draws: \(Prose.whole(draws.asked)), seed \(uncertain.seed). Uncertain: \(what). "
        + "Each run at each draw: \(draws.tableName).csv.",
      cy: "Hapsamplau: \(Prose.whole(draws.asked)), hedyn \(uncertain.seed). Ansicr: \(what). "
        + "Pob rhediad ym mhob hapsampl: \(draws.tableName).csv.")
  }

  /// That values below nought were drawn again.
  static func redrawn(path: String, count: Int) -> BilingualText {
    BilingualText(
      en: "Values of \(path) below nought, drawn again: \(Prose.whole(count)).",
      cy: "Gwerthoedd \(path) islaw sero, a dynnwyd eto: \(Prose.whole(count)).")
  }

  /// That not all points are done.
  static func partial(_ results: PointResults) -> BilingualText {
    BilingualText(
      en: "PARTIAL: stopped after \(Prose.whole(results.figures.count)) of "
        + "\(Prose.whole(results.asked)).",
      cy: "RHANNOL: ataliwyd ar ôl \(Prose.whole(results.figures.count)) o "
        + "\(Prose.whole(results.asked)).")
  }

  /// What stands before a sentence that must not be missed.
  static let warning = BilingualText(en: "WARNING: ", cy: "RHYBUDD: ")

  /// What the percentiles say and don't say.
  static let interval = BilingualText(
    en: "Nine draws in ten lie between the 5th and the 95th percentile, if the distributions hold.",
    cy:
      "Mae naw o bob deg hapsampl rhwng y 5ed a'r 95ain canradd, os yw'r dosraniadau'n gywir.")

  /// That a point came to other figures by itself, so that every point was worked out by itself.
  static func disagreement(_ found: PointDisagreement) -> BilingualText {
    let one =
      switch found.kind {
      case .point: BilingualText(en: "point", cy: "pwynt")
      case .draw: BilingualText(en: "draw", cy: "hapsampl")
      }
    let values = found.values.joined(separator: ", ")
    let (numbers, alone) = (Prose.pounds(found.fromNumbers), Prose.pounds(found.alone))
    let what =
      switch found.cause {
      case .coarserSolve:
        BilingualText(
          en: "exact numbers are too long there for the finest multiplier; a shorter one comes to "
            + "\(alone) (the finest to \(numbers)). ",
          cy: "mae'r union rifau'n rhy hir yno i'r lluosydd manylaf; daw un byrrach i "
            + "\(alone) (y manylaf i \(numbers)). ")
      case .unexplained:
        BilingualText(
          en: "\(numbers) by the quick way, \(alone) worked out by itself. This is a mistake of "
            + "Cyllido: please report it with the scenario. ",
          cy: "\(numbers) yn y ffordd gyflym, \(alone) o'i gyfrifo ar wahân. Gwall yn Cyllido yw "
            + "hwn: rhowch wybod amdano gyda'r senario. ")
      }
    return BilingualText(
      en: "\(one.english) \(found.number) (\(values)), run '\(found.run)', \(found.year): "
        + "\(what.english)The figures given are those of every \(one.english) worked out by itself.",
      cy: "\(one.welsh) \(found.number) (\(values)), rhediad '\(found.run)', \(found.year): "
        + "\(what.welsh)Y ffigurau a roddir yw rhai pob \(one.welsh) wedi'i gyfrifo ar wahân.")
  }
}

extension ScenarioResult {
  /// What must be said of a sweep and of draws beside their figures.
  public var pointWarnings: [RunWarning] {
    [sweep, draws].compactMap { $0?.disagreement }.map { .pointsDisagree($0) }
  }
}
