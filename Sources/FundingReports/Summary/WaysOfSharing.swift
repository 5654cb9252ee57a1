import FundingModel

extension ScenarioResult {
  /// The runs that only say how another shares money out, in the scenario's order: another's extra
  /// money is shared by them, nothing is compared with them, and no solve, floor or cap is held
  /// against them.
  ///
  /// Such a run, £1 a pupil for instance, is no policy, and its totals and rates mean nothing by
  /// themselves.
  var waysOfSharing: [String] {
    let compared = [comparison.baseline] + comparison.with
    let adjustments = scenario.runs.flatMap { $0.adjustments.map(\.adjustment) }
    let sharing = adjustments.compactMap { adjustment in
      if case .extra(let extra) = adjustment.kind { extra.run } else { nil }
    }
    let held =
      adjustments.compactMap(\.protection).flatMap {
        [$0.run(isFirstYear: true), $0.run(isFirstYear: false)].compactMap(\.self)
      } + scenario.runs.compactMap { $0.solve?.target.run }
    return scenario.runs.map(\.name).filter {
      sharing.contains($0) && !compared.contains($0) && !held.contains($0)
    }
  }
}

extension SolveSpecification.Target {
  /// The run whose figures are to be reached; nil where a figure itself is.
  var run: String? {
    switch self {
    case .totalOf(let run, _), .perPupilOf(let run, _), .meanOf(let run, _): run
    case .total, .perPupil, .mean, .delegationRate: nil
    }
  }
}

extension Sentences {
  /// That a run's own figures are left out, and why.
  static func onlyShares(_ run: String) -> BilingualText {
    BilingualText(
      en: "\(run) only says how another run shares money out, and is compared with nothing: its "
        + "own figures are in the CSV files, not here.",
      cy: "Dim ond dweud sut mae rhediad arall yn rhannu arian y mae \(run), ac nis cymherir â "
        + "dim: yn y ffeiliau CSV y mae ei ffigurau ei hun, nid yma.")
  }
}
