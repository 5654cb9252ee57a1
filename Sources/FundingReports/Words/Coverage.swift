import FundingModel

/// What all the schools of the data together are called: Wales, only where schools of all 22
/// authorities are among them.
///
/// Nothing else decides it: an authority's own file must not be quoted as Wales.
struct Coverage {
  /// How many of the 22 authorities have schools in the data.
  let authorities: Int

  /// Looks at where schools are.
  init(_ schools: SchoolTable) {
    let found = Set(schools.authorities)
    authorities = Authority.all.count { found.contains($0.code) }
  }

  /// Whether schools of all 22 authorities are there.
  var isWales: Bool { authorities == Authority.all.count }

  /// What all the schools together are called.
  var name: BilingualText {
    isWales
      ? Word.wales.text : BilingualText(en: "All schools given", cy: "Pob ysgol yn y data")
  }

  /// The same in a sentence.
  var quoted: BilingualText {
    isWales ? name : BilingualText(en: "“\(name.english)”", cy: "“\(name.welsh)”")
  }

  /// That the schools are not all of Wales's, and what follows; nil where they are.
  var caution: BilingualText? {
    guard !isWales else { return nil }
    return BilingualText(
      en:
        "Not Wales: the data has schools of \(count.english) local authorities. “\(name.english)” "
        + "is these schools together. Totals and ranks are of them alone, and a formula made to "
        + "cost the same shares out their money alone.",
      cy: "Nid Cymru gyfan: awdurdodau lleol ag ysgolion yn y data: \(count.welsh). Yr ysgolion "
        + "hyn gyda'i gilydd yw “\(name.welsh)”. Ohonynt hwy yn unig y daw'r cyfansymiau a'r "
        + "safleoedd, a'u harian hwy yn unig y mae fformiwla o'r un gost yn ei rannu.")
  }

  /// What stands above a page's title.
  ///
  /// - Parameter years: The year, or the first and the last; empty for none.
  /// - Returns: It.
  func kicker(years: String = "") -> BilingualText {
    let years = years.isEmpty ? "" : ", \(years)"
    return isWales
      ? BilingualText(
        en: "School funding in Wales\(years)", cy: "Cyllido ysgolion yng Nghymru\(years)")
      : BilingualText(
        en: "School funding\(years), \(count.english) authorities of Wales",
        cy: "Cyllido ysgolion\(years), awdurdodau Cymru yn y data: \(count.welsh)")
  }

  /// What a school's rank is called.
  ///
  /// - Parameter isOfShown: Whether some schools are kept back, so that only those shown are ranked.
  /// - Returns: It.
  func rank(isOfShown: Bool) -> BilingualText {
    switch (isWales, isOfShown) {
    case (true, false):
      BilingualText(
        en: "Rank per pupil in its sector in Wales, 1 the highest",
        cy: "Safle fesul disgybl yn ei sector yng Nghymru, 1 yw'r uchaf")
    case (true, true): DisclosureWords.rank
    case (false, false):
      BilingualText(
        en: "Rank per pupil in its sector among the schools given, 1 the highest",
        cy: "Safle fesul disgybl yn ei sector ymhlith yr ysgolion yn y data, 1 yw'r uchaf")
    case (false, true):
      BilingualText(
        en: "Rank per pupil among the schools given of its sector that are shown, 1 the highest",
        cy: "Safle fesul disgybl ymhlith ysgolion ei sector yn y data a ddangosir, 1 yw'r uchaf")
    }
  }

  /// How many of the 22.
  private var count: BilingualText {
    BilingualText(
      en: "\(authorities) of the \(Authority.all.count)",
      cy: "\(authorities) o \(Authority.all.count)")
  }
}

extension SchoolTable {
  /// What all the schools together are called.
  var coverage: Coverage { Coverage(self) }
}
