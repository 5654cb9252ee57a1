import FundingModel

/// What the steps of an adjustment's walk are called, in both languages.
enum WalkWords {
  /// A step's label.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - formula: The formula, for the titles of its factors and adjustments.
  /// - Returns: The label.
  static func label(_ step: WalkStep, in formula: Formula) -> BilingualText {
    let of = subject(step, in: formula)
    return switch step.kind {
    case .share: BilingualText(en: "Share so far", cy: "Y gyfran hyd yma")
    case .leftOut:
      BilingualText(en: "Left out: \(of.english)", cy: "Hepgorwyd: \(of.welsh)")
    case .shareCompared:
      BilingualText(
        en: "Share without what is left out", cy: "Y gyfran heb yr hyn a hepgorwyd")
    case .noBaseline:
      BilingualText(
        en: "No baseline (\(of.english)): the share is left as it is",
        cy: "Dim llinell sylfaen (\(of.welsh)): mae'r gyfran yn aros fel y mae")
    case .baselineShare:
      BilingualText(
        en: "Baseline share (\(of.english))", cy: "Cyfran y llinell sylfaen (\(of.welsh))")
    case .baselineLeftOut:
      BilingualText(
        en: "Left out of the baseline: \(of.english)",
        cy: "Hepgorwyd o'r llinell sylfaen: \(of.welsh)")
    case .baselineCompared:
      BilingualText(
        en: "Baseline without what is left out",
        cy: "Y llinell sylfaen heb yr hyn a hepgorwyd")
    case .baselinePupils:
      BilingualText(
        en: "Baseline pupils (heads)", cy: "Disgyblion y llinell sylfaen (pennau)")
    case .baselinePerPupil:
      BilingualText(en: "Baseline per pupil", cy: "Llinell sylfaen fesul disgybl")
    case .change: BilingualText(en: "Change", cy: "Newid")
    case .guaranteedPerPupil:
      BilingualText(en: "Guaranteed per pupil", cy: "Gwarantir fesul disgybl")
    case .limitPerPupil: BilingualText(en: "Limit per pupil", cy: "Terfyn fesul disgybl")
    case .pupils:
      BilingualText(en: "Pupils on roll (heads)", cy: "Disgyblion ar y gofrestr (pennau)")
    case .fullTimeEquivalent: Word.fullTimeEquivalent.text
    case .guaranteed:
      BilingualText(
        en: "Guaranteed: per pupil × pupils", cy: "Gwarantir: fesul disgybl × disgyblion")
    case .limit:
      BilingualText(en: "Limit: per pupil × pupils", cy: "Terfyn: fesul disgybl × disgyblion")
    case .aboveLimit: BilingualText(en: "Above the limit", cy: "Uwchlaw'r terfyn")
    case .scale: BilingualText(en: "Scale", cy: "Graddfa")
    case .scaled:
      BilingualText(
        en: "What is above the limit × scale", cy: "Yr hyn sydd uwchlaw'r terfyn × graddfa")
    case .mostTaken:
      BilingualText(
        en: "Taken at most, so as not to go below: \(of.english)",
        cy: "Cymerir ar y mwyaf, rhag mynd islaw: \(of.welsh)")
    case .wouldTake:
      BilingualText(
        en: "Would be taken from this school", cy: "Byddid yn cymryd oddi wrth yr ysgol hon")
    case .wouldTakeInAll:
      BilingualText(
        en: "Would be taken from all schools", cy: "Byddid yn cymryd oddi wrth bob ysgol")
    case .givenInAll:
      BilingualText(
        en: "Floors give all schools: no more may be taken",
        cy: "Mae lloriau'n rhoi i bob ysgol: ni cheir cymryd mwy")
    case .takenBefore:
      BilingualText(
        en: "Less: earlier caps take from all schools",
        cy: "Llai: mae capiau cynharach yn cymryd oddi wrth bob ysgol")
    case .scaledToTotal:
      BilingualText(
        en: "This school's part, before pennies left over are shared",
        cy: "Rhan yr ysgol hon, cyn rhannu'r ceiniogau sydd dros ben")
    case .extraInAll:
      BilingualText(en: "Shared among all schools", cy: "I'w rannu rhwng pob ysgol")
    case .sharesInAll:
      BilingualText(
        en: "All schools' shares (\(of.english))", cy: "Cyfrannau pob ysgol (\(of.welsh))")
    case .minimumPerPupil:
      BilingualText(en: "Minimum per pupil", cy: "Isafswm fesul disgybl")
    case .minimum:
      BilingualText(en: "Minimum: per pupil × pupils", cy: "Isafswm: fesul disgybl × disgyblion")
    case .months: BilingualText(en: "Months open of 12", cy: "Misoedd ar agor o 12")
    case .partYearShare:
      BilingualText(en: "Share × months ÷ 12", cy: "Y gyfran × misoedd ÷ 12")
    case .added: BilingualText(en: "Added", cy: "Ychwanegir")
    case .taken: BilingualText(en: "Taken", cy: "Cymerir")
    }
  }

  /// What a step is of: last year, a run, or a part of the formula by its title.
  private static func subject(_ step: WalkStep, in formula: Formula) -> BilingualText {
    guard let name = step.of else { return BilingualText(en: "", cy: "") }
    switch step.kind {
    case .noBaseline, .baselineShare, .sharesInAll:
      guard name == "previous" else { return BilingualText(en: name, cy: name) }
      return BilingualText(en: "last year", cy: "y llynedd")
    case .leftOut, .baselineLeftOut:
      return formula.factors.first { $0.name == name }?.title ?? BilingualText(en: name, cy: name)
    case .mostTaken:
      return formula.adjustments.first { $0.name == name }.map(title)
        ?? BilingualText(en: name, cy: name)
    case .share, .shareCompared, .baselineCompared, .baselinePupils, .baselinePerPupil, .change,
      .guaranteedPerPupil, .limitPerPupil, .pupils, .fullTimeEquivalent, .guaranteed, .limit,
      .aboveLimit, .scale, .scaled, .wouldTake, .wouldTakeInAll, .givenInAll, .takenBefore,
      .extraInAll, .scaledToTotal, .minimumPerPupil, .minimum, .months, .partYearShare, .added,
      .taken:
      return BilingualText(en: name, cy: name)
    }
  }

  /// What an adjustment is called.
  static func title(_ adjustment: Adjustment) -> BilingualText {
    if case .extra(let extra) = adjustment.kind { return extra.title }
    return kind(adjustment.kind).text
  }

  /// What adjustments of a kind are called.
  static func kind(_ kind: Adjustment.Kind) -> Word {
    switch kind {
    case .partYear: .partOfYear
    case .minimumPerPupil: .minimumPerPupil
    case .floor: .floor
    case .cap: .cap
    case .extra: .extraMoney
    }
  }

  /// A step's value with its unit: pounds, a percentage, a number of pupils or months.
  static func value(_ step: WalkStep) -> String {
    guard let value = step.value else { return "" }
    switch step.kind {
    case .change, .scale:
      guard let percent = try? value.multiplied(by: Rational(100)) else {
        return Prose.number(value)
      }
      return Prose.number(percent) + "%"
    case .baselinePupils, .pupils, .fullTimeEquivalent, .months: return Prose.number(value)
    case .share, .leftOut, .shareCompared, .noBaseline, .baselineShare, .baselineLeftOut,
      .baselineCompared, .baselinePerPupil, .guaranteedPerPupil, .limitPerPupil, .guaranteed,
      .limit, .aboveLimit, .scaled, .mostTaken, .wouldTake, .wouldTakeInAll, .givenInAll,
      .takenBefore, .extraInAll, .sharesInAll, .scaledToTotal, .minimumPerPupil, .minimum,
      .partYearShare, .added, .taken:
      return Prose.pounds(value)
    }
  }
}
