import FundingModel

/// What one run, or the published budgets, give each school in one year.
struct RunShares: Sendable {
  /// The run's name; `published` for the published budgets.
  let run: String
  /// The year.
  let year: FundingYear
  /// The shares by census row; nil where there is none.
  let shares: [Money?]
  /// The heads by census row.
  let heads: [Int64]

  /// The name of the published budgets among the runs.
  static let published = "published"

  /// A run's shares.
  init(_ outcome: RunOutcome, census: Census) {
    run = outcome.allocation.run
    year = outcome.allocation.year
    shares = outcome.allocation.shares
    heads = (0..<census.schools.count).map { census.pupils.heads(ofSchool: $0) }
  }

  /// The published budgets, for the pupils that they were published for.
  init(publishedIn census: Census, year: FundingYear) {
    run = Self.published
    self.year = year
    shares = (0..<census.schools.count).map { census.schools.publishedBudget($0) }
    heads = census.schools.statedPupils.map { Int64($0 ?? 0) }
  }

  /// Whether a school's share is less than an amount for each of its heads; nil where it has none.
  func isBelow(_ amount: Money, _ row: Int) -> Bool? {
    guard let share = shares[row], heads[row] > 0 else { return nil }
    return Int128(share.pence) < Int128(amount.pence) * Int128(heads[row])
  }

  /// The rows that have a share, ascending.
  var rows: [Int] { shares.indices.filter { shares[$0] != nil } }
}

extension [String] {
  /// The sectors in the order of every table.
  static let sectorsInOrder = StandardFields.sectors.names
}
