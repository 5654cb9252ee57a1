import FundingModel

/// How files write a rate's value: `£61,200`, `-£50`, `27.5`, `2.5%`.
enum RateValue {
  /// The number that a text is in a unit; percentages as fractions.
  static func number(_ text: String, unit: Unit) -> Result<Rational, Problem> {
    var rest = text.trimmed[...]
    let isNegative = rest.first == "-"
    if isNegative { rest = rest.dropFirst() }
    let isMoney = rest.first == "£"
    if isMoney { rest = rest.dropFirst() }
    let isPercent = rest.last == "%"
    if isPercent { rest = rest.dropLast() }
    let example = unit.isMoney ? "£1234.50" : unit.isNumber ? "1234.5 or 2.5%" : "1234.5"
    if rest.contains(",") {
      guard hasThousands(rest) else { return .failure(Problem(mistake: .badThousands(text))) }
      rest = rest.filter { $0 != "," }[...]
    }
    guard rest.first?.isDigit == true, let magnitude = Rational(decimal: rest),
      let signed = isNegative ? try? magnitude.negated() : magnitude
    else { return .failure(Problem(mistake: .badValue(text, example: example))) }
    guard isMoney == unit.isMoney else {
      return .failure(
        Problem(
          mistake: isMoney
            ? .noPounds(text, unit: unit)
            : .needsPounds(
              text, unit: unit,
              suggestion: isPercent ? "an amount of money" : "\(isNegative ? "-" : "")£\(rest)")))
    }
    guard isPercent else { return .success(signed) }
    guard unit.isNumber, let fraction = try? signed.divided(by: Rational(100)) else {
      return .failure(Problem(mistake: .percentOfUnit(text, unit: unit)))
    }
    return .success(fraction)
  }

  /// The fraction that a percentage is, written as one: `-1.5%`, `+3%`, or nought.
  static func percentage(_ text: String) -> Rational? {
    let plain = text.first == "+" ? String(text.dropFirst()) : text
    guard case .success(let value) = number(plain, unit: .number),
      plain.last == "%" || value.isZero
    else { return nil }
    return value
  }

  /// What a bare number was probably meant to be: itself with a percent sign.
  static func percentageMeant(by text: String) -> String? {
    percentage(text + "%") == nil ? nil : text + "%"
  }

  /// Why a text is no value.
  struct Problem: Error {
    /// What to tell.
    let mistake: FormulaMistake
  }

  /// Whether commas part groups of three digits before the decimal point, and stand nowhere else.
  private static func hasThousands(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, parts.count == 1 || !parts[1].contains(",")
    else { return false }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count) else { return false }
    return groups.allSatisfy { $0.allSatisfy(\.isDigit) }
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
