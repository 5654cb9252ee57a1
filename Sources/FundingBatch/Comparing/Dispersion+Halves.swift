extension Dispersion {
  /// Which pupils make up the half below or above the median.
  enum Half: String, CaseIterable {
    /// Every unit at the median or on this side of it.
    case withMedian = "median included"
    /// Every unit on this side of the median.
    case withoutMedian = "median excluded"
    /// Exactly half of all pupils, a unit at the border counted in part.
    case exactHalf = "exact half"
  }

  /// McLoone's index: what the lower half has, over what it would have at the median.
  func mcLoone(_ half: Half) -> Double? { index(of: units, half) { $0 <= $1 } }

  /// Verstegen's index: what the upper half has, over what it would have at the median.
  func verstegen(_ half: Half) -> Double? { index(of: units.reversed(), half) { $0 >= $1 } }

  private func index(
    of units: [Unit], _ half: Half, isOnSide: (Double, Double) -> Bool
  ) -> Double? {
    let median = median
    var people = 0.0
    var money = 0.0
    for unit in units {
      let counted: Double
      switch half {
      case .withMedian: counted = isOnSide(unit.amount, median) ? unit.pupils : 0
      case .withoutMedian:
        counted = isOnSide(unit.amount, median) && unit.amount != median ? unit.pupils : 0
      case .exactHalf: counted = min(unit.pupils, max(0, pupils / 2 - people))
      }
      people += counted
      money += counted * unit.amount
    }
    return people > 0 && median > 0 ? money / (people * median) : nil
  }
}
