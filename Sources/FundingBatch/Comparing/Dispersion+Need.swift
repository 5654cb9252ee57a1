extension Dispersion {
  /// The mean amount of pupils in need less that of the others; nil where either group is empty or
  /// need is not known.
  var progressivity: Double? {
    var (need, needMoney, others, othersMoney) = (0.0, 0.0, 0.0, 0.0)
    for unit in units {
      guard let inNeed = unit.inNeed else { return nil }
      need += inNeed
      needMoney += inNeed * unit.amount
      others += unit.pupils - inNeed
      othersMoney += (unit.pupils - inNeed) * unit.amount
    }
    return need > 0 && others > 0 ? needMoney / need - othersMoney / others : nil
  }

  /// The slope of amount on the share in need, by least squares weighted by pupils, and the
  /// correlation; nil where need is not known or the same everywhere.
  var needLine: (slope: Double, correlation: Double?)? {
    var shares: [Double] = []
    for unit in units {
      guard let inNeed = unit.inNeed else { return nil }
      shares.append(inNeed / unit.pupils)
    }
    let meanShare = zip(units, shares).reduce(0) { $0 + $1.0.pupils * $1.1 } / pupils
    var (both, ofShare, ofAmount) = (0.0, 0.0, 0.0)
    for (unit, share) in zip(units, shares) {
      both += unit.pupils * (share - meanShare) * (unit.amount - mean)
      ofShare += unit.pupils * (share - meanShare) * (share - meanShare)
      ofAmount += unit.pupils * (unit.amount - mean) * (unit.amount - mean)
    }
    guard ofShare > 0 else { return nil }
    return (both / ofShare, ofAmount > 0 ? both / (ofShare * ofAmount).squareRoot() : nil)
  }

  /// The concentration index of amounts over pupils ranked from least to most in need.
  ///
  /// Units of equal need share the middle of their ranks. Nil where need is not known.
  var concentration: Double? {
    var ranked: [(share: Double, unit: Unit)] = []
    for unit in units {
      guard let inNeed = unit.inNeed else { return nil }
      ranked.append((inNeed / unit.pupils, unit))
    }
    ranked.sort { $0.share < $1.share }
    var (below, sum, start) = (0.0, 0.0, 0)
    while start < ranked.count {
      let end = ranked[start...].firstIndex { $0.share != ranked[start].share } ?? ranked.count
      let tied = ranked[start..<end].reduce(0) { $0 + $1.unit.pupils }
      let rank = (below + tied / 2) / pupils
      for (_, unit) in ranked[start..<end] {
        sum += unit.pupils * (unit.amount - mean) * (rank - 0.5)
      }
      below += tied
      start = end
    }
    return 2 * sum / (pupils * mean)
  }
}
