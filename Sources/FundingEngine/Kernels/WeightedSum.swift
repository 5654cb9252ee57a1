internal import FundingModel

/// Counts times values, added up.
enum WeightedSum {
  /// The sum in 64 bits.
  ///
  /// The caller has proved that neither a product nor any sum of them can leave 64 bits.
  @inline(__always)
  static func narrow(_ entries: Range<Int>, cells: [Int32], weights: [Int64], values: [Int64])
    -> Int64
  {
    var sum: Int64 = 0
    for entry in entries { sum &+= weights[entry] &* values[Int(cells[entry])] }
    return sum
  }

  /// The sum in 128 bits, every overflow noticed.
  static func wide(_ entries: Range<Int>, cells: [Int32], weights: [Int64], values: [Int128])
    throws(ArithmeticFailure) -> Int128
  {
    var sum: Int128 = 0
    for entry in entries {
      let (product, first) = Int128(weights[entry])
        .multipliedReportingOverflow(by: values[Int(cells[entry])])
      let (next, second) = sum.addingReportingOverflow(product)
      guard !first, !second else { throw .overflow }
      sum = next
    }
    return sum
  }
}
