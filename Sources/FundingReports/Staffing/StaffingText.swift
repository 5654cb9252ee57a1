public import FundingModel

/// The measures of a staffing file as plain text of at most 100 characters a line.
public struct StaffingText {
  private let result: StaffingResult
  private let language: Language
  /// The most schools of an overview; more are in the table alone.
  private static let schoolsAtMost = 40
  /// The measures of the overview.
  static let overview: [StaffingMeasure] = [
    .pupilTeacherRatio, .classSize, .contactRatio, .teacherCost, .teacherCostOfIncome,
    .bonusPercent, .incomePerPupil, .balanceOfIncome,
  ]

  /// Makes the text of a result in a language.
  public init(_ result: StaffingResult, language: Language) {
    self.result = result
    self.language = language
  }

  /// All schools at a glance, or every measure of one of them.
  ///
  /// - Parameter school: The school to be shown alone; nil for all.
  /// - Returns: The text.
  public func text(school: Int? = nil) -> String {
    var text = Self.heading(StaffingSentences.title[language])
    if result.areMadeUp { text += TextLines.wrapped(StaffingSentences.madeUp[language]) }
    if let pay = StaffingSentences.pay(result) { text += TextLines.wrapped(pay[language]) }
    let shown = result.schools.filter { school == nil || $0.row.school == school }
    // A few schools are shown whole.
    if shown.count <= 2 {
      for school in shown { text += "\n" + self.whole(school) }
    } else {
      text += "\n" + Self.heading(StaffingSentences.overview[language]) + glance(shown)
    }
    text += empty(shown)
    text += "\n" + Self.heading(StaffingSentences.ranges[language])
    for bands in result.bands.bands {
      text += TextLines.wrapped(
        "\(StaffingNames.measure(bands.measure)[language]): "
          + StaffingSentences.steps(bands, language) + ". "
          + (StaffingSentences.source(bands.source, of: result.bands) ?? ""), indent: 2)
    }
    for target in StaffingSentences.targets(result.bands) {
      text += TextLines.wrapped(target[language], indent: 2)
    }
    text += TextLines.wrapped(StaffingSentences.bandMeaning[language])
    return text
      + TextLines.wrapped(StaffingSentences.familyMeaning(result.bands.families)[language])
  }

  private static func heading(_ title: String) -> String {
    title + "\n" + String(repeating: "-", count: min(title.count, TextLines.width)) + "\n"
  }

  private func value(_ measure: StaffingMeasure, of school: StaffingResult.School) -> String {
    school[measure].exact.map { measure.unit.shown($0) } ?? "–"
  }

  private func glance(_ schools: [StaffingResult.School]) -> String {
    let shown = Array(schools.prefix(Self.schoolsAtMost))
    // A family is shown by the first school that is held against it.
    let families = result.families.indices.compactMap { index in
      result.schools.first { $0.family == index }
    }
    let medians = families.map { school in
      StaffingSentences.median[language] + ": "
        + (school.family.map { StaffingNames.family(result.families[$0])[language] } ?? "")
    }
    var columns = [
      TextTable.Column(
        header: StaffingSentences.school[language], isFigure: false,
        cells: shown.map(\.row.name) + medians, limit: 40)
    ]
    for measure in Self.overview {
      columns.append(
        TextTable.Column(
          header: StaffingNames.measure(measure)[language], isFigure: true,
          cells: shown.map { value(measure, of: $0) }
            + families.map { school in
              result.spread(of: measure, around: school)?.median.map { measure.unit.shown($0) }
                ?? "–"
            }))
      guard result.bands[measure] != nil else { continue }
      columns.append(
        TextTable.Column(
          header: StaffingSentences.band[language], isFigure: false,
          cells: shown.map { school in
            result.band(of: measure, at: school).map { StaffingNames.band($0)[language] } ?? "–"
          } + families.map { _ in "" }, staysWithPrevious: true))
    }
    var text = TextTable(columns: columns).text()
    if schools.count > shown.count {
      let rest = Prose.whole(schools.count - shown.count)
      text += TextLines.wrapped(
        BilingualText(
          en: "Schools not shown here: \(rest). All are in icfp.csv and icfp.html.",
          cy: "Ysgolion nas dangosir yma: \(rest). Mae pob un yn icfp.csv ac icfp.html.")[language])
    }
    return text
  }

  /// Every measure of one school, against its family.
  private func whole(_ school: StaffingResult.School) -> String {
    let row = school.row
    var text = Self.heading("\(row.name) (\(row.school))")
    if let family = school.family {
      let members = result.families[family].members.map { result.schools[$0].row.name }
      text += TextLines.wrapped(
        "\(StaffingSentences.familySchools[language]): "
          + StaffingNames.family(result.families[family])[language]
          + " (\(Word.schools[language].lowercased()): \(members.count)): "
          + members.joined(separator: ", "), indent: 2)
    } else {
      text += TextLines.wrapped(
        "\(StaffingSentences.familySchools[language]): " + StaffingSentences.noFamily[language])
    }
    if !school.widenings.isEmpty {
      text += TextLines.wrapped(
        "  "
          + school.widenings.map { StaffingSentences.widening($0)[language] }
          .joined(separator: "; "), indent: 2)
    }
    let measures = StaffingMeasure.allCases
    let spreads = measures.map { result.spread(of: $0, around: school) }
    func spread(_ header: BilingualText, _ part: (StaffingResult.Spread) -> Rational?)
      -> TextTable.Column
    {
      TextTable.Column(
        header: header[language], isFigure: true,
        cells: zip(measures, spreads).map { measure, spread in
          spread.flatMap(part).map { measure.unit.shown($0) } ?? "–"
        })
    }
    return text
      + TextTable(columns: [
        TextTable.Column(
          header: StaffingSentences.measure[language], isFigure: false,
          cells: measures.map { StaffingNames.measure($0)[language] }),
        TextTable.Column(
          header: StaffingSentences.value[language], isFigure: true,
          cells: measures.map { value($0, of: school) }),
        TextTable.Column(
          header: StaffingSentences.band[language], isFigure: false,
          cells: measures.map { measure in
            result.band(of: measure, at: school).map { StaffingNames.band($0)[language] } ?? "–"
          }),
        spread(StaffingSentences.short25, \.lower), spread(StaffingSentences.median, \.median),
        spread(StaffingSentences.short75, \.upper),
      ]).text()
  }

  /// Which measures have no value, and why, a line a school.
  private func empty(_ schools: [StaffingResult.School]) -> String {
    let lines = schools.compactMap { school -> String? in
      var reasons: [(reason: String, measures: [String])] = []
      for measure in StaffingMeasure.allCases {
        guard let reason = StaffingSentences.reason(school[measure])?[language] else { continue }
        let name = StaffingNames.measure(measure)[language]
        if let index = reasons.firstIndex(where: { $0.reason == reason }) {
          reasons[index].measures.append(name)
        } else {
          reasons.append((reason, [name]))
        }
      }
      guard !reasons.isEmpty else { return nil }
      return "\(school.row.name) (\(school.row.school)): "
        + reasons.map { "\($0.measures.joined(separator: ", ")) (\($0.reason))" }
        .joined(separator: "; ")
    }
    guard !lines.isEmpty else { return "" }
    var text = "\n" + Self.heading(StaffingSentences.empty[language])
    for line in lines.prefix(Self.schoolsAtMost) { text += TextLines.wrapped(line, indent: 2) }
    if lines.count > Self.schoolsAtMost {
      let rest = Prose.whole(lines.count - Self.schoolsAtMost)
      text += TextLines.wrapped(
        BilingualText(
          en: "Further schools with such measures: \(rest). All are in icfp.csv, column why_empty.",
          cy:
            "Ysgolion eraill â mesurau o'r fath: \(rest). Mae pob un yn icfp.csv, colofn why_empty."
        )[
          language])
    }
    return text
  }
}
