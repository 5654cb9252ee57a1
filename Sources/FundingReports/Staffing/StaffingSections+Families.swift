import FundingModel

extension StaffingSections {
  /// The measures of curriculum and teachers, then those of money: two tables fit a page.
  private static let halves: [(what: BilingualText, measures: [StaffingMeasure])] = [
    (
      BilingualText(en: "curriculum and teachers", cy: "cwricwlwm ac athrawon"),
      [
        .teachingPeriods, .pupilTeacherRatio, .classSize, .teacherLoad, .contactRatio,
        .teachersNeeded, .basicCurriculum, .curriculumBonus, .bonusPercent,
      ]
    ),
    (
      BilingualText(en: "money", cy: "arian"),
      [
        .teacherCost, .lessonCost, .teacherCostOfIncome, .teacherCostOfSpending, .incomePerPupil,
        .balance, .balanceOfIncome,
      ]
    ),
  ]

  /// Every family with its schools and quartiles, then the schools without one.
  func families(areFolded: Bool) -> [ReportPage.Block] {
    result.families.indices.flatMap { family($0, isFolded: areFolded) }
      + withoutFamily(isFolded: areFolded)
  }

  private func family(_ index: Int, isFolded: Bool) -> [ReportPage.Block] {
    let family = result.families[index]
    let schools = result.schools.filter { $0.family == index }
    let name = StaffingNames.family(family)
    return [.heading(name), .paragraph(members(of: family, schools))]
      + Self.halves.map { what, measures in
        .table(
          ReportPage.Table(
            caption: AdequacySentences.of(name, what),
            head: [StaffingSentences.school] + measures.map(StaffingNames.measure),
            rows: schools.map { row($0, measures) } + quartiles(of: family, schools, measures)),
          isFolded: isFolded)
      }
  }

  /// Who a family is, and what it gave up.
  private func members(
    of family: SchoolFamily, _ schools: [StaffingResult.School]
  ) -> BilingualText {
    let names = family.members.map { result.schools[$0].row.name }.joined(separator: ", ")
    func words(_ language: Language) -> String {
      let widenings = (schools.first?.widenings ?? []).map {
        StaffingSentences.widening($0)[language]
      }
      return "\(StaffingSentences.familySchools[language]) "
        + "(\(Word.schools[language].lowercased()): \(family.members.count)): \(names)."
        + (widenings.isEmpty ? "" : " " + widenings.joined(separator: "; ") + ".")
    }
    return BilingualText(en: words(.english), cy: words(.welsh))
  }

  private func quartiles(
    of family: SchoolFamily, _ schools: [StaffingResult.School], _ measures: [StaffingMeasure]
  ) -> [ReportPage.Row] {
    guard let first = schools.first else { return [] }
    // Schools of several cycles have several medians; each is in the table of measures.
    let cycles = Set(family.members.map { result.schools[$0].row[.periodsPerCycle] })
    let parts: [(BilingualText, (StaffingResult.Spread) -> Rational?)] = [
      (StaffingSentences.lower, \.lower), (StaffingSentences.median, \.median),
      (StaffingSentences.upper, \.upper),
    ]
    return parts.map { name, part in
      ReportPage.Row(
        [.init(name)]
          + measures.map { measure in
            guard !measure.dependsOnCycle || cycles.count == 1,
              let spread = result.spread(of: measure, around: first)
            else { return .none }
            return spread.isKeptBack
              ? .sign
              : part(spread).map { .init(measure.unit.shown($0)) } ?? .none
          }, isSummary: true)
    }
  }

  private func withoutFamily(isFolded: Bool) -> [ReportPage.Block] {
    let schools = result.schools.filter { $0.family == nil }
    guard !schools.isEmpty else { return [] }
    return [.heading(StaffingSentences.withoutFamily)]
      + Self.halves.map { what, measures in
        .table(
          ReportPage.Table(
            caption: AdequacySentences.of(StaffingSentences.withoutFamily, what),
            head: [StaffingSentences.school] + measures.map(StaffingNames.measure),
            rows: schools.map { row($0, measures) }), isFolded: isFolded)
      }
  }

  // How it is worked out.

  /// Each measure's own formula.
  var formulas: ReportPage.Table {
    ReportPage.Table(
      caption: StaffingSentences.measures,
      head: [StaffingSentences.measure, BilingualText(en: "Formula", cy: "Fformiwla")], words: 2,
      rows: StaffingMeasure.allCases.map {
        ReportPage.Row([
          .init(StaffingNames.measure($0)), .init(StaffingNames.formula($0, result.bands)),
        ])
      })
  }

  /// Measures without a value, and why.
  var empty: [ReportPage.Block] {
    let rows = result.schools.flatMap { school in
      StaffingMeasure.allCases.compactMap { measure in
        StaffingSentences.reason(school[measure]).map { reason in
          ReportPage.Row([
            .init("\(school.row.name) (\(school.row.school))"),
            .init(StaffingNames.measure(measure)), .init(reason),
          ])
        }
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        ReportPage.Table(
          caption: StaffingSentences.empty,
          head: [
            StaffingSentences.school, StaffingSentences.measure,
            BilingualText(en: "Why", cy: "Pam"),
          ], words: 3, rows: rows), isFolded: rows.count > 20)
    ]
  }

  /// The ranges and targets, with their sources.
  var ranges: [ReportPage.Block] {
    let table = ReportPage.Table(
      caption: StaffingSentences.ranges,
      head: [
        StaffingSentences.measure, BilingualText(en: "Bands", cy: "Bandiau"),
        BilingualText(en: "Source", cy: "Ffynhonnell"),
      ], words: 3,
      rows: result.bands.bands.map { bands in
        ReportPage.Row([
          .init(StaffingNames.measure(bands.measure)),
          .init(
            BilingualText(
              en: StaffingSentences.steps(bands, .english),
              cy: StaffingSentences.steps(bands, .welsh))),
          .init(StaffingSentences.source(bands.source, of: result.bands) ?? ""),
        ])
      })
    return [
      .table(table, isFolded: false), .points(StaffingSentences.targets(result.bands)),
    ]
  }
}
