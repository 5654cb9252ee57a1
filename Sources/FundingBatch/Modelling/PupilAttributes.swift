import FundingModel

/// The fields of a modelled pupil, and one number that says the value of each.
///
/// - Shape: `Code` counts the combinations in the order of the fields, the last running fastest;
///   full-time equivalent follows from the year group.
enum PupilAttributes {
  /// A combination of values.
  typealias Code = Int

  /// Free school meals: neither, only protected, or eligible; in the order of the two fields.
  enum Meals: Int { case none, onlyProtected, eligible }

  static let years = StandardFields.yearGroups.names.count
  static let needs = StandardFields.aln.names.count
  static let stages = StandardFields.eal.names.count
  static let deciles = 10

  /// How far apart two values of a field lie in a code.
  static let careStep = 1
  static let stageStep = 2
  static let welshStep = stageStep * stages
  static let decileStep = welshStep * 2
  static let needStep = decileStep * deciles
  static let mealsStep = needStep * needs
  static let yearStep = mealsStep * 3
  /// How many codes there are.
  static let count = yearStep * years

  /// The columns of some codes, one row a code.
  static func columns(of codes: [Code], facts: NationalFacts) -> [Column] {
    func digits(_ step: Int, _ radix: Int) -> [Int] { codes.map { $0 / step % radix } }
    let year = digits(yearStep, years)
    let meals = digits(mealsStep, 3)
    let half = (try? Rational(Int128(facts.nurseryFTE.parts), over: 1_000_000)) ?? .one
    let flags: [FieldValue] = [.flag(false), .flag(true)]
    return [
      category("year_group", StandardFields.yearGroups, year),
      column(
        "fte", [.number(half), .number(.one)], year.map { $0 < YearRange.reception ? 0 : 1 }),
      column("fsm", flags, meals.map { $0 == Meals.eligible.rawValue ? 1 : 0 }),
      column("fsm_protected", flags, meals.map { $0 == Meals.onlyProtected.rawValue ? 1 : 0 }),
      category("aln", StandardFields.aln, digits(needStep, needs)),
      column(
        "wimd_decile", (1...deciles).map { .number(Rational($0)) }, digits(decileStep, deciles)),
      column("welsh", flags, digits(welshStep, 2)),
      category("eal", StandardFields.eal, digits(stageStep, stages)),
      column("looked_after", flags, digits(careStep, 2)),
    ]
  }

  private static func category(_ name: String, _ domain: CategoryDomain, _ digits: [Int])
    -> Column
  {
    Column(
      field: field(name), domain: domain.names.map { .category($0) }, codes: digits.map(Int32.init))
  }

  /// A column whose domain has the values that occur, in order.
  private static func column(_ name: String, _ values: [FieldValue], _ digits: [Int]) -> Column {
    var occurs = [Bool](repeating: false, count: values.count)
    for digit in digits { occurs[digit] = true }
    let used = values.indices.filter { occurs[$0] }
    var codeOf = [Int32](repeating: -1, count: values.count)
    for (code, digit) in used.enumerated() { codeOf[digit] = Int32(code) }
    return Column(
      field: field(name), domain: used.map { values[$0] }, codes: digits.map { codeOf[$0] })
  }

  private static func field(_ name: String) -> Field {
    guard let field = StandardFields.pupil.first(where: { $0.name == name }) else {
      preconditionFailure("'\(name)' is a standard field of pupils")
    }
    return field
  }
}
