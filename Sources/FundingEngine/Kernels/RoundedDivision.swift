internal import FundingModel

/// Turns a table's whole-number sums into pennies with one division: the rounding of a factor.
struct RoundedDivision: Sendable {
  private let multiplier: Int64
  private let divisor: Int64
  private let pencePerStep: Int64
  private let mode: RoundingMode

  /// Prepares the division by `denominator`, to steps of `step` pounds.
  ///
  /// - Returns: nil where the step is no whole number of pennies, or where a sum up to `bound`
  ///   could leave 64 bits on the way.
  init?(denominator: Int128, bound: Int128, step: Rational, mode: RoundingMode) {
    guard let pence = try? step.multiplied(by: Rational(100)), pence.isWhole, pence > .zero,
      let pencePerStep = Int64(exactly: pence.numerator), pencePerStep <= 100_000,
      let steps = try? Rational(100, over: denominator)
        .divided(by: Rational(pence.numerator, over: 1)),
      let multiplier = Int64(exactly: steps.numerator),
      let divisor = Int64(exactly: steps.denominator), divisor <= Int64.max / 2
    else { return nil }
    let (scaled, overflow) = bound.multipliedReportingOverflow(by: Int128(multiplier))
    guard !overflow, scaled <= Int128(Int64.max / 2) else { return nil }
    let (pennies, beyond) = (scaled / Int128(divisor) + 1)
      .multipliedReportingOverflow(by: Int128(pencePerStep))
    guard !beyond, pennies <= Int128(Money.reach) else { return nil }
    self.multiplier = multiplier
    self.divisor = divisor
    self.pencePerStep = pencePerStep
    self.mode = mode
  }

  /// The pennies of a sum.
  @inline(__always)
  func pence(_ sum: Int64) -> Int64 {
    Self.nearest(sum &* multiplier, dividedBy: divisor, mode) &* pencePerStep
  }

  /// The whole number nearest to a quotient; the divisor must be above nought.
  @inline(__always)
  static func nearest(_ number: Int64, dividedBy divisor: Int64, _ mode: RoundingMode) -> Int64 {
    guard divisor != 1 else { return number }
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    guard remainder != 0 else { return quotient }
    let rest = remainder.magnitude
    let opposite = divisor.magnitude - rest
    let isOutward: Bool
    if rest != opposite {
      isOutward = rest > opposite
    } else {
      switch mode {
      case .halfUp: isOutward = true
      case .halfEven: isOutward = quotient & 1 != 0
      }
    }
    guard isOutward else { return quotient }
    return number < 0 ? quotient &- 1 : quotient &+ 1
  }
}

extension Money {
  /// The most pennies that a line or a share may have, £9 billion, so that a million of them can
  /// be added up.
  static let reach: Int64 = 900_000_000_000

  /// This amount, unless it is beyond reach.
  func withinReach() throws(ArithmeticFailure) -> Money {
    guard pence.magnitude <= Self.reach.magnitude else { throw .overflow }
    return self
  }
}

extension Rational {
  /// This number of pounds, rounded to a step and then to the penny.
  ///
  /// - Throws: `overflow` beyond `Money.reach`.
  func money(step: Rational, _ mode: RoundingMode) throws(ArithmeticFailure) -> Money {
    // A step of whole pennies and numbers of ordinary size need one division and no fractions.
    if step.denominator == 100 || step.denominator == 1, step.numerator > 0,
      step.numerator < 1_000_000, let top = Int64(exactly: numerator),
      let bottom = Int64(exactly: denominator)
    {
      let pence = Int64(step.numerator) * (step.denominator == 1 ? 100 : 1)
      let (scaled, first) = top.multipliedReportingOverflow(by: 100)
      let (divisor, second) = bottom.multipliedReportingOverflow(by: pence)
      if !first, !second {
        let steps = RoundedDivision.nearest(scaled, dividedBy: divisor, mode)
        let (total, third) = steps.multipliedReportingOverflow(by: pence)
        if !third { return try Money(pence: total).withinReach() }
      }
    }
    return try rounded(toMultipleOf: step, mode).roundedToPenny(mode).withinReach()
  }
}
