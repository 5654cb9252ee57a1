import FundingModel

/// The checks that a scenario's result has passed, figure against figure.
enum Controls {
  /// What was checked.
  ///
  /// All but the authorities' presence are equal, or the run would have stopped; heads differ from
  /// stated pupils only where differences were allowed.
  static func met(
    by outcomes: [RunOutcome], authorities rows: [BudgetRow], censuses: CensusSeries
  ) -> [ControlTotal] {
    let census = censuses.first
    let schools = census.schools
    let stated = (0..<schools.count).filter { schools.statedPupils[$0] != nil }
    let withoutPupils = census.leftOut.count { $0.reason == .noPupils }
    var controls = [
      ControlTotal(
        what: BilingualText(
          en: "pupils of schools that state a number", cy: "disgyblion ysgolion sy'n nodi nifer"),
        expected: stated.reduce(0) { $0 + Int64(schools.statedPupils[$1] ?? 0) },
        found: stated.reduce(0) { $0 + census.pupils.heads(ofSchool: $1) }),
      ControlTotal(
        what: BilingualText(
          en: "schools in the data: funded or left out",
          cy: "ysgolion yn y data: wedi'u cyllido neu wedi'u hepgor"),
        expected: Int64(schools.count), found: Int64(census.fundedRows.count + withoutPupils)),
      ControlTotal(
        what: BilingualText(en: "authorities present", cy: "awdurdodau sy'n bresennol"),
        expected: Int64(Authority.all.count), found: Int64(Set(schools.authorities).count)),
    ]
    let manyYears = censuses.years.count > 1
    for outcome in outcomes {
      let run = outcome.allocation.run
      let year = outcome.allocation.year
      // A scenario of one year says its year once, at its head.
      let when = manyYears ? ", \(year)" : ""
      controls.append(
        ControlTotal(
          what: BilingualText(
            en: "schools with a formula in run \(run)\(when)",
            cy: "ysgolion â fformiwla yn rhediad \(run)\(when)"),
          expected: Int64(censuses[year].fundedRows.count),
          found: Int64(outcome.allocation.shares.count { $0 != nil })))
      let sum = rows.filter { $0.run == run && $0.year == year && $0.authority != nil }
        .reduce(Money.zero) { $0 + $1.isb }
      precondition(
        sum == outcome.allocation.total, "the authorities' budgets add up to the run's total")
      controls.append(
        ControlTotal(
          what: BilingualText(
            en: "pennies of run \(run), by authority and in all\(when)",
            cy: "ceiniogau rhediad \(run), fesul awdurdod ac i gyd\(when)"),
          expected: outcome.allocation.total.pence, found: sum.pence))
    }
    return controls
  }
}
