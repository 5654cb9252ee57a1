import Diagnostics
import FundingModel

/// What a formula file says before its rates: its name, whose it is, its year and sources.
struct FormulaHeader {
  /// Its name.
  let name: String
  /// Whose schools it funds.
  let reach: Formula.Reach
  /// Its year.
  let year: FundingYear
  /// Its title.
  let title: BilingualText
  /// Where its figures come from.
  let status: Formula.Status

  /// Reads a header; what can't be read is a mistake, and gets a value that only serves to go on
  /// looking for mistakes.
  init(_ reader: MappingReader, path: String, into mistakes: inout MistakeCollector) {
    if let version = reader.text("cyllido", into: &mistakes), version.text != "1" {
      mistakes.add(.version(version.text), at: version.span)
    }
    let file = Self.stem(of: path)
    if let name = reader.text("formula", into: &mistakes), name.text != file {
      mistakes.add(.nameIsNotTheFiles(name.text, file: file), at: name.span)
    }
    name = file
    var reach = Formula.Reach.any
    if let scalar = reader.text("authority", into: &mistakes), scalar.text != "any" {
      if let authority = Authority.named(scalar.text) {
        reach = .authority(authority.code)
      } else {
        mistakes.add(.unknownAuthority(scalar.text), at: scalar.span)
      }
    }
    self.reach = reach
    var year = FundingYear(start: 2024)
    if let scalar = reader.text("year", into: &mistakes) {
      if let read = FundingYear(scalar.text) {
        year = read
      } else {
        mistakes.add(.badYear(scalar.text), at: scalar.span)
      }
    }
    self.year = year
    title = BilingualText(reader, "title", into: &mistakes)
    status = reader.choice("status", Formula.Status.self, into: &mistakes) ?? .illustrative
  }

  /// A file's name without its folders and its last extension.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}

extension BilingualText {
  /// Reads `{en: …, cy: …}`; both are needed, since neither language is second.
  init(_ reader: MappingReader, _ key: String, into mistakes: inout MistakeCollector) {
    var english = ""
    var welsh = ""
    if let entry = reader.entry(key),
      let title = MappingReader(
        entry.value, "'\(key)'", required: ["en", "cy"], owner: entry.key.span, into: &mistakes)
    {
      english = title.text("en", into: &mistakes)?.text ?? ""
      welsh = title.text("cy", into: &mistakes)?.text ?? ""
      for language in ["en", "cy"] {
        guard let entry = title.entry(language), case .scalar(let scalar) = entry.value,
          scalar.text.trimmed.isEmpty
        else { continue }
        mistakes.add(.noValue(of: "'\(language)'"), at: entry.key.span)
      }
    }
    self.init(en: english, cy: welsh)
  }
}

extension FundingSource {
  /// Reads `sources:`, in the file's order.
  static func list(
    _ reader: MappingReader, into mistakes: inout MistakeCollector
  ) -> [FundingSource] {
    guard let mapping = reader["sources"]?.table("'sources'", into: &mistakes) else { return [] }
    return mapping.entries.map { entry in
      let source = MappingReader(
        entry.value, "the source '\(entry.key.text)'", required: ["title"],
        optional: ["publisher", "url"], owner: entry.key.span, into: &mistakes)
      return FundingSource(
        key: entry.key.text, title: source?.text("title", into: &mistakes)?.text ?? "",
        publisher: source?.text("publisher", into: &mistakes)?.text,
        url: source?.text("url", into: &mistakes)?.text)
    }
  }
}
