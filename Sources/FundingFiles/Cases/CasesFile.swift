public import Diagnostics
public import FundingModel

/// A file of worked cases of one formula: `formulas/<slug>.cases.yaml`.
public struct CasesFile: Sendable {
  /// The file.
  public let source: SourceFile
  /// The cases, in the file's order.
  public let cases: [WorkedCase]

  /// Reads worked cases.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - formula: The formula that they test; its factors and adjustments are those expected.
  ///   - fields: The fields that schools and pupils may have.
  /// - Throws: every mistake in the file, in its order.
  public init(
    source: SourceFile, formula: Formula, fields: FieldCatalogue
  ) throws(Mistakes) {
    var mistakes = MistakeCollector(path: source.path)
    let document = try YAMLDocument(source: source, into: &mistakes)
    var cases: [WorkedCase] = []
    let reader = CaseReader(formula: formula, fields: fields)
    if let file = MappingReader(
      document.root, "a file of worked cases", required: ["cases"],
      optional: ["cyllido", "formula"], into: &mistakes)
    {
      if let version = file.text("cyllido", into: &mistakes), version.text != "1" {
        mistakes.add(.version(version.text), at: version.span)
      }
      if let name = file.text("formula", into: &mistakes), name.text != formula.name {
        mistakes.add(.nameIsNotTheFiles(name.text, file: formula.name), at: name.span)
      }
      for item in file["cases"]?.items("'cases'", into: &mistakes) ?? [] {
        guard let read = reader.workedCase(item, into: &mistakes) else { continue }
        if let first = cases.first(where: { $0.name == read.name }) {
          mistakes.add(.caseTwice(read.name, first: first.place.span), at: read.place.span)
        }
        cases.append(read)
      }
    }
    try mistakes.check()
    self.source = source
    self.cases = cases
  }
}
