public import FundingModel

/// Funds a census: packs it once, then plans and evaluates any formula on it.
public struct Engine: Sendable {
  let census: Census

  /// Packs a census for evaluation.
  public init(census: Census) { self.census = census }
}
