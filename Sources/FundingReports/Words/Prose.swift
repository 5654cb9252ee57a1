import FundingModel

/// Figures as a person reads them: pound signs and thousands separators, in prose only.
enum Prose {
  /// An amount: `£1,234.50`, `-£0.05`.
  static func pounds(_ money: Money) -> String {
    let text = Money(pence: money.pence).description
    return text.hasPrefix("-") ? "-£" + grouped(String(text.dropFirst())) : "£" + grouped(text)
  }

  /// An amount without pennies where it has none: `£6,390`, `£0.50`.
  static func shortPounds(_ money: Money) -> String { short(pounds(money)) }

  /// Pounds that need not be whole pennies, without pennies where there are none: `£2,000`.
  static func shortPounds(_ amount: Rational) -> String { short(pounds(amount)) }

  private static func short(_ text: String) -> String {
    text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }

  /// An amount to the nearest pound, halves away from zero: `£6,390`.
  static func wholePounds(_ money: Money) -> String {
    let whole = money.pounds.rounded()
    return (whole < 0 ? "-£" : "£") + grouped(String(whole.magnitude))
  }

  /// A change: the sign always shown, `+£12.00`; nought has none.
  static func change(_ money: Money) -> String {
    money > .zero ? "+" + pounds(money) : pounds(money)
  }

  /// A whole number: `463,678`.
  static func whole(_ number: Int64) -> String {
    number < 0 ? "-" + grouped(String(number.magnitude)) : grouped(String(number))
  }

  /// A whole number: `1,449`.
  static func whole(_ number: Int) -> String { whole(Int64(number)) }

  /// A percentage, 0 to 100, to one decimal, halves away from zero: `78.2%`.
  static func percent(_ percent: Rational, places: Int = 1) -> String {
    percent.decimal(places: places, atLeast: places) + "%"
  }

  /// A number: exact to six decimals (or `places`), or its first six and `…` where there are more.
  static func number(_ number: Rational, places: Int = 6) -> String {
    sign(number) + digits(number, places: places, atLeast: 0)
  }

  /// Pounds that need not be whole pennies: `£3,912.40`, `£2,225.454545…`.
  static func pounds(_ amount: Rational) -> String {
    sign(amount) + "£" + digits(amount, atLeast: 2)
  }

  private static func sign(_ number: Rational) -> String { number.isNegative ? "-" : "" }

  /// The digits without sign: cut, never rounded, after `places` decimals, so that what is shown is
  /// true as far as it goes.
  private static func digits(_ number: Rational, places: Int = 6, atLeast: Int) -> String {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    guard let size = try? number.magnitude(), let factor = try? Rational(scale, over: 1),
      let scaled = try? size.multiplied(by: factor),
      let cut = try? Rational(scaled.floor(), over: scale)
    else { return "\(number.numerator.magnitude)/\(number.denominator)" }
    let text = grouped(
      cut.decimal(places: places, atLeast: scaled.isWhole ? atLeast : places))
    return scaled.isWhole ? text : text + "…"
  }

  /// Digits with a comma before every third from the point.
  private static func grouped(_ digits: String) -> String {
    let whole = digits.prefix { $0 != "." }
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text + digits.dropFirst(whole.count)
  }
}
