import Foundation

/// How amounts per pupil spread over units, each weighted by its pupils.
///
/// - Source: the usual measures of school finance equity (Odden and Picus; McLoone; Verstegen;
///   Theil; Atkinson). Percentiles: the smallest amount whose cumulative share of pupils reaches
///   the percentage.
struct Dispersion {
  /// A school or an authority.
  struct Unit: Hashable {
    /// Its amount per pupil, in pounds.
    let amount: Double
    /// Its pupils, in heads.
    let pupils: Double
    /// Those of them in need; nil where the data doesn't say.
    var inNeed: Double?
    /// Which group it belongs to, for shares within and between groups.
    var group = 0
  }

  /// The units by amount, then by what else there is, so that their order doesn't matter.
  let units: [Unit]
  /// All pupils.
  let pupils: Double
  /// The mean amount per pupil.
  let mean: Double

  /// Makes a spread of units that have pupils; nil where there are none, or no money.
  init?(_ units: [Unit]) {
    let sorted = units.filter { $0.pupils > 0 }.sorted {
      ($0.amount, $0.pupils, $0.inNeed ?? 0, Double($0.group))
        < ($1.amount, $1.pupils, $1.inNeed ?? 0, Double($1.group))
    }
    let pupils = sorted.reduce(0) { $0 + $1.pupils }
    let money = sorted.reduce(0) { $0 + $1.amount * $1.pupils }
    guard pupils > 0, money > 0 else { return nil }
    self.units = sorted
    self.pupils = pupils
    mean = money / pupils
  }

  /// The smallest amount whose cumulative share of pupils reaches `share`.
  func percentile(_ share: Double) -> Double {
    var sum = 0.0
    for unit in units {
      sum += unit.pupils
      if sum >= share * pupils { return unit.amount }
    }
    return units[units.count - 1].amount
  }

  /// The median amount, by pupils.
  var median: Double { percentile(0.5) }
  /// The largest less the smallest.
  var range: Double { units[units.count - 1].amount - units[0].amount }
  /// The 95th percentile less the 5th.
  var restrictedRange: Double { percentile(0.95) - percentile(0.05) }
  /// The restricted range over the 5th percentile; nil where that is nought.
  var federalRangeRatio: Double? {
    percentile(0.05) > 0 ? restrictedRange / percentile(0.05) : nil
  }
  /// The standard deviation of all pupils' amounts.
  var standardDeviation: Double {
    (units.reduce(0) { $0 + $1.pupils * ($1.amount - mean) * ($1.amount - mean) } / pupils)
      .squareRoot()
  }
  /// The standard deviation over the mean.
  var coefficientOfVariation: Double { standardDeviation / mean }

  /// The Gini coefficient: 0 where all have the same.
  var gini: Double {
    var below = 0.0
    var sum = 0.0
    for unit in units {
      // Twice the area between the diagonal and the Lorenz curve, unit by unit.
      sum += unit.pupils * unit.amount * (2 * below + unit.pupils - pupils)
      below += unit.pupils
    }
    return sum / (pupils * pupils * mean)
  }

  /// Theil's T; nil where an amount is below nought.
  var theil: Double? { weighted { $0 > 0 ? $0 * log($0) : $0 == 0 ? 0 : nil } }
  /// The mean log deviation; nil where an amount is nought or below.
  var meanLogDeviation: Double? { weighted { $0 > 0 ? -log($0) : nil } }

  /// Atkinson's index for an aversion of ½ or 1; nil where an amount doesn't allow it.
  func atkinson(_ aversion: Double) -> Double? {
    if aversion == 1 { return weighted { $0 > 0 ? log($0) : nil }.map { 1 - exp($0) } }
    return weighted { $0 >= 0 ? pow($0, 1 - aversion) : nil }
      .map { 1 - pow($0, 1 / (1 - aversion)) }
  }

  /// The mean over pupils of a function of amount ÷ mean; nil where it has no value somewhere.
  private func weighted(_ function: (Double) -> Double?) -> Double? {
    var sum = 0.0
    for unit in units {
      guard let value = function(unit.amount / mean) else { return nil }
      sum += unit.pupils * value
    }
    return sum / pupils
  }

  /// The groups' own spreads, by group, and the spread of their means.
  var byGroup: (within: [Dispersion], between: Dispersion?) {
    let groups = Dictionary(grouping: units, by: \.group).sorted { $0.key < $1.key }
      .compactMap { Dispersion($0.value) }
    return (groups, Dispersion(groups.map { Unit(amount: $0.mean, pupils: $0.pupils) }))
  }

  /// The mean of min(1, amount ÷ benchmark): 1 where everybody has at least the benchmark.
  func adequacy(_ benchmark: Double) -> Double {
    units.reduce(0) { $0 + $1.pupils * min(1, $1.amount / benchmark) } / pupils
  }
}
