public import FundingModel

/// The measures of a staffing file as a page for a browser.
public struct StaffingPage {
  private let result: StaffingResult

  /// Makes the page of a result.
  public init(_ result: StaffingResult) { self.result = result }

  /// The file `icfp.html`.
  ///
  /// - Parameter language: The language that it opens in.
  /// - Returns: The file.
  public func file(_ language: Language = .english) -> OutputFile {
    OutputFile(name: "icfp.html", bytes: Array(page().html(language).utf8))
  }

  /// The page.
  public func page() -> Page {
    Page(
      title: StaffingSentences.title,
      sections: result.families.indices.map(family) + withoutFamily + [empty].compactMap { $0 }
        + [measures, ranges])
  }

  private func both(_ text: (Language) -> String) -> BilingualText {
    BilingualText(en: text(.english), cy: text(.welsh))
  }

  private func same(_ text: String) -> BilingualText { BilingualText(en: text, cy: text) }

  private var madeUp: [BilingualText] { result.areMadeUp ? [StaffingSentences.madeUp] : [] }

  /// A family: the schools that are held against it, then its quartiles.
  private func family(_ index: Int) -> Page.Section {
    let family = result.families[index]
    let schools = result.schools.filter { $0.family == index }
    let members = family.members.map { result.schools[$0].row.name }.joined(separator: ", ")
    let widenings = schools.first?.widenings ?? []
    var rows = schools.map(row)
    if let first = schools.first {
      let quartiles: [(BilingualText, (StaffingResult.Spread) -> Rational?)] = [
        (StaffingSentences.lower, \.lower), (StaffingSentences.median, \.median),
        (StaffingSentences.upper, \.upper),
      ]
      for (name, part) in quartiles {
        rows.append(
          Page.Row(
            name: name,
            cells: StaffingMeasure.allCases.map { measure in
              // Schools of several cycles have several medians; each is in the table of measures.
              guard !measure.dependsOnCycle || hasOneCycle(family) else { return same("–") }
              return same(
                result.spread(of: measure, around: first).flatMap(part)
                  .map { measure.unit.shown($0) } ?? "–")
            }, isSummary: true))
      }
    }
    return Page.Section(
      title: StaffingNames.family(family),
      lead: madeUp + [
        both { language in
          "\(StaffingSentences.familySchools[language]) "
            + "(\(Word.schools[language].lowercased()): \(family.members.count)): \(members)."
            + (widenings.isEmpty
              ? ""
              : " "
                + widenings.map { StaffingSentences.widening($0)[language] }
                .joined(separator: "; ") + ".")
        }
      ], head: head, rows: rows)
  }

  private func hasOneCycle(_ family: SchoolFamily) -> Bool {
    Set(family.members.map { result.schools[$0].row[.periodsPerCycle] }).count == 1
  }

  private var head: [BilingualText] {
    [StaffingSentences.school] + StaffingMeasure.allCases.map(StaffingNames.measure)
  }

  private func row(_ school: StaffingResult.School) -> Page.Row {
    Page.Row(
      name: same("\(school.row.name) (\(school.row.school))"),
      cells: StaffingMeasure.allCases.map { measure in
        let value = school[measure].exact.map { measure.unit.shown($0) } ?? "–"
        guard let band = result.band(of: measure, at: school) else { return same(value) }
        return both { "\(value), \(StaffingNames.band(band)[$0])" }
      })
  }

  private var withoutFamily: [Page.Section] {
    let schools = result.schools.filter { $0.family == nil }
    guard !schools.isEmpty else { return [] }
    return [
      Page.Section(
        title: StaffingSentences.noFamily, lead: madeUp, head: head, rows: schools.map(row))
    ]
  }

  /// Measures without a value, and why.
  private var empty: Page.Section? {
    let rows = result.schools.flatMap { school in
      StaffingMeasure.allCases.compactMap { measure in
        StaffingSentences.reason(school[measure]).map { reason in
          Page.Row(name: same(school.row.name), cells: [StaffingNames.measure(measure), reason])
        }
      }
    }
    guard !rows.isEmpty else { return nil }
    return Page.Section(
      title: StaffingSentences.empty,
      head: [
        StaffingSentences.school, StaffingSentences.measure,
        BilingualText(en: "Why", cy: "Pam"),
      ], rows: rows)
  }

  private var measures: Page.Section {
    Page.Section(
      title: StaffingSentences.measures,
      head: [StaffingSentences.measure, BilingualText(en: "Formula", cy: "Fformiwla")],
      rows: StaffingMeasure.allCases.map {
        Page.Row(
          name: StaffingNames.measure($0), cells: [StaffingNames.formula($0, result.bands)])
      }, notes: [StaffingSentences.familyMeaning(result.bands.families)])
  }

  private var ranges: Page.Section {
    Page.Section(
      title: StaffingSentences.ranges,
      head: [
        StaffingSentences.measure, BilingualText(en: "Bands", cy: "Bandiau"),
        BilingualText(en: "Source", cy: "Ffynhonnell"),
      ],
      rows: result.bands.bands.map { bands in
        Page.Row(
          name: StaffingNames.measure(bands.measure),
          cells: [
            both { StaffingSentences.steps(bands, $0) },
            same(StaffingSentences.source(bands.source, of: result.bands) ?? ""),
          ])
      }, notes: StaffingSentences.targets(result.bands) + [StaffingSentences.bandMeaning])
  }
}
