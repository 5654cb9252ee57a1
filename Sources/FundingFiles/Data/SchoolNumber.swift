/// A school's number as files write it: seven digits.
enum SchoolNumber {
  /// The number that seven digits write; nil for anything else.
  static func number(_ text: String) -> Int? {
    let digits = text.utf8
    guard digits.count == 7,
      digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    else { return nil }
    return Int(text)
  }

  /// The seven digits of a number.
  static func text(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }
}
