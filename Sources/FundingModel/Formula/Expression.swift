/// A checked expression that comes to a number.
///
/// It holds no text: names are resolved, units agree, and every operand is of the right level. A
/// place says where the author wrote what can still fail on data.
public indirect enum Amount: Hashable, Sendable {
  /// A number the author wrote; money in pounds, percentages as fractions.
  case constant(Rational)
  /// A numeric field of the pupil or of the school.
  case field(FieldReference)
  /// A rate, looked up by its keys.
  case rate(RateLookup)
  /// A named definition: an index into the formula's definitions.
  case definition(Int)
  /// −x.
  case negate(Amount)
  /// x + y.
  case sum(Amount, Amount)
  /// x − y.
  case difference(Amount, Amount)
  /// x × y.
  case product(Amount, Amount)
  /// x ÷ y; a zero divisor is an error at its place.
  case quotient(Amount, Amount, Place)
  /// A function of numbers.
  case call(NumberFunction, [Amount], Place)
  /// `if(condition, x, y)`: only the branch taken is worked out.
  case choice(Condition, Amount, Amount)
  /// `pupils`, `pupils(condition)`: the school's pupils in FTE.
  case pupils(Condition?)
  /// `heads`, `heads(condition)`: the school's pupils, each as one.
  case heads(Condition?)
  /// `sum(x)`: x added over the school's pupils, each pupil once whatever its FTE.
  case sumOverPupils(Amount)
  /// `mean(x)`: that sum ÷ heads; no pupils is an error at its place.
  case meanOverPupils(Amount, Place)
  /// `authority(x)`: the school-level x added over the run's schools of this school's authority.
  case overAuthority(Amount)
  /// `all(x)`: the school-level x added over all schools of the run.
  case overRun(Amount)
}

/// A checked expression that comes to yes or no.
public indirect enum Condition: Hashable, Sendable {
  /// Always the same.
  case always(Bool)
  /// A flag field.
  case flag(FieldReference)
  /// A category field's value is among these. Ranges and `<` are already spelled out.
  case among(FieldReference, Set<String>)
  /// Two numbers compared.
  case compare(Amount, Comparison, Amount)
  /// A number within a closed range.
  case within(Amount, Amount, Amount)
  /// Both; the right only where the left holds.
  case and(Condition, Condition)
  /// Either; the right only where the left doesn't hold.
  case or(Condition, Condition)
  /// The opposite.
  case not(Condition)
}

/// How two numbers are compared.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  /// Equal.
  case equal = "="
  /// Not equal.
  case notEqual = "!="
  /// Below.
  case less = "<"
  /// Below or equal.
  case lessOrEqual = "<="
  /// Above.
  case greater = ">"
  /// Above or equal.
  case greaterOrEqual = ">="

  /// Whether the comparison holds.
  @inlinable
  public func holds(_ left: Rational, _ right: Rational) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

/// A function of numbers.
public enum NumberFunction: String, Hashable, Sendable, CaseIterable {
  /// The least of one or more.
  case min
  /// The greatest of one or more.
  case max
  /// x without its sign.
  case abs
  /// `clamp(x, low, high)`.
  case clamp
  /// The largest whole number not above x.
  case floor
  /// The smallest whole number not below x.
  case ceil
  /// `round(x, step)`: the nearest multiple of step, halves as the formula's rounding mode says.
  case round
  /// `taper(x, a, b)`: 1 at a and beyond on its side, 0 at b and beyond, straight between. a < b
  /// falls, a > b rises; a = b is a step: 1 up to and including a, 0 above.
  case taper
  /// `share(x, y)`: x ÷ y, 0 where y is 0.
  case share
}

/// A field as an expression names it.
public struct FieldReference: Hashable, Sendable {
  /// The field's name.
  public let name: String
  /// Its level.
  public let level: FieldLevel
  /// Where it was written.
  public let place: Place

  /// Makes a reference.
  public init(name: String, level: FieldLevel, place: Place) {
    self.name = name
    self.level = level
    self.place = place
  }
}

/// A rate with the keys that say which of its values.
public struct RateLookup: Hashable, Sendable {
  /// The rate: an index into the formula's rates.
  public let rate: Int
  /// One key for each of the rate's axes.
  public let keys: [LookupKey]
  /// Where it was written.
  public let place: Place

  /// Makes a lookup.
  public init(rate: Int, keys: [LookupKey], place: Place) {
    self.rate = rate
    self.keys = keys
    self.place = place
  }
}

/// What picks a value along one axis of a rate.
public enum LookupKey: Hashable, Sendable {
  /// The value of a category or flag field.
  case field(FieldReference)
  /// A category or label that the author wrote.
  case fixed(String)
  /// A number, for axes of numbers and bands.
  case number(Amount)
}
