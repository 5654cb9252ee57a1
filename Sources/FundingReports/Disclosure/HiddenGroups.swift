import FundingModel

/// Which groups of schools of any kind (by sector, size, language and so on) keep figures back.
///
/// - Invariant: of a kind other than all, sector and authority, either no group keeps figures back or
///   at least two, so that none is what the others leave of the whole.
struct HiddenGroups {
  private let figures: HiddenFigures
  private var values: [GainsByGroup.Kind: Set<String>] = [:]

  /// Looks where the schools are that are kept back.
  ///
  /// Beside a group that is alone of its kind in holding some, the one with the fewest schools is
  /// kept back.
  init(_ figures: HiddenFigures, in groups: SchoolGroups, of schools: SchoolTable) {
    self.figures = figures
    guard !figures.schools.isEmpty else { return }
    for kind in GainsByGroup.Kind.allCases {
      var counts: [String: Int] = [:]
      var found: Set<String> = []
      for row in 0..<schools.count {
        guard let value = groups.value(kind, row: row) else { continue }
        counts[value, default: 0] += 1
        if figures.hides(school: schools.numbers[row]) { found.insert(value) }
      }
      let others = groups.values(kind).filter { counts[$0] != nil && !found.contains($0) }
      if found.count == 1, let least = others.min(by: { counts[$0] ?? 0 < counts[$1] ?? 0 }) {
        found.insert(least)
      }
      values[kind] = found
    }
  }

  /// Whether a group's gains, losses, extremes and pupils that gain or lose are kept back.
  func hides(_ kind: GainsByGroup.Kind, _ value: String) -> Bool {
    group(kind, value).map(figures.hidesMeasures) ?? (values[kind]?.contains(value) ?? false)
  }

  /// Whether the sum of a group's changes is kept back.
  ///
  /// By sector, by authority and for Wales it is the difference of two sums that are shown, as long
  /// as all schools that are kept back are compared.
  func hidesChange(_ kind: GainsByGroup.Kind, _ value: String, comparesAll: Bool) -> Bool {
    guard let group = group(kind, value), comparesAll else { return hides(kind, value) }
    return figures.hidesSums(of: group)
  }

  /// The group as sums are made of it; nil for a kind by which none are.
  private func group(_ kind: GainsByGroup.Kind, _ value: String) -> HiddenFigures.Group? {
    switch kind {
    case .all: .wales
    case .sector: HiddenFigures.Group(authority: nil, sector: value)
    case .authority: HiddenFigures.Group(authority: Int(value), sector: nil)
    case .size, .language, .freeMeals, .rural: nil
    }
  }
}
