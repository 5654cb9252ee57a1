internal import FundingModel

/// A term's value for each cell, as whole numbers over one denominator, ready to be multiplied
/// with a school's counts.
///
/// - Invariant: sums are exact: 64 bits only where planning proved that no school's sum can leave
///   them, 128 bits with every overflow noticed otherwise, fractions where no common denominator
///   fits.
final class TermTable: Sendable {
  /// The values by cell; nought for cells that are not meant.
  enum Numerators: Sendable {
    case narrow([Int64])
    case wide([Int128])
    case exact([Rational])
  }

  let numerators: Numerators
  /// What the numerators, times the weights, are to be divided by.
  let denominator: Int128
  /// The most that a school's sum can be where the numerators are narrow.
  let bound: Int128
  /// Cells whose value can't be worked out.
  let troubles: [Int32: Trouble]

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - values: By cell; nil for cells that are not meant.
  ///   - troubles: By cell, where the value can't be worked out.
  ///   - mostWeight: The most that the weights of a school add up to.
  ///   - unitsPerPupil: What a weight of one pupil is.
  init(
    _ values: [Rational?], troubles: [Int32: Trouble], mostWeight: Int64, unitsPerPupil: Int64
  ) {
    self.troubles = troubles
    guard let common = Int128.commonDenominator(of: values.lazy.compactMap(\.self)),
      let whole = Self.scaled(values, to: common)
    else {
      numerators = .exact(values.map { $0 ?? .zero })
      denominator = Int128(unitsPerPupil)
      bound = 0
      return
    }
    let (scaledDenominator, overflow) = common.multipliedReportingOverflow(
      by: Int128(unitsPerPupil))
    guard !overflow else {
      numerators = .exact(values.map { $0 ?? .zero })
      denominator = Int128(unitsPerPupil)
      bound = 0
      return
    }
    denominator = scaledDenominator
    let largest = whole.lazy.map(\.magnitude).max() ?? 0
    let (most, isBeyond) = largest.multipliedReportingOverflow(by: UInt128(mostWeight))
    if !isBeyond, most <= UInt128(Int64.max / 2) {
      numerators = .narrow(whole.map { Int64($0) })
      bound = Int128(most)
    } else {
      numerators = .wide(whole)
      bound = 0
    }
  }

  /// The numerators, where sums need no care: they are narrow and no cell has failed.
  var fastNumerators: [Int64]? {
    guard troubles.isEmpty, case .narrow(let values) = numerators else { return nil }
    return values
  }

  private static func scaled(_ values: [Rational?], to common: Int128) -> [Int128]? {
    var whole: [Int128] = []
    whole.reserveCapacity(values.count)
    for value in values {
      guard let value else {
        whole.append(0)
        continue
      }
      let (product, overflow) = value.numerator.multipliedReportingOverflow(
        by: common / value.denominator)
      guard !overflow else { return nil }
      whole.append(product)
    }
    return whole
  }

  /// Tells every trouble of the cells that a school has.
  func check(_ entries: Range<Int>, of marginal: Marginal) throws(Troubles) {
    guard !troubles.isEmpty else { return }
    let found = entries.compactMap { troubles[marginal.cells[$0]] }
    guard found.isEmpty else { throw Troubles(all: found) }
  }

  /// The weighted sum over a school's entries, exactly.
  func sum(_ entries: Range<Int>, cells: [Int32], weights: [Int64]) throws(Troubles) -> Rational {
    do throws(ArithmeticFailure) {
      switch numerators {
      case .narrow(let values):
        let sum = WeightedSum.narrow(entries, cells: cells, weights: weights, values: values)
        return try Rational(Int128(sum), over: denominator)
      case .wide(let values):
        let sum = try WeightedSum.wide(entries, cells: cells, weights: weights, values: values)
        return try Rational(sum, over: denominator)
      case .exact(let values):
        var sum = Rational.zero
        for entry in entries {
          let value = values[Int(cells[entry])]
          sum = try sum.adding(value.multiplied(by: Rational(Int(weights[entry]))))
        }
        return try sum.divided(by: Rational(denominator, over: 1))
      }
    } catch {
      throw Troubles(all: [Trouble(arithmetic: error)])
    }
  }
}
