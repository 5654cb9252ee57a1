import FundingModel

extension ScenarioResult {
  /// Whether the scenario has more than one year.
  var hasYears: Bool { censuses.years.count > 1 }

  /// The years whose long tables a summary shows: the first and the last.
  var yearsShown: [FundingYear] {
    let years = censuses.years
    return years.count > 2 ? [years[0], years[years.count - 1]] : years
  }

  /// A run's name, with the year where there are several.
  func name(of run: String, in year: FundingYear) -> String {
    hasYears ? "\(run), \(year)" : run
  }

  /// The schools that later years leave without pupils, by year; not those left out from the first.
  var leftOutLater: [(year: FundingYear, school: SchoolLeftOut)] {
    var known = Set(census.leftOut)
    return censuses.years.dropFirst().flatMap { year in
      census(in: year).leftOut.filter { known.insert($0).inserted }.map { (year, $0) }
    }
  }
}

extension SummaryParts {
  /// The years, and what changes from one to the next; empty for one year.
  func years() -> String {
    guard let span = result.scenario.years else { return "" }
    return [
      Sentences.years(result.scenario.year, span.through), Sentences.indices(span.indices),
      Sentences.pupilChanges(span.pupilChanges),
    ].map { TextLines.wrapped($0[language], indent: 2) }.joined()
  }

  /// When schools reach their formula share in each run with floors or caps.
  func transitions() -> String {
    Transition.all(of: result).map {
      TextLines.wrapped(
        Sentences.transition($0, years: result.censuses.years)[language], indent: 2)
    }.joined()
  }
}

extension ResultJSON {
  /// The years and what changes; null for one year.
  static func years(of result: ScenarioResult) -> JSON {
    .optional(result.scenario.years) { span in
      .members([
        "through": .text(span.through.description),
        "years": .array(result.censuses.years.map { .text($0.description) }),
        "indices": .array(
          span.indices.map {
            .members(["index": .text($0.name), "change_pct": yearly($0.change)])
          }),
        "pupils": .array(
          span.pupilChanges.map { change in
            .members(["group": .text(key(change.group)), "change_pct": yearly(change.change)])
          }),
        "left_out_later": .array(
          result.leftOutLater.map { year, school in
            .members([
              "year": .text(year.description),
              "school": .whole(Int64(school.school)),
              "name": .text(school.name),
              "authority": .text(String(school.authority)),
              "reason": .text(school.reason.rawValue),
            ])
          }),
      ])
    }
  }

  private static func key(_ group: PupilChange.Group) -> String {
    switch group {
    case .sector(let sector): "sector=\(sector)"
    case .authority(let code): "authority=\(code)"
    }
  }

  /// One percentage for every year, or one for each.
  private static func yearly(_ change: YearlyChange) -> JSON {
    func percent(_ fraction: Rational) -> JSON {
      .optional(try? fraction.multiplied(by: Rational(100))) { .decimal($0) }
    }
    switch change {
    case .everyYear(let change): return percent(change)
    case .byYear(let steps):
      return .object(
        steps.map { JSON.Member(name: $0.year.description, value: percent($0.change)) })
    }
  }
}

extension JSON {
  /// This object with one more member at its end; as it is where there is nothing to add.
  func adding(_ name: String, _ value: JSON) -> JSON {
    guard case .object(let members) = self, value != .null else { return self }
    return .object(members + [Member(name: name, value: value)])
  }
}
