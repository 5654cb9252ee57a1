import FundingModel

/// The measures of a staffing file as sections of a report: at a glance, by family, and how.
struct StaffingSections {
  let result: StaffingResult

  /// Takes a result.
  init(_ result: StaffingResult) { self.result = result }

  /// The sections of a page of their own.
  var all: [ReportPage.Section] {
    [
      ReportPage.Section(
        id: "glance", title: StaffingSentences.overview, blocks: cautions + glance),
      ReportPage.Section(
        id: "families", title: StaffingSentences.families,
        blocks: [.paragraph(StaffingSentences.familyMeaning(result.bands.families))]
          + families(areFolded: false)),
      ReportPage.Section(
        id: "measures", title: StaffingSentences.measures,
        blocks: [.table(formulas, isFolded: false)] + empty + ranges),
    ]
  }

  /// One section of a report that is about more.
  var together: ReportPage.Section {
    ReportPage.Section(
      id: "staffing", title: StaffingSentences.title,
      blocks: cautions + glance + [.heading(StaffingSentences.families)]
        + [.paragraph(StaffingSentences.familyMeaning(result.bands.families))]
        + families(areFolded: true) + [.heading(StaffingSentences.measures)]
        + [.table(formulas, isFolded: true)] + empty + ranges)
  }

  private var cautions: [ReportPage.Block] {
    ((result.areMadeUp ? [StaffingSentences.madeUp] : [])
      + [StaffingSentences.pay(result)].compactMap(\.self)).map { .caution($0) }
  }

  // At a glance.

  private var glance: [ReportPage.Block] {
    let banded = result.bands.bands
    let points = banded.compactMap(counts)
    let drawings = banded.compactMap(strip)
    return (points.isEmpty ? [] : [.points(points)])
      + (drawings.isEmpty ? [] : [.drawings(drawings)])
      + [
        .paragraph(StaffingSentences.bandMeaning),
        .table(overview, isFolded: false),
      ]
  }

  /// How many schools lie in each band of a measure; nil where none has a value in one.
  private func counts(_ bands: MeasureBands) -> BilingualText? {
    let found = result.schools.compactMap { result.band(of: bands.measure, at: $0) }
    guard !found.isEmpty else { return nil }
    func words(_ language: Language) -> String {
      let parts = bands.steps.map { step in
        "\(StaffingNames.band(step.band)[language]): \(Prose.whole(found.count { $0 == step.band }))"
      }
      let without = result.schools.count - found.count
      let rest =
        without == 0
        ? "" : "; \(StaffingSentences.withoutBand[language]): \(Prose.whole(without))"
      return "\(StaffingNames.measure(bands.measure)[language]), "
        + "\(StaffingSentences.schoolsInBands[language]). "
        + parts.joined(separator: "; ") + rest + "."
    }
    return BilingualText(en: words(.english), cy: words(.welsh))
  }

  /// The schools of one measure against its range, a strip a sector; nil where none has a value.
  private func strip(
    _ bands: MeasureBands
  ) -> (drawing: Drawing, figures: ReportPage.Table)? {
    let measure = bands.measure
    let known = result.schools.compactMap { school in
      result.band(of: measure, at: school).flatMap { band in
        school[measure].exact.map { (sector: school.row.kind.sector ?? "", band: band, value: $0) }
      }
    }
    let sectors = StandardFields.sectors.names.filter { name in
      known.contains { $0.sector == name }
    }
    guard !sectors.isEmpty else { return nil }
    let limits = bands.steps.compactMap(\.below)
    let within = bands.steps.firstIndex { $0.band == .within }
    let title = StaffingNames.measure(measure)
    let drawing = BandStrip(
      rows: sectors.map { name in
        .init(
          label: ReportSentences.sector(name),
          values: known.filter { $0.sector == name }.map(\.value))
      },
      range: (
        within.flatMap { $0 > 0 ? bands.steps[$0 - 1].below : nil },
        within.flatMap { bands.steps[$0].below }
      ), limits: limits, title: title,
      description: StaffingSentences.strip(
        counts(bands) ?? title, StaffingNames.band(.within))
    ) { measure.unit.shown($0) }.drawing
    return (
      drawing,
      ReportPage.Table(
        caption: title,
        head: [Word.sector.text, Word.schools.text]
          + bands.steps.map { StaffingNames.band($0.band) },
        rows: sectors.map { name in
          let own = known.filter { $0.sector == name }
          return ReportPage.Row(
            [.init(ReportSentences.sector(name)), .whole(own.count)]
              + bands.steps.map { step in .whole(own.count { $0.band == step.band }) })
        })
    )
  }

  private var overview: ReportPage.Table {
    ReportPage.Table(
      caption: StaffingSentences.overview,
      head: [StaffingSentences.school] + StaffingText.overview.map(StaffingNames.measure),
      rows: result.schools.map { row($0, StaffingText.overview) })
  }

  /// A school's measures, each with its band.
  func row(_ school: StaffingResult.School, _ measures: [StaffingMeasure]) -> ReportPage.Row {
    ReportPage.Row(
      [.init("\(school.row.name) (\(school.row.school))")]
        + measures.map { measure in
          let value = school[measure]
          guard let exact = value.exact else {
            return value.isKeptBack ? .sign : .none
          }
          return .init(
            ReportSentences.same(measure.unit.shown(exact)),
            mark: result.band(of: measure, at: school).map(StaffingNames.band))
        })
  }
}
