public import FundingModel

/// Small censuses that have every kind of field, gaps among them.
public enum RandomCensus {
  /// A census, the same for the same generator.
  public static func make(_ random: inout SplitMix64) -> Census {
    let schools = schoolTable(&random)
    return Census(schools: schools, pupils: pupilTable(of: schools.count, &random))
  }

  private static func schoolTable(_ random: inout SplitMix64) -> SchoolTable {
    let count = 1 + random.below(6)
    var number = 6_600_000
    var numbers: [Int] = []
    for _ in 0..<count {
      number += 1 + random.below(50)
      numbers.append(number)
    }
    let authorities = numbers.map { _ in 660 + random.below(3) }
    let sectors = numbers.map { _ in random.pick(["nursery", "primary", "secondary"]) }
    let gaps = random.chance(25) ? 10 : 0
    var columns: [Column] = []
    func column(
      _ name: String, _ kind: FieldKind, _ random: inout SplitMix64, gaps: Int,
      _ value: (inout SplitMix64) -> FieldValue
    ) {
      guard !random.chance(gaps / 2) else { return }
      let field =
        StandardFields.school.first { $0.name == name }
        ?? Field(name, .school, kind, meaning: BilingualText(en: name, cy: name))
      var values: [FieldValue?] = []
      for _ in 0..<count { values.append(random.chance(gaps) ? nil : value(&random)) }
      columns.append(Column(field: field, values: values))
    }
    if random.chance(50) {
      columns.append(
        Column(field: StandardFields.school[0], values: sectors.map { .category($0) }))
    }
    column("language", .flag, &random, gaps: gaps) { .category($0.pick(["WM", "EM", "DS"])) }
    column("school_type", .flag, &random, gaps: gaps) { .category($0.pick(["C", "VA", "F"])) }
    column("floor_area", .flag, &random, gaps: gaps) {
      .number(RandomNumber.decimal(&$0, upTo: 4000))
    }
    column("sites", .flag, &random, gaps: gaps) { .number(Rational($0.below(4))) }
    column("places", .flag, &random, gaps: gaps) { .number(Rational($0.below(60))) }
    if random.chance(40) {
      column("months_open", .flag, &random, gaps: gaps) {
        .number(Rational($0.chance(60) ? 12 : 1 + $0.below(12)))
      }
    }
    column("rural", .flag, &random, gaps: gaps) { .flag($0.chance(50)) }
    let previousYear = previousYear(count, &random)
    columns += previousYear
    return SchoolTable(
      numbers: numbers, names: numbers.map { "School \($0)" }, authorities: authorities,
      sectors: sectors, statedPupils: numbers.map { _ in nil },
      budgetPerPupil: numbers.map { _ in nil }, columns: columns, areModelled: true)
  }

  /// Last year's shares and pupils, of most schools; a new school has neither.
  private static func previousYear(_ count: Int, _ random: inout SplitMix64) -> [Column] {
    guard !random.chance(5) else { return [] }
    let isNew = (0..<count).map { _ in random.chance(15) }
    let gaps = random.chance(10) ? 20 : 0
    func column(
      _ name: String, _ random: inout SplitMix64, _ number: (inout SplitMix64) -> Rational
    ) -> Column {
      var values: [FieldValue?] = []
      for school in 0..<count {
        let value = number(&random)
        values.append(isNew[school] || random.chance(gaps) ? nil : .number(value))
      }
      return Column(
        field: Field(name, .school, .number(.number), meaning: BilingualText(en: name, cy: name)),
        values: values)
    }
    return [
      column("previous_share", &random) { RandomNumber.decimal(&$0, upTo: 40_000) },
      column("previous_pupils", &random) {
        Rational($0.chance(3) ? 0 : 1 + $0.below(20))
      },
      column("previous_factor_0", &random) { RandomNumber.decimal(&$0, upTo: 9_000) },
    ]
  }

  private static func pupilTable(of schools: Int, _ random: inout SplitMix64) -> PupilTable {
    let distinct = 1 + random.below(14)
    let gaps = random.chance(20) ? 8 : 0
    var columns: [Column] = []
    func column(
      _ name: String, _ kind: FieldKind, _ random: inout SplitMix64, gaps: Int,
      _ value: (inout SplitMix64) -> FieldValue
    ) {
      guard !random.chance(gaps / 2) || name == "fte" else { return }
      let field =
        StandardFields.pupil.first { $0.name == name }
        ?? Field(name, .pupil, kind, meaning: BilingualText(en: name, cy: name))
      var values: [FieldValue?] = []
      for _ in 0..<distinct { values.append(random.chance(gaps) ? nil : value(&random)) }
      columns.append(Column(field: field, values: values))
    }
    let years = ["N1", "N2", "R", "1", "6", "7", "11", "12"]
    column("year_group", .flag, &random, gaps: gaps) { .category($0.pick(years)) }
    let oddFTE = random.chance(30)
    column("fte", .flag, &random, gaps: random.chance(10) ? gaps : 0) { random in
      if random.chance(60) { return .number(.one) }
      return .number(oddFTE ? RandomNumber.fraction(&random) : RandomNumber.half)
    }
    column("fsm", .flag, &random, gaps: gaps) { .flag($0.chance(40)) }
    column("aln", .flag, &random, gaps: gaps) {
      .category($0.pick(["none", "none", "school_idp", "statemented", "la_idp"]))
    }
    column("wimd_decile", .flag, &random, gaps: gaps) { .number(Rational(1 + $0.below(10))) }
    column("distance", .number(.number), &random, gaps: gaps) {
      .number(RandomNumber.decimal(&$0, upTo: 12))
    }
    var starts = [0]
    var pupils: [Int32] = []
    var counts: [Int64] = []
    for _ in 0..<schools {
      let isEmpty = random.chance(8)
      for pupil in 0..<distinct where !isEmpty && random.chance(35) {
        pupils.append(Int32(pupil))
        counts.append(random.chance(5) ? 0 : Int64(1 + random.below(4)))
      }
      starts.append(pupils.count)
    }
    return PupilTable(columns: columns, starts: starts, pupils: pupils, counts: counts)
  }
}

/// Numbers such as formulae and data have.
public enum RandomNumber {
  /// A half.
  public static let half = (try? Rational(1, over: 2)) ?? .one

  /// A number with at most two decimals, from nought to below a bound.
  public static func decimal(_ random: inout SplitMix64, upTo bound: Int) -> Rational {
    let scale = random.pick([1, 1, 2, 10, 100])
    return (try? Rational(Int128(random.below(bound * scale)), over: Int128(scale))) ?? .zero
  }

  /// A fraction from above nought to one.
  public static func fraction(_ random: inout SplitMix64) -> Rational {
    let bottom = 1 + random.below(8)
    return (try? Rational(Int128(1 + random.below(bottom)), over: Int128(bottom))) ?? .one
  }
}
