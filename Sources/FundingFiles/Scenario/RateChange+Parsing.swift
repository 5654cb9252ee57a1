public import Diagnostics
public import FundingModel

extension RateChange {
  /// Reads a change as `--set` takes it: `PATH=VALUE`.
  ///
  /// `£1500`, `12.5` and `25%` set the value; `+10%`, `-10%` and `×1.05` (or `x1.05`, `*1.05`)
  /// multiply it; `+£50`, `-£50`, `+2` and `-2` add to it.
  ///
  /// - Parameter text: The path, an equals sign and the value.
  /// - Throws: one mistake, placed at the option.
  public init(parsing text: String) throws(Mistakes) {
    do throws(RateChangeMistake) {
      guard let sign = text.firstIndex(of: "=") else { throw .noEqualsSign(text) }
      try self.init(
        path: String(text[..<sign]), value: String(text[text.index(after: sign)...]), place: nil)
    } catch {
      throw Mistakes([
        Diagnostic(
          path: "--set \(text)", span: nil, message: error.message, slug: error.slug,
          notes: error.notes)
      ])
    }
  }

  /// Makes a change of a path and a value as written.
  init(path text: String, value: String, place: Place?) throws(RateChangeMistake) {
    guard let path = RatePath.parts(text) else { throw .badPath(text) }
    guard !value.isEmpty else { throw .noValue(path: text) }
    self.init(
      path: path, operation: try Self.operation(value), written: "\(text)=\(value)", place: place)
  }

  private static func operation(_ text: String) throws(RateChangeMistake) -> Operation {
    guard let first = text.first else { throw .notAChange(text) }
    let rest = String(text.dropFirst())
    switch first {
    case "×", "x", "X", "*":
      return .times(try amount(rest, of: text))
    case "+":
      if let percent = try percent(rest, of: text) {
        return .times(try sum(.one, percent, of: text))
      }
      return .plus(try amount(rest.dropPound, of: text))
    case "-", "−":
      if let percent = try percent(rest, of: text) {
        guard percent <= .one else { throw .takesMoreThanAll(text) }
        return .times(try difference(.one, percent, of: text))
      }
      return .plus(try difference(.zero, amount(rest.dropPound, of: text), of: text))
    default:
      if let percent = try percent(text, of: text) { return .becomes(percent) }
      return .becomes(try amount(text.dropPound, of: text))
    }
  }

  /// A number of per cent as a fraction; nil where no percent sign ends it.
  private static func percent(
    _ text: String, of whole: String
  ) throws(RateChangeMistake) -> Rational? {
    guard text.hasSuffix("%") else { return nil }
    let number = try amount(String(text.dropLast()), of: whole)
    guard let fraction = try? number.divided(by: Rational(100)) else { throw .notAChange(whole) }
    return fraction
  }

  /// A plain number without a sign.
  private static func amount(
    _ text: String, of whole: String
  ) throws(RateChangeMistake) -> Rational {
    if CellValue.hasThousandsCommas(text) { throw .thousandsCommas(whole) }
    guard !text.hasPrefix("-"), let number = Rational(decimal: text) else {
      throw .notAChange(whole)
    }
    return number
  }

  private static func sum(
    _ left: Rational, _ right: Rational, of whole: String
  ) throws(RateChangeMistake) -> Rational {
    guard let sum = try? left.adding(right) else { throw .notAChange(whole) }
    return sum
  }

  private static func difference(
    _ left: Rational, _ right: Rational, of whole: String
  ) throws(RateChangeMistake) -> Rational {
    guard let difference = try? left.subtracting(right) else { throw .notAChange(whole) }
    return difference
  }
}

extension String {
  /// Without a pound sign in front.
  fileprivate var dropPound: String { hasPrefix("£") ? String(dropFirst()) : self }
}
