internal import FundingModel

/// Why one number can't be worked out, before it is known for how many schools.
struct Trouble: Error, Hashable, Sendable {
  /// The schools to blame.
  enum Schools: Hashable, Sendable {
    /// The school being worked out.
    case thisOne
    /// These census rows: schools that another school's amount adds up.
    case these([Int])
    /// No one school of a group of rows.
    case none(among: [Int])
  }

  /// The factor, definition or adjustment; nil until it is known.
  var part: String?
  /// Where in the formula's file; nil until it is known.
  var place: Place?
  /// Why.
  let reason: EvaluationFailure.Reason
  /// Which schools.
  var schools: Schools = .thisOne

  init(_ reason: EvaluationFailure.Reason, at place: Place? = nil) {
    self.reason = reason
    self.place = place
  }

  init(arithmetic failure: ArithmeticFailure, at place: Place? = nil) {
    switch failure {
    case .overflow: self.init(.overflow, at: place)
    case .divisionByZero: self.init(.divisionByZero, at: place)
    }
  }

  /// The same, in a part and at a place unless it has them already: the innermost part is named.
  func within(_ part: String, at place: Place) -> Trouble {
    guard self.part == nil else { return self }
    var result = self
    result.part = part
    result.place = self.place ?? place
    return result
  }

  /// The one of several that is told where only one can be.
  static func first(of troubles: [Trouble]) -> Trouble? { troubles.min { $0.order < $1.order } }

  /// What failures are sorted by: place, then reason, then part.
  var order: FailureOrder { FailureOrder(place: place, reason: reason, part: part ?? "") }
}

/// The order in which failures are told, whatever the order they were met in.
struct FailureOrder: Comparable {
  let place: Place?
  let rank: Int
  let words: [String]
  let part: String

  init(place: Place?, reason: EvaluationFailure.Reason, part: String) {
    self.place = place
    self.part = part
    switch reason {
    case .overflow: (rank, words) = (0, [])
    case .divisionByZero: (rank, words) = (1, [])
    case .noColumn(let field, let level): (rank, words) = (2, [field, level.rawValue])
    case .noValue(let field, let level): (rank, words) = (3, [field, level.rawValue])
    case .noRate(let rate, let keys): (rank, words) = (4, [rate] + keys)
    case .rateBegins(let rate, let first, let year):
      (rank, words) = (5, [rate, first.description, year.description])
    case .nobodyToAverage: (rank, words) = (6, [])
    case .nothingToShareBy(let total): (rank, words) = (7, [total.description])
    case .negativePart: (rank, words) = (8, [])
    case .quantumNotPennies(let total): (rank, words) = (9, [total.description])
    case .notNumbers(let field): (rank, words) = (10, [field])
    case .noBaselinePupils(let field): (rank, words) = (11, [field])
    case .scaleOutOfRange(let scale): (rank, words) = (12, [scale.description])
    case .changeOutOfRange(let change): (rank, words) = (13, [change.description])
    case .noFloorBefore: (rank, words) = (14, [])
    case .floorAfter(let floor): (rank, words) = (15, [floor])
    }
  }

  static func < (left: FailureOrder, right: FailureOrder) -> Bool {
    if left.place != right.place {
      guard let a = left.place else { return false }
      guard let b = right.place else { return true }
      return a < b
    }
    if left.rank != right.rank { return left.rank < right.rank }
    if left.words != right.words { return left.words.lexicographicallyPrecedes(right.words) }
    return left.part < right.part
  }
}

/// Runs exact arithmetic, naming the place where it fails.
@inline(__always)
func exactly<Value>(
  at place: @autoclosure () -> Place? = nil, _ work: () throws(ArithmeticFailure) -> Value
) throws(Trouble) -> Value {
  do throws(ArithmeticFailure) { return try work() } catch {
    throw Trouble(arithmetic: error, at: place())
  }
}
