public import Diagnostics
public import FundingModel

extension ScenarioFailure {
  /// This failure in words, for the author of the scenario or of a formula.
  ///
  /// - Parameters:
  ///   - scenario: The scenario's file, as the user named it.
  ///   - columns: What columns the files of the data have.
  /// - Returns: One mistake or more, in the order in which they are to be shown.
  public func diagnostics(
    scenario: String, data columns: DataColumns = DataColumns()
  ) -> [Diagnostic] {
    func mistake(
      _ slug: String, _ message: String, at place: Place? = nil, notes: [String] = []
    ) -> Diagnostic {
      Diagnostic(
        path: scenario, span: FailureWords.span(place), message: message, slug: slug, notes: notes)
    }
    switch self {
    case .changes(let refused):
      return refused.map { $0.diagnostic(scenario: scenario) }
    case .unknownFormula(let run, let formula, let place):
      return [
        mistake(
          "unknown-formula", "run '\(run)' has no formula called '\(formula)'", at: place,
          notes: ["a formula is 'local', the name of a file in formulas/, or a path"])
      ]
    case .grantOfAuthority(let run, let formula, let place):
      return [
        mistake(
          "grant-of-authority",
          "run '\(run)' pays the formula '\(formula)' as a grant, "
            + "but it is one authority's own",
          at: place, notes: ["a grant is for any authority: give it 'authority: any', and 'where'"])
      ]
    case .grantWithAdjustments(let run, let formula, let place):
      return [
        mistake(
          "grant-with-adjustments",
          "run '\(run)' pays the formula '\(formula)' as a grant, "
            + "but it has adjustments or rounding of its own",
          at: place,
          notes: [
            "a grant has factors only; the run's formula and the run itself may have the rest"
          ])
      ]
    case .unknownRun(let name, let known, let place):
      return [
        mistake(
          "unknown-run", "no run that can be named here is called '\(name)'", at: place,
          notes: Suggestion.notes(for: name, among: known, has: "there are"))
      ]
    case .leftOutFactors(let factors):
      return factors.map { factor in
        mistake(
          "unknown-factor",
          "formula '\(factor.formula)' of run '\(factor.lackingRun)' has no factor called "
            + "'\(factor.factor)' to leave out",
          at: factor.place,
          notes: Suggestion.notes(for: factor.factor, among: factor.known, has: "its factors are")
            + (factor.lackingRun == factor.run
              ? [] : ["a factor is left out on both sides, or on neither"]))
      }
    case .noFormula(let groups):
      return groups.map { group in
        mistake(
          "no-formula",
          "run '\(group.run)' has no formula for \(group.words)", at: group.place,
          notes: [
            "every school of a local run needs its own authority's formula: formulas/"
              + "\(Authority.with(code: group.authority)?.slug ?? String(group.authority)).yaml"
          ])
      }
    case .outOfReach(let groups):
      return groups.map { group in
        mistake(
          "formula-out-of-reach",
          "formula '\(group.formula ?? "")' of run '\(group.run)' is not for \(group.words)",
          at: group.place,
          notes: [
            "a formula with 'authority: any' funds all schools; or take out the other schools"
          ])
      }
    case .pupilDifferences(let differences):
      return [mistake("pupil-differences", differences.headline, notes: differences.notes)]
    case .authoritiesMissing(let codes):
      let names = codes.map { Authority.with(code: $0)?.name.english ?? String($0) }
      let present = Authority.all.count - codes.count
      return [
        mistake(
          "authorities-missing",
          "schools of \(present) of the \(Authority.all.count) authorities are there, but none of "
            + names.joined(separator: ", "),
          notes: [
            "a total for Wales without them would be wrong; add their schools, "
              + "or give --differences allow"
          ])
      ]
    case .evaluation(let run, let failures):
      return failures.failures.map { $0.diagnostic(data: columns).adding(note: "in run '\(run)'") }
    case .solve(let failure):
      return [
        mistake("no-solution", failure.message, at: failure.place, notes: failure.notes)
      ]
    case .target(let failure):
      return [mistake(failure.slug, failure.message, at: failure.place, notes: failure.notes)]
    case .lines(let failure):
      return [mistake(failure.slug, failure.message, at: failure.place, notes: failure.notes)]
    case .years(let mistakes):
      return mistakes.map { $0.diagnostic(scenario: scenario) }
    case .fit(let failure):
      return failure.diagnostics()
    case .atPoint(let kind, let number, let values, let failure):
      let what: String
      switch kind {
      case .point: what = "at point \(number) of the sweep"
      case .draw: what = "at draw \(number)"
      }
      return failure.diagnostics(scenario: scenario, data: columns).map {
        $0.adding(note: what + ": " + values.joined(separator: ", "))
      }
    }
  }
}

extension RefusedChange {
  fileprivate func diagnostic(scenario: String) -> Diagnostic {
    let inRun = run.map { " in run '\($0)'" } ?? ""
    let (slug, what, notes) = words(inRun)
    return Diagnostic(
      path: place == nil ? "--set \(written)" : scenario, span: FailureWords.span(place),
      message: what, slug: slug, notes: notes)
  }

  private func words(_ inRun: String) -> (slug: String, what: String, notes: [String]) {
    switch reason {
    case .unknownRate(let name, let known):
      (
        "unknown-rate", "no rate is called '\(name)'\(inRun)",
        Suggestion.notes(for: name, among: known, has: "there are")
      )
    case .unknownStart(let name, let known):
      (
        "unknown-rate", "no run and no rate is called '\(name)'",
        Suggestion.notes(for: name, among: known, has: "a path may begin with")
      )
    case .unknownCategory(let rate, let key, let known):
      (
        "unknown-category", "rate '\(rate)' has no value for '\(key)'\(inRun)",
        Suggestion.notes(for: key, among: known, has: "it has values for")
      )
    case .insideRange(let rate, let key, let range):
      (
        "inside-range",
        "rate '\(rate)' has one value for \(range), so it has none for '\(key)' alone\(inRun)",
        ["write '\(rate).\(range)' to change it for the whole range"]
      )
    case .tooManyKeys(let rate, let axes):
      (
        "too-many-keys",
        "rate '\(rate)' takes \(FailureWords.count(axes, "key", "keys"))\(inRun), "
          + "and the path gives more", []
      )
    case .rateBegins(let rate, let first, let year):
      ("rate-begins-later", "rate '\(rate)' begins in \(first), after \(year)\(inRun)", [])
    case .needsRunName(let runs):
      (
        "needs-run-name",
        "the path does not say which run it is for, and only authorities' own formulae have it",
        runs.map { "begin with the run's name to change all of them: '\($0).…'" }
      )
    case .overflow(let rate):
      (
        "number-too-long",
        "the new value of rate '\(rate)' is too long a number for exact arithmetic\(inRun)",
        ["write it with fewer digits"]
      )
    }
  }
}

extension UnfundedSchools {
  /// The schools, their authority and the first of them: `12 schools of Cardiff (681), the first
  /// 6810001`.
  fileprivate var words: String {
    let name = Authority.with(code: authority)?.name.english ?? "authority"
    let first = schools == 1 ? ": \(school)" : ", the first \(school)"
    return "\(FailureWords.count(schools, "school", "schools")) of \(name) (\(authority))\(first)"
  }
}

extension [PupilDifference] {
  fileprivate var headline: String {
    let these = count == 1 ? "1 school has" : "\(count) schools have"
    return "\(these) not as many pupils as the school file states"
  }

  fileprivate var notes: [String] {
    var lines = prefix(20).map {
      "\($0.school) \($0.name): \($0.stated) stated, \($0.found) found"
    }
    if count > 20 { lines.append("… and \(count - 20) more") }
    return lines + ["to run all the same, give --differences allow"]
  }
}

extension Diagnostic {
  /// This diagnostic with one more note.
  fileprivate func adding(note: String) -> Diagnostic {
    Diagnostic(
      severity, path: path, span: span, message: message, slug: slug, notes: notes + [note],
      related: related)
  }
}

/// Words that several failures share.
enum FailureWords {
  /// Where in a file; nil for the file as a whole.
  static func span(_ place: Place?) -> SourceSpan? {
    place?.span
  }

  /// A number of things.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// Pounds and pennies with thousands commas.
  static func pounds(_ money: Money) -> String {
    let plain = Money(pence: abs(money.pence)).description
    let parts = plain.split(separator: ".")
    var grouped = ""
    for (index, digit) in parts[0].reversed().enumerated() {
      if index > 0, index % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return "\(money.pence < 0 ? "−" : "")£\(String(grouped.reversed())).\(parts[1])"
  }
}
