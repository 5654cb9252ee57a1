import FundingModel

/// What a reader must know before quoting how many schools lie below a benchmark, in both languages.
///
/// It goes by the benchmark's amount, never by the scenario's year: an amount means what it means
/// in whichever year it is held against shares.
struct BenchmarkSentences {
  /// The benchmark.
  let benchmark: Benchmark
  /// What was found.
  let result: ScenarioResult

  /// The sentences: what a school's figure is, then what the amount is where a bulletin has it.
  var caveats: [BilingualText] {
    [figureOfSchool] + BulletinFigures.all.filter { $0.delegated == benchmark.amount }.map(bulletin)
  }

  /// The same of all benchmarks that were held against schools, each sentence once; none without any.
  static func caveats(of result: ScenarioResult) -> [BilingualText] {
    guard !result.parity.isEmpty else { return [] }
    return result.scenario.benchmarksHeld.reduce(into: []) { sentences, benchmark in
      sentences += Self(benchmark: benchmark, result: result).caveats.filter {
        !sentences.contains($0)
      }
    }
  }

  /// What a school is held by: true of every benchmark.
  private var figureOfSchool: BilingualText {
    let half =
      sectorsWithPartTime.isEmpty
      ? BilingualText(en: "", cy: "")
      : BilingualText(
        en: ", so a part-time pupil, such as a half-time nursery child, counts as one",
        cy: ", felly mae disgybl rhan-amser, megis plentyn meithrin hanner amser, yn cyfrif fel un")
    return BilingualText(
      en: "Read with care: a school's figure here is its budget share alone, without the grants "
        + "devolved to it, per head\(half.english).",
      cy: "Darllener yn ofalus: cyfran yr ysgol o'r gyllideb yn unig, heb y grantiau a ddatganolir "
        + "iddi, fesul pen, yw ei ffigur hi yma\(half.welsh).")
  }

  /// What a bulletin's amount includes and divides by, which a school's figure here doesn't.
  private func bulletin(_ figures: BulletinFigures) -> BilingualText {
    let amount = Prose.shortPounds(benchmark.amount)
    // Whether the benchmark is the bulletin's is its source's to say: others may choose the amount.
    let parts = [
      BilingualText(
        en: "The bulletin's delegated budget per pupil for \(figures.year) is \(amount): it "
          + "includes grants devolved to schools and divides by full-time equivalent pupils.",
        cy: "\(amount) yw'r gyllideb ddirprwyedig fesul disgybl yn y bwletin ar gyfer "
          + "\(figures.year): mae'n cynnwys grantiau a ddatganolir i ysgolion ac yn rhannu â nifer y "
          + "disgyblion cyfwerth ag amser llawn."),
      partTime, otherYears(than: figures.year),
    ].compactMap(\.self)
    return BilingualText(
      en: parts.map(\.english).joined(separator: " "),
      cy: parts.map(\.welsh).joined(separator: " "))
  }

  /// Where the two ways of counting pupils come apart; nil where every pupil is full time.
  private var partTime: BilingualText? {
    let sectors = sectorsWithPartTime
    guard !sectors.isEmpty else { return nil }
    func list(_ language: Language) -> String {
      sectors.map { Names.sector($0, language).lowercased() }.joined(separator: ", ")
    }
    let others =
      result.census.schools.sectorsFound.count == sectors.count
      ? BilingualText(en: "", cy: "")
      : BilingualText(
        en: " Other sectors are not affected.", cy: " Nid effeithir ar sectorau eraill.")
    return BilingualText(
      en: "There a part-time pupil counts as a part: counted so, fewer schools might lie below and "
        + "parity might cost less in the sectors with such pupils "
        + "(\(list(.english))).\(others.english)",
      cy: "Yno mae disgybl rhan-amser yn cyfrif fel rhan: o gyfrif felly, gallai fod llai o "
        + "ysgolion islaw a gallai cydraddoldeb gostio llai yn y sectorau â disgyblion o'r "
        + "fath (\(list(.welsh))).\(others.welsh)")
  }

  /// That an amount of one year is held against shares of others; nil where it isn't.
  private func otherYears(than year: FundingYear) -> BilingualText? {
    let others = result.censuses.years.filter { $0 != year }.map(\.description)
    guard !others.isEmpty else { return nil }
    let list = others.joined(separator: ", ")
    return BilingualText(
      en: "Shares of other years (\(list)) are held against it as it stands.",
      cy: "Cymherir cyfrannau blynyddoedd eraill (\(list)) â'r swm fel y mae.")
  }

  /// The sectors in which some pupil is not full time, in the order of every table.
  private var sectorsWithPartTime: [String] {
    let (schools, pupils) = (result.census.schools, result.census.pupils)
    guard let fte = pupils.column("fte") else { return [] }
    // By distinct pupil, so that a school's pupils need no values looked up.
    let isPartTime = fte.codes.indices.map { fte[$0] != nil && fte[$0] != .number(.one) }
    var found: Set<String> = []
    for row in 0..<schools.count where !found.contains(schools.sectors[row]) {
      let entries = pupils.entries(ofSchool: row)
      if entries.contains(where: { isPartTime[Int(pupils.pupils[$0])] && pupils.counts[$0] > 0 }) {
        found.insert(schools.sectors[row])
      }
    }
    return schools.sectorsFound.filter(found.contains)
  }
}
