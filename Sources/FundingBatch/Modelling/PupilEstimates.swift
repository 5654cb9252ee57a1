import FundingModel

/// What the record says of modelled pupils: each attribute and the figures it was estimated from.
enum PupilEstimates {
  /// One note an attribute, in the order of the fields; free school meals only where some schools
  /// state no share.
  ///
  /// Of modelled schools, first whose published total some pupils were taken from.
  static func list(
    schoolsWithoutMeals: Int, facts: ModelledFacts, areSchoolsModelled: Bool
  ) -> [Estimate] {
    var estimates = areSchoolsModelled ? [moved(facts)].compactMap(\.self) : []
    estimates += [
      Estimate(
        what: "year_group",
        how: BilingualText(
          en: "Shared out by the authority's and the sector's pupils by year group, January 2019 "
            + "(StatsWales), within the years that the school's type has.",
          cy: "Rhannwyd yn ôl disgyblion yr awdurdod a'r sector fesul grŵp blwyddyn, Ionawr 2019 "
            + "(StatsCymru), o fewn y blynyddoedd sydd gan y math o ysgol.")),
      Estimate(
        what: "fte",
        how: BilingualText(
          en: "Half time for nursery years N1 and N2, full time for all others: an assumption.",
          cy: "Hanner amser i flynyddoedd meithrin N1 ac N2, amser llawn i bawb arall: tybiaeth.")),
    ]
    if schoolsWithoutMeals > 0 { estimates.append(freeMeals(schoolsWithoutMeals)) }
    let needs = facts.needs.count
    let stages = facts.additionalLanguage.count
    estimates += [
      Estimate(
        what: "fsm_protected",
        how: BilingualText(
          en: "Pupils transitionally protected and not eligible, in proportion to those eligible: "
            + "as in the authority where both are published, else as in Wales in January 2024 "
            + "(29.3% either, 21.3% eligible).",
          cy: "Disgyblion wedi'u diogelu dros dro nad ydynt yn gymwys, yn ôl nifer y rhai cymwys: "
            + "fel yn yr awdurdod lle cyhoeddir y ddau, fel arall fel yng Nghymru ym mis Ionawr "
            + "2024 (29.3% y naill neu'r llall, 21.3% yn gymwys).")),
      Estimate(
        what: "aln",
        how: BilingualText(
          en: "By the levels published for \(needs) authorities (2022/23 to 2024/25); elsewhere "
            + "by what they leave of Wales in January 2024 (52,152 pupils, 21,319 with a plan). "
            + "Special schools have the highest levels.",
          cy: "Yn ôl y lefelau a gyhoeddwyd ar gyfer \(needs) awdurdod (2022/23 i 2024/25); fel "
            + "arall yn ôl gweddill ffigurau Cymru ym mis Ionawr 2024 (52,152 o ddisgyblion, "
            + "21,319 â chynllun). Y lefelau uchaf sydd gan ysgolion arbennig.")),
      Estimate(
        what: "wimd_decile",
        how: BilingualText(
          en: "By the authority's small areas in each tenth of the Welsh Index of Multiple "
            + "Deprivation 2019, tilted by the school's share eligible for free school meals.",
          cy: "Yn ôl ardaloedd bach yr awdurdod ym mhob degfed o Fynegai Amddifadedd Lluosog "
            + "Cymru 2019, wedi'i ogwyddo yn ôl cyfran yr ysgol sy'n gymwys i gael prydau ysgol "
            + "am ddim.")),
      Estimate(
        what: "welsh",
        how: BilingualText(
          en: "By the school's language category: all in WM, none in EM, an assumed part in "
            + "others; none where the school has no category.",
          cy: "Yn ôl categori iaith yr ysgol: pawb yn WM, neb yn EM, rhan dybiedig mewn "
            + "categorïau eraill; neb lle nad oes gan yr ysgol gategori.")),
      Estimate(
        what: "eal",
        how: BilingualText(
          en: "By the stages published for \(stages) authorities (2023/24 or 2024/25); elsewhere "
            + "by those authorities together. Cardiff, Newport and Swansea are likely to have "
            + "more.",
          cy: "Yn ôl y camau a gyhoeddwyd ar gyfer \(stages) awdurdod (2023/24 neu 2024/25); fel "
            + "arall yn ôl yr awdurdodau hynny gyda'i gilydd. Mae'n debyg bod mwy yng "
            + "Nghaerdydd, Casnewydd ac Abertawe.")),
      Estimate(
        what: "looked_after",
        how: BilingualText(
          en: "The same share everywhere: 116.3 per 10,000 people under 18 in Wales, 31 March "
            + "2023.",
          cy: "Yr un gyfran ym mhobman: 116.3 fesul 10,000 o bobl dan 18 oed yng Nghymru, 31 "
            + "Mawrth 2023.")),
    ]
    return estimates
  }

  /// Schools whose pupils are not published have a few of their authority's; nil where there are none.
  private static func moved(_ facts: ModelledFacts) -> Estimate? {
    let groups = facts.groups.filter(\.hasSchoolsOfUnknownSize)
    guard !groups.isEmpty else { return nil }
    let schools = groups.reduce(0) { $0 + $1.schools - $1.schoolsWithBudget }
    let authorities = Set(groups.map(\.authority)).sorted().compactMap { Authority.with(code: $0) }
    func names(_ language: Language) -> String {
      authorities.map { $0.name[language] }.joined(separator: ", ")
    }
    return Estimate(
      what: "pupils",
      how: BilingualText(
        en: "Schools whose pupils are not published: \(schools). They are given a few of their "
          + "authority's published total, which their neighbours lack, so published budgets per "
          + "pupil are a little above the published figure in \(names(.english)) and in Wales.",
        cy:
          "Ysgolion na chyhoeddir eu disgyblion: \(schools). Rhoddir iddynt ychydig o "
          + "ddisgyblion o gyfanswm cyhoeddedig eu hawdurdod, ac mae gan yr ysgolion eraill gynifer yn llai; felly "
          + "mae'r cyllidebau cyhoeddedig fesul disgybl ychydig yn uwch na'r ffigur a gyhoeddwyd "
          + "yng Nghymru ac yn yr awdurdodau hyn: \(names(.welsh))."))
  }

  private static func freeMeals(_ schools: Int) -> Estimate {
    Estimate(
      what: "fsm",
      how: BilingualText(
        en: "Schools that state no share eligible: \(schools). They have the three-year mean of "
          + "their authority and sector, or of the whole authority where none is published.",
        cy: "Ysgolion nad ydynt yn nodi cyfran gymwys: \(schools). Rhoddwyd iddynt gymedr tair "
          + "blynedd eu hawdurdod a'u sector, neu'r awdurdod cyfan lle nas cyhoeddir."))
  }
}
