internal import FundingModel

extension ScenarioReader {
  /// What a scenario says of 'sweep'.
  mutating func readSweep(_ entry: YAMLMapping.Entry) -> SweepSpecification? {
    noteNotYet(entry)
    return nil
  }
}
