/// Pairs of schools much alike in different authorities: what one pupil brings in one place and in
/// another.
///
/// - Invariant: a school is in one pair at most; the pairs do not depend on any run.
public struct TwinSchools: Hashable, Sendable {
  /// Two schools alike.
  public struct Pair: Hashable, Sendable {
    /// The census row of the one with the lower number.
    public let first: Int
    /// The other's.
    public let second: Int
    /// How far apart they are: millionths of size and of free school meals together.
    public let distance: Int64
    /// By which shares of free school meals they are alike; nil where by none.
    public let freeMeals: FreeMeals?

    /// Makes a pair.
    public init(first: Int, second: Int, distance: Int64, freeMeals: FreeMeals? = .counted) {
      self.first = first
      self.second = second
      self.distance = distance
      self.freeMeals = freeMeals
    }
  }

  /// Where the two shares of pupils eligible for free school meals of a pair are from.
  public enum FreeMeals: String, Hashable, Sendable {
    /// The schools file states both.
    case stated
    /// The pupils, of whom so many are eligible.
    case counted
  }

  /// How far apart two sizes may be, in hundredths of the larger.
  public static let mostSize: Int64 = 5
  /// How far apart two shares of pupils eligible for free school meals may be, in points of a
  /// hundred.
  public static let mostFreeMeals: Int64 = 2

  /// The pairs, those most alike first.
  public let pairs: [Pair]
  /// Whether the data gives schools' languages, so that pairs share theirs.
  public let usesLanguage: Bool
  /// Whether the data gives free school meals of any school, so that pairs can be alike in them.
  public let usesFreeMeals: Bool

  /// Makes a list of pairs.
  public init(pairs: [Pair], usesLanguage: Bool, usesFreeMeals: Bool) {
    self.pairs = pairs
    self.usesLanguage = usesLanguage
    self.usesFreeMeals = usesFreeMeals
  }
}
