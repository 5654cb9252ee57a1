extension Scenario {
  /// The factors that runs' own floors and caps leave out and a formula on one side doesn't have.
  ///
  /// - Parameter formulas: The runs' formulae by the runs' names; a run that isn't there, such as
  ///   one of the authorities' own, is not checked.
  /// - Returns: Each factor and formula once, in the runs' order.
  public func leftOutFactors(lackingIn formulas: [String: Formula]) -> [LeftOutFactor] {
    var lacking: [LeftOutFactor] = []
    for run in runs {
      for protection in run.adjustments.compactMap(\.adjustment.protection) {
        var sides = [run.name]
        if let name = protection.run(isFirstYear: true) { sides.append(name) }
        for side in sides {
          guard let formula = formulas[side] else { continue }
          for left in protection.leavingOut {
            guard let note = formula.lacking(left, run: run.name, side: side),
              !lacking.contains(note)
            else { continue }
            lacking.append(note)
          }
        }
      }
    }
    return lacking
  }
}

extension Formula {
  /// That a floor or cap leaves out a factor that this formula doesn't have; nil where it has.
  ///
  /// - Parameters:
  ///   - left: The factor left out.
  ///   - run: The run whose floor or cap it is.
  ///   - side: The run whose formula this is: the same, or its baseline.
  /// - Returns: What to tell.
  public func lacking(_ left: Protection.LeftOut, run: String, side: String) -> LeftOutFactor? {
    guard !factors.contains(where: { $0.name == left.name }) else { return nil }
    return LeftOutFactor(
      run: run, factor: left.name, lackingRun: side, formula: name,
      known: factors.map(\.name), place: left.place)
  }
}
