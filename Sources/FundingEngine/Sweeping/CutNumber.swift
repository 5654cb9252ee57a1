public import FundingModel

/// A number cut to binary places, beside its exact value.
public struct CutNumber: Sendable {
  /// The number itself.
  let exact: Rational
  /// ⌊number × 2^places⌋, with the places of `places(upTo:)`.
  let cut: Int64

  /// Cuts a number; nil where it is larger than it was said to be.
  ///
  /// - Parameters:
  ///   - exact: The number.
  ///   - places: The binary places, from `places(upTo:)`.
  public init?(_ exact: Rational, places: Int) {
    guard let cut = Self.floor(exact, places: places), let narrow = Int64(exactly: cut) else {
      return nil
    }
    self.exact = exact
    self.cut = narrow
  }

  /// How many binary places keep numbers up to a size below 2⁶²; nil where they have none.
  public static func places(upTo most: Rational) -> Int? {
    guard !most.isNegative else { return nil }
    let size = most.ceiling()
    let places = 62 - (Int128.bitWidth - size.leadingZeroBitCount)
    return places >= 0 ? places : nil
  }

  /// ⌊number × 2^places⌋; nil where it leaves 126 bits.
  static func floor(_ number: Rational, places: Int) -> Int128? {
    let whole = number.floor()
    guard whole.magnitude < UInt128(1) << (126 - UInt128(places)) else { return nil }
    let divisor = number.denominator.magnitude
    // What is above the floor is at least nought and below one.
    let product = whole.multipliedReportingOverflow(by: number.denominator)
    guard !product.overflow else { return nil }
    var rest = (number.numerator - product.partialValue).magnitude
    if divisor >> 64 == 0, places <= 64 {
      return whole << places + Int128((rest << UInt128(places)) / divisor)
    }
    var part: Int128 = 0
    for _ in 0..<places {
      rest <<= 1
      part <<= 1
      if rest >= divisor {
        rest -= divisor
        part |= 1
      }
    }
    return whole << places + part
  }
}

/// What a point sets: one number for each that moves, in two forms.
public struct PointNumbers: Sendable {
  /// The numbers × their scales; nought where a number has no scale.
  let whole: [Int64]
  /// The same cut to binary places; none where no column asks for them.
  let cut: [CutNumber]

  /// Takes a point's numbers.
  ///
  /// - Parameters:
  ///   - whole: The numbers × their scales.
  ///   - cut: The same cut to binary places; none where `SweptFormula.needsCuts` is false.
  public init(whole: [Int64], cut: [CutNumber] = []) {
    self.whole = whole
    self.cut = cut
  }
}
