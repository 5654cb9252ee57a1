import FundingEngine
import FundingModel

/// What a part's values become at a point, as two numbers: own value × multiple + amount.
///
/// Any row of changes comes to this: setting, multiplying and adding are all of that form. An index
/// that moves multiplies both, and a solve's multiplier is taken on top.
struct PartNumbers: Sendable {
  let dimensions: [Int]
  let isSolved: Bool
  /// The dimension that is the part's index, and what each of its options makes of 1 by the year.
  let compounded: (dimension: Int, products: [Rational])?
  /// Both numbers × this are whole at every point; nil where they are too long for that.
  let scale: Int128?
  /// The most that the numbers can be, in size.
  let most: (multiple: Rational, amount: Rational)
  /// To how many binary places they are cut; nil where they are too large.
  let places: (multiple: Int, amount: Int)?

  /// Finds the scale and the bounds of a part over all points; nil where they don't fit.
  init?(_ part: MovingPart, points: SweepPoints) {
    guard part.solves <= 1 else { return nil }
    dimensions = part.dimensions
    isSolved = part.solves == 1
    var scale: Int128? = 1
    func widen(by numbers: [Rational]) {
      guard let old = scale, let common = Self.commonDenominator(of: numbers) else {
        scale = nil
        return
      }
      let (product, overflow) = old.multipliedReportingOverflow(by: common)
      scale = overflow || product >= 1 << 60 ? nil : product
    }
    var most = (multiple: Rational.one, amount: Rational.zero)
    func grow(_ multiples: [Rational], _ amounts: [Rational]) -> Bool {
      guard let multiple = Self.largest(multiples), let amount = Self.largest(amounts),
        let newAmount = try? most.amount.multiplied(by: multiple).adding(amount),
        let newMultiple = try? most.multiple.multiplied(by: multiple)
      else { return false }
      most = (newMultiple, newAmount)
      return true
    }
    for dimension in part.dimensions {
      let maps = points.dimensions[dimension].options.map(Self.numbers)
      widen(by: maps.flatMap { [$0.multiple, $0.amount] })
      guard grow(maps.map(\.multiple), maps.map(\.amount)) else { return nil }
    }
    if let index = part.index {
      guard let products = Self.products(index, points) else { return nil }
      compounded = (index.dimension, products)
      widen(by: products)
      guard grow(products, []) else { return nil }
    } else {
      compounded = nil
    }
    self.scale = scale
    self.most = most
    if let multiple = CutNumber.places(upTo: most.multiple),
      let amount = CutNumber.places(upTo: most.amount)
    {
      places = (multiple, amount)
    } else {
      places = nil
    }
  }

  /// What each option of an index makes of 1 over some years; nil where one is too long.
  private static func products(
    _ index: MovingPart.Compounding, _ points: SweepPoints
  ) -> [Rational]? {
    var products: [Rational] = []
    for option in points.dimensions[index.dimension].options {
      guard case .becomes(let change) = option,
        let product = try? YearlyChange.everyYear(change).product(
          after: index.from, to: index.through)
      else { return nil }
      products.append(product)
    }
    return products
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
    guard let compounded else { return numbers }
    let product = compounded.products[points.option(compounded.dimension, at: point)]
    return (
      try numbers.multiple.multiplied(by: product), try numbers.amount.multiplied(by: product)
    )
  }

  /// The two numbers × the scale; noughts where there is none.
  func whole(_ numbers: (multiple: Rational, amount: Rational)) throws(ArithmeticFailure) -> [Int64]
  {
    guard let whole = scale else { return [0, 0] }
    let scale = try Rational(whole, over: 1)
    guard let first = Int64(exactly: try numbers.multiple.multiplied(by: scale).floor()),
      let second = Int64(exactly: try numbers.amount.multiplied(by: scale).floor())
    else { throw .overflow }
    return [first, second]
  }

  /// The two numbers cut to binary places.
  func cut(
    _ numbers: (multiple: Rational, amount: Rational)
  ) throws(ArithmeticFailure) -> [CutNumber] {
    guard let places, let multiple = CutNumber(numbers.multiple, places: places.multiple),
      let amount = CutNumber(numbers.amount, places: places.amount)
    else { throw .overflow }
    return [multiple, amount]
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
