import Diagnostics
import FundingModel

/// Reads one worked case into a census of one school and what should come out.
struct CaseReader {
  /// The formula that the case tests.
  let formula: Formula
  /// The fields that schools and pupils may have.
  let fields: FieldCatalogue

  /// The number of a school that the case doesn't number.
  private static let usualNumber = 660_0001

  /// A case; nil, with mistakes, where it can't be read.
  func workedCase(_ node: YAMLNode, into mistakes: inout MistakeCollector) -> WorkedCase? {
    guard
      let reader = MappingReader(
        node, "a worked case", required: ["name", "source", "school", "expect"],
        optional: ["pupils"], into: &mistakes)
    else { return nil }
    let name = reader.text("name", into: &mistakes)
    let source = reader.text("source", into: &mistakes)
    let school = reader.entry("school").flatMap { self.school($0, into: &mistakes) }
    let pupilsReader = CasePupilsReader(fields: fields)
    let pupils =
      reader.entry("pupils").map { pupilsReader.table($0.value, into: &mistakes) }
      ?? pupilsReader.nobody
    let expected = reader.entry("expect").flatMap { expectation($0, into: &mistakes) }
    guard let name, let source, let school, let pupils, let expected else { return nil }
    if let stated = school.statedPupils[0], Int64(stated) != pupils.heads(ofSchool: 0),
      let span = reader.entry("school")?.key.span
    {
      mistakes.add(.rollDiffers(stated, pupils.heads(ofSchool: 0)), at: span)
    }
    return WorkedCase(
      name: name.text, source: source.text, census: Census(schools: school, pupils: pupils),
      expected: expected, place: name.span.place)
  }

  private func school(
    _ entry: YAMLMapping.Entry, into mistakes: inout MistakeCollector
  ) -> SchoolTable? {
    guard let mapping = entry.value.table("'school'", into: &mistakes) else { return nil }
    let before = mistakes.count
    var number = Self.usualNumber
    var name = "Worked case"
    var roll: Int?
    var columns: [Column] = []
    let values = CaseValueReader(fields: fields.schoolFields, level: .school)
    for entry in mapping.entries {
      switch entry.key.text {
      case "school", "number":
        guard let scalar = entry.value.text("'\(entry.key.text)'", into: &mistakes) else {
          continue
        }
        guard scalar.text.count == 7, let given = Int(scalar.text) else {
          mistakes.add(.badSchool(scalar.text), at: scalar.span)
          continue
        }
        number = given
      case "name":
        if let scalar = entry.value.text("'name'", into: &mistakes) { name = scalar.text }
      case "roll", "pupils":
        guard let scalar = entry.value.text("'\(entry.key.text)'", into: &mistakes) else {
          continue
        }
        guard let given = Int(scalar.text), given >= 0 else {
          mistakes.add(.badRoll(scalar.text), at: scalar.span)
          continue
        }
        roll = given
      default:
        guard let (field, value) = values.value(entry, into: &mistakes) else { continue }
        columns.append(Column(field: field, values: [value]))
      }
    }
    func category(_ field: String) -> String? {
      guard case .category(let name)? = columns.first(where: { $0.field.name == field })?[0]
      else { return nil }
      return name
    }
    let authority = self.authority(
      mapping["authority"], code: category("authority").flatMap { Int($0) }, into: &mistakes)
    guard mistakes.count == before else { return nil }
    // What a case doesn't say is not known, rather than something: a formula that asks is told.
    for (name, value) in [("authority", authority.map(String.init)), ("sector", nil)]
    where category(name) == nil {
      guard let field = fields.schoolFields.first(where: { $0.name == name }) else { continue }
      columns.append(Column(field: field, values: [value.map { .category($0) }]))
    }
    return SchoolTable(
      numbers: [number], names: [name], authorities: [authority ?? 0],
      sectors: [category("sector") ?? ""], statedPupils: [roll], budgetPerPupil: [nil],
      columns: columns, areModelled: true)
  }

  /// The school's authority: its own, or the formula's; nil where neither says.
  private func authority(
    _ entry: YAMLMapping.Entry?, code: Int?, into mistakes: inout MistakeCollector
  ) -> Int? {
    switch formula.reach {
    case .any: return code
    case .authority(let own):
      if let entry, let code, code != own {
        func name(_ code: Int) -> String { Authority.with(code: code)?.name.english ?? "\(code)" }
        mistakes.add(.otherAuthority(name(code), formula: name(own)), at: entry.value.span)
      }
      return own
    }
  }

  private func expectation(
    _ entry: YAMLMapping.Entry, into mistakes: inout MistakeCollector
  ) -> WorkedCase.Expectation? {
    guard
      let reader = MappingReader(
        entry.value, "'expect'", required: [], optional: ["factors", "adjustments", "share"],
        owner: entry.key.span, into: &mistakes)
    else { return nil }
    var parts: [WorkedCase.ExpectedAmount] = []
    for (key, known) in [
      ("factors", formula.factors.map(\.name)), ("adjustments", formula.adjustments.map(\.name)),
    ] {
      for part in reader[key]?.table("'\(key)'", into: &mistakes)?.entries ?? [] {
        guard known.contains(part.key.text) else {
          mistakes.add(.unknownPart(part.key.text, known: known), at: part.key.span)
          continue
        }
        if let amount = amount(part, into: &mistakes) { parts.append(amount) }
      }
    }
    let share = reader.entry("share").flatMap { amount($0, into: &mistakes) }
    if reader["factors"] == nil, reader["adjustments"] == nil, reader["share"] == nil {
      mistakes.add(.expectsNothing, at: entry.key.span)
    }
    return WorkedCase.Expectation(parts: parts, share: share)
  }

  private func amount(
    _ entry: YAMLMapping.Entry, into mistakes: inout MistakeCollector
  ) -> WorkedCase.ExpectedAmount? {
    guard let scalar = entry.value.text("'\(entry.key.text)'", into: &mistakes) else { return nil }
    guard case .success(let pounds) = RateValue.number(scalar.text, unit: .pounds),
      let money = try? pounds.roundedToPenny(), money.pounds == pounds
    else {
      mistakes.add(.badMoney(scalar.text), at: scalar.span)
      return nil
    }
    return WorkedCase.ExpectedAmount(
      name: entry.key.text, amount: money, place: scalar.span.place)
  }
}
