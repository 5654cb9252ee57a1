public import FundingModel

extension ModelledFacts {
  /// The paths of every file that makes up a folder of facts, for the record of inputs.
  public static func paths(in folder: String) -> [String] {
    [
      "authority-sector", "size-bands", "school-types", "school-languages", "year-groups-2019",
      "deprivation-2019", "aln-partial", "fsm-partial", "eal-partial", "national",
    ].map { "\(folder)/\($0).csv" }
  }
}
