public import Diagnostics
public import FundingModel

/// The fields that a file of worked cases gives its schools and pupils beyond the standard ones.
public struct CasesFields: Sendable {
  private let fields: [Field]

  /// Reads the names and values of a file of cases; whatever else is wrong in it is left to
  /// `CasesFile`.
  ///
  /// - Throws: mistakes of the text as YAML.
  public init(source: SourceFile) throws(Mistakes) {
    let document = try YAMLDocument(source: source)
    var ignored = MistakeCollector(path: source.path)
    var values: [(level: FieldLevel, name: String, texts: [String])] = []
    func note(_ mapping: YAMLMapping, _ level: FieldLevel) {
      for entry in mapping.entries where entry.key.text != "count" {
        guard let text = entry.value.text("a value", into: &ignored)?.text else { continue }
        if let index = values.firstIndex(where: {
          $0.level == level && $0.name == entry.key.text
        }) {
          values[index].texts.append(text)
        } else {
          values.append((level, entry.key.text, [text]))
        }
      }
    }
    let cases = document.root.table("a file of worked cases", into: &ignored)?["cases"]
    for item in cases?.value.items("'cases'", into: &ignored) ?? [] {
      guard let item = item.table("a case", into: &ignored) else { continue }
      if let school = item["school"]?.value.table("'school'", into: &ignored) {
        note(school, .school)
      }
      for pupil in item["pupils"]?.value.items("'pupils'", into: &ignored) ?? [] {
        if let pupil = pupil.table("an item of 'pupils'", into: &ignored) { note(pupil, .pupil) }
      }
    }
    let standard = FieldCatalogue.standard
    fields = values.filter { value in
      switch value.level {
      case .pupil: !standard.pupilFields.contains { $0.name == value.name }
      case .school:
        !standard.schoolFields.contains { $0.name == value.name }
          && !Self.ofEverySchool.contains(value.name)
      }
    }.map { FurtherColumn.field($0.name, $0.level, FurtherColumn.kind(of: $0.texts)) }
  }

  /// What a school has that is no field.
  private static let ofEverySchool = ["school", "name", "pupils", "budget_per_pupil"]

  /// These fields beside others.
  public func catalogue(adding fields: FieldCatalogue) -> FieldCatalogue {
    fields.adding(fields: self.fields, areAllTheData: false)
  }

  /// Those of these fields that a formula uses, beside others: a case that gives another field
  /// mistyped it.
  public func catalogue(usedBy formula: Formula, adding fields: FieldCatalogue) -> FieldCatalogue {
    let used = formula.usedFields
    return fields.adding(
      fields: self.fields.filter { used.contains($0.name) }, areAllTheData: false)
  }
}
