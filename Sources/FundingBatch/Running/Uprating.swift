import FundingModel

/// The rates of a scenario's runs, moved to a year by its indices.
enum Uprating {
  /// Moves the rates of every run.
  ///
  /// Changes of the rates (`set`, `--set`) are made before, to the first year's rates: they are in
  /// the first year's money, and move on with it.
  ///
  /// - Throws: every index that a rate lacks, beside them those that move no rate, since one may be
  ///   the other misspelt; or the first rate of each run
  ///   whose value can't be worked out exactly.
  static func applied(
    to runs: [RunFormulas], by years: YearsSpecification, in year: FundingYear
  ) throws(ScenarioFailure) -> [RunFormulas] {
    let (missing, unused) = mismatches(runs, years)
    guard missing.isEmpty else { throw .years(missing + unused) }
    var runs = runs
    var failed: [UpratingMistake] = []
    for run in runs.indices {
      for group in runs[run].groups.indices {
        do {
          let formula = runs[run].groups[group].formula
          runs[run].groups[group].formula = try formula.uprated(by: years.indices, in: year)
        } catch {
          if !failed.contains(error) { failed.append(error) }
        }
      }
    }
    guard failed.isEmpty else { throw .years(failed) }
    return runs
  }

  /// The names of the indices that move no rate of any run.
  static func unused(_ runs: [RunFormulas], _ years: YearsSpecification) -> [String] {
    let named = Set(
      runs.flatMap(\.groups).flatMap(\.formula.rates).compactMap(\.uprate))
    return years.indices.map(\.name).filter { !named.contains($0) }
  }

  /// The indices that rates name and the scenario lacks, and those that no rate names.
  private static func mismatches(
    _ runs: [RunFormulas], _ years: YearsSpecification
  ) -> (missing: [UpratingMistake], unused: [UpratingMistake]) {
    struct Use: Hashable {
      let index: String
      let rate: String
      let formula: String
    }
    var first: [(use: Use, run: String)] = []
    var uses: Set<Use> = []
    for run in runs {
      for formula in run.groups.map(\.formula) {
        for rate in formula.rates {
          guard let index = rate.uprate else { continue }
          let use = Use(index: index, rate: rate.name, formula: formula.path)
          uses.insert(use)
          guard !first.contains(where: { $0.use.index == index }) else { continue }
          first.append(
            (Use(index: index, rate: rate.name, formula: formula.name), run.specification.name))
        }
      }
    }
    let known = years.indices.map(\.name)
    let missing = first.filter { !known.contains($0.use.index) }.map { use, run in
      let all = uses.filter { $0.index == use.index }
      return UpratingMistake.noIndex(
        use.index, rate: use.rate, formula: use.formula, run: run, rates: all.count,
        formulas: Set(all.map(\.formula)).count, known: known, place: years.place)
    }
    let named = first.map(\.use.index)
    let unused = Set(unused(runs, years))
    return (
      missing,
      years.indices.filter { unused.contains($0.name) }.map {
        .unusedIndex($0.name, named: named, place: $0.place)
      }
    )
  }
}
