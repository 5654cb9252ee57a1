extension FundingRule {
  /// The rules for Wales that were read, and what was not, by year.
  ///
  /// - Source: School Funding (Wales) Regulations 2010, WSI 2010/824; the Welsh Government's written
  ///   statement and impact assessments on the School Funding, Budget Statements and Outturn
  ///   Statements (Wales) Regulations 2026. The 2026 Regulations as made were not read.
  public static let wales: [FundingRule] = [
    FundingRule(
      name: "pupil_led_70", from: first2010, through: last2010,
      text: BilingualText(
        en: "At least 70% of the money for primary and secondary schools must follow pupils in one "
          + "of the ways (a) to (f).",
        cy:
          "Rhaid i o leiaf 70% o'r arian i ysgolion cynradd ac uwchradd ddilyn disgyblion yn un o'r "
          + "ffyrdd (a) i (f)."),
      reference: BilingualText(
        en: "WSI 2010/824, regulation 23", cy: "OSC 2010/824, rheoliad 23"),
      source: FundingSource(
        key: "wsi-2010-824-23", title: "School Funding (Wales) Regulations 2010, regulation 23",
        publisher: "legislation.gov.uk",
        url: "http://www.legislation.gov.uk/wsi/2010/824/regulation/23/made/data.xht"),
      standing: .read, check: .pupilLed),
    FundingRule(
      name: "rest_of_2010", from: first2010, through: last2010,
      text: BilingualText(
        en: "Regulations 4 to 22 and 24 to 28, most of the Schedules, and amendments since 2010; "
          + "also whether a deprivation factor is a duty.",
        cy:
          "Rheoliadau 4 i 22 a 24 i 28, y rhan fwyaf o'r Atodlenni, a diwygiadau ers 2010; hefyd a "
          + "yw ffactor amddifadedd yn ddyletswydd."),
      reference: BilingualText(en: "WSI 2010/824", cy: "OSC 2010/824"),
      source: FundingSource(
        key: "wsi-2010-824", title: "School Funding (Wales) Regulations 2010",
        publisher: "legislation.gov.uk",
        url: "http://www.legislation.gov.uk/wsi/2010/824/body/made"),
      standing: .notRead, check: .none),
    FundingRule(
      name: "need_amount", from: first2026, through: nil,
      text: BilingualText(
        en: "The formula must take into account an amount for each pupil eligible for free school "
          + "meals, or living in an area by the Welsh Index of Multiple Deprivation.",
        cy: "Rhaid i'r fformiwla gymryd i ystyriaeth swm ar gyfer pob disgybl sy'n gymwys i gael "
          + "prydau ysgol am ddim, neu sy'n byw mewn ardal yn ôl Mynegai Amddifadedd Lluosog Cymru."
      ),
      reference: regulations2026,
      source: assessments2026, standing: .described, check: .needAmount),
    FundingRule(
      name: "pupil_led_70_after", from: first2026, through: nil,
      text: BilingualText(
        en: "Whether 70% must still follow pupils.",
        cy: "A oes rhaid i 70% ddilyn disgyblion o hyd."),
      reference: regulations2026, source: assessments2026, standing: .notRead, check: .none),
    FundingRule(
      name: "federated_budget", from: first2026, through: nil,
      text: BilingualText(
        en:
          "Federated schools may have one budget. It can be worked out: give the federation one row "
          + "of the schools file with all its pupils, and its schools in a column (sites, or one of "
          + "your own) that a lump sum multiplies.",
        cy:
          "Caiff ysgolion ffederal un gyllideb. Gellir ei chyfrifo: rhowch un rhes i'r ffederasiwn "
          + "yn y ffeil ysgolion gyda'i holl ddisgyblion, a'i hysgolion mewn colofn (sites, neu un "
          + "eich hun) y mae cyfandaliad yn ei lluosi."),
      reference: regulations2026, source: assessments2026, standing: .described, check: .none),
    FundingRule(
      name: "published_formula", from: first2026, through: nil,
      text: BilingualText(
        en:
          "Authorities must publish their schemes and formulae on their websites; schemes must say "
          + "how surpluses above 5% are monitored and require plans for deficits.",
        cy: "Rhaid i awdurdodau gyhoeddi eu cynlluniau a'u fformiwlâu ar eu gwefannau; rhaid i "
          + "gynlluniau ddweud sut y caiff gwargedion uwchlaw 5% eu monitro a gofyn am gynlluniau ar "
          + "gyfer diffygion."),
      reference: regulations2026, source: assessments2026, standing: .described, check: .none),
    FundingRule(
      name: "rest_of_2026", from: first2026, through: nil,
      text: BilingualText(
        en: "The 2026 Regulations as made, and whatever else they ask.",
        cy: "Rheoliadau 2026 fel y'u gwnaed, a beth bynnag arall y maent yn ei ofyn."),
      reference: regulations2026, source: assessments2026, standing: .notRead, check: .none),
  ]

  /// The rules that hold in a year, in order; none for years before 2011-12.
  public static func wales(in year: FundingYear) -> [FundingRule] {
    wales.filter { $0.holds(in: year) }
  }

  private static let first2010 = FundingYear(start: 2011)
  private static let last2010 = FundingYear(start: 2026)
  private static let first2026 = FundingYear(start: 2027)

  private static let regulations2026 = BilingualText(
    en: "School Funding, Budget Statements and Outturn Statements (Wales) Regulations 2026",
    cy: "Rheoliadau Cyllido Ysgolion, Datganiadau Cyllideb a Datganiadau Alldro (Cymru) 2026")

  private static let assessments2026 = FundingSource(
    key: "regulations-2026",
    title: "Written statement of 20 November 2025 and impact assessments on the School Funding, "
      + "Budget Statements and Outturn Statements (Wales) Regulations 2026",
    publisher: "Welsh Government",
    url:
      "https://www.gov.wales/school-funding-budget-statements-and-outturn-statements-wales-regulations-2026-integrated-impact-0"
  )
}
