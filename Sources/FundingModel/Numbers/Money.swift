/// An amount of money in whole pennies.
///
/// - Units: pennies; ±£92 quadrillion.
/// - Invariant: sums of fewer than a million shares below £9 billion each can't overflow; beyond
///   that, arithmetic traps rather than wrap.
@frozen
public struct Money: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The amount in pennies.
  public var pence: Int64

  /// Makes an amount from pennies.
  @inlinable
  public init(pence: Int64) { self.pence = pence }

  /// Makes an amount from whole pounds.
  @inlinable
  public init(pounds: Int64) { self.pence = pounds * 100 }

  /// No money.
  @inlinable public static var zero: Money { Money(pence: 0) }

  /// The sum.
  @inlinable
  public static func + (left: Money, right: Money) -> Money {
    Money(pence: left.pence + right.pence)
  }

  /// The difference.
  @inlinable
  public static func - (left: Money, right: Money) -> Money {
    Money(pence: left.pence - right.pence)
  }

  /// The same with its sign changed.
  @inlinable
  public static prefix func - (money: Money) -> Money { Money(pence: -money.pence) }

  /// Whether the left is the smaller amount.
  @inlinable
  public static func < (left: Money, right: Money) -> Bool { left.pence < right.pence }

  /// This amount in pounds, exactly.
  public var pounds: Rational {
    (try? Rational(Int128(pence), over: 100)) ?? .zero
  }

  /// This amount for each of `count`, to the penny.
  ///
  /// - Rounding: halves away from zero.
  /// - Returns: nil where `count` is zero or below.
  public func each(of count: Rational) -> Money? {
    guard count > .zero else { return nil }
    return try? pounds.divided(by: count).roundedToPenny()
  }
}

extension Money: CustomStringConvertible {
  /// Pounds with two decimals, no pound sign, no separators: `-1234.50`.
  public var description: String {
    let magnitude = pence.magnitude
    let rest = magnitude % 100
    return "\(pence < 0 ? "-" : "")\(magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
