/// What a number counts or measures: `£/pupil`, `pupil/teacher`, or nothing (`number`).
///
/// - Invariant: powers are sorted by name and none is zero, so equal units are equal values.
public struct Unit: Hashable, Sendable {
  /// One base unit and its power: `(pupil, -1)` is "per pupil".
  public struct Power: Hashable, Sendable {
    /// The base unit's name.
    public let name: String
    /// Its power, never zero.
    public let exponent: Int
  }

  /// The base units, sorted by name.
  public let powers: [Power]

  /// Makes a unit from base units and their powers; zero powers vanish.
  public init(_ powers: [String: Int]) {
    self.powers = powers.filter { $0.value != 0 }
      .map { Power(name: $0.key, exponent: $0.value) }
      .sorted { $0.name < $1.name }
  }

  /// No unit: a plain number.
  public static let number = Unit([:])
  /// Pounds.
  public static let pounds = Unit(["£": 1])
  /// Pupils.
  public static let pupil = Unit(["pupil": 1])
  /// Schools.
  public static let school = Unit(["school": 1])
  /// Places.
  public static let place = Unit(["place": 1])
  /// Square metres.
  public static let squareMetre = Unit(["m2": 1])

  /// Whether this is a plain number.
  public var isNumber: Bool { powers.isEmpty }
  /// Whether this is money, or money per something.
  public var isMoney: Bool { self["£"] == 1 }

  /// The power of one base unit; 0 where it doesn't occur.
  public subscript(name: String) -> Int { powers.first { $0.name == name }?.exponent ?? 0 }

  /// The unit of a product.
  public static func * (left: Unit, right: Unit) -> Unit { left.combined(with: right, sign: 1) }
  /// The unit of a quotient.
  public static func / (left: Unit, right: Unit) -> Unit { left.combined(with: right, sign: -1) }

  private func combined(with other: Unit, sign: Int) -> Unit {
    var sum = [String: Int]()
    for power in powers { sum[power.name, default: 0] += power.exponent }
    for power in other.powers { sum[power.name, default: 0] += sign * power.exponent }
    return Unit(sum)
  }
}

extension Unit: CustomStringConvertible {
  /// As a formula file writes it: `£/pupil`, `£`, `number`.
  public var description: String {
    func words(_ powers: [Power]) -> String {
      // Money first, then by name, as people write it.
      powers.sorted { ($0.name != "£", $0.name) < ($1.name != "£", $1.name) }
        .map { abs($0.exponent) == 1 ? $0.name : "\($0.name)^\(abs($0.exponent))" }
        .joined(separator: "·")
    }
    let above = words(powers.filter { $0.exponent > 0 })
    let below = words(powers.filter { $0.exponent < 0 })
    if powers.isEmpty { return "number" }
    return below.isEmpty ? above : "\(above.isEmpty ? "1" : above)/\(below)"
  }
}

private func < (left: (Bool, String), right: (Bool, String)) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : !left.0
}
