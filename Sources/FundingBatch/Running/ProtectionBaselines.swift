import FundingModel

/// The earlier runs that floors and caps are held against, and whether they can be.
enum ProtectionBaselines {
  /// Checks that every run named comes earlier, and that every factor left out is a factor of every
  /// formula on both sides: nothing is left out on one side alone.
  ///
  /// - Throws: `unknownRun`, or `leftOutFactors` with every factor that one side lacks.
  static func check(_ runs: [RunFormulas]) throws(ScenarioFailure) {
    var lacking: [LeftOutFactor] = []
    for (index, run) in runs.enumerated() {
      for group in run.groups {
        for protection in group.formula.adjustments.compactMap(\.protection) {
          var sides = [run]
          if let name = protection.run(isFirstYear: true) {
            let earlier = runs[..<index]
            guard let baseline = earlier.first(where: { $0.specification.name == name }) else {
              throw .unknownRun(
                name, known: earlier.map(\.specification.name), place: protection.place)
            }
            sides.append(baseline)
          }
          for side in sides {
            for left in protection.leavingOut {
              guard let note = side.lacking(left, in: run.specification.name),
                !lacking.contains(note)
              else { continue }
              lacking.append(note)
            }
          }
        }
      }
    }
    guard lacking.isEmpty else { throw .leftOutFactors(lacking) }
  }

  /// The allocations that a run's floors and caps are held against, in the runs' order.
  ///
  /// - Parameter isFirstYear: Whether last year is before the scenario's first year.
  static func of(
    _ run: RunFormulas, among earlier: [RunOutcome], isFirstYear: Bool
  ) -> [Allocation] {
    var names: Set<String> = []
    for protection in run.groups.flatMap(\.formula.adjustments).compactMap(\.protection) {
      if let name = protection.run(isFirstYear: isFirstYear) { names.insert(name) }
    }
    return earlier.map(\.allocation).filter { names.contains($0.run) }
  }
}

extension RunFormulas {
  /// The first of the formulae that has no such factor; nil where all have it.
  fileprivate func lacking(_ left: Protection.LeftOut, in run: String) -> LeftOutFactor? {
    for group in groups {
      if let note = group.formula.lacking(left, run: run, side: specification.name) { return note }
    }
    return nil
  }
}
