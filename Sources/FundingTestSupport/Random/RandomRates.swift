import FundingModel

/// One rate of every kind, with values at random and sometimes gaps.
enum RandomRates {
  /// The categories that a field's values are drawn from here.
  static func categories(of field: String) -> [String] {
    switch field {
    case "year_group": ["N1", "N2", "R", "1", "6", "7", "11", "12"]
    case "aln": ["none", "school_idp", "statemented", "la_idp"]
    case "sector": ["nursery", "primary", "secondary"]
    case "language": ["WM", "EM", "DS"]
    case "school_type": ["C", "VA", "F"]
    case "authority": ["660", "661", "662"]
    default: ["true", "false"]
    }
  }

  static func make(_ random: inout SplitMix64, year: FundingYear) -> [Rate] {
    let roll = RateAxis.bands(of: "roll", unit: .pupil, interpolated: false)
    let joined = RateAxis.bands(of: "roll", unit: .pupil, interpolated: true)
    let area = RateAxis.bands(of: "floor_area", unit: .squareMetre, interpolated: false)
    let decile = RateAxis.numbers(of: "wimd_decile", unit: .number)
    let deciles = RateAxis.bands(of: "wimd_decile", unit: .number, interpolated: random.chance(50))
    let axes: [[RateAxis]] = [
      [], [.field("year_group")], [.field("sector"), .field("aln")], [roll], [joined], [.labels],
      [decile], [.field("authority")], [.field("fsm"), .labels], [.field("sector"), area],
      [joined, .field("sector")], [deciles], [.field("language"), joined, .field("aln")],
      [roll, area],
    ]
    return axes.enumerated().map { index, axes in
      rate(index, axes, &random, year)
    }
  }

  private static func rate(
    _ index: Int, _ axes: [RateAxis], _ random: inout SplitMix64, _ year: FundingYear
  ) -> Rate {
    let place = Place(line: 2, column: index + 1)
    var tables: [DatedTable] = []
    let isDated = random.chance(30)
    let isLate = random.chance(3)
    for offset in 0..<(isDated ? 3 : 1) {
      let from = FundingYear(start: year.start + offset - (isLate ? 0 : 1) + (isLate ? 1 : 0))
      let hasOtherwise = !axes.isEmpty && random.chance(85)
      var cells: [RateCell] = []
      for keys in keys(of: axes[...], &random, isFull: !hasOtherwise && random.chance(80)) {
        cells.append(
          RateCell(keys: keys, value: value(&random), path: [], place: place))
      }
      tables.append(
        DatedTable(
          from: from, cells: cells,
          otherwise: hasOtherwise
            ? RateCell(keys: [], value: value(&random), path: ["otherwise"], place: place) : nil))
    }
    return Rate(
      name: "rate_\(index)", unit: random.chance(60) ? .pounds / .pupil : .number, axes: axes,
      tables: tables, isDated: isDated, sources: [], place: place)
  }

  private static func value(_ random: inout SplitMix64) -> Rational {
    let scale = random.pick([1, 2, 10, 100, 200, 1000])
    return (try? Rational(Int128(random.below(200 * scale) - 10), over: Int128(scale))) ?? .one
  }

  /// Keys for every cell, as nested maps would give them.
  private static func keys(
    of axes: ArraySlice<RateAxis>, _ random: inout SplitMix64, isFull: Bool
  ) -> [[RateKey]] {
    guard let axis = axes.first else { return [[]] }
    var own: [RateKey] = []
    switch axis {
    case .field(let name): own = groups(of: categories(of: name), &random, isFull: isFull)
    case .labels: own = [.categories(["fsm"]), .categories(["eal"])]
    case .numbers:
      own = [
        .range(Rational(1), Rational(2)), .range(Rational(3), Rational(3)),
        .range(Rational(4), isFull ? nil : Rational(8)),
      ]
    case .bands: own = bands(&random, isFull: isFull)
    }
    var result: [[RateKey]] = []
    for key in own {
      for rest in keys(of: axes.dropFirst(), &random, isFull: isFull) {
        result.append([key] + rest)
      }
    }
    return result
  }

  private static func groups(
    of categories: [String], _ random: inout SplitMix64, isFull: Bool
  ) -> [RateKey] {
    var groups: [[String]] = [[categories[0]]]
    for category in categories.dropFirst() {
      if random.chance(40) {
        groups[groups.count - 1].append(category)
      } else {
        groups.append([category])
      }
    }
    return groups.filter { _ in isFull || random.chance(85) }.map { .categories($0) }
  }

  private static func bands(_ random: inout SplitMix64, isFull: Bool) -> [RateKey] {
    var lower = isFull ? Rational(-1_000_000) : Rational(random.below(4))
    var keys: [RateKey] = []
    for _ in 0..<1 + random.below(3) {
      let width = Rational(2 + random.below(30))
      let upper = (try? (isFull && keys.isEmpty ? .zero : lower).adding(width)) ?? lower
      keys.append(.range(lower, upper))
      // The next begins at the end, one beyond it, or after a gap.
      lower = (try? upper.adding(Rational(isFull ? random.below(2) : random.below(4)))) ?? upper
    }
    if isFull || random.chance(60) { keys.append(.range(lower, nil)) }
    return keys.shuffled(using: &random)
  }
}
