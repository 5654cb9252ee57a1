/// The authorities' lines of planned spending that a result counts, as they were given.
public struct SpendingLines: Hashable, Sendable {
  /// The lines that a row of budgets counts: by authority, Wales last, then by year and kind.
  public let used: [AuthorityLine]
  /// The authorities that have lines but no school that is funded, by code.
  public let withoutSchools: [Int]
  /// Those of the lines that are one sector's of which the authority has no school that is funded:
  /// they count for the authority, and stand in no row of a sector.
  public let withoutSector: [AuthorityLine]

  /// Takes lines as found.
  public init(
    used: [AuthorityLine] = [], withoutSchools: [Int] = [], withoutSector: [AuthorityLine] = []
  ) {
    self.used = used
    self.withoutSchools = withoutSchools
    self.withoutSector = withoutSector
  }

  /// Those of them that are estimates.
  public var estimates: [AuthorityLine] { used.filter { $0.status == .estimate } }

  /// Those for Wales as a whole, which the row of Wales counts and no other.
  public var ofWales: [AuthorityLine] { used.filter { $0.authority == nil } }
}
