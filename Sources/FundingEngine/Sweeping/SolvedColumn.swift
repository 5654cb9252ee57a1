internal import FundingModel

/// A column at one point of a sweep, ready for any multiplier.
///
/// A school's pennies are (base × 10¹² + slope × units) ÷ (denominator × 10¹²), rounded. A quotient
/// cut to 62 binary places decides the rounding wherever it is surely on one side of the half;
/// where it is not the division is done in full.
/// - Invariant: the pennies are those of the exact division, always.
struct SolvedColumn: Sendable {
  private let column: AffineColumn
  private var bases: [Int64]
  private var slopes: [Int64]
  /// Base ÷ denominator × 2⁶², rounded down.
  private var cutBases: [Int128]
  /// Slope ÷ (denominator × 10¹²) × 2⁶², rounded down; nil of a school where it doesn't fit.
  private var cutSlopes: [Int64]
  private var isSteep = false
  private var isFirst = true

  private static let places: Int128 = 62
  private static let half = Int128(1) << 61
  /// How many units make a multiplier of 1.
  static let one: Int128 = 1_000_000_000_000

  init(_ column: AffineColumn) {
    self.column = column
    let schools = column.denominators.count
    bases = [Int64](repeating: 0, count: schools)
    slopes = bases
    cutBases = [Int128](repeating: 0, count: schools)
    cutSlopes = bases
  }

  /// Takes the numbers of a point.
  mutating func move(to numbers: [Int64]) {
    isSteep = false
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
  func addPence(units: Int64, to totals: inout [Int64]) {
    // Arrays are taken out of their owner once, not counted again at every school.
    let (bases, slopes, step) = (cutBases, cutSlopes, column.pencePerStep)
    let mask = (Int128(1) << Self.places) &- 1
    // Cutting made a sum too small by at most this, so the rest must stay so far from the next.
    let most = isSteep ? -1 : mask &- Int128(units) &- 2
    for school in totals.indices {
      let (high, low) = slopes[school].multipliedFullWidth(by: units)
      let product = Int128(truncatingIfNeeded: high) << 64 | Int128(low)
      let sum = bases[school] &+ product &+ Self.half
      let rest = sum & mask
      let pence =
        rest > 0 && rest < most
        ? Int64(truncatingIfNeeded: sum >> Self.places) &* step : exactPence(school, units: units)
      totals[school] &+= pence
    }
  }

  /// The same by the full division.
  private func exactPence(_ school: Int, units: Int64) -> Int64 {
    let number =
      Int128(bases[school]) * Self.one + Int128(slopes[school]) * Int128(units)
    let divisor = Int128(column.denominators[school]) * Self.one
    guard let exact = try? Rational(number, over: divisor) else {
      preconditionFailure("a denominator is above nought")
    }
    return Int64(exact.rounded(column.mode)) * column.pencePerStep
  }

  private static func floor(_ number: Int128, _ divisor: Int128) -> Int128 {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
