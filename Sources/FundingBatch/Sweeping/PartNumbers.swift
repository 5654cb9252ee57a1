import FundingEngine
import FundingModel

/// What a part's values become at a point, as two numbers: own value × multiple + amount.
///
/// Any row of changes comes to this: setting, multiplying and adding are all of that form. A solve's
/// multiplier is taken on top of both.
struct PartNumbers: Sendable {
  let dimensions: [Int]
  let isSolved: Bool
  /// Both numbers × this are whole at every point.
  let scale: Int128
  /// The most that they can then be, in size.
  let bounds: (multiple: Int64, amount: Int64)

  /// Finds the scale and the bounds of a part over all points; nil where they don't fit.
  init?(_ part: MovingPart, points: SweepPoints) {
    guard part.solves <= 1 else { return nil }
    dimensions = part.dimensions
    isSolved = part.solves == 1
    var scale: Int128 = 1
    var most = (multiple: Rational.one, amount: Rational.zero)
    for dimension in part.dimensions {
      let maps = points.dimensions[dimension].options.map(Self.numbers)
      guard let common = Self.commonDenominator(of: maps.flatMap { [$0.multiple, $0.amount] })
      else { return nil }
      let (product, overflow) = scale.multipliedReportingOverflow(by: common)
      guard !overflow, product < 1 << 60 else { return nil }
      scale = product
      guard let multiple = Self.largest(maps.map(\.multiple)),
        let amount = Self.largest(maps.map(\.amount)),
        let newAmount = try? most.amount.multiplied(by: multiple).adding(amount),
        let newMultiple = try? most.multiple.multiplied(by: multiple)
      else { return nil }
      most = (newMultiple, newAmount)
    }
    func whole(_ number: Rational) -> Int64? {
      guard let scaled = try? number.multiplied(by: Rational(scale, over: 1)) else { return nil }
      return Int64(exactly: scaled.ceiling())
    }
    guard let multiple = whole(most.multiple), let amount = whole(most.amount) else { return nil }
    self.scale = scale
    bounds = (multiple, amount)
  }

  /// The two numbers at a point.
  func numbers(of points: SweepPoints, at point: Int) throws(ArithmeticFailure)
    -> (multiple: Rational, amount: Rational)
  {
    var numbers = (multiple: Rational.one, amount: Rational.zero)
    for dimension in dimensions {
      let next = Self.numbers(points.operation(dimension, at: point))
      numbers = (
        try numbers.multiple.multiplied(by: next.multiple),
        try numbers.amount.multiplied(by: next.multiple).adding(next.amount)
      )
    }
    return numbers
  }

  /// The two numbers × the scale.
  func whole(of points: SweepPoints, at point: Int) throws(ArithmeticFailure) -> (Int64, Int64) {
    let (multiple, amount) = try numbers(of: points, at: point)
    let scale = try Rational(scale, over: 1)
    guard let first = Int64(exactly: try multiple.multiplied(by: scale).floor()),
      let second = Int64(exactly: try amount.multiplied(by: scale).floor())
    else { throw .overflow }
    return (first, second)
  }

  private static func numbers(
    _ operation: RateChange.Operation
  ) -> (multiple: Rational, amount: Rational) {
    switch operation {
    case .becomes(let value): (.zero, value)
    case .times(let multiplier): (multiplier, .zero)
    case .plus(let more): (.one, more)
    }
  }

  private static func largest(_ numbers: [Rational]) -> Rational? {
    var most = Rational.zero
    for number in numbers {
      guard let size = try? number.magnitude() else { return nil }
      most = max(most, size)
    }
    return most
  }

  /// The least common denominator; nil where it is too large.
  static func commonDenominator(of numbers: [Rational]) -> Int128? {
    var common: Int128 = 1
    for number in numbers where common % number.denominator != 0 {
      guard let part = try? Rational(number.denominator, over: common) else { return nil }
      let (product, overflow) = common.multipliedReportingOverflow(by: part.numerator)
      guard !overflow, product < 1 << 60 else { return nil }
      common = product
    }
    return common
  }
}
