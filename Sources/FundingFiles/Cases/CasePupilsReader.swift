import Diagnostics
import FundingModel

/// Reads the pupils of a worked case: rows of pupils alike, with how many.
struct CasePupilsReader {
  /// The fields that pupils may have.
  let fields: FieldCatalogue

  /// One row of pupils alike.
  private struct Row {
    var values: [String: FieldValue]
    var count: Int64
  }

  /// A school without pupils.
  var nobody: PupilTable {
    PupilTable(
      columns: fields.pupilFields.filter { $0.name == "fte" }.map { Column(field: $0, values: []) },
      starts: [0, 0], pupils: [], counts: [])
  }

  /// The pupils of one school; nil, with mistakes, where they can't be read.
  ///
  /// Rows alike are added together; a pupil without `fte` is 1.
  func table(_ node: YAMLNode, into mistakes: inout MistakeCollector) -> PupilTable? {
    guard let items = node.items("'pupils'", into: &mistakes) else { return nil }
    let before = mistakes.count
    let values = CaseValueReader(fields: fields.pupilFields, level: .pupil)
    var rows: [Row] = []
    for item in items {
      guard let mapping = item.table("an item of 'pupils'", into: &mistakes) else { continue }
      var row = Row(values: ["fte": .number(.one)], count: 1)
      for entry in mapping.entries {
        if entry.key.text == "count" {
          row.count = count(entry, into: &mistakes)
        } else if let (field, value) = values.value(entry, into: &mistakes) {
          row.values[field.name] = value
        }
      }
      if let twin = rows.firstIndex(where: { $0.values == row.values }) {
        rows[twin].count += row.count
      } else {
        rows.append(row)
      }
    }
    guard mistakes.count == before else { return nil }
    let used = fields.pupilFields.filter { field in rows.contains { $0.values[field.name] != nil } }
    let fte = fields.pupilFields.filter { $0.name == "fte" && !used.contains($0) }
    return PupilTable(
      columns: (used + fte).map { field in
        Column(field: field, values: rows.map { $0.values[field.name] })
      },
      starts: [0, rows.count], pupils: rows.indices.map(Int32.init), counts: rows.map(\.count))
  }

  private func count(
    _ entry: YAMLMapping.Entry, into mistakes: inout MistakeCollector
  ) -> Int64 {
    guard let scalar = entry.value.text("'count'", into: &mistakes) else { return 1 }
    guard let count = Int32(scalar.text), count > 0 else {
      mistakes.add(.badCount(scalar.text), at: scalar.span)
      return 1
    }
    return Int64(count)
  }
}

/// Reads one field's value of a worked case.
struct CaseValueReader {
  /// The fields there are.
  let fields: [Field]
  /// Whose they are.
  let level: FieldLevel

  /// A field and its value; nil, with a mistake, where there is no such field or value.
  func value(
    _ entry: YAMLMapping.Entry, into mistakes: inout MistakeCollector
  ) -> (Field, FieldValue)? {
    let name = entry.key.text
    guard let field = fields.first(where: { $0.name == name }) else {
      mistakes.add(
        .unknownField(name, level: level, known: fields.map(\.name)), at: entry.key.span)
      return nil
    }
    guard let scalar = entry.value.text("'\(name)'", into: &mistakes) else { return nil }
    switch field.kind {
    case .category(let domain):
      // A case brings its own data, so an open field takes any category.
      guard
        let category = CategoryNames(field: name, domain: domain)
          .category(scalar.text, knowsData: domain.isClosed), !scalar.text.isEmpty
      else {
        mistakes.add(
          .unknownCategory(scalar.text, field: name, known: domain.names), at: scalar.span)
        return nil
      }
      return (field, .category(category))
    case .number:
      guard let number = Rational(decimal: scalar.text), !number.isNegative else {
        mistakes.add(
          .badValue(scalar.text, field: name, needed: "a number, nought or more"), at: scalar.span)
        return nil
      }
      return (field, .number(number))
    case .flag:
      guard scalar.text == "true" || scalar.text == "false" else {
        mistakes.add(
          .badValue(scalar.text, field: name, needed: "true or false"), at: scalar.span)
        return nil
      }
      return (field, .flag(scalar.text == "true"))
    }
  }
}
