import Diagnostics
import FundingModel
import Testing

@testable import FundingFiles

/// What expressions come to: their units, the levels at which they stand, what words mean.
struct ExpressionCheckerTests {
  static let cell = RateCell(
    keys: [], value: .one, path: [], place: Place(line: 1, column: 1))

  static func rate(_ name: String, _ unit: Unit) -> Rate {
    Rate(
      name: name, unit: unit, axes: [],
      tables: [DatedTable(from: FundingYear(start: 2024), cells: [cell])], sources: ["hand"],
      place: Place(line: 1, column: 1))
  }

  static let scope = ExpressionScope(
    fields: .standard,
    rates: [
      rate("basic", .pounds / .pupil), rate("teacher", Unit(["£": 1, "teacher": -1])),
      rate("ppt", Unit(["pupil": 1, "teacher": -1])), rate("lump", .pounds / .school),
      rate("size", Unit(["pupil": 1, "class": -1])), rate("step", .pounds / .pupil),
    ])

  func scalar(_ text: String) -> YAMLScalar {
    YAMLScalar(
      text: text, isQuoted: false, span: SourceSpan(line: 1, column: 1, length: text.count),
      isVerbatim: true, characters: [])
  }

  /// The unit, or the mistakes' names.
  func unit(_ text: String, _ level: ExpressionLevel = .school) -> String {
    var mistakes = MistakeCollector(path: "a.yaml")
    let found = CheckedExpression.amount(
      scalar(text), in: Self.scope, at: level, into: &mistakes
    ).value
    guard let found else { return mistakes.diagnostics.map(\.slug).joined(separator: " ") }
    return found.unit?.description ?? "bare"
  }

  func condition(
    _ text: String, _ level: ExpressionLevel = .pupil, fields: FieldCatalogue = .standard
  ) -> Condition? {
    var mistakes = MistakeCollector(path: "a.yaml")
    let scope = ExpressionScope(fields: fields, rates: Self.scope.rates)
    return CheckedExpression.condition(scalar(text), in: scope, at: level, into: &mistakes).value
  }

  func field(_ name: String, _ level: FieldLevel = .pupil, column: Int = 1) -> FieldReference {
    FieldReference(
      name: name, level: level, place: Place(line: 1, column: column, length: name.count))
  }

  @Test(arguments: [
    // A bare number takes the unit of what it is added to or bounded by.
    ("5", "bare"), ("5 + 5", "bare"), ("5 * 5", "bare"), ("basic + 5", "£/pupil"),
    ("max(0, basic)", "£/pupil"), ("clamp(roll, 10, 20)", "pupil"),
    ("if(fsm, basic, 0)", "£/pupil"),
    // It has none in * and /.
    ("basic * 5", "£/pupil"), ("5 / ppt", "teacher/pupil"), ("roll / 30", "pupil"),
    // * and / combine units.
    ("teacher / ppt", "£/pupil"), ("basic * fte", "£"), ("ceil(pupils / size)", "class"),
    ("roll / roll", "number"), ("2.5%", "number"), ("basic * 2.5%", "£/pupil"), ("£5", "£"),
    ("£5 / roll", "£/pupil"), ("share(pupils(fsm), pupils)", "number"),
    ("share(£1, roll)", "£/pupil"),
    ("taper(roll, 50, 105)", "number"), ("round(basic, £0.01)", "£/pupil"),
    ("round(basic, 0.01)", "£/pupil"), ("round(basic, step)", "£/pupil"),
    ("round(roll, 5)", "pupil"),
    ("abs(-basic)", "£/pupil"), ("floor(teacher / 2)", "£/teacher"), ("£1 / £2", "number"),
    // Aggregates.
    ("sum(basic)", "£"), ("sum(fte)", "pupil"), ("sum(1)", "number"), ("mean(basic)", "£/pupil"),
    ("mean(wimd_decile)", "number"), ("sum(basic * fte)", "£"), ("authority(pupils)", "pupil"),
    ("all(sum(basic))", "£"), ("pupils", "pupil"), ("heads(fsm)", "pupil"),
    // What doesn't agree.
    ("basic + £1", "different-units"), ("basic + roll", "different-units"),
    ("min(basic, roll)", "different-units"), ("clamp(roll, £1, 5)", "different-units"),
    ("taper(roll, £1, 5)", "different-units"), ("if(fsm, basic, £0)", "different-units"),
    ("basic * basic", "money-times-money"), ("£1 * £1", "money-times-money"),
    ("round(roll, £0.01)", "different-units"), ("basic / 0", "division-by-zero"),
    ("roll + 5%", "different-units"), ("round(basic, -1)", "bad-step"),
  ])
  func `units are combined and compared`(text: String, expected: String) {
    #expect(unit(text, .pupil) == expected)
  }

  @Test(arguments: [
    ("fte", "pupil-field"), ("if(fsm, £1, 0)", "pupil-field"), ("pupils(fsm)", "pupil"),
    ("authority(fte)", "pupil-field"), ("sum(fte)", "pupil"), ("roll", "pupil"),
    ("authority(sum(basic))", "£"),
  ])
  func `a pupil's fields are not a school's`(text: String, expected: String) {
    #expect(unit(text, .school) == expected)
  }

  @Test(arguments: [
    ("£100", "£"), ("£100 * 2", "£"), ("all(roll) * basic", "£"), ("authority(roll) * basic", "£"),
    ("roll * basic", "not-in-quantum"), ("pupils * basic", "not-in-quantum"),
    ("sum(basic)", "not-in-quantum"), ("fte * basic", "not-in-quantum"),
  ])
  func `a quantum's total belongs to no one school`(text: String, expected: String) {
    #expect(unit(text, .quantum(.authority)) == expected)
    if text.contains("authority(") {
      #expect(unit(text, .quantum(.formula)) == "not-in-quantum")
    }
  }

  @Test func `ranges and orders of categories are spelled out`() {
    let years = field("year_group")
    #expect(condition("year_group in R..2") == .among(years, ["R", "1", "2"]))
    #expect(condition("year_group = R..2") == .among(years, ["R", "1", "2"]))
    #expect(condition("year_group <= 1") == .among(years, ["N1", "N2", "R", "1"]))
    #expect(condition("year_group > 12") == .among(years, ["13", "14"]))
    #expect(condition("year_group in [N1, 7..8]") == .among(years, ["N1", "7", "8"]))
    #expect(
      condition("aln >= statemented") == .among(field("aln"), ["statemented", "la_idp"]))
    #expect(condition("eal != none") == .not(.among(field("eal"), ["none"])))
    // The field may stand on the right: R ≤ year_group < … is year_group ≥ R.
    #expect(
      condition("13 <= year_group") == .among(field("year_group", column: 7), ["13", "14"]))
  }

  @Test func `an authority may be named in every way that files name it`() {
    let authority = field("authority", .school)
    for text in ["681", "cardiff", "Cardiff", "'Caerdydd'"] {
      #expect(condition("authority = \(text)", .school) == .among(authority, ["681"]))
    }
    #expect(
      condition("authority in [rhondda-cynon-taf, 'Vale of Glamorgan']", .school)
        == .among(authority, ["674", "673"]))
    #expect(condition("authority = 700", .school) == nil)
  }

  @Test func `an open field takes any category until the data is known`() {
    let text = "school_type = 'Infants & Juniors'"
    let expected = Condition.among(field("school_type", .school), ["Infants & Juniors"])
    #expect(condition(text) == expected)
    let known = FieldCatalogue.standard.adding(fields: [
      Field(
        "school_type", .school, .category(CategoryDomain(["Juniors"], isClosed: false)),
        meaning: BilingualText(en: "type", cy: "math"))
    ])
    #expect(condition(text, fields: known) == nil)
    #expect(condition("school_type = Juniors", fields: known) != nil)
  }

  @Test func `a word names a category even where a rate has the same name`() {
    let rates = [Self.rate("special", .pounds)]
    var mistakes = MistakeCollector(path: "a.yaml")
    let found = CheckedExpression.condition(
      scalar("sector = special"), in: ExpressionScope(fields: .standard, rates: rates),
      at: .school, into: &mistakes)
    #expect(found.value == .among(field("sector", .school), ["special"]))
    #expect(found.used == [])
  }

  @Test func `flags and numbers become conditions`() {
    #expect(condition("fsm") == .flag(field("fsm")))
    #expect(condition("fsm = true") == .flag(field("fsm")))
    #expect(condition("fsm != true") == .not(.flag(field("fsm"))))
    #expect(condition("fsm = false") == .not(.flag(field("fsm"))))
    let decile = Amount.field(field("wimd_decile"))
    #expect(
      condition("wimd_decile in 1..3")
        == .within(decile, .constant(Rational(1)), .constant(Rational(3))))
    #expect(
      condition("wimd_decile in [1, 4..5]")
        == .or(
          .compare(decile, .equal, .constant(Rational(1))),
          .within(decile, .constant(Rational(4)), .constant(Rational(5)))))
    #expect(
      condition("roll < 105", .school)
        == .compare(.field(field("roll", .school)), .less, .constant(Rational(105))))
    #expect(condition("true") == .always(true))
  }

  @Test func `a place in an expression is where the author wrote it`() {
    var mistakes = MistakeCollector(path: "a.yaml")
    let at = YAMLScalar(
      text: "£1 / roll", isQuoted: false, span: SourceSpan(line: 7, column: 13, length: 9),
      isVerbatim: true, characters: [])
    let found = CheckedExpression.amount(at, in: Self.scope, at: .school, into: &mistakes)
    let place = Place(line: 7, column: 18, length: 4)
    #expect(
      found.value?.amount
        == .quotient(
          .constant(.one), .field(FieldReference(name: "roll", level: .school, place: place)),
          place))
  }
}
