public import FundingModel

/// A number that moves with a sweep, and what a factor's amounts depend on it by.
public struct AffineParameter: Sendable {
  /// What one unit of the number adds to each school, in pounds.
  public let coefficients: [Rational]
  /// The whole number given at a point is the number × this; nil where no whole number fits.
  public let scale: Int128?
  /// The most that the number can be at any point, in size.
  public let most: Rational
  /// Whether a solve's multiplier multiplies it as well.
  public let isSolved: Bool

  /// Makes a parameter.
  public init(coefficients: [Rational], scale: Int128?, most: Rational, isSolved: Bool) {
    self.coefficients = coefficients
    self.scale = scale
    self.most = most
    self.isSolved = isSolved
  }
}

/// One factor's amount for every school, where it moves in proportion to numbers.
///
/// A school's exact amount in steps of rounding is Σ numerator × number ÷ denominator, all whole;
/// what a solve multiplies is added up apart.
/// - Invariant: no sum at any point of the sweep can leave 62 bits: proved when it is made.
public struct AffineColumn: Sendable {
  /// The positions of the numbers it depends on, those of a solve last.
  let moving: [Int]
  let solved: [Int]
  /// For each school the constant, then one a number of `moving`, then one a number of `solved`.
  let numerators: [Int64]
  let denominators: [Int64]
  let pencePerStep: Int64
  let mode: RoundingMode

  static let limit = Int64(1) << 61

  /// Makes a column; nil where whole numbers of 62 bits can't hold it, or where the formula doesn't
  /// round factors to whole pennies.
  ///
  /// - Parameters:
  ///   - constants: Each school's amount with every number at nought, in pounds.
  ///   - parameters: The numbers, in the order in which a point gives them.
  ///   - rounding: The formula's.
  public init?(
    constants: [Rational], parameters: [AffineParameter], rounding: RoundingPolicy
  ) {
    guard let pencePerStep = rounding.pencePerStep else { return nil }
    self.pencePerStep = pencePerStep
    mode = rounding.mode
    let used = parameters.indices.filter { parameters[$0].coefficients.contains { !$0.isZero } }
    moving = used.filter { !parameters[$0].isSolved }
    solved = used.filter { parameters[$0].isSolved }
    var scales: [(scale: Rational, bound: Int64)] = []
    for index in moving + solved {
      guard let whole = parameters[index].scale, let scale = try? Rational(whole, over: 1),
        let most = try? parameters[index].most.multiplied(by: scale),
        let bound = Int64(exactly: most.ceiling())
      else { return nil }
      scales.append((scale, bound))
    }
    var numerators: [Int64] = []
    var denominators: [Int64] = []
    for school in constants.indices {
      do {
        let perPound = try Rational(100, over: Int128(pencePerStep))
        var exact = [try constants[school].multiplied(by: perPound)]
        for (index, scale) in zip(moving + solved, scales) {
          exact.append(
            try parameters[index].coefficients[school].multiplied(by: perPound)
              .divided(by: scale.scale))
        }
        guard let common = Int128.commonDenominator(of: exact),
          let denominator = Int64(exactly: common), denominator <= Self.limit
        else { return nil }
        var size: (free: Int128, solved: Int128) = (0, 0)
        for (place, number) in exact.enumerated() {
          let (wide, overflow) = number.numerator.multipliedReportingOverflow(
            by: common / number.denominator)
          guard !overflow, let numerator = Int64(exactly: wide), numerator != .min else {
            return nil
          }
          let most = place == 0 ? Int128(1) : Int128(scales[place - 1].bound)
          if place > moving.count {
            size.solved += Int128(numerator.magnitude) * most
          } else {
            size.free += Int128(numerator.magnitude) * most
          }
          numerators.append(numerator)
        }
        // Beyond reach a plain evaluation refuses, so that only it may tell.
        let reach = Int128(denominator) * Int128(Money.reach / pencePerStep - 1)
        guard size.free <= Int128(Self.limit), size.solved <= Int128(Self.limit),
          size.free <= reach, size.solved <= reach
        else { return nil }
        denominators.append(denominator)
      } catch {
        return nil
      }
    }
    self.numerators = numerators
    self.denominators = denominators
  }

  /// Whether a solve moves it.
  public var isSolved: Bool { !solved.isEmpty }

  private var width: Int { 1 + moving.count + solved.count }

  /// The school's sum without what a solve multiplies.
  @inline(__always)
  func freeSum(_ school: Int, _ numbers: [Int64]) -> Int64 {
    let start = school * width
    var sum = numerators[start]
    for place in moving.indices {
      sum &+= numerators[start &+ 1 &+ place] &* numbers[moving[place]]
    }
    return sum
  }

  /// The school's sum of what a solve multiplies.
  @inline(__always)
  func solvedSum(_ school: Int, _ numbers: [Int64]) -> Int64 {
    let start = school * width + 1 + moving.count
    var sum: Int64 = 0
    for place in solved.indices {
      sum &+= numerators[start &+ place] &* numbers[solved[place]]
    }
    return sum
  }

  /// Adds each school's pennies at a point where nothing is solved.
  func addPence(at numbers: [Int64], to totals: inout [Int64]) {
    precondition(solved.isEmpty, "a solved column needs a multiplier")
    for school in totals.indices {
      totals[school] &+=
        RoundedDivision.nearest(
          freeSum(school, numbers), dividedBy: denominators[school], mode) &* pencePerStep
    }
  }
}
