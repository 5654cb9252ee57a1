public import FundingModel

/// The tables that a staffing file comes to.
public enum StaffingTables {
  /// `icfp.csv` and `families.csv`.
  ///
  /// - Parameters:
  ///   - result: The measures.
  ///   - language: The language of names.
  /// - Returns: The files.
  public static func files(of result: StaffingResult, language: Language) -> [OutputFile] {
    all(of: result, language: language).map(\.file)
  }

  /// The same as tables.
  public static func all(of result: StaffingResult, language: Language) -> [Table] {
    [measures(result, language), families(result, language)]
  }

  /// `icfp.csv`: a row for each school and measure.
  ///
  /// - Rounding: pounds to the penny, anything else to four decimals, halves away from zero. A value
  ///   that can't be worked out is blank, and `why_empty` names the figures that are not given.
  static func measures(_ result: StaffingResult, _ language: Language) -> Table {
    let rows = result.schools.flatMap { school in
      StaffingMeasure.allCases.map { (school: school, measure: $0) }
    }
    let spreads = rows.map { result.spread(of: $0.measure, around: $0.school) }
    func texts(_ text: ((school: StaffingResult.School, measure: StaffingMeasure)) -> String?)
      -> TableCells
    {
      .texts(rows.map(text))
    }
    func spread(_ part: (StaffingResult.Spread) -> Rational?) -> TableCells {
      .numbers(
        zip(rows, spreads).map { row, spread in
          spread.flatMap(part).map { row.measure.unit.tabled($0) }
        })
    }
    return Table(
      name: "icfp",
      columns: [
        TableColumn("school", .wholes(rows.map { Int64($0.school.row.school) })),
        TableColumn("name", texts { $0.school.row.name }),
        TableColumn("authority", texts { $0.school.row.kind.authority.map(String.init) }),
        TableColumn("sector", texts { $0.school.row.kind.sector }),
        TableColumn("measure", texts { $0.measure.rawValue }),
        TableColumn(
          "value",
          .numbers(
            rows.map { row in
              row.school[row.measure].exact.map { row.measure.unit.tabled($0) }
            })),
        TableColumn("unit", texts { $0.measure.unit.rawValue }),
        TableColumn("band", texts { result.band(of: $0.measure, at: $0.school)?.rawValue }),
        TableColumn(
          "family",
          texts { row in
            row.school.family.map { StaffingNames.family(result.families[$0])[language] }
          }),
        TableColumn("family_schools", .wholes(spreads.map { $0.map { Int64($0.schools) } })),
        TableColumn("family_median", spread(\.median)),
        TableColumn("family_p25", spread(\.lower)),
        TableColumn("family_p75", spread(\.upper)),
        TableColumn("measure_name", texts { StaffingNames.measure($0.measure)[language] }),
        TableColumn(
          "why_empty",
          texts { StaffingSentences.reason($0.school[$0.measure])?[language] }),
        TableColumn("made_up", .flags(rows.map(\.school.row.isMadeUp))),
      ] + hidden(rows.map { $0.school[$0.measure] }, spreads))
  }

  /// The column that names what of a row is kept back; none where nothing is.
  private static func hidden(
    _ values: [MeasureValue], _ spreads: [StaffingResult.Spread?]
  ) -> [TableColumn] {
    let names = zip(values, spreads).map { value, spread in
      (value.isKeptBack ? ["value"] : [])
        + (spread?.isKeptBack ?? false ? ["family_median", "family_p25", "family_p75"] : [])
    }
    guard names.contains(where: { !$0.isEmpty }) else { return [] }
    return [TableColumn("hidden", .texts(names.map { $0.joined(separator: " ") }))]
  }

  /// `families.csv`: the schools that each school is compared with.
  static func families(_ result: StaffingResult, _ language: Language) -> Table {
    let rows = result.schools.flatMap { school in
      (school.family.map { result.families[$0].members } ?? []).map {
        (school: school, member: result.schools[$0])
      }
    }
    return Table(
      name: "families",
      columns: [
        TableColumn("school", .wholes(rows.map { Int64($0.school.row.school) })),
        TableColumn(
          "family",
          .texts(
            rows.map { row in
              row.school.family.map { StaffingNames.family(result.families[$0])[language] }
            })),
        TableColumn("member", .wholes(rows.map { Int64($0.member.row.school) })),
        TableColumn("member_name", .texts(rows.map(\.member.row.name))),
        TableColumn(
          "wider_because",
          .texts(
            rows.map { row in
              let reasons = row.school.widenings.map { StaffingSentences.widening($0)[language] }
              return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
            })),
        TableColumn("made_up", .flags(rows.map(\.member.row.isMadeUp))),
      ])
  }

  /// The measures as JSON.
  public static func json(of result: StaffingResult) -> JSON {
    .members([
      "made_up": .flag(result.areMadeUp),
      "schools": .array(
        result.schools.map { school in
          .members([
            "school": .whole(Int64(school.row.school)),
            "name": .text(school.row.name),
            "family": .optional(school.family) {
              JSON.bilingual(StaffingNames.family(result.families[$0]))
            },
            "measures": .array(
              StaffingMeasure.allCases.map { measure in
                let spread = result.spread(of: measure, around: school)
                return .members([
                  "measure": .text(measure.rawValue),
                  "name": .bilingual(StaffingNames.measure(measure)),
                  "unit": .text(measure.unit.rawValue),
                  "value": .optional(school[measure].exact) { .decimal($0) },
                  "why_empty": .optional(StaffingSentences.reason(school[measure])) {
                    JSON.bilingual($0)
                  },
                  "band": .optional(result.band(of: measure, at: school)) { .text($0.rawValue) },
                  "family_schools": .optional(spread) { .whole(Int64($0.schools)) },
                  "family_kept_back": .flag(spread?.isKeptBack ?? false),
                  "family_p25": .optional(spread?.lower) { .decimal($0) },
                  "family_median": .optional(spread?.median) { .decimal($0) },
                  "family_p75": .optional(spread?.upper) { .decimal($0) },
                ])
              }),
          ])
        }),
    ])
  }
}
