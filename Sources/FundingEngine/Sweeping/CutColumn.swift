public import FundingModel

/// One factor's amount for every school, where it moves in proportion to numbers that are too long
/// for `AffineColumn`: an index of 3.47% over four years has sixteen decimals.
///
/// The amount is worked out from numbers cut to binary places, with a bound of what the cutting can
/// have changed. Where the cut amount is surely on one side of a half, it decides the rounding; where
/// it is not, the amount is worked out exactly.
/// - Units: sums are in steps of rounding × 2⁶².
/// - Invariant: the pennies are those of the exact amount, always.
public struct CutColumn: Sendable {
  /// One number that it depends on.
  struct Term: Sendable {
    /// Its place among a point's numbers.
    let position: Int
    /// What one unit of it adds to each school, in steps.
    let coefficients: [Rational]
    /// The same cut to binary places.
    let cuts: [Int64]
    /// How many places more than 62 a product has.
    let shift: Int
    /// The most that cutting can change a product, in steps × 2⁶².
    let slack: Int128
  }

  let constants: [Rational]
  let cutConstants: [Int128]
  let free: [Term]
  let solved: [Term]
  let pencePerStep: Int64
  let mode: RoundingMode

  static let places = 62
  private static let half = Int128(1) << 61
  private static let mask = (Int128(1) << 62) &- 1
  /// The least places of a product: then cutting changes no product by a two-thousandth of a step.
  private static let leastPlaces = 76

  /// Makes a column; nil where the formula doesn't round factors to whole pennies, or where the
  /// numbers are too large to be cut finely enough.
  ///
  /// - Parameters:
  ///   - constants: Each school's amount with every number at nought, in pounds.
  ///   - parameters: The numbers, in the order in which a point gives them.
  ///   - rounding: The formula's.
  public init?(
    constants: [Rational], parameters: [AffineParameter], rounding: RoundingPolicy
  ) {
    guard let pencePerStep = rounding.pencePerStep,
      let perPound = try? Rational(100, over: Int128(pencePerStep))
    else { return nil }
    do {
      var sizes = (
        free: [Rational](repeating: .zero, count: constants.count),
        solved: [Rational](repeating: .zero, count: constants.count)
      )
      var (exact, cuts): ([Rational], [Int128]) = ([], [])
      for (school, constant) in constants.enumerated() {
        let steps = try constant.multiplied(by: perPound)
        guard let cut = CutNumber.floor(steps, places: Self.places) else { return nil }
        exact.append(steps)
        cuts.append(cut)
        sizes.free[school] = try Self.roughSize(steps)
      }
      var (free, solved): ([Term], [Term]) = ([], [])
      for (position, parameter) in parameters.enumerated()
      where parameter.coefficients.contains(where: { !$0.isZero }) {
        guard let term = try Term(position, parameter, perPound: perPound) else { return nil }
        let most = try Self.roughSize(parameter.most)
        for (school, coefficient) in term.coefficients.enumerated() {
          let size = try Self.roughSize(coefficient).multiplied(by: most)
          if parameter.isSolved {
            sizes.solved[school] = try sizes.solved[school].adding(size)
          } else {
            sizes.free[school] = try sizes.free[school].adding(size)
          }
        }
        if parameter.isSolved { solved.append(term) } else { free.append(term) }
      }
      // Beyond reach a plain evaluation refuses, so that only it may tell.
      let reach = Rational(Int(Money.reach / pencePerStep - 1))
      guard (sizes.free + sizes.solved).allSatisfy({ $0 <= reach }) else { return nil }
      self.constants = exact
      cutConstants = cuts
      self.free = free
      self.solved = solved
    } catch {
      return nil
    }
    self.pencePerStep = pencePerStep
    mode = rounding.mode
  }

  /// The next whole number of thousandths in size: short, so that sums of sizes stay short.
  private static func roughSize(_ number: Rational) throws(ArithmeticFailure) -> Rational {
    try Rational(
      number.magnitude().multiplied(by: Rational(1000)).ceiling(), over: 1000)
  }

  /// Whether a solve moves it.
  public var isSolved: Bool { !solved.isEmpty }

  /// The most that cutting can change a school's sum by, either way.
  static func slack(of terms: [Term]) -> Int128 { terms.reduce(2) { $0 + $1.slack } }

  /// A school's cut sum of what no solve multiplies.
  @inline(__always)
  func freeSum(_ school: Int, _ numbers: [CutNumber]) -> Int128 {
    var sum = cutConstants[school]
    for term in free { sum &+= term.product(school, numbers) }
    return sum
  }

  /// A school's cut sum of what a solve multiplies.
  @inline(__always)
  func solvedSum(_ school: Int, _ numbers: [CutNumber]) -> Int128 {
    var sum: Int128 = 0
    for term in solved { sum &+= term.product(school, numbers) }
    return sum
  }

  /// Adds each school's pennies at a point where nothing is solved.
  ///
  /// - Returns: false where only a plain evaluation can tell.
  func addPence(at numbers: [CutNumber], to totals: inout [Int64]) -> Bool {
    precondition(solved.isEmpty, "a solved column needs a multiplier")
    let slack = Self.slack(of: free)
    for school in totals.indices {
      let sum = freeSum(school, numbers) &+ Self.half
      let rest = sum & Self.mask
      if rest > slack && rest < Self.mask &- slack {
        totals[school] &+= Int64(truncatingIfNeeded: sum >> 62) &* pencePerStep
      } else {
        guard let pence = exactPence(school, at: numbers, multiplier: .one) else { return false }
        totals[school] &+= pence
      }
    }
    return true
  }

  /// A school's pennies from exact fractions; nil where those grow too long.
  func exactPence(_ school: Int, at numbers: [CutNumber], multiplier: Rational) -> Int64? {
    do throws(ArithmeticFailure) {
      var sum = constants[school]
      for term in free {
        sum = try sum.adding(term.coefficients[school].multiplied(by: numbers[term.position].exact))
      }
      var part = Rational.zero
      for term in solved {
        part = try part.adding(
          term.coefficients[school].multiplied(by: numbers[term.position].exact))
      }
      let steps = try sum.adding(part.multiplied(by: multiplier)).rounded(mode)
      return Int64(exactly: steps).map { $0 * pencePerStep }
    } catch {
      return nil
    }
  }
}

extension CutColumn.Term {
  /// Cuts a number's coefficients; nil where a product would have too few places.
  init?(
    _ position: Int, _ parameter: AffineParameter, perPound: Rational
  ) throws(ArithmeticFailure) {
    var coefficients: [Rational] = []
    var largest = Rational.zero
    for coefficient in parameter.coefficients {
      let steps = try coefficient.multiplied(by: perPound)
      coefficients.append(steps)
      largest = max(largest, try steps.magnitude())
    }
    guard let own = CutNumber.places(upTo: largest),
      let other = CutNumber.places(upTo: parameter.most), own + other >= CutColumn.leastPlaces
    else { return nil }
    var cuts: [Int64] = []
    for coefficient in coefficients {
      guard let cut = CutNumber.floor(coefficient, places: own), let narrow = Int64(exactly: cut)
      else { return nil }
      cuts.append(narrow)
    }
    self.position = position
    self.coefficients = coefficients
    self.cuts = cuts
    shift = own + other - CutColumn.places
    // Both factors are below 2⁶² and were cut by less than 1: their product by less than 2⁶³ + 1
    // before the shift; the shift cuts once more.
    slack = ((Int128(1) << 63) >> Int128(shift)) + 2
  }

  @inline(__always)
  func product(_ school: Int, _ numbers: [CutNumber]) -> Int128 {
    let (high, low) = cuts[school].multipliedFullWidth(by: numbers[position].cut)
    return (Int128(truncatingIfNeeded: high) << 64 | Int128(low)) >> Int128(shift)
  }
}

extension RoundingPolicy {
  /// The pennies of a factor's step; nil where factors aren't rounded to whole pennies.
  var pencePerStep: Int64? {
    guard let step = factor, let steps = try? step.multiplied(by: Rational(100)),
      steps.isWhole, steps > .zero, steps.numerator <= 100_000
    else { return nil }
    return Int64(steps.numerator)
  }
}
