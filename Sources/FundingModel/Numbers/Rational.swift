/// What exact arithmetic can refuse to do.
public enum ArithmeticFailure: Error, Hashable, Sendable {
  /// The result does not fit in 127 bits above and below the line.
  case overflow
  /// The divisor is zero.
  case divisionByZero
}

/// An exact fraction: the only kind of number a formula computes with.
///
/// - Invariant: the denominator is positive and shares no factor with the numerator, so equal
///   values are equal bits.
/// - Rounding: none; every operation is exact or throws.
@frozen
public struct Rational: Hashable, Sendable {
  /// The part above the line, carrying the sign.
  public let numerator: Int128
  /// The part below the line, at least 1.
  public let denominator: Int128

  @inlinable
  init(lowestTerms numerator: Int128, over denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Makes a whole number.
  @inlinable
  public init(_ whole: Int) {
    self.init(lowestTerms: Int128(whole), over: 1)
  }

  /// Makes `numerator / denominator`, in lowest terms.
  ///
  /// - Throws: `divisionByZero`, or `overflow` where the sign can't be moved above the line.
  @inlinable
  public init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticFailure) {
    if denominator == 1 {
      self.init(lowestTerms: numerator, over: 1)
      return
    }
    guard denominator != 0 else { throw .divisionByZero }
    guard numerator != .min, denominator != .min else { throw .overflow }
    let divisor = Int128(
      Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(lowestTerms: sign * (numerator / divisor), over: sign * (denominator / divisor))
  }

  /// Nought.
  @inlinable public static var zero: Rational { Rational(0) }
  /// One.
  @inlinable public static var one: Rational { Rational(1) }

  /// Whether this is nought.
  @inlinable public var isZero: Bool { numerator == 0 }
  /// Whether this is below nought.
  @inlinable public var isNegative: Bool { numerator < 0 }
  /// Whether this has no fractional part.
  @inlinable public var isWhole: Bool { denominator == 1 }

  @inlinable
  static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    if let a = UInt64(exactly: a), let b = UInt64(exactly: b) {
      return UInt128(greatestCommonDivisor(a, b))
    }
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  @inlinable
  static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    guard a != 0 else { return b }
    guard b != 0 else { return a }
    let shift = (a | b).trailingZeroBitCount
    var a = a >> UInt64(a.trailingZeroBitCount)
    var b = b
    repeat {
      b >>= UInt64(b.trailingZeroBitCount)
      if a > b { (a, b) = (b, a) }
      b -= a
    } while b != 0
    return a << UInt64(shift)
  }
}
