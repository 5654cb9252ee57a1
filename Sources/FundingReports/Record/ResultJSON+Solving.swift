import FundingModel

extension ResultJSON {
  /// What a run solved.
  static func solve(_ outcome: SolveOutcome) -> JSON {
    .members([
      "rates": .array(outcome.rates.map { .text($0) }),
      "multiplier": .decimal(outcome.multiplier),
      "multiplier_exact": .text(exact(outcome.multiplier)),
      "multipliers": multipliers(outcome),
      "measure": .text(outcome.measure.name),
      "of": measure(outcome),
      "target": .money(outcome.target),
      "reached": .money(outcome.reached),
      "residual": .money(outcome.residual),
      "evaluations": .whole(Int64(outcome.evaluations)),
      "search": .optional(outcome.search, search),
    ])
  }

  /// Each rate's multiplier.
  static func multipliers(_ outcome: SolveOutcome) -> JSON {
    .array(
      zip(outcome.rates, outcome.multipliers).map {
        .members([
          "rate": .text($0), "multiplier": .decimal($1), "multiplier_exact": .text(exact($1)),
        ])
      })
  }

  private static func exact(_ multiplier: Rational) -> String {
    "\(multiplier.numerator)/\(multiplier.denominator)"
  }

  /// What was asked, where it is no plain total.
  private static func measure(_ outcome: SolveOutcome) -> JSON {
    func group(_ group: SolvedGroup) -> JSON {
      .members([
        "group": .optional(group.group) { .text($0.words(or: "or")) },
        "schools": .whole(Int64(group.schools)),
        "pupils": .whole(group.heads),
        "asked": .money(group.asked),
      ])
    }
    switch outcome.measure {
    case .total: return .null
    case .perPupil(let asked, let heads):
      return .members(["asked": .money(asked), "pupils": .whole(heads)])
    case .groupTotal(let solved), .groupMean(let solved): return group(solved)
    case .delegationRate(let target):
      return .members([
        "asked": .decimal(target.asked),
        "reached": .optional(target.rate(with: outcome.reached)) { .decimal($0) },
        "devolved": .money(target.devolved),
        "kept": .money(target.kept),
      ])
    }
  }

  /// The search's way: every point that was better than all before it.
  private static func search(_ search: SearchOutcome) -> JSON {
    .members([
      "minimise": .text(search.aim.rawValue),
      "trials": .whole(Int64(search.trials)),
      "cut_short": .flag(search.isCutShort),
      "bounds": .array(
        search.bounds.map {
          .members(["low": .decimal($0.low), "high": .decimal($0.high)])
        }),
      "path": .array(
        search.path.map { trial in
          .members([
            "multipliers": .array(trial.multipliers.map { .decimal($0) }),
            "aim": aim(trial.aim),
            "reached": .money(trial.reached),
          ])
        }),
    ])
  }

  private static func aim(_ value: AimValue) -> JSON {
    switch value {
    case .gini(let gini):
      .optional(Table.statistic(gini)) { .decimal($0) }
    case .losers(let schools, let lost):
      .members(["schools": .whole(Int64(schools)), "lost": .money(lost)])
    case .change(let money), .parity(let money): .money(money)
    }
  }

  /// What a run made of the authorities' lines.
  static func lines(_ lines: ChangedLines) -> JSON {
    .members([
      "changes": .array(
        lines.steps.map {
          .members([
            "change": .text($0.written), "before": .money($0.before), "after": .money($0.after),
          ])
        }),
      "moved": .money(lines.moved),
    ])
  }
}

extension SolveMeasure {
  /// A stable name for `run.json`.
  fileprivate var name: String {
    switch self {
    case .total: "total"
    case .perPupil: "per_pupil"
    case .groupTotal: "per_pupil of a group"
    case .groupMean: "mean"
    case .delegationRate: "delegation_rate"
    }
  }
}
