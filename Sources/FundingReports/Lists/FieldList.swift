public import FundingModel

/// The fields and functions that a formula may use, as `cyllido fields` prints them.
public enum FieldList {
  /// The list as plain text of at most 100 characters a line.
  public static func text(_ catalogue: FieldCatalogue, language: Language) -> String {
    let parts = [
      section(.fieldsOfPupils, catalogue.pupilFields.map { entry($0, language) }, language),
      section(.fieldsOfSchools, catalogue.schoolFields.map { entry($0, language) }, language),
      section(
        .functions, FunctionHelp.all.map { ($0.form, $0.meaning[language]) }, language),
    ]
    return parts.joined(separator: "\n")
  }

  private static func section(
    _ title: Word, _ entries: [(name: String, text: String)], _ language: Language
  ) -> String {
    let width = (entries.map(\.name.count).max() ?? 0) + 2
    return title[language] + "\n"
      + entries.map { entry in
        TextLines.wrapped(
          entry.text, after: "  " + TextLines.fitted(entry.name, to: width), indent: width + 2)
      }.joined()
  }

  private static func entry(_ field: Field, _ language: Language) -> (name: String, text: String) {
    (field.name, "\(field.meaning[language]) [\(kind(of: field, language))]")
  }

  /// What a field's values are: its categories, or its unit.
  private static func kind(of field: Field, _ language: Language) -> String {
    switch field.kind {
    case .flag: Word.flag[language]
    case .number(let unit):
      unit.isNumber ? Word.number[language] : "\(Word.number[language]), \(unit)"
    case .category(let domain):
      if domain.names.isEmpty {
        "\(Word.category[language]): \(Word.openCategories[language])"
      } else {
        "\(Word.category[language]): \(domain.names.joined(separator: domain.isOrdered ? " < " : ", "))"
      }
    }
  }

  /// The list as JSON.
  public static func json(_ catalogue: FieldCatalogue) -> JSON {
    .members([
      "fields": .array(catalogue.all.map(fieldJSON)),
      "functions": .array(
        FunctionHelp.all.map {
          .members([
            "name": .text($0.name), "form": .text($0.form), "meaning": .bilingual($0.meaning),
          ])
        }),
    ])
  }

  private static func fieldJSON(_ field: Field) -> JSON {
    let (kind, unit, categories): (String, Unit?, CategoryDomain?) =
      switch field.kind {
      case .flag: ("flag", nil, nil)
      case .number(let unit): ("number", unit, nil)
      case .category(let domain): ("category", nil, domain)
      }
    return .members([
      "field": .text(field.name),
      "level": .text(field.level.rawValue),
      "kind": .text(kind),
      "unit": .optional(unit) { .text($0.description) },
      "categories": .optional(categories) { .array($0.names.map { .text($0) }) },
      "ordered": .flag(categories?.isOrdered ?? false),
      "meaning": .bilingual(field.meaning),
    ])
  }
}
