import FundingEngine
public import FundingModel

extension FormulaComparison {
  /// Works out what formulae pay the reference schools, each with the rates of its own year.
  ///
  /// A school that a formula can't be worked out for has the reason in place of a share. A school
  /// to which no factor pays anything is not covered by the formula and has no share either.
  ///
  /// - Parameters:
  ///   - formulas: The formulae.
  ///   - facts: The published figures that the schools' pupils are made from.
  ///   - schools: The schools.
  /// - Returns: One row a formula, in the same order.
  public static func of(
    _ formulas: [Formula], facts: ModelledFacts, schools: [ReferenceSchool] = ReferenceSchool.all
  ) -> FormulaComparison {
    let reference = ReferenceCensus(schools, facts: facts)
    return FormulaComparison(
      schools: schools,
      formulas: formulas.map {
        ComparedFormula(formula: $0, shares: shares(of: $0, in: reference))
      })
  }

  private static func shares(of formula: Formula, in reference: ReferenceCensus)
    -> [ReferenceShare]
  {
    if let part = formula.partUsingOtherSchools {
      return reference.schools.map { _ in .notWorked(.otherSchools(part: part)) }
    }
    if let adjustment = formula.adjustments.first(where: { $0.protection != nil }) {
      return reference.schools.map { _ in .notWorked(.noEarlierShare(part: adjustment.name)) }
    }
    let authority: Int? =
      switch formula.reach {
      case .authority(let code): code
      case .any: nil
      }
    let engine = Engine(census: reference.census(authority: authority))
    let rows = Array(reference.schools.indices)
    let plan: Plan
    do {
      plan = try engine.plan(formula, rows: rows, runRows: rows, year: formula.year)
    } catch {
      return rows.map { _ in .notWorked(.evaluation(error)) }
    }
    return rows.map { row in
      do throws(EvaluationFailures) {
        let amounts = try plan.amounts(of: row..<row + 1)
        guard amounts.contains(where: { $0 != .zero }) else { return .notWorked(.nothingPaid) }
        return .worked(PurposeAmounts(lines: plan.lines, amounts: amounts))
      } catch {
        return .notWorked(.evaluation(error))
      }
    }
  }
}
