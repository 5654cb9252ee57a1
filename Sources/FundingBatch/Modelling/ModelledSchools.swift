public import FundingModel

/// Schools that stand for the real ones, with the published totals of their authorities.
///
/// - Invariant: each authority has the published schools, pupils and total budget of every sector,
///   exactly, and its published number of Welsh-medium schools; Wales has the published types.
///   The quartiles of budget per pupil, the free-school-meals share and the size bands are met
///   closely. No school is a real one.
public enum ModelledSchools {
  /// The schools of Wales.
  ///
  /// Numbers are the authority's code and a number from 9001, which no real school has. A sector
  /// of an authority is modelled from the seed and that sector's facts alone.
  /// - Parameters:
  ///   - facts: The published figures.
  ///   - seed: Equal seeds give equal schools, on any machine.
  /// - Returns: The schools, in order of their numbers.
  public static func table(from facts: ModelledFacts, seed: UInt64) -> SchoolTable {
    var schools: [ModelledSchool] = []
    for (index, sector) in StandardFields.sectors.names.enumerated() {
      var random = SeededGenerator(seed: seed, stream: index)
      schools += Self.schools(of: sector, facts: facts, using: &random)
    }
    let bySector = StandardFields.sectors.names
    schools.sort {
      ($0.authority, bySector.firstIndex(of: $0.sector) ?? 0, $0.ordinal)
        < ($1.authority, bySector.firstIndex(of: $1.sector) ?? 0, $1.ordinal)
    }
    return table(of: schools)
  }

  private static func schools(
    of sector: String, facts: ModelledFacts, using random: inout SeededGenerator
  ) -> [ModelledSchool] {
    let groups = facts.groups.filter { $0.sector == sector }
    let model = SectorModel(
      groups, bands: facts.sizeBands.filter { $0.sector == sector }, using: &random)
    // In random order, so that a school's number says nothing about its size.
    var all = model.groups
    for index in all.indices { random.shuffle(&all[index]) }
    var categories = CategoryModel(groups, facts: facts, using: &random)
    let welsh = facts.languages.first { $0.sector == sector && $0.category == "WM" }
    if let pupils = welsh?.pupils {
      categories.meet(
        welshMediumPupils: pupils, sizes: all.map { $0.map(\.pupils) }, using: &random)
    }
    var schools: [ModelledSchool] = []
    for (index, group) in groups.enumerated() {
      let modelled = all[index]
      let meals = group.freeMeals.map {
        FreeMealsModel.tenths(
          share: $0, sizes: modelled.map(\.pupils), pence: modelled.map(\.pence), using: &random)
      }
      for (row, school) in modelled.enumerated() {
        schools.append(
          ModelledSchool(
            authority: group.authority, sector: sector, ordinal: row + 1,
            type: categories.types[index][row], language: categories.languages[index][row],
            pupils: school.pupils,
            budgetPerPupil: school.pence.map { Money(pence: Int64($0)) },
            freeMealsTenths: meals?[row]))
      }
    }
    return schools
  }

  private static func table(of schools: [ModelledSchool]) -> SchoolTable {
    var numbers: [Int] = []
    for school in schools {
      let first = school.authority * 10_000 + 9_001
      numbers.append(max(first, (numbers.last ?? 0) + 1))
    }
    func column(_ name: String, _ value: (ModelledSchool) -> FieldValue?) -> Column {
      let field = StandardFields.school.first { $0.name == name } ?? freeMealsField
      return Column(field: field, values: schools.map(value))
    }
    return SchoolTable(
      numbers: numbers, names: schools.map(\.name), authorities: schools.map(\.authority),
      sectors: schools.map(\.sector), statedPupils: schools.map(\.pupils),
      budgetPerPupil: schools.map(\.budgetPerPupil),
      columns: [
        column("sector") { .category($0.sector) },
        column("school_type") { .category($0.type) },
        column("language") { $0.language.map(FieldValue.category) },
        column("authority") { .category(String($0.authority)) },
        column("months_open") { _ in .number(Rational(12)) },
        column(freeMealsField.name) { $0.freeMealsPercent.map(FieldValue.number) },
      ],
      areModelled: true)
  }

  /// The share of pupils eligible for free school meals, as the published school file has it.
  static let freeMealsField = Field(
    "fsm_three_year_pct", .school, .number(.number),
    meaning: BilingualText(
      en: "pupils eligible for free school meals, per cent, mean of three years",
      cy: "disgyblion sy'n gymwys i gael prydau ysgol am ddim, y cant, cymedr tair blynedd"))
}

/// One modelled school.
struct ModelledSchool: Hashable {
  let authority: Int
  let sector: String
  /// Which of its authority and sector it is, from 1.
  let ordinal: Int
  let type: String
  let language: String?
  let pupils: Int
  let budgetPerPupil: Money?
  let freeMealsTenths: Int?

  var freeMealsPercent: Rational? {
    freeMealsTenths.flatMap { try? Rational(Int128($0), over: 10) }
  }

  /// Such as "Modelled primary 17, Gwynedd".
  var name: String {
    ModelledSchoolName(authority: authority, sector: sector, ordinal: ordinal).text.english
  }
}
