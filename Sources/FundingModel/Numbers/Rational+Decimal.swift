extension Rational {
  /// Reads a plain decimal: `1234.5`, `1_234.5`, `-0.75`.
  ///
  /// - Returns: nil for anything else: no exponent, no thousands comma, no sign but a leading `-`,
  ///   at most 30 digits.
  public init?(decimal text: some StringProtocol) {
    // Taken out once: a text's own bytes are slow to go through where its kind is not known.
    self.init(decimal: Array(text.utf8))
  }

  private init?(decimal bytes: [UInt8]) {
    var top: Int128 = 0
    var bottom: Int128 = 1
    var digits = 0
    var isNegative = false
    var seenPoint = false
    var previous: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= 30 else { return nil }
        top = top * 10 + Int128(byte - UInt8(ascii: "0"))
        if seenPoint { bottom *= 10 }
      case UInt8(ascii: "."):
        guard !seenPoint, Self.isDigit(previous) else { return nil }
        seenPoint = true
      case UInt8(ascii: "_"):
        guard !seenPoint, Self.isDigit(previous) else { return nil }
      case UInt8(ascii: "-"):
        guard index == 0 else { return nil }
        isNegative = true
      default: return nil
      }
      previous = byte
    }
    guard Self.isDigit(previous), let value = try? Rational(isNegative ? -top : top, over: bottom)
    else { return nil }
    self = value
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// This number in decimal: exact where at most `places` decimals say it, else rounded to them.
  ///
  /// - Rounding: to `places` decimals, halves away from zero; trailing zeros go, down to `atLeast`.
  public func decimal(places: Int = 12, atLeast: Int = 0) -> String {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    guard let scaled = try? multiplied(by: Rational(lowestTerms: scale, over: 1)).rounded() else {
      return "\(numerator)/\(denominator)"
    }
    var digits = Array(String(scaled.magnitude))
    while digits.count <= places { digits.insert("0", at: 0) }
    var fraction = digits.suffix(places)
    while fraction.count > atLeast, fraction.last == "0" { fraction.removeLast() }
    let whole = String(digits.dropLast(places))
    let sign = scaled < 0 ? "-" : ""
    return fraction.isEmpty ? sign + whole : sign + whole + "." + String(fraction)
  }
}

extension Rational: CustomStringConvertible {
  /// The number in decimal, to at most twelve places.
  public var description: String { decimal() }
}
