extension Rational {
  /// The sum.
  ///
  /// - Throws: `overflow`.
  @inlinable
  public func adding(_ other: Rational) throws(ArithmeticFailure) -> Rational {
    if denominator == 1, other.denominator == 1 {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      guard !overflow else { throw .overflow }
      return Rational(lowestTerms: sum, over: 1)
    }
    let shared = Int128(
      Rational.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let left = try Rational.product(numerator, other.denominator / shared)
    let right = try Rational.product(other.numerator, denominator / shared)
    let (top, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw .overflow }
    return try Rational(
      top, over: Rational.product(denominator / shared, other.denominator))
  }

  /// The difference.
  ///
  /// - Throws: `overflow`.
  @inlinable
  public func subtracting(_ other: Rational) throws(ArithmeticFailure) -> Rational {
    try adding(other.negated())
  }

  /// The product.
  ///
  /// - Throws: `overflow`.
  @inlinable
  public func multiplied(by other: Rational) throws(ArithmeticFailure) -> Rational {
    if denominator == 1, other.denominator == 1 {
      return Rational(
        lowestTerms: try Rational.product(numerator, other.numerator), over: 1)
    }
    guard numerator != .min, other.numerator != .min else { throw .overflow }
    let first = Int128(
      Rational.greatestCommonDivisor(numerator.magnitude, other.denominator.magnitude))
    let second = Int128(
      Rational.greatestCommonDivisor(other.numerator.magnitude, denominator.magnitude))
    return Rational(
      lowestTerms: try Rational.product(numerator / first, other.numerator / second),
      over: try Rational.product(denominator / second, other.denominator / first))
  }

  /// The quotient.
  ///
  /// - Throws: `divisionByZero` or `overflow`.
  @inlinable
  public func divided(by other: Rational) throws(ArithmeticFailure) -> Rational {
    guard other.numerator != 0 else { throw .divisionByZero }
    return try multiplied(by: Rational(other.denominator, over: other.numerator))
  }

  /// The same with its sign changed.
  ///
  /// - Throws: `overflow`, for the one numerator that has no opposite.
  @inlinable
  public func negated() throws(ArithmeticFailure) -> Rational {
    guard numerator != .min else { throw .overflow }
    return Rational(lowestTerms: -numerator, over: denominator)
  }

  /// The same without its sign.
  ///
  /// - Throws: `overflow`, for the one numerator that has no opposite.
  @inlinable
  public func magnitude() throws(ArithmeticFailure) -> Rational {
    isNegative ? try negated() : self
  }

  @inlinable
  static func product(_ a: Int128, _ b: Int128) throws(ArithmeticFailure) -> Int128 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    guard !overflow else { throw .overflow }
    return product
  }
}

extension Rational: Comparable {
  /// Compares exactly; never overflows.
  @inlinable
  public static func < (left: Rational, right: Rational) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    let (a, firstOverflow) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (b, secondOverflow) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    if !firstOverflow, !secondOverflow { return a < b }
    return left.isBelowByParts(right)
  }

  /// Compares whole parts first, then the fractions' reciprocals: Euclid's way, which needs no
  /// number larger than those given.
  @usableFromInline
  func isBelowByParts(_ other: Rational) -> Bool {
    var (a, b) = (self, other)
    var swapped = false
    while true {
      let (wholeA, wholeB) = (a.floor(), b.floor())
      if wholeA != wholeB { return (wholeA < wholeB) != swapped }
      let restA = a.fractionalNumerator
      let restB = b.fractionalNumerator
      if restA == 0 || restB == 0 {
        guard restA != restB else { return false }
        return (restA == 0) != swapped
      }
      a = Rational(lowestTerms: a.denominator, over: restA)
      b = Rational(lowestTerms: b.denominator, over: restB)
      swapped.toggle()
    }
  }

  /// The part above the line of what this exceeds its floor by.
  ///
  /// The product of floor and denominator may not fit, so the remainder is asked instead.
  private var fractionalNumerator: Int128 {
    let remainder = numerator % denominator
    return remainder < 0 ? remainder + denominator : remainder
  }
}
