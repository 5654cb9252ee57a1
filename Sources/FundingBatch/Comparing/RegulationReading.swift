import FundingEngine
public import FundingModel

/// How much of a formula's money pupil numbers lead: an arithmetic reading of regulation 23.
///
/// - Source: School Funding (Wales) Regulations 2010, WSI 2010/824, regulation 23. No legal advice.
public struct RegulationReading: Hashable, Sendable {
  /// The share that regulation 23 asks for.
  public static let least = 70

  /// How many schools were read, special schools left out.
  public let schools: Int
  /// What counts as led by pupils, in pounds.
  public let counted: Rational
  /// What those schools are allocated.
  public let allocated: Money

  /// Reads what a formula gives the schools of a census that it funds.
  ///
  /// - Returns: nil where it funds none, special schools left out.
  /// - Throws: `evaluation`.
  public static func of(
    _ formula: Formula, census: Census
  ) throws(ScenarioFailure) -> RegulationReading? {
    let runRows = census.fundedRows
    let rows = runRows.filter { formula.reach.includes(census.schools.authorities[$0]) }
    let group: FormulaAllocation
    do {
      group = try Engine(census: census).plan(
        formula, rows: rows, runRows: runRows, year: formula.year
      ).allocation()
    } catch {
      throw .evaluation(run: formula.name, error)
    }
    let allocation = Allocation(
      run: formula.name, year: formula.year, groups: [group],
      schoolCount: census.schools.count)
    let parts = allocation.pupilLed(schools: census.schools).compactMap { $0 }
    guard let first = parts.first else { return nil }
    let sum = parts.dropFirst().reduce(first, +)
    guard let counted = sum.numerator else { return nil }
    return RegulationReading(schools: parts.count, counted: counted, allocated: sum.allocated)
  }

  /// Counted ÷ allocated; nil where nothing is allocated.
  public var share: Rational? { try? counted.divided(by: allocated.pounds) }

  /// Whether the share is at least 70%.
  public var isMet: Bool? {
    share.flatMap { share in (try? Rational(70, over: 100)).map { share >= $0 } }
  }
}
