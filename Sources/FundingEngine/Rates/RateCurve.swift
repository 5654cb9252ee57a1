internal import FundingModel

/// A rate along one axis of bands.
///
/// - Invariant: lower ends ascend.
struct RateCurve: Hashable, Sendable {
  /// One band.
  struct Band: Hashable, Sendable {
    /// Where it begins.
    let lower: Rational
    /// Its own end, as written; nil where it has none.
    let upper: Rational?
    /// Its value; nil where other axes leave it without one.
    let value: Rational?
  }

  /// The bands, by lower end.
  let bands: [Band]
  /// Whether straight lines join the lower ends.
  let isInterpolated: Bool

  init(_ bands: [Band], isInterpolated: Bool) {
    self.bands = bands.sorted { $0.lower < $1.lower }
    self.isInterpolated = isInterpolated
  }

  /// The value at a number; nil where no band has it.
  ///
  /// A number beyond its band's written end still belongs to it up to where the next begins, if
  /// that is at most 1 away. Joined bands have no gaps: below the first there is no value, after
  /// the last lower end it stays the same.
  func value(at x: Rational) throws(ArithmeticFailure) -> Rational? {
    guard let index = lastBand(notAbove: x) else { return nil }
    let band = bands[index]
    let next = index + 1 < bands.count ? bands[index + 1] : nil
    if isInterpolated {
      guard let next, x > band.lower else { return band.value }
      guard let left = band.value, let right = next.value else { return nil }
      let along = try x.subtracting(band.lower)
        .divided(by: next.lower.subtracting(band.lower))
      return try left.adding(right.subtracting(left).multiplied(by: along))
    }
    guard let upper = band.upper, x > upper else { return band.value }
    guard let next, try next.lower.subtracting(upper) <= .one else { return nil }
    return band.value
  }

  private func lastBand(notAbove x: Rational) -> Int? {
    var low = 0
    var high = bands.count
    while low < high {
      let middle = (low + high) / 2
      if bands[middle].lower <= x { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
