internal import Diagnostics
internal import FundingModel

extension ScenarioReader {
  /// How many years a scenario may run on after its own.
  static let mostYears = 30

  /// The years that a scenario runs through, and what changes from one to the next.
  mutating func readYears(_ entry: YAMLMapping.Entry, after year: FundingYear?)
    -> YearsSpecification?
  {
    guard
      let table = MappingReader(
        entry.value, "'years'", required: ["through"], optional: ["indices", "pupils"],
        owner: entry.key.span, into: &mistakes)
    else { return nil }
    let through = table.text("through", into: &mistakes).flatMap { readLast($0, after: year) }
    // Without both ends, which is a mistake of its own, no year can be missing or too many.
    let span = year.flatMap { first in through.map { YearSpan(first: first, last: $0) } }
    let indices = table.entry("indices").map { readIndices($0, span) } ?? []
    let pupils = table.entry("pupils").map { readPupilChanges($0, span) } ?? []
    guard let through else { return nil }
    return YearsSpecification(
      through: through, indices: indices, pupilChanges: pupils, place: entry.key.span.place)
  }

  /// The last year: after the scenario's own, and not too far off.
  private mutating func readLast(_ scalar: YAMLScalar, after first: FundingYear?) -> FundingYear? {
    guard let last = FundingYear(scalar.text) else {
      mistakes.report(.notYear(scalar.text), at: scalar.span)
      return nil
    }
    guard let first else { return last }
    let most = FundingYear(start: first.start + Self.mostYears)
    guard last > first else {
      mistakes.report(.endsBeforeItBegins(last, first: first), at: scalar.span)
      return nil
    }
    guard last <= most else {
      mistakes.report(.tooManyYears(last, most: most), at: scalar.span)
      return nil
    }
    return last
  }

  private mutating func readIndices(_ entry: YAMLMapping.Entry, _ span: YearSpan?) -> [RateIndex] {
    guard let table = entry.value.table("'indices'", into: &mistakes) else { return [] }
    return table.entries.compactMap { index in
      let name = readName(index.key, of: "an index")
      let change = readYearlyChange(index, "the index '\(index.key.text)'", span)
      guard let name, let change else { return nil }
      return RateIndex(name: name, change: change, place: index.key.span.place)
    }
  }

  private mutating func readPupilChanges(
    _ entry: YAMLMapping.Entry, _ span: YearSpan?
  ) -> [PupilChange] {
    guard let table = entry.value.table("'pupils'", into: &mistakes) else { return [] }
    var changes: [PupilChange] = []
    for item in table.entries {
      let group = readGroup(item.key)
      let change = readYearlyChange(item, "the change of '\(item.key.text)'", span)
      guard let group else { continue }
      if let twin = changes.first(where: { $0.group == group }) {
        mistakes.report(.groupTwice(item.key.text, first: twin.place), at: item.key.span)
      }
      guard let change else { continue }
      changes.append(PupilChange(group: group, change: change, place: item.key.span.place))
    }
    return changes
  }

  /// A sector, or an authority by its code, its name in either language or its file's name.
  private mutating func readGroup(_ scalar: YAMLScalar) -> PupilChange.Group? {
    let sectors = StandardFields.sectors.names
    if sectors.contains(scalar.text) { return .sector(scalar.text) }
    if let authority = Authority.named(scalar.text) { return .authority(authority.code) }
    mistakes.report(
      .unknownGroup(scalar.text, known: sectors + Authority.all.map(\.slug)), at: scalar.span)
    return nil
  }

  /// One percentage for every year, or one for each.
  private mutating func readYearlyChange(
    _ entry: YAMLMapping.Entry, _ what: String, _ span: YearSpan?
  ) -> YearlyChange? {
    guard !entry.value.isNothing else {
      mistakes.add(.noValue(of: "'\(entry.key.text)'"), at: entry.key.span)
      return nil
    }
    guard case .mapping(let byYear) = entry.value else {
      guard let scalar = entry.value.text(what, into: &mistakes) else { return nil }
      return readChange(scalar, what).map { .everyYear($0) }
    }
    var steps: [YearlyChange.Step] = []
    for item in byYear.entries {
      guard let year = FundingYear(item.key.text) else {
        mistakes.report(.notYear(item.key.text), at: item.key.span)
        continue
      }
      if let span, year <= span.first || year > span.last {
        mistakes.report(
          .yearOutside(year, of: what, first: span.first.next, last: span.last), at: item.key.span)
      }
      guard let scalar = item.value.text("'\(item.key.text)'", into: &mistakes) else { continue }
      guard let change = readChange(scalar, what) else { continue }
      steps.append(YearlyChange.Step(year: year, change: change))
    }
    let named = byYear.entries.compactMap { FundingYear($0.key.text) }
    let missing = span?.later.filter { !named.contains($0) } ?? []
    if !missing.isEmpty {
      mistakes.report(.yearsMissing(missing, of: what), at: entry.key.span)
    }
    return .byYear(steps.sorted { $0.year < $1.year })
  }

  /// What a bare number may have been meant to be: below one, perhaps a fraction.
  private static func percentageMeant(by text: String) -> String? {
    guard let meant = RateValue.percentageMeant(by: text) else { return nil }
    guard let value = RateValue.percentage(meant),
      let hundred = try? value.multiplied(by: Rational(10_000)),
      let bare = try? value.multiplied(by: Rational(100)), !bare.isWhole,
      let size = try? bare.magnitude(), size < .one
    else { return meant }
    return "\(hundred)%, or \(meant) if that is meant"
  }

  /// A percentage above −100%.
  mutating func readChange(_ scalar: YAMLScalar, _ what: String) -> Rational? {
    guard let change = RateValue.percentage(scalar.text) else {
      mistakes.report(
        .notPercentage(scalar.text, of: what, suggestion: Self.percentageMeant(by: scalar.text)),
        at: scalar.span)
      return nil
    }
    guard change > Rational(-1) else {
      mistakes.report(.leavesNothing(scalar.text, of: what), at: scalar.span)
      return nil
    }
    return change
  }
}

/// The first and the last year of a scenario.
private struct YearSpan {
  let first: FundingYear
  let last: FundingYear

  /// The years after the first.
  var later: [FundingYear] {
    (first.start..<last.start).map { FundingYear(start: $0 + 1) }
  }
}
