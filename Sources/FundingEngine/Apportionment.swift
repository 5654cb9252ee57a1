public import FundingModel

/// Shares whole pennies out in proportion, leaving none over.
///
/// - Rounding: each part is its exact share rounded down; the pennies left over go one each to
///   the largest remainders, ties to the earlier. A negative total is shared as its magnitude.
/// - Invariant: the parts sum to the whole, exactly, and none is a penny or more from its exact
///   share.
public enum Apportionment {
  /// Why a whole can't be shared out.
  public enum Failure: Error, Hashable, Sendable {
    /// Every part is nought, but the whole is not.
    case nothingToShareBy
    /// The part at this position is below nought.
    case negativePart(Int)
    /// The numbers are too large to compare exactly.
    case overflow
  }

  /// Shares out a whole in proportion to parts.
  ///
  /// - Returns: One amount a part, in the same order.
  public static func share(_ whole: Money, by parts: [Rational]) throws(Failure) -> [Money] {
    if let position = parts.firstIndex(where: \.isNegative) { throw .negativePart(position) }
    guard let weights = wholeNumbers(parts) else { throw .overflow }
    var sum: Int128 = 0
    for weight in weights {
      let (next, overflow) = sum.addingReportingOverflow(weight)
      guard !overflow else { throw .overflow }
      sum = next
    }
    guard sum > 0 else {
      guard whole == .zero else { throw .nothingToShareBy }
      return parts.map { _ in .zero }
    }
    let magnitude = Int128(whole.pence.magnitude)
    var pennies: [Int64] = []
    var remainders: [Int128] = []
    for weight in weights {
      let (product, overflow) = weight.multipliedReportingOverflow(by: magnitude)
      guard !overflow else { throw .overflow }
      let (quotient, remainder) = product.quotientAndRemainder(dividingBy: sum)
      guard let fitting = Int64(exactly: quotient) else { throw .overflow }
      pennies.append(fitting)
      remainders.append(remainder)
    }
    let left = Int(magnitude - pennies.reduce(0) { $0 + Int128($1) })
    for index in largest(left, of: remainders) { pennies[index] += 1 }
    let sign: Int64 = whole.pence < 0 ? -1 : 1
    return pennies.map { Money(pence: sign * $0) }
  }

  /// Rounds amounts in pounds to pennies that add up to a total already rounded.
  ///
  /// - Returns: One amount each: rounded down, and a penny more where the remainder is among the
  ///   largest, ties to the earlier.
  public static func round(_ amounts: [Rational], to total: Money) throws(Failure) -> [Money] {
    var pennies: [Int64] = []
    var remainders: [Rational] = []
    do throws(ArithmeticFailure) {
      for amount in amounts {
        let exact = try amount.multiplied(by: Rational(100))
        guard let down = Int64(exactly: exact.floor()) else { throw ArithmeticFailure.overflow }
        pennies.append(down)
        remainders.append(try exact.subtracting(Rational(Int(down))))
      }
    } catch {
      throw .overflow
    }
    let left = Int128(total.pence) - pennies.reduce(0) { $0 + Int128($1) }
    precondition(
      left >= 0 && left <= Int128(amounts.count), "the total must be the amounts' own, rounded")
    for index in largest(Int(left), of: remainders) { pennies[index] += 1 }
    return pennies.map { Money(pence: $0) }
  }

  /// The positions of the `count` largest, ties to the earlier.
  private static func largest<Number: Comparable>(_ count: Int, of numbers: [Number])
    -> ArraySlice<Int>
  {
    guard count > 0 else { return [] }
    return numbers.indices.sorted {
      numbers[$0] == numbers[$1] ? $0 < $1 : numbers[$0] > numbers[$1]
    }.prefix(count)
  }

  private static func wholeNumbers(_ parts: [Rational]) -> [Int128]? {
    guard let common = Int128.commonDenominator(of: parts) else { return nil }
    var whole: [Int128] = []
    for part in parts {
      let (product, overflow) = part.numerator.multipliedReportingOverflow(
        by: common / part.denominator)
      guard !overflow else { return nil }
      whole.append(product)
    }
    return whole
  }
}
