/// The fields that Cyllido knows without being told.
///
/// - Source: pupil and school fields of the pupil level annual school census and the address list
///   of schools, Welsh Government; language categories as in that list.
public enum StandardFields {
  /// Year groups, youngest first: nursery, reception, then years 1 to 14.
  public static let yearGroups = CategoryDomain(
    ["N1", "N2", "R"] + (1...14).map(String.init), isOrdered: true)

  /// Additional learning needs, least provision first.
  public static let aln = CategoryDomain(
    ["none", "school_action", "school_action_plus", "school_idp", "statemented", "la_idp"],
    isOrdered: true)

  /// English as an additional language: none, then the five stages from new to English (A) to
  /// fluent (E).
  public static let eal = CategoryDomain(["none", "A", "B", "C", "D", "E"], isOrdered: true)

  /// School sectors.
  ///
  /// `middle` is the statistics' word for an all-age school.
  public static let sectors = CategoryDomain([
    "nursery", "primary", "middle", "secondary", "special",
  ])

  /// Language categories of schools.
  public static let languages = CategoryDomain(["WM", "EM", "EW", "DS", "AB", "BB", "CB", "TR"])

  /// Authorities, by code.
  public static let authorities = CategoryDomain(Authority.all.map { String($0.code) })

  /// The pupil fields.
  public static let pupil: [Field] = [
    Field(
      "year_group", .pupil, .category(yearGroups),
      meaning: BilingualText(
        en: "year group, nursery (N1, N2) to year 14",
        cy: "grŵp blwyddyn, o'r meithrin (N1, N2) i flwyddyn 14")),
    Field(
      "fte", .pupil, .number(.pupil),
      meaning: BilingualText(
        en: "full-time equivalent: 1, or 0.5 for half time",
        cy: "cyfwerth ag amser llawn: 1, neu 0.5 am hanner amser")),
    Field(
      "fsm", .pupil, .flag,
      meaning: BilingualText(
        en: "eligible for free school meals", cy: "yn gymwys i gael prydau ysgol am ddim")),
    Field(
      "fsm_protected", .pupil, .flag,
      meaning: BilingualText(
        en: "transitionally protected for free school meals",
        cy: "wedi'i ddiogelu dros dro o ran prydau ysgol am ddim")),
    Field(
      "aln", .pupil, .category(aln),
      meaning: BilingualText(
        en: "additional learning needs: the kind of provision",
        cy: "anghenion dysgu ychwanegol: y math o ddarpariaeth")),
    Field(
      "wimd_decile", .pupil, .number(.number),
      meaning: BilingualText(
        en: "deprivation of the home area, 1 (most deprived tenth) to 10",
        cy: "amddifadedd yr ardal gartref, 1 (y ddegfed ran fwyaf difreintiedig) i 10")),
    Field(
      "welsh", .pupil, .flag,
      meaning: BilingualText(en: "taught through Welsh", cy: "yn cael ei ddysgu drwy'r Gymraeg")),
    Field(
      "eal", .pupil, .category(eal),
      meaning: BilingualText(
        en: "English as an additional language: none, or stage A (new) to E (fluent)",
        cy: "Saesneg fel iaith ychwanegol: dim (none), neu gam A (newydd) i E (rhugl)")),
    Field(
      "looked_after", .pupil, .flag,
      meaning: BilingualText(en: "looked after by an authority", cy: "yn derbyn gofal gan awdurdod")
    ),
  ]

  /// The school fields.
  public static let school: [Field] = [
    Field(
      "sector", .school, .category(sectors),
      meaning: BilingualText(
        en: "sector; middle is an all-age school", cy: "sector; ysgol pob oed yw middle")),
    Field(
      "school_type", .school, .category(.open),
      meaning: BilingualText(en: "type, as the data names it", cy: "math, yn ôl enw'r data")),
    Field(
      "language", .school, .category(languages),
      meaning: BilingualText(
        en: "language category: Welsh medium WM, English medium EM and so on",
        cy: "categori iaith: cyfrwng Cymraeg WM, cyfrwng Saesneg EM ac ati")),
    Field(
      "authority", .school, .category(authorities),
      meaning: BilingualText(en: "local authority's code", cy: "cod yr awdurdod lleol")),
    Field(
      "roll", .school, .number(.pupil),
      meaning: BilingualText(
        en: "pupils on roll, heads", cy: "disgyblion ar y gofrestr, fesul pen")),
    Field(
      "months_open", .school, .number(.number),
      meaning: BilingualText(
        en: "months open in the year; 12 where the file has no such column",
        cy: "misoedd ar agor yn y flwyddyn; 12 lle nad oes colofn o'r fath")),
    Field(
      "sites", .school, .number(.number),
      meaning: BilingualText(en: "sites", cy: "safleoedd")),
    Field(
      "places", .school, .number(.place),
      meaning: BilingualText(en: "funded places", cy: "lleoedd a gyllidir")),
    Field(
      "floor_area", .school, .number(.squareMetre),
      meaning: BilingualText(
        en: "floor area in square metres", cy: "arwynebedd llawr mewn metrau sgwâr")),
    Field(
      "cluster", .school, .category(.open),
      meaning: BilingualText(en: "cluster of schools", cy: "clwstwr o ysgolion")),
  ]
}
