/// What can be wrong with a change of a rate.
enum RateChangeMistake: Error, Hashable {
  case noEqualsSign(String)
  case badPath(String)
  case noValue(path: String)
  case thousandsCommas(String)
  case notAChange(String)
  case takesMoreThanAll(String)
}

extension RateChangeMistake {
  /// What is wrong, subject first.
  var message: String {
    switch self {
    case .noEqualsSign(let text): "the change '\(text)' has no '='"
    case .badPath(let path): "'\(path)' is not a path to a rate"
    case .noValue(let path): "the change of '\(path)' doesn't say to what"
    case .thousandsCommas(let text): "the amount '\(text)' has commas in it"
    case .notAChange(let text): "'\(text)' is not a change of a rate"
    case .takesMoreThanAll(let text): "'\(text)' takes away more than there is"
    }
  }

  /// A stable name for this kind of mistake.
  var slug: String {
    switch self {
    case .noEqualsSign, .noValue, .notAChange: "not-a-change"
    case .badPath: "not-a-path"
    case .thousandsCommas: "thousands-comma"
    case .takesMoreThanAll: "out-of-range"
    }
  }

  /// What would be accepted.
  var notes: [String] {
    switch self {
    case .noEqualsSign, .noValue: ["write PATH=VALUE: basic.R..2=£1500"]
    case .badPath: ["a path is a rate's name, or names joined by dots: basic, lump_sum.primary"]
    case .thousandsCommas(let text): ["write \(text.filter { $0 != "," })"]
    case .notAChange:
      ["a change is an amount (£1500, 12.5, 25%) or one of +10%, -10%, ×1.05, +£50, -£50"]
    case .takesMoreThanAll: ["take away 100% at most"]
    }
  }
}
