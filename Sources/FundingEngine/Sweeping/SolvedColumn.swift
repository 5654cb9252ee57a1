internal import FundingModel

/// A column at one point of a sweep, ready for any multiplier.
///
/// A school's pennies are (base × 10¹² + slope × units) ÷ (denominator × 10¹²), rounded. A quotient
/// cut to 62 binary places decides the rounding wherever it is surely on one side of the half;
/// where it is not the division is done in full.
/// - Invariant: the pennies are those of the exact division, always.
struct SolvedColumn: Sendable {
  private let column: SweptColumn
  private var numbers = PointNumbers(whole: [])
  private var bases: [Int64]
  private var slopes: [Int64]
  /// Base ÷ denominator × 2⁶², rounded down.
  private var cutBases: [Int128]
  /// Slope ÷ (denominator × 10¹²) × 2⁶², rounded down; nil of a school where it doesn't fit.
  private var cutSlopes: [Int64]
  /// The most that cutting can change a base by, and a slope: either way where a column is cut.
  private var slack: (base: Int128, slope: Int128) = (0, 1)
  private var isSteep = false
  private var isFirst = true

  private static let places: Int128 = 62
  private static let half = Int128(1) << 61
  /// How many units make a multiplier of 1.
  static let one: Int128 = 1_000_000_000_000

  init(_ column: SweptColumn) {
    self.column = column
    let schools = column.count
    bases = [Int64](repeating: 0, count: schools)
    slopes = bases
    cutBases = [Int128](repeating: 0, count: schools)
    cutSlopes = bases
  }

  /// Takes the numbers of a point.
  mutating func move(to numbers: PointNumbers) {
    self.numbers = numbers
    switch column {
    case .whole(let column): move(column, to: numbers.whole)
    case .cut(let column): move(column, to: numbers.cut)
    }
  }

  private mutating func move(_ column: CutColumn, to numbers: [CutNumber]) {
    isSteep = false
    slack = (
      CutColumn.slack(of: column.free),
      // A slope and one taken down to a whole number.
      CutColumn.slack(of: column.solved) / Self.one + 2
    )
    for school in cutBases.indices {
      cutBases[school] = column.freeSum(school, numbers)
      let cut = Self.floor(column.solvedSum(school, numbers), Self.one)
      if let slope = Int64(exactly: cut), slope.magnitude < 1 << 62 {
        cutSlopes[school] = slope
      } else {
        isSteep = true
      }
    }
  }

  private mutating func move(_ column: AffineColumn, to numbers: [Int64]) {
    isSteep = false
    // Cutting only ever made a sum too small.
    slack = (0, 1)
    for school in bases.indices {
      let (base, slope) = (column.freeSum(school, numbers), column.solvedSum(school, numbers))
      let denominator = Int128(column.denominators[school])
      if isFirst || base != bases[school] {
        bases[school] = base
        cutBases[school] = Self.floor((Int128(base) << Self.places), denominator)
      }
      if isFirst || slope != slopes[school] {
        slopes[school] = slope
        let cut = Self.floor(Int128(slope) << Self.places, denominator * Self.one)
        cutSlopes[school] = Int64(exactly: cut) ?? 0
      }
      if Int128(slope).magnitude >= (denominator * Self.one).magnitude { isSteep = true }
    }
    isFirst = false
  }

  /// Adds each school's pennies with a multiplier.
  ///
  /// - Returns: false where only a plain evaluation can tell.
  func addPence(units: Int64, to totals: inout [Int64]) -> Bool {
    // Arrays are taken out of their owner once, not counted again at every school.
    let (bases, slopes, step) = (cutBases, cutSlopes, column.pencePerStep)
    let mask = (Int128(1) << Self.places) &- 1
    // Cutting changed a sum by at most this, so the rest must stay so far from the next.
    let most = slack.base + slack.slope * Int128(units)
    let least = slack.base == 0 ? 0 : most
    let limit = isSteep ? -1 : mask &- most &- 2
    for school in totals.indices {
      let (high, low) = slopes[school].multipliedFullWidth(by: units)
      let product = Int128(truncatingIfNeeded: high) << 64 | Int128(low)
      let sum = bases[school] &+ product &+ Self.half
      let rest = sum & mask
      if rest > least && rest < limit {
        totals[school] &+= Int64(truncatingIfNeeded: sum >> Self.places) &* step
      } else {
        guard let pence = exactPence(school, units: units) else { return false }
        totals[school] &+= pence
      }
    }
    return true
  }

  /// The same by the full division; nil where fractions grow too long.
  private func exactPence(_ school: Int, units: Int64) -> Int64? {
    switch column {
    case .cut(let column):
      guard let multiplier = try? Rational(Int128(units), over: Self.one) else { return nil }
      return column.exactPence(school, at: numbers.cut, multiplier: multiplier)
    case .whole(let column):
      let number =
        Int128(bases[school]) * Self.one + Int128(slopes[school]) * Int128(units)
      let divisor = Int128(column.denominators[school]) * Self.one
      guard let exact = try? Rational(number, over: divisor) else {
        preconditionFailure("a denominator is above nought")
      }
      return Int64(exact.rounded(column.mode)) * column.pencePerStep
    }
  }

  private static func floor(_ number: Int128, _ divisor: Int128) -> Int128 {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
