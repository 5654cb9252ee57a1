/// The authorities' lines of planned spending that a result counts, as they were given.
public struct SpendingLines: Hashable, Sendable {
  /// The lines that a row of budgets counts: by authority, Wales last, then by year and kind.
  public let used: [AuthorityLine]
  /// The authorities that have lines but no school that is funded, by code.
  public let withoutSchools: [Int]

  /// Takes lines as found.
  public init(used: [AuthorityLine] = [], withoutSchools: [Int] = []) {
    self.used = used
    self.withoutSchools = withoutSchools
  }

  /// Those of them that are estimates.
  public var estimates: [AuthorityLine] { used.filter { $0.status == .estimate } }

  /// Those for Wales as a whole, which the row of Wales counts and no other.
  public var ofWales: [AuthorityLine] { used.filter { $0.authority == nil } }
}
