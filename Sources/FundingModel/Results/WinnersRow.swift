/// Who gains and who loses in a group of schools.
public struct WinnersRow: Hashable, Sendable {
  /// A group of schools.
  public enum Group: Hashable, Sendable {
    /// Every compared school.
    case all
    /// A sector's.
    case sector(String)
    /// An authority's, by code.
    case authority(Int)
  }
  /// The group.
  public let group: Group
  /// The run held against the baseline.
  public let run: String
  /// The year.
  public let year: FundingYear
  /// How many schools.
  public let schools: Int
  /// How many gain at least a penny.
  public let winners: Int
  /// How many lose at least a penny.
  public let losers: Int
  /// The sum of gains.
  public let gain: Money
  /// The sum of losses, as a positive amount.
  public let loss: Money
  /// The largest gain; nought where nobody gains.
  public let largestGain: Money
  /// The largest loss, as a positive amount; nought where nobody loses.
  public let largestLoss: Money

  /// Makes a row.
  public init(
    group: Group, run: String, year: FundingYear, schools: Int, winners: Int, losers: Int,
    gain: Money, loss: Money, largestGain: Money, largestLoss: Money
  ) {
    self.group = group
    self.run = run
    self.year = year
    self.schools = schools
    self.winners = winners
    self.losers = losers
    self.gain = gain
    self.loss = loss
    self.largestGain = largestGain
    self.largestLoss = largestLoss
  }

  /// How many are not moved by a penny.
  public var unchanged: Int { schools - winners - losers }
}
