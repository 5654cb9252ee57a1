/// Which way an exact half goes.
public enum RoundingMode: String, Hashable, Sendable, CaseIterable {
  /// Halves go away from zero: £0.005 is £0.01, −£0.005 is −£0.01.
  case halfUp = "half_up"
  /// Halves go to the even neighbour.
  case halfEven = "half_even"
}

extension Rational {
  /// The largest whole number not above this.
  @inlinable
  public func floor() -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The smallest whole number not below this.
  @inlinable
  public func ceiling() -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The nearest whole number.
  ///
  /// - Rounding: to the nearest, halves as `mode` says.
  @inlinable
  public func rounded(_ mode: RoundingMode = .halfUp) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard remainder != 0 else { return quotient }
    let outward: Int128 = numerator < 0 ? -1 : 1
    let rest = remainder.magnitude
    let opposite = denominator.magnitude - rest
    if rest != opposite { return rest > opposite ? quotient + outward : quotient }
    switch mode {
    case .halfUp: return quotient + outward
    case .halfEven: return quotient % 2 == 0 ? quotient : quotient + outward
    }
  }

  /// The nearest multiple of `step`.
  ///
  /// - Rounding: to the nearest, halves as `mode` says.
  /// - Throws: `divisionByZero` for a step of zero, or `overflow`.
  @inlinable
  public func rounded(toMultipleOf step: Rational, _ mode: RoundingMode = .halfUp)
    throws(ArithmeticFailure) -> Rational
  {
    let steps = try divided(by: step).rounded(mode)
    return try Rational(lowestTerms: steps, over: 1).multiplied(by: step)
  }

  /// This number of pounds as money.
  ///
  /// - Rounding: to the penny, halves as `mode` says.
  /// - Throws: `overflow` beyond ±£92 quadrillion.
  @inlinable
  public func roundedToPenny(_ mode: RoundingMode = .halfUp) throws(ArithmeticFailure) -> Money {
    let pence = try multiplied(by: Rational(100)).rounded(mode)
    guard let fitting = Int64(exactly: pence) else { throw .overflow }
    return Money(pence: fitting)
  }

  /// The nearest double, for statistics and estimates; never for money.
  public var approximation: Double {
    // The same double, without the slow way from 128 bits where 64 will do.
    guard let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator) else {
      return Double(numerator) / Double(denominator)
    }
    return Double(top) / Double(bottom)
  }
}
