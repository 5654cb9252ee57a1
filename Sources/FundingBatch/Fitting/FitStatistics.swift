import FundingModel

/// Measures of how close estimates come.
enum FitStatistics {
  /// The quality for some schools.
  ///
  /// - Parameters:
  ///   - modelled: Modelled budgets.
  ///   - published: Published budgets, above nought.
  ///   - heldOut: Budgets modelled without the schools themselves, if that was done.
  /// - Returns: The quality.
  static func quality(
    modelled: [Double], published: [Double], heldOut: [Double]?
  ) -> FitQuality {
    let errors = relativeErrors(modelled, published)
    let mean = published.reduce(0, +) / Double(max(published.count, 1))
    let spread = published.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let unexplained = zip(modelled, published).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
    return FitQuality(
      schools: published.count, rSquared: spread > 0 ? 1 - unexplained / spread : nil,
      medianError: quantile(errors.map(abs), 0.5),
      ninetiethError: quantile(errors.map(abs), 0.9),
      heldOutMedianError: heldOut.map { quantile(relativeErrors($0, published).map(abs), 0.5) })
  }

  /// Modelled ÷ published − 1.
  static func relativeErrors(_ modelled: [Double], _ published: [Double]) -> [Double] {
    zip(modelled, published).map { $0 / $1 - 1 }
  }

  /// The value below which a part of the values lies, straight lines joining neighbours; nought
  /// without values.
  static func quantile(_ values: [Double], _ part: Double) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return 0 }
    let position = part * Double(sorted.count - 1)
    let index = Int(position)
    guard index + 1 < sorted.count else { return last }
    return sorted[index] + (position - Double(index)) * (sorted[index + 1] - sorted[index])
  }

  /// The values far from the middle: more than `limit` robust standard deviations (1.4826 × the
  /// median distance) from the median; none where most are the same.
  static func outliers(_ values: [Double], beyond limit: Double) -> [Int] {
    let middle = quantile(values, 0.5)
    let deviation = 1.4826 * quantile(values.map { abs($0 - middle) }, 0.5)
    guard deviation > 1e-9 else { return [] }
    return values.indices.filter { abs(values[$0] - middle) > limit * deviation }
  }
}

extension Unit {
  /// An estimate as a file can say it: money in pennies, all else in six significant digits.
  func rounded(_ estimate: Double) -> Rational {
    var places = isMoney ? 2 : 5
    if !isMoney {
      var size = abs(estimate)
      while size >= 10, places > 0 { (size, places) = (size / 10, places - 1) }
      while size < 1, size > 0, places < 12 { (size, places) = (size * 10, places + 1) }
    }
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = (estimate * Double(scale)).rounded(.toNearestOrAwayFromZero)
    guard let units = Int128(exactly: scaled), let value = try? Rational(units, over: scale) else {
      return .zero
    }
    return value
  }

  /// A value as a formula file writes it.
  func written(_ value: Rational) -> String {
    guard isMoney else { return value.decimal() }
    let text = value.decimal(atLeast: 2)
    return text.hasPrefix("-") ? "-£\(text.dropFirst())" : "£\(text)"
  }
}
