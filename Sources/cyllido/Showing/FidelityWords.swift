import FundingModel

/// What the page on fidelity says, in both languages.
///
/// Mutations in Welsh never depend on a figure.
enum FidelityWords {
  static let title = BilingualText(
    en: "Fidelity: how close the fitted formulae come to the published budgets",
    cy: "Ffyddlondeb: pa mor agos y daw'r fformiwlâu a ffitiwyd at y cyllidebau cyhoeddedig")

  /// What made the page.
  static func made(by command: String) -> BilingualText {
    BilingualText(
      en: "Made by `\(command)`; don't edit by hand.",
      cy: "Gwnaed gan `\(command)`; peidiwch â'i golygu â llaw.")
  }

  static let reading = BilingualText(en: "How to read it", cy: "Sut i'w darllen")

  /// What holds for any options of a fit.
  static let always = [
    BilingualText(
      en: "No rate of an authority's own could be read. A rate here is an estimate through "
        + "published budgets, with pupils modelled from published figures: no authority's figure.",
      cy: "Ni ellid darllen yr un o gyfraddau awdurdod ei hun. Amcangyfrif drwy gyllidebau "
        + "cyhoeddedig yw cyfradd yma, gyda disgyblion wedi'u modelu o ffigurau cyhoeddedig: nid "
        + "ffigur unrhyw awdurdod."),
    BilingualText(
      en: "An error is modelled ÷ published − 1, without its sign; half of the schools are within "
        + "the median, nine in ten within the next column.",
      cy: "Swm a fodelwyd ÷ swm cyhoeddedig − 1, heb ei arwydd, yw gwall; mae hanner yr ysgolion "
        + "o fewn y canolrif, a naw o bob deg o fewn y golofn nesaf."),
    BilingualText(
      en: "*Held out*: the median error in schools that the rates never saw, a fifth of the "
        + "schools at a time, the start through all of Wales and the total fitted without them "
        + "too. It is the fair measure of what a formula knows.",
      cy: "*Daliwyd yn ôl*: canolrif y gwallau mewn ysgolion na welodd y cyfraddau mohonynt, un "
        + "rhan o bump o'r ysgolion ar y tro, gyda'r man cychwyn drwy Gymru gyfan a'r cyfanswm "
        + "wedi'u ffitio hebddynt hefyd. Dyma'r mesur teg o'r hyn y mae fformiwla yn ei wybod."),
    BilingualText(
      en: "*Told* schools are those fitted; *all* includes those set aside.",
      cy: "Yr ysgolion a ffitiwyd a gyfrifir, ond mae *pob un* yn cynnwys y rhai a roddwyd o'r "
        + "neilltu."),
    BilingualText(
      en: "A *weakly told* rate is within twice its standard error of nought, or others can stand "
        + "in for it: don't quote it. A rate at a bound says that the budgets would push it "
        + "further.",
      cy: "*Prin y gellir pennu* cyfradd sydd o fewn dwywaith ei chyfeiliornad safonol i sero, neu "
        + "un y gall eraill gymryd ei lle: peidiwch â'i dyfynnu. Mae cyfradd sydd ar derfyn yn dangos "
        + "y byddai'r cyllidebau yn ei gwthio ymhellach."),
  ]

  /// That errors beyond so many percent count by their size.
  static func robust(_ percent: String) -> BilingualText {
    BilingualText(
      en: "Errors beyond \(percent)% count by their size, not their square.",
      cy: "Mae gwallau y tu hwnt i \(percent)% yn cyfrif yn ôl eu maint, nid eu sgwâr.")
  }

  /// How strongly rates are drawn towards their start.
  static func pull(_ error: String) -> BilingualText {
    BilingualText(
      en: "Doubling a rate from its start costs as much as a relative error of \(error) in one "
        + "school.",
      cy: "Mae dyblu cyfradd o'i man cychwyn yn costio cymaint â gwall cymharol o \(error) mewn un "
        + "ysgol.")
  }

  /// Which schools are set aside.
  static func aside(_ deviations: String) -> BilingualText {
    BilingualText(
      en: "Schools whose first error is more than \(deviations) robust standard deviations "
        + "(1.4826 × the median distance) from the middle are set aside: most have money for what "
        + "no public data says, such as a specialist resource base.",
      cy: "Rhoddir ysgolion o'r neilltu os yw eu gwall cyntaf yn bell o'r canol: mwy na "
        + "\(deviations) mewn gwyriadau safonol cadarn (1.4826 × y pellter canolrifol). Mae gan y "
        + "rhan fwyaf ohonynt arian at rywbeth nad oes data cyhoeddus amdano, megis canolfan "
        + "adnoddau arbenigol.")
  }

  /// That totals are held.
  static func total(_ within: String) -> BilingualText {
    BilingualText(
      en: "All estimates of a formula are then multiplied by one number, within their bounds, so "
        + "that its total over all its schools, set aside or not, is within \(within) of the "
        + "published one. The money of schools with more than the data tells pulls the mean above "
        + "the middle: a formula that pays the whole total pays most schools a little too much.",
      cy: "Yna lluosir holl amcangyfrifon fformiwla ag un rhif, o fewn eu terfynau, fel bod ei "
        + "chyfanswm dros ei holl ysgolion, gan gynnwys y rhai a roddwyd o'r neilltu, o fewn "
        + "\(within) i'r cyfanswm cyhoeddedig. Mae arian ysgolion sydd â mwy nag y mae'r data yn "
        + "ei ddweud yn tynnu'r cymedr uwchlaw'r canol: mae fformiwla sy'n talu'r cyfanswm i gyd "
        + "yn talu ychydig yn ormod i'r rhan fwyaf o ysgolion.")
  }

  /// The head of a table of schools, without its first, empty cell.
  static let head = [
    BilingualText(en: "schools", cy: "ysgolion"),
    BilingualText(en: "set aside", cy: "o'r neilltu"),
    BilingualText(en: "median", cy: "canolrif"),
    BilingualText(en: "nine in ten", cy: "naw o bob deg"),
    BilingualText(en: "held out", cy: "daliwyd yn ôl"),
    BilingualText(en: "median, all", cy: "canolrif, pob un"),
    BilingualText(en: "held out, all", cy: "daliwyd yn ôl, pob un"),
    BilingualText(en: "R², all", cy: "R², pob un"),
  ]

  static let wales = BilingualText(
    en: "Wales: each authority by its own formula",
    cy: "Cymru: pob awdurdod yn ôl ei fformiwla ei hun")

  static let someAuthorities = BilingualText(
    en: "All authorities fitted: each by its own formula",
    cy: "Pob awdurdod a ffitiwyd: pob un yn ôl ei fformiwla ei hun")

  static let authorities = BilingualText(
    en: "Authorities, all sectors", cy: "Awdurdodau, pob sector")

  /// How many schools lie far from what their formula gives.
  static func beyond(above: Int, below: Int) -> BilingualText {
    BilingualText(
      en: "Held out, \(above) schools have more than 15% above what their formula gives, and "
        + "\(below) more than 15% below.",
      cy: "O'u dal yn ôl, nifer yr ysgolion sydd â mwy na 15% uwchlaw'r hyn y mae eu fformiwla yn "
        + "ei roi: \(above); mwy na 15% islaw: \(below).")
  }

  static let partOfMoney = BilingualText(
    en: "part of the modelled money", cy: "rhan o'r arian a fodelwyd")

  /// What is missing, and the totals.
  static func missing(
    pupils: Int, budget: Int, published: Money, modelled: Money
  ) -> BilingualText {
    let difference = modelled - published
    let written = difference < .zero ? "−£\(.zero - difference)" : "£\(difference)"
    return BilingualText(
      en: "Without pupils: \(pupils); without a published budget: \(budget). "
        + "Published £\(published), modelled £\(modelled), difference \(written).",
      cy: "Heb ddisgyblion: \(pupils); heb gyllideb gyhoeddedig: \(budget). "
        + "Cyhoeddedig £\(published), wedi'i fodelu £\(modelled), gwahaniaeth \(written).")
  }

  /// Which factors' structures a publication gives.
  static func structure(published: [BilingualText], assumed: [BilingualText]) -> BilingualText {
    func list(_ titles: [BilingualText], _ language: Language) -> String {
      titles.isEmpty ? none[language] : titles.map { $0[language] }.joined(separator: ", ")
    }
    return BilingualText(
      en: "Structure published: \(list(published, .english)). "
        + "Assumed: \(list(assumed, .english)).",
      cy: "Strwythur a gyhoeddwyd: \(list(published, .welsh)). Tybiwyd: \(list(assumed, .welsh)).")
  }

  private static let none = BilingualText(en: "none", cy: "dim un")

  /// The head of a table of rates, without its last, empty cell.
  static let rateHead = [
    BilingualText(en: "rate", cy: "cyfradd"), BilingualText(en: "estimate", cy: "amcangyfrif"),
    BilingualText(en: "standard error", cy: "cyfeiliornad safonol"),
    BilingualText(en: "bounds", cy: "terfynau"),
  ]

  /// What an estimate may be.
  static func bounds(_ range: ClosedRange<Rational>?) -> BilingualText {
    guard let range else { return BilingualText(en: "£0 at least", cy: "£0 o leiaf") }
    return BilingualText(
      en: "£\(range.lowerBound) to £\(range.upperBound)",
      cy: "£\(range.lowerBound) i £\(range.upperBound)")
  }
}
