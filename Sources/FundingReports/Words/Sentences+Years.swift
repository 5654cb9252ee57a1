import FundingModel

/// The sentences of a scenario over years, in both languages.
extension Sentences {
  /// Which years, and that later ones are projections.
  static func years(_ first: FundingYear, _ last: FundingYear) -> BilingualText {
    BilingualText(
      en: "Years: \(first) to \(last). The rates and pupils of the years after \(first) are "
        + "projections, by the changes given here.",
      cy: "Blynyddoedd: \(first) i \(last). Amcanestyniadau yw cyfraddau a disgyblion y "
        + "blynyddoedd ar ôl \(first), yn ôl y newidiadau a roddir yma.")
  }

  /// What each index does.
  static func indices(_ indices: [RateIndex]) -> BilingualText {
    func list(_ language: Language) -> String {
      indices.map { $0.name + " " + yearly($0.change)[language] }.joined(separator: "; ")
    }
    guard !indices.isEmpty else {
      return BilingualText(
        en: "Indices: none, so every rate stays as its formula dates it.",
        cy: "Mynegeion: dim, felly mae pob cyfradd yn aros fel y mae ei fformiwla'n ei dyddio.")
    }
    return BilingualText(
      en: "Indices, for the rates that name them: \(list(.english)).",
      cy: "Mynegeion, ar gyfer y cyfraddau sy'n eu henwi: \(list(.welsh)).")
  }

  /// How pupils change.
  static func pupilChanges(_ changes: [PupilChange]) -> BilingualText {
    func list(_ language: Language) -> String {
      changes.map { change in
        let group =
          switch change.group {
          case .sector(let sector): Names.sector(sector, language)
          case .authority(let code): Names.authority(code, language)
          }
        return group + " " + yearly(change.change)[language]
      }.joined(separator: "; ")
    }
    guard !changes.isEmpty else {
      return BilingualText(
        en: "Pupils: the same in every year.", cy: "Disgyblion: yr un fath ym mhob blwyddyn.")
    }
    return BilingualText(
      en: "Pupils: \(list(.english)); all others the same in every year.",
      cy: "Disgyblion: \(list(.welsh)); pawb arall yr un fath ym mhob blwyddyn.")
  }

  /// `+2% a year`, or `+4% to 2025-26, +3% to 2026-27`.
  private static func yearly(_ change: YearlyChange) -> BilingualText {
    func percent(_ fraction: Rational) -> String {
      guard let percent = try? fraction.multiplied(by: Rational(100)) else { return "\(fraction)" }
      return (percent > .zero ? "+" : "") + Prose.number(percent) + "%"
    }
    switch change {
    case .everyYear(let change):
      return BilingualText(en: "\(percent(change)) a year", cy: "\(percent(change)) y flwyddyn")
    case .byYear(let steps):
      return BilingualText(
        en: steps.map { "\(percent($0.change)) to \($0.year)" }.joined(separator: ", "),
        cy: steps.map { "\(percent($0.change)) i \($0.year)" }.joined(separator: ", "))
    }
  }

  /// When schools reach their formula share, and how many do not.
  static func transition(_ transition: Transition, years: [FundingYear]) -> BilingualText {
    let reached = years.map { (year: $0, schools: transition.reached(in: $0)) }
      .filter { $0.schools > 0 }
    let moving = transition.moving
    let all = Prose.whole(transition.schools.count)
    func list(_ from: BilingualText, _ none: BilingualText) -> BilingualText {
      func words(_ language: Language) -> String {
        reached.isEmpty
          ? none[language]
          : reached.map { "\(Prose.whole($0.schools)) \(from[language]) \($0.year)" }
            .joined(separator: ", ")
      }
      return BilingualText(en: words(.english), cy: words(.welsh))
    }
    let list = list(BilingualText(en: "from", cy: "o"), BilingualText(en: "none", cy: "dim un"))
    return BilingualText(
      en: "\(transition.run): schools that reach their formula share for good, with neither floor "
        + "nor cap: \(list.english); still moving in \(transition.last): \(Prose.whole(moving)) "
        + "of \(all). Each school: transition.csv.",
      cy: "\(transition.run): ysgolion sy'n cyrraedd cyfran eu fformiwla am byth, heb lawr na "
        + "chap: \(list.welsh); yn dal i symud yn \(transition.last): \(Prose.whole(moving)) o "
        + "\(all). Pob ysgol: transition.csv.")
  }

  /// That a summary shows the first and the last year alone.
  static func yearsBetween(file: String) -> BilingualText {
    BilingualText(
      en: "The first and the last year are shown; every year is in \(file).",
      cy: "Dangosir y flwyddyn gyntaf a'r olaf; mae pob blwyddyn yn \(file).")
  }

  /// That nothing is known of what authorities keep in some years.
  static func delegationOtherYears(_ years: [FundingYear]) -> BilingualText {
    let list = years.map(\.description).joined(separator: ", ")
    return BilingualText(
      en: "Not given for \(list): no data on what authorities keep centrally or devolve.",
      cy: "Heb ei roi ar gyfer \(list): nid oes data am yr hyn y mae awdurdodau yn ei gadw'n "
        + "ganolog neu'n ei ddatganoli.")
  }
}
