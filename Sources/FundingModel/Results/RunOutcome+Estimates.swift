extension RunOutcome {
  /// By census row, whether the share rests on an estimate: modelled pupils, rates and pupils projected
  /// beyond the first year, or rates that were estimated.
  ///
  /// False of schools that the run doesn't fund.
  /// - Parameter censuses: The schools and pupils of each year.
  /// - Returns: One value a school.
  public func restsOnEstimates(_ censuses: CensusSeries) -> [Bool] {
    let areAll = allocation.year > censuses.firstYear || censuses.first.hasModelledPupils
    var found = [Bool](repeating: false, count: censuses.first.schools.count)
    for group in allocation.groups where areAll || group.formula.hasEstimates {
      for row in group.rows { found[row] = true }
    }
    return found
  }
}
