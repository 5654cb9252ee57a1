import FundingModel

/// When each school of a run with floors or caps reaches its formula share.
///
/// A floor or cap acts on a school in a year where its line is not nought. A minimum is part of the
/// formula and does not count.
struct Transition {
  /// One school.
  struct School {
    /// The census row.
    let row: Int
    /// The first year from which no floor or cap acts to the end; nil where one still does in the
    /// last year, or the school is not funded then.
    let reaches: FundingYear?
    /// In how many years a floor or cap acts.
    let actingYears: Int
    /// What floors give and caps take in the last year; nil where the school is not funded then.
    let lastAmount: Money?

    /// `reached`, `moving`, or `not_funded` where there is no share in the last year.
    var status: String { lastAmount == nil ? "not_funded" : reaches == nil ? "moving" : "reached" }
  }

  /// The run.
  let run: String
  /// The last year.
  let last: FundingYear
  /// Every school that the run funds in some year, by row.
  let schools: [School]

  /// Each run that has a floor or cap, in the scenario's order; none for a scenario of one year.
  static func all(of result: ScenarioResult) -> [Transition] {
    guard result.censuses.years.count > 1 else { return [] }
    return result.scenario.runs.compactMap { run in
      Transition(result.runs.filter { $0.specification.name == run.name })
    }
  }

  /// Follows a run's outcomes, one a year in order; nil where it has neither floor nor cap.
  private init?(_ outcomes: [RunOutcome]) {
    guard let final = outcomes.last,
      outcomes.contains(where: {
        $0.allocation.groups.contains { $0.formula.adjustments.contains { $0.protection != nil } }
      })
    else { return nil }
    let amounts = outcomes.map { $0.allocation.protectionByRow }
    run = final.specification.name
    last = final.allocation.year
    schools = final.allocation.shares.indices.compactMap { row in
      let own = amounts.map { $0[row] }
      guard own.contains(where: { $0 != nil }) else { return nil }
      let settled = own.reversed().prefix { $0?.acts == false }.count
      return School(
        row: row,
        reaches: settled == 0 ? nil : outcomes[outcomes.count - settled].allocation.year,
        actingYears: own.count { $0?.acts == true }, lastAmount: own.last.flatMap { $0?.amount })
    }
  }

  /// How many schools a floor or cap still acts on in the last year.
  var moving: Int { schools.count { $0.status == "moving" } }

  /// How many schools reach their formula share in each year, and how many do not, by year.
  func reached(in year: FundingYear) -> Int { schools.count { $0.reaches == year } }
}

extension Allocation {
  /// What floors and caps do to a school.
  fileprivate struct Protected {
    var acts = false
    var amount = Money.zero
  }

  /// What floors and caps do, by census row; nil where the run doesn't fund the school.
  fileprivate var protectionByRow: [Protected?] {
    var found = [Protected?](repeating: nil, count: shares.count)
    for group in groups {
      let lines = group.formula.adjustments.indices.filter {
        group.formula.adjustments[$0].protection != nil
      }.map { group.formula.factors.count + $0 }
      for (position, row) in group.rows.enumerated() {
        var own = Protected()
        for line in lines {
          let amount = group.amounts[position * group.lines.count + line]
          own.acts = own.acts || amount != .zero
          own.amount += amount
        }
        found[row] = own
      }
    }
    return found
  }
}
