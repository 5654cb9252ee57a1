import FundingModel

/// The parts of a result as JSON, for `run.json` and the summary alike.
enum ResultJSON {
  /// Each run: what was asked, its formulae, its totals, and what was solved.
  static func runs(of result: ScenarioResult) -> JSON {
    .array(OrderedOutcomes(of: result).outcomes.map { run($0, in: result) })
  }

  private static func run(_ outcome: RunOutcome, in result: ScenarioResult) -> JSON {
    let totals = RunTotals(of: outcome, in: result)
    return .members([
      "run": .text(outcome.specification.name),
      "year": .text(outcome.allocation.year.description),
      "schools": .whole(Int64(totals.schools)),
      "pupils": .whole(totals.pupils),
      "total": .money(totals.total),
      "per_pupil": .optional(totals.perPupil) { .money($0) },
      "set": .array(outcome.specification.changes.map { .text($0.written) }),
      "formulas": .array(outcome.allocation.groups.map(formula)),
      "adjustments": .array(
        outcome.specification.adjustments.map { .text($0.adjustment.name) }),
      "protection": protection(outcome, in: result.census),
      "lines": .optional(outcome.lines, lines),
      "solve": .optional(outcome.solve, solve),
    ])
  }

  private static func formula(_ group: FormulaAllocation) -> JSON {
    .members([
      "formula": .text(group.formula.name),
      "path": .text(group.formula.path),
      "title": .bilingual(group.formula.title),
      "status": .text(group.formula.status.rawValue),
      "year": .text(group.formula.year.description),
      "schools": .whole(Int64(group.rows.count)),
      "total": .money(group.amounts.reduce(.zero, +)),
    ])
  }

  /// What was estimated: of the data, and each formula's fitted rates.
  static func estimates(of result: ScenarioResult) -> JSON {
    let data: [JSON] = result.census.estimates.map {
      .members(["what": .text($0.what), "how": .bilingual($0.how)])
    }
    var seen: Set<String> = []
    var rates: [JSON] = []
    for outcome in result.runs {
      for formula in outcome.allocation.groups.map(\.formula)
      where formula.hasEstimates && seen.insert(formula.path).inserted {
        rates.append(
          .members([
            "formula": .text(formula.name),
            "rates": .array(formula.rates.filter(\.isFitted).map { .text($0.name) }),
          ]))
      }
    }
    return .members([
      "data": .array(data), "rates": .array(rates),
      "lines": .array(result.spending.estimates.map(spendingLine)),
    ])
  }

  /// The lines of spending that the budgets count, as given, with their sources.
  static func spending(of result: ScenarioResult) -> JSON {
    .array(result.spending.used.map(spendingLine))
  }

  private static func spendingLine(_ line: AuthorityLine) -> JSON {
    .members([
      "authority": .text(line.authority.map { String($0) } ?? "wales"),
      "sector": .optional(line.sector) { .text($0) },
      "year": .text(line.year.description),
      "line": .text(line.path),
      "amount": .money(line.amount),
      "status": .text(line.status.rawValue),
      "source": .text(line.source),
    ])
  }

  /// The schools left out, and why.
  static func leftOut(of result: ScenarioResult) -> JSON {
    .array(
      result.census.leftOut.map {
        .members([
          "school": .whole(Int64($0.school)),
          "name": .text($0.name),
          "authority": .text(String($0.authority)),
          "reason": .text($0.reason.rawValue),
          "meaning": .bilingual(Sentences.reason($0.reason)),
        ])
      })
  }

  /// The control totals that were met.
  static func controlTotals(of result: ScenarioResult) -> JSON {
    .array(
      result.controls.map {
        .members([
          "what": .bilingual($0.what),
          "expected": .whole($0.expected),
          "found": .whole($0.found),
        ])
      })
  }

  /// A publication.
  static func source(_ source: FundingSource) -> JSON {
    .members([
      "title": .text(source.title),
      "publisher": .optional(source.publisher) { .text($0) },
      "url": .optional(source.url) { .text($0) },
    ])
  }
}

/// A run's schools, heads and money, added up.
struct RunTotals {
  /// How many schools it funds.
  let schools: Int
  /// Their heads.
  let pupils: Int64
  /// The sum of their shares.
  let total: Money

  /// Adds up an outcome.
  init(of outcome: RunOutcome, in result: ScenarioResult) {
    let census = result.census(in: outcome.allocation.year)
    let funded = outcome.allocation.shares.indices.filter { outcome.allocation.shares[$0] != nil }
    schools = funded.count
    pupils = funded.reduce(0) { $0 + census.pupils.heads(ofSchool: $1) }
    total = outcome.allocation.total
  }

  /// The total for each head; nil where there are none.
  var perPupil: Money? { total.each(of: Rational(Int(pupils))) }
}
