public import BigInt
public import FundingModel

/// A fraction without bounds, for checking the bounded ones.
public struct BigRational: Hashable, Comparable, Sendable {
  /// The part above the line.
  public let numerator: BigInt
  /// The part below the line, above nought.
  public let denominator: BigInt

  /// Makes a fraction in lowest terms; the denominator must not be nought.
  public init(_ numerator: BigInt, over denominator: BigInt = 1) {
    precondition(denominator != 0, "nothing is divided by nought")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  /// The same number.
  public init(_ rational: Rational) {
    self.init(BigInt(rational.numerator), over: BigInt(rational.denominator))
  }

  /// Nought.
  public static let zero = BigRational(0)

  /// The sum.
  public static func + (left: BigRational, right: BigRational) -> BigRational {
    BigRational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  /// The difference.
  public static func - (left: BigRational, right: BigRational) -> BigRational {
    left + BigRational(-right.numerator, over: right.denominator)
  }

  /// The product.
  public static func * (left: BigRational, right: BigRational) -> BigRational {
    BigRational(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// The quotient; the divisor must not be nought.
  public static func / (left: BigRational, right: BigRational) -> BigRational {
    BigRational(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }

  /// Whether the left is less.
  public static func < (left: BigRational, right: BigRational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  /// The largest whole number not above this.
  public var floor: BigInt {
    let quotient = numerator / denominator
    return quotient * denominator > numerator ? quotient - 1 : quotient
  }

  /// The nearest whole number, halves as the mode says.
  public func rounded(_ mode: RoundingMode) -> BigInt {
    let half = BigRational(1, over: 2)
    let below = floor
    let above = below + 1
    let rest = self - BigRational(below)
    if rest < half { return below }
    if rest > half { return above }
    switch mode {
    case .halfUp: return numerator < 0 ? below : above
    case .halfEven: return below % 2 == 0 ? below : above
    }
  }

  /// The nearest multiple of a step.
  public func rounded(to step: BigRational, _ mode: RoundingMode) -> BigRational {
    BigRational((self / step).rounded(mode)) * step
  }

  /// The same as a bounded fraction; nil where it is beyond bounds.
  public var rational: Rational? {
    guard let top = Int128(exactly: numerator), let bottom = Int128(exactly: denominator) else {
      return nil
    }
    return try? Rational(top, over: bottom)
  }
}
