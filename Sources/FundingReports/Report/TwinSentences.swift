import FundingModel

/// What is said of twin schools, in both languages.
struct TwinSentences {
  /// The pairs.
  let twins: TwinSchools
  /// The schools and pupils of the first year.
  let census: Census

  /// What alike means, and what the data lacks for it.
  var rule: BilingualText {
    let (size, points) = (TwinSchools.mostSize, TwinSchools.mostFreeMeals)
    let nothing = ReportSentences.same("")
    let language =
      twins.usesLanguage
      ? BilingualText(en: " and language category", cy: " a chategori iaith") : nothing
    let meals =
      twins.usesFreeMeals
      ? BilingualText(
        en: ", and free school meals within \(points) percentage points",
        cy: ", a phrydau ysgol am ddim o fewn \(points) bwynt canran")
      : nothing
    let first = BilingualText(
      en:
        "Alike means: the same sector\(language.english), different authorities, pupils within \(size)% of "
        + "the larger\(meals.english). The pair most alike is taken first; a school is in one pair only.",
      cy:
        "Ystyr tebyg: yr un sector\(language.welsh), awdurdodau gwahanol, nifer y disgyblion o fewn "
        + "\(size)% i'r mwyaf\(meals.welsh). Dewisir y pâr tebycaf gyntaf; mewn un pâr yn unig y mae "
        + "ysgol.")
    let all = [first, freeMeals, languages].compactMap(\.self)
    return BilingualText(
      en: all.map(\.english).joined(separator: " "), cy: all.map(\.welsh).joined(separator: " "))
  }

  /// How many pairs there are, and which of them are shown.
  ///
  /// - Parameters:
  ///   - shown: How many are shown.
  ///   - held: By what their gaps are ordered.
  ///   - keptBack: How many pairs are not named, since a school's figures are kept back.
  /// - Returns: The sentence.
  func count(shown: Int, by held: BilingualText, keptBack: Int = 0) -> BilingualText {
    let (count, few) = (Prose.whole(twins.pairs.count), Prose.whole(shown))
    guard !twins.pairs.isEmpty else {
      return BilingualText(
        en: "No two schools here are so alike.", cy: "Nid oes dwy ysgol yma mor debyg â hynny.")
    }
    guard shown > 0 else {
      return BilingualText(
        en: "Pairs: \(count); all are in twins.csv.",
        cy: "Parau: \(count); mae pob un yn twins.csv.")
    }
    guard keptBack == 0 else {
      let named = Prose.whole(twins.pairs.count - keptBack)
      return BilingualText(
        en:
          "Pairs: \(count), of which \(named) are named in files that keep figures back. Of these the "
          + "\(few) with the widest gaps are below (\(held.english)); others may be wider.",
        cy:
          "Parau: \(count). O'r rhain, enwir \(named) mewn ffeiliau sy'n cadw ffigurau yn ôl. Isod mae'r "
          + "rhai o'r \(named) â'r bylchau mwyaf (\(few); \(held.welsh)); gall eraill fod yn fwy.")
    }
    return BilingualText(
      en: "Pairs: \(count). The \(few) with the widest gaps are below (\(held.english)); all "
        + "are in twins.csv.",
      cy: "Parau: \(count). Isod mae'r rhai â'r bylchau mwyaf (\(few); \(held.welsh)); mae pob "
        + "un yn twins.csv.")
  }

  /// Where the shares of free school meals are from.
  private var freeMeals: BilingualText? {
    guard twins.usesFreeMeals else {
      return BilingualText(
        en: "The data gives no free school meals: pairs are made without them.",
        cy: "Nid yw'r data'n rhoi prydau ysgol am ddim: gwneir parau hebddynt.")
    }
    // Of pupils that were read there is nothing to explain; modelled schools are told of below.
    guard census.hasModelledPupils, !census.schools.areModelled else { return nil }
    let modelled = Prose.whole(twins.pairs.count { $0.freeMeals == .counted })
    return BilingualText(
      en: "Free school meals are the shares that the schools file states where it states both; "
        + "pairs with shares of modelled pupils (est.): \(modelled).",
      cy: "Y cyfrannau a nodir yn ffeil yr ysgolion yw'r prydau ysgol am ddim lle mae'n nodi'r "
        + "ddwy; parau â chyfrannau disgyblion a fodelwyd (amc.): \(modelled).")
  }

  /// Which pairs were made without a language category.
  private var languages: BilingualText? {
    guard twins.usesLanguage else {
      return BilingualText(
        en: "The data gives no language categories: pairs are made without them.",
        cy: "Nid yw'r data'n rhoi categorïau iaith: gwneir parau hebddynt.")
    }
    let column = census.schools.column("language")
    let blank = twins.pairs.count { column?[$0.first] == nil }
    guard blank > 0 else { return nil }
    return BilingualText(
      en: "Schools whose language category is not given are paired with each other "
        + "(pairs: \(Prose.whole(blank))).",
      cy: "Parir ysgolion na roddir eu categori iaith â'i gilydd (parau: \(Prose.whole(blank))).")
  }
}
