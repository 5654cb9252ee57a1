internal import FundingModel

/// Reads single values of a data file, strictly.
enum CellValue {
  /// The largest amount of money that a data file may hold: £1,000,000 million.
  private static let greatestPence: Int64 = 100_000_000_000_000

  /// The value of a field; the text is not blank.
  static func value(_ text: String, of field: Field) throws(DataMistake) -> FieldValue {
    switch field.kind {
    case .category(let domain):
      guard !domain.isClosed || domain.names.contains(text) else {
        throw .unknownCategory(column: field.name, text: text, known: domain.names)
      }
      return .category(text)
    case .flag:
      guard let flag = flag(text) else { throw .notFlag(column: field.name, text: text) }
      return .flag(flag)
    case .number:
      let number = try number(text, column: field.name)
      try check(number, text, of: field.name)
      return .number(number)
    }
  }

  /// A plain decimal: digits, one point, a leading minus.
  static func decimal(_ text: String) -> Rational? {
    text.utf8.contains(UInt8(ascii: "_")) ? nil : Rational(decimal: text)
  }

  /// A plain decimal, or what is wrong with it.
  static func number(_ text: String, column: String) throws(DataMistake) -> Rational {
    if let number = decimal(text) { return number }
    if hasThousandsCommas(text) { throw .thousandsCommas(column: column, text: text) }
    throw .notNumber(column: column, text: text)
  }

  /// A whole number from `least` to `most`.
  static func whole(
    _ text: String, column: String, least: Int = 0, most: Int
  ) throws(DataMistake) -> Int {
    if hasThousandsCommas(text) { throw .thousandsCommas(column: column, text: text) }
    guard let number = decimal(text), number.isWhole, !text.utf8.contains(UInt8(ascii: ".")) else {
      throw .notWhole(column: column, text: text)
    }
    guard number >= Rational(least), number <= Rational(most),
      let whole = Int(exactly: number.numerator)
    else {
      throw .outOfRange(
        column: column, text: text, range: "\(least.grouped) to \(most.grouped)")
    }
    return whole
  }

  /// A sector, by its name in the files.
  ///
  /// - Throws: `unknownCategory`.
  static func sector(_ text: String) throws(DataMistake) -> String {
    let known = StandardFields.sectors.names
    guard known.contains(text) else {
      throw .unknownCategory(column: "sector", text: text, known: known)
    }
    return text
  }

  /// True or false, in any of the ways that data files say so.
  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "y", "1": true
    case "false", "no", "n", "0": false
    default: nil
    }
  }

  /// An amount of money: pounds and pennies, a pound sign or none.
  ///
  /// - Parameters:
  ///   - text: The text, not blank.
  ///   - column: The column, for the message.
  ///   - range: What is allowed, in pounds.
  /// - Returns: The amount.
  /// - Throws: what is wrong with it.
  static func money(
    _ text: String, column: String, _ range: ClosedRange<Int64>
  ) throws(DataMistake) -> Money {
    var digits = text[...]
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    if digits.first == "£" { digits = digits.dropFirst() }
    if hasThousandsCommas(String(digits)) { throw .thousandsCommas(column: column, text: text) }
    guard let pounds = decimal(String(digits)), !pounds.isNegative else {
      throw .notMoney(column: column, text: text)
    }
    guard let hundredfold = try? pounds.multiplied(by: Rational(100)), hundredfold.isWhole else {
      throw .partOfPenny(column: column, text: text)
    }
    guard let magnitude = Int64(exactly: hundredfold.numerator), magnitude <= greatestPence,
      range.contains(isNegative ? -magnitude / 100 : magnitude / 100),
      range.lowerBound < 0 || !isNegative || magnitude == 0
    else {
      throw .outOfRange(
        column: column, text: text,
        range: "£\(Int(range.lowerBound).grouped) to £\(Int(range.upperBound).grouped)")
    }
    return Money(pence: isNegative ? -magnitude : magnitude)
  }

  /// Whether a text is a number but for commas between its thousands.
  static func hasThousandsCommas(_ text: String) -> Bool {
    guard text.utf8.contains(CSVScanner.comma) else { return false }
    return decimal(text.filter { $0 != "," }) != nil
  }

  private static func check(
    _ number: Rational, _ text: String, of field: String
  ) throws(DataMistake) {
    switch field {
    case "fte":
      guard number > .zero, number <= .one else {
        throw .outOfRange(column: field, text: text, range: "more than 0 and at most 1")
      }
    case "wimd_decile":
      guard number.isWhole else { throw .notWhole(column: field, text: text) }
      guard number >= .one, number <= Rational(10) else {
        throw .outOfRange(
          column: field, text: text, range: "1 (most deprived) to 10 (least deprived)")
      }
    case "months_open":
      guard !number.isNegative, number <= Rational(12) else {
        throw .outOfRange(column: field, text: text, range: "0 to 12")
      }
    case "sites", "places", "floor_area":
      guard !number.isNegative else {
        throw .outOfRange(column: field, text: text, range: "0 or more")
      }
    default: break
    }
  }
}
