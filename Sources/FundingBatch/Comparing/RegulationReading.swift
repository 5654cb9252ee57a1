import FundingEngine
public import FundingModel

extension FormulaRules {
  /// Holds a formula against the rules of a year.
  ///
  /// The rates are those that hold in that year, undated ones being the formula's own; or in the
  /// formula's own year where the year comes before it.
  ///
  /// - Parameters:
  ///   - formula: The formula.
  ///   - census: Schools and pupils; without, only what the formula is made of can be read.
  ///   - year: The year of the rules; the formula's own where none is given.
  /// - Returns: A reading for each rule of the year.
  /// - Throws: `evaluation`.
  public static func of(
    _ formula: Formula, census: Census?, year: FundingYear? = nil
  ) throws(ScenarioFailure) -> FormulaRules {
    let year = year ?? formula.year
    let runYear = max(year, formula.year)
    let rateYear = formula.rates.compactMap { $0.table(in: runYear)?.from }.max() ?? formula.year
    let allocation = try census.map { census throws(ScenarioFailure) in
      try Self.allocation(of: formula, census: census, year: runYear)
    }
    let readings = FundingRule.wales(in: year).map { rule in
      let finding: RuleReading.Finding =
        switch rule.check {
        case .pupilLed:
          .pupilLed(
            census.flatMap { census in
              allocation.flatMap { RegulationReading.of($0, schools: census.schools) }
            })
        case .needAmount:
          .needAmount(
            NeedAmountReading(
              of: formula,
              amounts: census.flatMap { census in
                allocation.map { needAmounts(of: formula, $0, schools: census.schools) }
              }))
        case .none: .notChecked
        }
      return RuleReading(rule: rule, finding: finding)
    }
    return FormulaRules(formula: formula, year: year, rateYear: rateYear, readings: readings)
  }

  private static func allocation(
    of formula: Formula, census: Census, year: FundingYear
  ) throws(ScenarioFailure) -> Allocation {
    let runRows = census.fundedRows
    let rows = runRows.filter { formula.reach.includes(census.schools.authorities[$0]) }
    do {
      let group = try Engine(census: census).plan(
        formula, rows: rows, runRows: runRows, year: year
      ).allocation()
      return Allocation(
        run: formula.name, year: year, groups: [group], schoolCount: census.schools.count)
    } catch {
      throw .evaluation(run: formula.name, error)
    }
  }

  /// What factors for free school meals or areas pay mainstream schools, by sector.
  private static func needAmounts(
    of formula: Formula, _ allocation: Allocation, schools: SchoolTable
  ) -> [NeedAmountReading.SectorAmount] {
    let names = Set(NeedAmountReading(of: formula).found.map(\.factor))
    return ["primary", "middle", "secondary"].compactMap { sector in
      var amount: Money?
      for group in allocation.groups {
        for (position, row) in group.rows.enumerated() where schools.sectors[row] == sector {
          for (line, own) in zip(group.lines, group.amounts(at: position)) {
            amount = amount ?? .zero
            if line.kind == .factor, names.contains(line.name) {
              amount = (amount ?? .zero) + own
            }
          }
        }
      }
      return amount.map { NeedAmountReading.SectorAmount(sector: sector, amount: $0) }
    }
  }
}

extension RegulationReading {
  /// Reads what a formula gives schools; the 5% are taken of each authority for itself.
  ///
  /// - Returns: nil where it funds none, special schools left out.
  static func of(_ allocation: Allocation, schools: SchoolTable) -> RegulationReading? {
    let shares = allocation.pupilLed(schools: schools)
    let rows = shares.indices.filter { shares[$0] != nil }
    guard !rows.isEmpty else { return nil }
    let authorities = RowGroups(rows, by: schools.authorities).groups.map { group in
      group.rows.compactMap { shares[$0] }.reduce(PupilLedShare(), +)
    }
    var parts: [Part] = []
    for tag in RegulationTag.allCases {
      var counted = Rational.zero
      for authority in authorities {
        guard let one = authority.counted(tag), let sum = try? counted.adding(one) else {
          return nil
        }
        counted = sum
      }
      parts.append(
        Part(
          tag: tag, amount: authorities.reduce(.zero) { $0 + $1.amount(tag) }, counted: counted))
    }
    return RegulationReading(
      schools: rows.count, parts: parts,
      allocated: authorities.reduce(.zero) { $0 + $1.allocated },
      capBase: authorities.reduce(.zero) { $0 + $1.capBase })
  }
}
