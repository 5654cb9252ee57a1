internal import FundingModel

extension FieldValue {
  /// As a data file writes it: numbers with all their decimals.
  var written: String {
    switch self {
    case .category(let name): name
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): Self.decimal(number)
    }
  }

  /// All the decimals of a number that has no end of them is a mistake of ours: data files hold
  /// decimals only.
  private static func decimal(_ number: Rational) -> String {
    var rest = number.denominator
    var places = 0
    while rest % 10 == 0 { (rest, places) = (rest / 10, places + 1) }
    while rest % 5 == 0 { (rest, places) = (rest / 5, places + 1) }
    while rest % 2 == 0 { (rest, places) = (rest / 2, places + 1) }
    precondition(rest == 1, "a data file can't hold \(number.numerator)/\(number.denominator)")
    return number.decimal(places: places)
  }
}
