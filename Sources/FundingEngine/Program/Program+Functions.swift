internal import FundingModel

extension Program {
  /// The value of a function of numbers.
  func call(
    _ function: NumberFunction, _ first: Int, _ count: Int, _ place: Place, _ subject: Subject
  ) throws(Trouble) -> Rational {
    let x = try value(operands[first], subject)
    switch function {
    case .min, .max:
      var best = x
      for index in first + 1..<first + count {
        let other = try value(operands[index], subject)
        best = function == .min ? min(best, other) : max(best, other)
      }
      return best
    case .abs: return try exactly(at: place) { () throws(ArithmeticFailure) in try x.magnitude() }
    case .floor:
      return try exactly(at: place) { () throws(ArithmeticFailure) in
        try Rational(x.floor(), over: 1)
      }
    case .ceil:
      return try exactly(at: place) { () throws(ArithmeticFailure) in
        try Rational(x.ceiling(), over: 1)
      }
    case .clamp:
      let low = try value(operands[first + 1], subject)
      let high = try value(operands[first + 2], subject)
      return min(max(x, low), high)
    case .round:
      let step = try value(operands[first + 1], subject)
      return try exactly(at: place) { () throws(ArithmeticFailure) in
        try x.rounded(toMultipleOf: step, rounding)
      }
    case .taper:
      let a = try value(operands[first + 1], subject)
      let b = try value(operands[first + 2], subject)
      return try exactly(at: place) { () throws(ArithmeticFailure) in try Taper.value(x, a, b) }
    case .share:
      let whole = try value(operands[first + 1], subject)
      guard !whole.isZero else { return .zero }
      return try exactly(at: place) { () throws(ArithmeticFailure) in try x.divided(by: whole) }
    }
  }
}

/// A weight that goes from 1 to 0 as a number goes from `a` to `b`.
enum Taper {
  /// The weight at `x`: 1 at `a` and beyond on its side, 0 at `b` and beyond, straight between.
  ///
  /// Where `a` is `b` it is a step: 1 up to and including `a`, 0 above.
  static func value(_ x: Rational, _ a: Rational, _ b: Rational) throws(ArithmeticFailure)
    -> Rational
  {
    if a == b { return x <= a ? .one : .zero }
    let falls = a < b
    if falls ? x <= a : x >= a { return .one }
    if falls ? x >= b : x <= b { return .zero }
    return try b.subtracting(x).divided(by: b.subtracting(a))
  }
}
