import FundingModel

/// One run, or the published budgets, in one of the years that a report shows.
struct ReportRun {
  /// The run's name; `published` for the published budgets.
  let run: String
  /// The year.
  let year: FundingYear
  /// What people call it, with the year where there are several.
  let label: BilingualText
  /// What it gave; nil for the published budgets.
  let outcome: RunOutcome?
  /// The shares by census row; nil where there is none.
  let shares: [Money?]
  /// The pupils that they are for, in heads, by census row.
  let heads: [Int64]
  /// The sectors by census row.
  let sectors: [String]
  /// The sectors that occur, in the order of every table.
  let sectorsFound: [String]
  /// Whether all figures of a school are kept back, by census row.
  let isHidden: [Bool]

  /// The name of the published budgets among the runs.
  static let published = "published"

  /// The published budgets, where there are any, then every run in each year.
  ///
  /// - Parameters:
  ///   - result: What was found.
  ///   - figures: What is kept back; nothing unless it is said.
  ///   - years: The years; nil for those that a report shows, without runs that only say how another
  ///     shares money out.
  /// - Returns: The runs.
  static func all(
    of result: ScenarioResult, hiding figures: HiddenFigures = HiddenFigures(threshold: 0),
    in years: [FundingYear]? = nil
  ) -> [ReportRun] {
    let schools = result.census.schools
    let isHidden = schools.numbers.map(figures.hides(school:))
    let found = schools.sectorsFound
    let budgets = (0..<schools.count).map { schools.publishedBudget($0) }
    let published =
      budgets.contains { $0 != nil }
      ? [
        ReportRun(
          run: Self.published, year: result.scenario.year, label: Word.publishedBudget.text,
          outcome: nil, shares: budgets, heads: schools.statedPupils.map { Int64($0 ?? 0) },
          sectors: schools.sectors, sectorsFound: found, isHidden: isHidden)
      ] : []
    let shown = years ?? result.yearsShown
    let left = years == nil ? result.waysOfSharing : []
    return published
      + OrderedOutcomes(of: result).outcomes.filter {
        shown.contains($0.allocation.year) && !left.contains($0.specification.name)
      }.map {
        let (name, year) = ($0.specification.name, $0.allocation.year)
        let label = result.name(of: name, in: year)
        let pupils = result.census(in: year).pupils
        return ReportRun(
          run: name, year: year, label: BilingualText(en: label, cy: label), outcome: $0,
          shares: $0.allocation.shares,
          heads: (0..<schools.count).map { pupils.heads(ofSchool: $0) }, sectors: schools.sectors,
          sectorsFound: found, isHidden: isHidden)
      }
  }

  /// The rows of schools that have a share and pupils, ascending.
  var rowsWithPupils: [Int] { shares.indices.filter { shares[$0] != nil && heads[$0] > 0 } }

  /// Those of them whose figures are shown.
  var rowsShown: [Int] { rowsWithPupils.filter { !isHidden[$0] } }

  /// A school's amount per pupil, to the penny; nil without a share or pupils.
  func perPupil(_ row: Int) -> Money? { shares[row]?.each(of: Rational(Int(heads[row]))) }

  /// One school's share times another's pupils: what exact comparisons of amounts per pupil need.
  func weight(_ row: Int, _ other: Int) -> Int128 {
    Int128(shares[row]?.pence ?? 0) * Int128(heads[other])
  }
}

extension SchoolTable {
  /// The sectors that occur: the known ones in their order, then any other by name.
  var sectorsFound: [String] {
    let found = Set(sectors)
    let known = StandardFields.sectors.names
    return known.filter(found.contains) + found.subtracting(known).sorted()
  }
}
