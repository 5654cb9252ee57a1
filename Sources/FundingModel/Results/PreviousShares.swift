/// What a run gave every school the year before, which `against: previous` holds its shares
/// against.
public struct PreviousShares: Sendable {
  /// The same run's allocation of the year before.
  public let allocation: Allocation
  /// The heads that it was for, by census row.
  public let heads: [Int64]

  /// Puts an allocation and its heads together.
  public init(allocation: Allocation, heads: [Int64]) {
    precondition(heads.count == allocation.shares.count, "heads must be of the same schools")
    self.allocation = allocation
    self.heads = heads
  }
}
