public import Diagnostics
public import FundingModel

/// A file of what measures are held against: `scenarios/data/staffing/bands.yaml`.
public struct StaffingBandsFile: Sendable {
  /// What it says.
  public let bands: StaffingBands

  /// Reads a file.
  ///
  /// - Parameter source: The file.
  /// - Throws: every mistake in it, in its order.
  public init(source: SourceFile) throws(Mistakes) {
    var mistakes = MistakeCollector(path: source.path)
    let document = try YAMLDocument(source: source, into: &mistakes)
    let bands = MappingReader(
      document.root, "a file of bands",
      required: ["cyllido", "sources", "targets", "bands", "families"], into: &mistakes
    ).flatMap { StaffingBandsReader($0, into: &mistakes).bands(into: &mistakes) }
    try mistakes.check()
    guard let bands else { preconditionFailure("a file without mistakes has all that it needs") }
    self.bands = bands
  }
}

/// Reads the parts of a file of bands.
struct StaffingBandsReader {
  private let file: MappingReader
  private let sources: [FundingSource]

  init(_ file: MappingReader, into mistakes: inout MistakeCollector) {
    self.file = file
    if let version = file.text("cyllido", into: &mistakes), version.text != "1" {
      mistakes.add(.version(version.text), at: version.span)
    }
    sources = FundingSource.list(file, into: &mistakes)
  }

  /// All of it; nil, with a mistake, where something that must be there isn't.
  func bands(into mistakes: inout MistakeCollector) -> StaffingBands? {
    var contact: StaffingTarget?
    var size: StaffingTarget?
    if let entry = file.entry("targets"),
      let targets = MappingReader(
        entry.value, "'targets'", required: ["contact_ratio", "pupils_per_class"],
        owner: entry.key.span, into: &mistakes)
    {
      contact = target("contact_ratio", of: targets, example: "0.78", into: &mistakes)
      size = target("pupils_per_class", of: targets, example: "27", into: &mistakes)
    }
    let bands = (file["bands"]?.table("'bands'", into: &mistakes)?.entries ?? []).compactMap {
      measure($0, into: &mistakes)
    }
    guard let families = families(into: &mistakes), let contact, let size else { return nil }
    return StaffingBands(
      contactRatio: contact, pupilsPerClass: size, bands: bands, families: families,
      sources: sources)
  }

  private func target(
    _ key: String, of reader: MappingReader, example: String, into mistakes: inout MistakeCollector
  ) -> StaffingTarget? {
    guard let entry = reader.entry(key),
      let target = MappingReader(
        entry.value, "'\(key)'", required: ["value", "source"], optional: ["estimate"],
        owner: entry.key.span, into: &mistakes)
    else { return nil }
    let source = source(of: target, into: &mistakes)
    let isEstimate = target.flag("estimate", into: &mistakes)
    guard let scalar = target.text("value", into: &mistakes) else { return nil }
    guard let value = Rational(decimal: scalar.text), value > .zero else {
      mistakes.add(.badNumber(scalar.text, of: "'value'", example: example), at: scalar.span)
      return nil
    }
    return StaffingTarget(value: value, source: source, isEstimate: isEstimate)
  }

  /// The key of a source that the file describes; empty, with a mistake, for any other.
  private func source(of reader: MappingReader, into mistakes: inout MistakeCollector) -> String {
    guard let scalar = reader.text("source", into: &mistakes) else { return "" }
    let known = sources.map(\.key)
    if !known.contains(scalar.text) {
      mistakes.add(.unknownSource(scalar.text, known: known), at: scalar.span)
    }
    return scalar.text
  }

  private func measure(
    _ entry: YAMLMapping.Entry, into mistakes: inout MistakeCollector
  ) -> MeasureBands? {
    guard let measure = StaffingMeasure(rawValue: entry.key.text) else {
      mistakes.add(.unknownMeasure(entry.key.text), at: entry.key.span)
      return nil
    }
    guard
      let reader = MappingReader(
        entry.value, "'\(entry.key.text)'", required: ["source", "steps"], optional: ["sectors"],
        owner: entry.key.span, into: &mistakes)
    else { return nil }
    let sectors = reader["sectors"].map {
      words($0, "'sectors'", among: StandardFields.sectors.names, into: &mistakes)
    }
    let source = source(of: reader, into: &mistakes)
    let items = reader["steps"]?.items("'steps'", into: &mistakes) ?? []
    let before = mistakes.count
    if items.isEmpty, let entry = reader.entry("steps") {
      mistakes.add(.noValue(of: "'steps'"), at: entry.key.span)
    }
    var steps: [MeasureBands.Step] = []
    for (index, item) in items.enumerated() {
      if let step = step(
        item, of: measure, after: steps.last, isLast: index == items.count - 1, into: &mistakes)
      {
        steps.append(step)
      }
    }
    guard mistakes.count == before, !steps.isEmpty else { return nil }
    return MeasureBands(measure: measure, steps: steps, sectors: sectors, source: source)
  }

  private func step(
    _ node: YAMLNode, of measure: StaffingMeasure, after last: MeasureBands.Step?, isLast: Bool,
    into mistakes: inout MistakeCollector
  ) -> MeasureBands.Step? {
    guard
      let reader = MappingReader(
        node, "a step", required: ["band"], optional: ["below"], into: &mistakes),
      let band = reader.choice("band", StaffingBand.self, into: &mistakes)
    else { return nil }
    if let last, band <= last.band, let entry = reader.entry("band") {
      mistakes.add(.stepOrder("band"), at: entry.value.span)
    }
    guard let scalar = reader.text("below", into: &mistakes) else {
      if !isLast { mistakes.add(.limitOfStep(isLast: false), at: node.span) }
      return MeasureBands.Step(below: nil, band: band)
    }
    if isLast { mistakes.add(.limitOfStep(isLast: true), at: scalar.span) }
    guard let limit = Self.limit(scalar.text, of: measure) else {
      let example = measure.unit == .percent ? "-5%" : "0.70"
      mistakes.add(.badNumber(scalar.text, of: "'below'", example: example), at: scalar.span)
      return nil
    }
    if let before = last?.below, limit <= before {
      mistakes.add(.stepOrder("below"), at: scalar.span)
    }
    return MeasureBands.Step(below: limit, band: band)
  }

  /// A limit as its measure counts: percentages with their sign, others without.
  private static func limit(_ text: String, of measure: StaffingMeasure) -> Rational? {
    guard measure.unit == .percent else { return Rational(decimal: text) }
    guard text.hasSuffix("%") else { return nil }
    return Rational(decimal: text.dropLast())
  }

  /// A list of words of which each may stand once.
  func words(
    _ node: YAMLNode, _ what: String, among known: [String], into mistakes: inout MistakeCollector
  ) -> [String] {
    var spans: [String: SourceSpan] = [:]
    var words: [String] = []
    for item in node.items(what, into: &mistakes) ?? [] {
      guard let scalar = item.text("an item of \(what)", into: &mistakes) else { continue }
      if !known.contains(scalar.text) {
        mistakes.add(
          .notOneOf(scalar.text, of: "an item of \(what)", known: known), at: scalar.span)
      } else if let first = spans[scalar.text] {
        mistakes.add(.wordTwice(scalar.text, first: first), at: scalar.span)
      } else {
        spans[scalar.text] = scalar.span
        words.append(scalar.text)
      }
    }
    return words
  }
}

extension StaffingBandsReader {
  /// The rule of families.
  private func families(into mistakes: inout MistakeCollector) -> FamilyRule? {
    guard let entry = file.entry("families"),
      let reader = MappingReader(
        entry.value, "'families'",
        required: ["smallest", "size", "language", "deprivation", "drop", "source"],
        owner: entry.key.span, into: &mistakes)
    else { return nil }
    var smallest = 5
    if let scalar = reader.text("smallest", into: &mistakes) {
      if let number = Int(scalar.text), (2...1_000).contains(number) {
        smallest = number
      } else {
        mistakes.add(.badNumber(scalar.text, of: "'smallest'", example: "5"), at: scalar.span)
      }
    }
    var sizes: [String: [Int]] = [:]
    for entry in reader["size"]?.table("'size'", into: &mistakes)?.entries ?? [] {
      let sector = entry.key.text
      guard StandardFields.sectors.names.contains(sector) else {
        mistakes.add(
          .notOneOf(sector, of: "a sector", known: StandardFields.sectors.names), at: entry.key.span
        )
        continue
      }
      sizes[sector] = starts(entry.value, "'\(sector)'", example: "400", into: &mistakes) {
        Rational(decimal: $0).flatMap { $0.isWhole && $0 > .zero ? $0 : nil }
      }.compactMap { Int(exactly: $0.numerator) }
    }
    let deprivation = reader["deprivation"].map {
      starts($0, "'deprivation'", example: "20%", into: &mistakes) { text in
        text.hasSuffix("%") ? Rational(decimal: text.dropLast()) : nil
      }
    }
    let dropped = reader["drop"].map {
      words($0, "'drop'", among: FamilyCriterion.allCases.map(\.rawValue), into: &mistakes)
        .compactMap { FamilyCriterion(rawValue: $0) }
    }
    if dropped?.contains(.sector) ?? false, let drop = reader.entry("drop") {
      mistakes.add(.sectorDropped, at: drop.key.span)
    }
    return FamilyRule(
      smallest: smallest, sizes: sizes, languages: languages(reader, into: &mistakes),
      deprivation: deprivation ?? [], dropped: (dropped ?? []).filter { $0 != .sector },
      source: source(of: reader, into: &mistakes))
  }

  /// Numbers that ascend.
  private func starts(
    _ node: YAMLNode, _ what: String, example: String, into mistakes: inout MistakeCollector,
    _ read: (String) -> Rational?
  ) -> [Rational] {
    var numbers: [Rational] = []
    for item in node.items(what, into: &mistakes) ?? [] {
      guard let scalar = item.text("an item of \(what)", into: &mistakes) else { continue }
      guard let number = read(scalar.text) else {
        mistakes.add(
          .badNumber(scalar.text, of: "an item of \(what)", example: example), at: scalar.span)
        continue
      }
      if let last = numbers.last, number <= last {
        mistakes.add(.notAscending(scalar.text, of: what), at: scalar.span)
      }
      numbers.append(number)
    }
    return numbers
  }

  private func languages(
    _ families: MappingReader, into mistakes: inout MistakeCollector
  ) -> [LanguageGroup: [String]] {
    guard let entry = families.entry("language"),
      let reader = MappingReader(
        entry.value, "'language'", required: LanguageGroup.allCases.map(\.rawValue),
        owner: entry.key.span, into: &mistakes)
    else { return [:] }
    var groups: [LanguageGroup: [String]] = [:]
    var spans: [String: SourceSpan] = [:]
    for group in LanguageGroup.allCases {
      for item in reader[group.rawValue]?.items("'\(group.rawValue)'", into: &mistakes) ?? [] {
        guard let scalar = item.text("a language category", into: &mistakes) else { continue }
        if !StandardFields.languages.names.contains(scalar.text) {
          mistakes.add(.unknownLanguage(scalar.text), at: scalar.span)
        } else if let first = spans[scalar.text] {
          mistakes.add(.languageTwice(scalar.text, first: first), at: scalar.span)
        } else {
          spans[scalar.text] = scalar.span
          groups[group, default: []].append(scalar.text)
        }
      }
    }
    return groups
  }
}
