import FundingModel

/// What measures, figures, bands and families are called.
enum StaffingNames {
  /// A measure.
  static func measure(_ measure: StaffingMeasure) -> BilingualText {
    switch measure {
    case .teachingPeriods:
      BilingualText(en: "Total teaching periods", cy: "Cyfanswm y cyfnodau addysgu")
    case .pupilTeacherRatio:
      BilingualText(en: "Pupil-teacher ratio", cy: "Cymhareb disgyblion i athrawon")
    case .classSize:
      BilingualText(en: "Average class size", cy: "Maint dosbarth cyfartalog")
    case .teacherLoad:
      BilingualText(en: "Average teacher load", cy: "Llwyth cyfartalog athro")
    case .contactRatio: BilingualText(en: "Contact ratio", cy: "Cymhareb cyswllt")
    case .teacherCost: BilingualText(en: "Average teacher cost", cy: "Cost gyfartalog athro")
    case .lessonCost: BilingualText(en: "Cost per lesson", cy: "Cost fesul gwers")
    case .teacherCostOfIncome:
      BilingualText(en: "Teacher cost, % of income", cy: "Cost athrawon, % o'r incwm")
    case .teacherCostOfSpending:
      BilingualText(en: "Teacher cost, % of expenditure", cy: "Cost athrawon, % o'r gwariant")
    case .incomePerPupil: BilingualText(en: "Income per pupil", cy: "Incwm fesul disgybl")
    case .balance: BilingualText(en: "In-year balance", cy: "Balans yn ystod y flwyddyn")
    case .balanceOfIncome:
      BilingualText(
        en: "In-year balance, % of income", cy: "Balans yn ystod y flwyddyn, % o'r incwm")
    case .teachersNeeded:
      BilingualText(
        en: "Teachers for the target contact ratio",
        cy: "Athrawon ar gyfer y gymhareb cyswllt darged")
    case .basicCurriculum: BilingualText(en: "Basic curriculum", cy: "Cwricwlwm sylfaenol")
    case .curriculumBonus: BilingualText(en: "Curriculum bonus", cy: "Bonws cwricwlwm")
    case .bonusPercent:
      BilingualText(
        en: "Curriculum bonus, % of the basic", cy: "Bonws cwricwlwm, % o'r sylfaenol")
    }
  }

  /// How a measure is worked out, in the words of the file's columns.
  static func formula(_ measure: StaffingMeasure, _ bands: StaffingBands) -> BilingualText {
    let periods = BilingualText(en: "teaching periods", cy: "cyfnodau addysgu")
    func both(_ text: (Language) -> String) -> BilingualText {
      BilingualText(en: text(.english), cy: text(.welsh))
    }
    func name(_ figure: StaffingFigure, _ language: Language) -> String {
      Self.figure(figure)[language]
    }
    let size = bands.pupilsPerClass.value.description
    let target = bands.contactRatio.value.description
    return both { l in
      let cycle = name(.periodsPerCycle, l)
      let (pupils, teachers) = (name(.pupils, l), name(.teachers, l))
      let (cost, income) = (name(.teacherCost, l), name(.income, l))
      let spending = name(.expenditure, l)
      return switch measure {
      case .teachingPeriods: "\(name(.teacherPeriods, l)) + \(name(.otherPeriods, l))"
      case .pupilTeacherRatio: "\(pupils) ÷ \(teachers)"
      case .classSize: "\(pupils) × \(cycle) ÷ \(periods[l])"
      case .teacherLoad: "\(periods[l]) ÷ \(teachers)"
      case .contactRatio: "\(periods[l]) ÷ (\(cycle) × \(teachers))"
      case .teacherCost: "\(cost) ÷ \(teachers)"
      case .lessonCost: "\(cost) ÷ \(periods[l])"
      case .teacherCostOfIncome: "\(cost) ÷ \(income) × 100"
      case .teacherCostOfSpending: "\(cost) ÷ \(spending) × 100"
      case .incomePerPupil: "\(income) ÷ \(pupils)"
      case .balance: "\(income) − \(spending)"
      case .balanceOfIncome: "(\(income) − \(spending)) ÷ \(income) × 100"
      case .teachersNeeded: "\(periods[l]) ÷ (\(target) × \(cycle))"
      case .basicCurriculum: "\(pupils) ÷ \(size) × \(cycle)"
      case .curriculumBonus: "\(periods[l]) − \(pupils) ÷ \(size) × \(cycle)"
      case .bonusPercent:
        "(\(periods[l]) − \(pupils) ÷ \(size) × \(cycle)) ÷ (\(pupils) ÷ \(size) × \(cycle)) × 100"
      }
    }
  }

  /// A figure of the file.
  static func figure(_ figure: StaffingFigure) -> BilingualText {
    switch figure {
    case .pupils: BilingualText(en: "pupils", cy: "disgyblion")
    case .periodsPerCycle:
      BilingualText(en: "periods per cycle", cy: "cyfnodau fesul cylch")
    case .teacherPeriods: BilingualText(en: "teacher periods", cy: "cyfnodau athrawon")
    case .otherPeriods:
      BilingualText(en: "other teaching periods", cy: "cyfnodau addysgu eraill")
    case .teachers:
      BilingualText(
        en: "teachers (full-time equivalent)", cy: "athrawon (cyfwerth ag amser llawn)")
    case .teacherCost: BilingualText(en: "teacher cost", cy: "cost athrawon")
    case .supportCost: BilingualText(en: "support staff cost", cy: "cost staff cymorth")
    case .otherCost: BilingualText(en: "other cost", cy: "costau eraill")
    case .income: BilingualText(en: "income", cy: "incwm")
    case .expenditure: BilingualText(en: "expenditure", cy: "gwariant")
    }
  }

  /// A band.
  static func band(_ band: StaffingBand) -> BilingualText {
    switch band {
    case .wellBelow: BilingualText(en: "well below", cy: "ymhell islaw")
    case .justBelow: BilingualText(en: "just below", cy: "ychydig islaw")
    case .within: BilingualText(en: "within", cy: "o fewn yr ystod")
    case .justAbove: BilingualText(en: "just above", cy: "ychydig uwchlaw")
    case .wellAbove: BilingualText(en: "well above", cy: "ymhell uwchlaw")
    }
  }

  /// A criterion of families.
  static func criterion(_ criterion: FamilyCriterion) -> BilingualText {
    switch criterion {
    case .sector: BilingualText(en: "sector", cy: "sector")
    case .size: BilingualText(en: "size", cy: "maint")
    case .language: BilingualText(en: "language", cy: "iaith")
    case .deprivation: BilingualText(en: "deprivation", cy: "amddifadedd")
    }
  }

  /// A family, by what its schools have in common.
  static func family(_ family: SchoolFamily) -> BilingualText {
    func words(_ language: Language) -> String {
      family.traits.map { trait($0, language) }.joined(separator: ", ")
    }
    return BilingualText(en: words(.english), cy: words(.welsh))
  }

  private static func trait(_ trait: FamilyTrait, _ language: Language) -> String {
    switch trait {
    case .sector(let sector): return Names.sector(sector, language)
    case .size(let from, let below):
      guard let below else {
        return BilingualText(
          en: "\(Prose.whole(from)) pupils and more", cy: "disgyblion: \(Prose.whole(from)) a mwy")[
            language]
      }
      let most = Prose.whole(below - 1)
      return BilingualText(
        en: from == 0 ? "up to \(most) pupils" : "\(Prose.whole(from)) to \(most) pupils",
        cy: from == 0
          ? "disgyblion: hyd at \(most)" : "disgyblion: \(Prose.whole(from)) i \(most)")[language]
    case .language(let group): return self.language(group)[language]
    case .deprivation(let from, let below):
      let meals = Word.freeSchoolMeals[language]
      guard let below else {
        return BilingualText(
          en: "\(meals) from \(from)%", cy: "\(meals): \(from)% a mwy")[language]
      }
      return BilingualText(
        en: from.isZero ? "\(meals) below \(below)%" : "\(meals) from \(from)% to below \(below)%",
        cy: from.isZero
          ? "\(meals): llai na \(below)%" : "\(meals): o \(from)% i lai na \(below)%")[language]
    }
  }

  private static func language(_ group: LanguageGroup) -> BilingualText {
    switch group {
    case .welsh: BilingualText(en: "Welsh-medium", cy: "cyfrwng Cymraeg")
    case .bilingual: BilingualText(en: "bilingual", cy: "dwyieithog")
    case .english: BilingualText(en: "English-medium", cy: "cyfrwng Saesneg")
    }
  }
}

extension StaffingMeasure.Unit {
  /// How many decimals people are shown.
  var places: Int {
    switch self {
    case .periods, .periodsPerTeacher, .percent, .pupilsPerTeacher, .pupilsPerClass: 1
    case .ratio: 3
    case .teachers: 2
    case .poundsPerTeacher, .poundsPerPeriod, .poundsPerPupil, .pounds: 0
    }
  }

  /// Whether it counts pounds.
  var isMoney: Bool {
    switch self {
    case .poundsPerTeacher, .poundsPerPeriod, .poundsPerPupil, .pounds: true
    case .periods, .periodsPerTeacher, .percent, .pupilsPerTeacher, .pupilsPerClass, .ratio,
      .teachers:
      false
    }
  }

  /// A value as people read it, halves away from zero: `£52,300`, `0.722`, `17.0%`.
  func shown(_ value: Rational) -> String {
    if isMoney { return Prose.wholePounds(Money(pounds: Int64(value.rounded()))) }
    let text = value.decimal(places: places, atLeast: places)
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.drop { $0 == "-" }
    let whole = Prose.whole(Int(digits.prefix { $0 != "." }) ?? 0)
    return sign + whole + digits.drop { $0 != "." } + (self == .percent ? "%" : "")
  }

  /// A value as tables hold it: pounds to the penny, anything else to four decimals.
  func tabled(_ value: Rational) -> String {
    isMoney
      ? value.decimal(places: 2, atLeast: 2) : value.decimal(places: 4)
  }
}
