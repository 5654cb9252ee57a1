internal import FundingModel

extension ScenarioReader {
  /// What a scenario says of 'years'.
  mutating func readYears(_ entry: YAMLMapping.Entry, after year: FundingYear?)
    -> YearsSpecification?
  {
    noteNotYet(entry)
    return nil
  }
}
