internal import FundingModel

extension ScenarioReader {
  /// What a scenario says of 'uncertain'.
  mutating func readUncertain(_ entry: YAMLMapping.Entry) -> UncertainSpecification? {
    noteNotYet(entry)
    return nil
  }
}
