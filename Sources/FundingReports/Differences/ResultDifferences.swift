public import FundingModel

/// Two finished results held against each other, school by school: the second less the first.
///
/// - Invariant: for each run and year the second's total less the first's is the sum of the
///   schools' differences, plus what only the second funds, less what only the first does. Schools
///   whose share one of the two keeps back are in neither total.
public struct ResultDifferences: Sendable {
  /// One school in one run and year.
  public struct School: Hashable, Sendable {
    /// Its row in the first result; nil where it has none.
    public let first: FinishedShares.Row?
    /// Its row in the second result; nil where it has none.
    public let second: FinishedShares.Row?
    /// The run or runs.
    public let run: RunPair
    /// Its number, name and sector, as the second result has them, or else the first.
    public let known: FinishedShares.Row

    /// Makes a comparison of two rows; nil where there is neither.
    init?(_ first: FinishedShares.Row?, _ second: FinishedShares.Row?, run: RunPair) {
      guard let known = second ?? first else { return nil }
      self.first = first
      self.second = second
      self.run = run
      self.known = known
    }

    /// Whether both results have it.
    public var isInBoth: Bool { first != nil && second != nil }

    /// Whether one of the two results keeps its share back.
    public var isKeptBack: Bool {
      [first, second].contains { row in row.map { $0.share == nil } ?? false }
    }

    /// The second share less the first; nil where one of them is missing.
    public var difference: Money? {
      guard let before = first?.share, let after = second?.share else { return nil }
      return after - before
    }

    /// The second share per pupil less the first; nil where a share or the pupils are missing.
    ///
    /// - Rounding: once, to the penny, halves away from zero.
    public var differencePerPupil: Money? {
      guard let before = Self.perPupil(first), let after = Self.perPupil(second) else {
        return nil
      }
      return try? after.subtracting(before).roundedToPenny()
    }

    /// The difference as a percentage of the first share; nil where that is nought or missing.
    public var differencePercent: Rational? {
      guard let before = first?.share, let difference, before != .zero else { return nil }
      return try? Rational(Int128(difference.pence) * 100, over: Int128(before.pence))
    }

    /// A share per pupil in pounds, exactly; nil where a figure is missing or nobody is there.
    private static func perPupil(_ row: FinishedShares.Row?) -> Rational? {
      guard let share = row?.share, let pupils = row?.pupils, pupils > 0 else { return nil }
      return try? share.pounds.divided(by: Rational(Int(pupils)))
    }
  }

  /// The first result.
  public let first: FinishedShares
  /// The second result.
  public let second: FinishedShares
  /// The runs that are compared, in order.
  public let pairs: [RunPair]
  /// The years that both have.
  public let years: [FundingYear]
  /// Every school of every run and year compared: by school, then run in order, then year.
  public let schools: [School]

  /// Compares two results.
  ///
  /// - Parameters:
  ///   - first: The first result.
  ///   - second: The second.
  ///   - pairs: The runs to compare, each of which its result has.
  public init(_ first: FinishedShares, _ second: FinishedShares, pairs: [RunPair]) {
    self.first = first
    self.second = second
    self.pairs = pairs
    let years = first.years.filter(second.years.contains)
    self.years = years
    let (left, right) = (Self.byKey(first), Self.byKey(second))
    let numbers = Set(first.rows.map(\.school)).union(second.rows.map(\.school)).sorted()
    schools = numbers.flatMap { number in
      pairs.flatMap { pair in
        years.compactMap { year in
          School(
            left[Key(school: number, run: pair.first, year: year)],
            right[Key(school: number, run: pair.second, year: year)], run: pair)
        }
      }
    }
  }

  private struct Key: Hashable {
    let school: Int
    let run: String
    let year: FundingYear
  }

  private static func byKey(_ shares: FinishedShares) -> [Key: FinishedShares.Row] {
    Dictionary(
      shares.rows.map { (Key(school: $0.school, run: $0.run, year: $0.year), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether both records carry the same digest: the same results, each line of them.
  public var haveSameDigest: Bool { first.digest == second.digest }

  /// Whether every share shown is the same to the penny, and no school is in one only.
  public var areEqual: Bool {
    schools.allSatisfy { $0.difference == .zero || ($0.isKeptBack && $0.isInBoth) }
  }

  /// Each run and year, with its sums.
  public var groups: [DifferenceGroup] {
    pairs.flatMap { pair in
      years.map { year in
        DifferenceGroup(
          run: pair, year: year,
          schools: schools.filter { $0.run == pair && $0.known.year == year })
      }
    }
  }

  /// The runs of a result that are compared with none.
  public func runsLeftOut(of result: FinishedShares, _ side: KeyPath<RunPair, String>) -> [String] {
    result.runs.filter { run in !pairs.contains { $0[keyPath: side] == run } }
  }

  /// The years of a result that the other doesn't have.
  public func yearsLeftOut(of result: FinishedShares) -> [FundingYear] {
    result.years.filter { !years.contains($0) }
  }
}

/// The schools of one run and year in two results, and their sums.
public struct DifferenceGroup: Sendable {
  /// The run or runs.
  public let run: RunPair
  /// The year.
  public let year: FundingYear
  /// Its schools, by number.
  public let schools: [ResultDifferences.School]

  /// The schools whose share one result keeps back; they are in no total.
  public var keptBack: [ResultDifferences.School] { schools.filter(\.isKeptBack) }
  /// The first result's total.
  public var firstTotal: Money { total(\.first) }
  /// The second result's total.
  public var secondTotal: Money { total(\.second) }
  /// The second total less the first.
  public var difference: Money { secondTotal - firstTotal }
  /// The schools whose share moves.
  public var moved: Int { schools.count { ($0.difference ?? .zero) != .zero } }
  /// The schools that only the first result has.
  public var onlyFirst: [ResultDifferences.School] { schools.filter { $0.second == nil } }
  /// The schools that only the second result has.
  public var onlySecond: [ResultDifferences.School] { schools.filter { $0.first == nil } }

  /// The school that gains most, the first of several; nil where none gains.
  public var largestGain: ResultDifferences.School? { furthest { $0 > .zero } }
  /// The school that loses most, the first of several; nil where none loses.
  public var largestLoss: ResultDifferences.School? { furthest { $0 < .zero } }

  private func furthest(_ isWanted: (Money) -> Bool) -> ResultDifferences.School? {
    var found: (school: ResultDifferences.School, size: UInt64)?
    for school in schools {
      guard let difference = school.difference, isWanted(difference) else { continue }
      if difference.pence.magnitude > found?.size ?? 0 {
        found = (school, difference.pence.magnitude)
      }
    }
    return found?.school
  }

  private func total(_ side: (ResultDifferences.School) -> FinishedShares.Row?) -> Money {
    schools.filter { !$0.isKeptBack }.reduce(.zero) { $0 + (side($1)?.share ?? .zero) }
  }
}
