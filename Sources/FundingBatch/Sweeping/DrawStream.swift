import FundingModel

/// The random numbers of one quantity at one draw, and values made of them exactly.
///
/// A draw depends on the seed, on its own number and on the quantity's place, and on nothing else.
/// Values are multiples of a step, counted from nought (normal) or from the lower end: the largest
/// power of ten not above a ten-thousandth of the standard deviation, or of the range; an index has
/// coarser ones, since it is multiplied up year by year.
/// - Source: normal values: Karney, "Sampling exactly from the normal distribution", ACM TOMS 42
///   (2016), algorithm N, with comparisons of whole numbers only; triangular values: min and max of
///   two uniform ones (Stein and Keblis 2009).
struct DrawStream {
  private var random: SeededGenerator

  /// How finely a value lies between two whole deviations, or two ends: 2³² places.
  private static let places: Int128 = 1 << 32

  /// Makes the stream of a quantity at a draw.
  init(seed: UInt64, draw: Int, position: Int) {
    var base = SeededGenerator(seed: seed, stream: draw)
    var state = base.next()
    for _ in 0..<position { state = base.next() }
    random = SeededGenerator(state: state)
  }

  /// A value of a distribution, and how many were drawn before it that can't be used.
  ///
  /// A rate with a normal distribution around nought or more can't be less than nought: such a value
  /// is drawn again. An index can.
  mutating func value(
    from distribution: UncertainQuantity.Distribution, ofIndex isIndex: Bool = false
  ) -> (value: Rational, redrawn: Int) {
    func step(for spread: Rational) -> Rational {
      isIndex ? Self.indexStep(for: spread) : Self.step(for: spread)
    }
    switch distribution {
    case .normal(let mean, let deviation):
      var redrawn = 0
      while true {
        let (units, isNegative) = deviate()
        let value = Self.exactly {
          let distance = try deviation.multiplied(by: Rational(units, over: Self.places))
          let raw = isNegative ? try mean.subtracting(distance) : try mean.adding(distance)
          return try raw.rounded(toMultipleOf: step(for: deviation))
        }
        if isIndex || mean.isNegative || !value.isNegative { return (value, redrawn) }
        redrawn += 1
      }
    case .uniform(let low, let high):
      let step = step(for: Self.exactly { try high.subtracting(low) })
      let steps = Self.exactly { try high.subtracting(low).divided(by: step) }.floor()
      let chosen = random.below(Int(steps) + 1)
      return (Self.exactly { try low.adding(step.multiplied(by: Rational(chosen))) }, 0)
    case .triangular(let low, let mode, let high):
      let step = step(for: Self.exactly { try high.subtracting(low) })
      let (first, second) = (Int128(random.next() >> 32), Int128(random.next() >> 32))
      let steps = Self.exactly {
        let left = try mode.subtracting(low).multiplied(
          by: Rational(max(first, second), over: Self.places))
        let right = try high.subtracting(mode).multiplied(
          by: Rational(min(first, second), over: Self.places))
        return try left.adding(right).divided(by: step)
      }
      let most = Self.exactly { try high.subtracting(low).divided(by: step) }.floor()
      let value = Self.exactly {
        try low.adding(step.multiplied(by: Rational(min(steps.rounded(), most), over: 1)))
      }
      return (value, 0)
    }
  }

  /// The step of values spread so far: the largest power of ten not above a ten-thousandth of it.
  static func step(for spread: Rational) -> Rational {
    let most = exactly { try spread.divided(by: Rational(10_000)) }
    var step = Rational.one
    while step > most { step = exactly { try step.divided(by: Rational(10)) } }
    while true {
      let next = exactly { try step.multiplied(by: Rational(10)) }
      guard next <= most else { return step }
      step = next
    }
  }

  /// The step of an index's values: 0.01% where that is at most a twentieth of the spread, else the
  /// largest power of ten that is; never finer than a rate's.
  ///
  /// Four decimals over four years are sixteen, which leaves room for rates and for a solve.
  static func indexStep(for spread: Rational) -> Rational {
    let coarse = step(for: exactly { try spread.multiplied(by: Rational(500)) })
    return max(step(for: spread), min(exactly { try Rational(1, over: 10_000) }, coarse))
  }

  /// A standard normal value: its size × 2³², and whether it lies below nought.
  private mutating func deviate() -> (units: Int128, isNegative: Bool) {
    while true {
      var whole: Int128 = 0
      while isBelow(.max / 2 + 1) { whole += 1 }
      guard (0..<whole * max(0, whole - 1)).allSatisfy({ _ in isBelow(.max / 2 + 1) }) else {
        continue
      }
      let part = Int128(random.next() >> 32)
      // exp(−part(2 whole + part)/2), in whole + 1 equal steps.
      let threshold = UInt64(part * (2 * whole * Self.places + part) / (2 * (whole + 1)))
      guard (0...whole).allSatisfy({ _ in isBelow(threshold) }) else { continue }
      return (whole * Self.places + part, random.next() >> 63 == 1)
    }
  }

  /// True with the probability exp(−threshold ÷ 2⁶⁴), by von Neumann's falling runs.
  private mutating func isBelow(_ threshold: UInt64) -> Bool {
    var last = threshold
    var isEven = true
    while true {
      let next = random.next()
      guard next < last else { return isEven }
      last = next
      isEven.toggle()
    }
  }

  /// Arithmetic on numbers that the reader has bounded.
  private static func exactly(_ work: () throws -> Rational) -> Rational {
    guard let number = try? work() else {
      preconditionFailure("a distribution's numbers have at most nine digits and six decimals")
    }
    return number
  }
}
