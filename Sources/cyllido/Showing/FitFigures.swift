import FundingModel

/// Figures of a fit as a person reads them.
enum FitFigures {
  /// A share as a percentage with two decimals.
  static func percent(_ share: Double?) -> String {
    share.map { decimals($0 * 100, 2) + "%" } ?? "–"
  }

  /// A number with so many decimals.
  static func decimals(_ value: Double?, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    guard let value, value.isFinite, abs(value * scale) < 9e15 else { return "–" }
    let scaled = Int128((value * scale).rounded())
    guard let exact = try? Rational(scaled, over: Int128(scale)) else { return "–" }
    return exact.decimal(places: places, atLeast: places)
  }

  /// A number without needless noughts.
  static func plain(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9,
      let exact = try? Rational(Int128((value * 1e6).rounded()), over: 1_000_000)
    else { return "–" }
    return exact.decimal()
  }

  /// A standard error: whole from 100 on.
  static func rounded(_ value: Double) -> String {
    decimals(value, value < 100 ? 2 : 0)
  }
}
