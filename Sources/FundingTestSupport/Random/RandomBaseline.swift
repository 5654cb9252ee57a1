public import FundingModel

/// A run made at random, for floors and caps to be held against.
public enum RandomBaseline {
  /// The run's name.
  public static let name = "before"

  /// An allocation of some schools of a census; its factors are called as a formula's, in another
  /// order and with one more among them.
  public static func make(
    _ random: inout SplitMix64, of formula: Formula, census: Census
  ) -> Allocation {
    var lines = [
      AllocationLine(
        kind: .factor, name: "another", title: BilingualText(en: "Another", cy: "Arall"),
        purpose: .other, regulation: .other)
    ]
    lines += formula.factors.reversed().map {
      AllocationLine(
        kind: .factor, name: $0.name, title: $0.title, purpose: $0.purpose,
        regulation: $0.regulation)
    }
    let rows = (0..<census.schools.count).filter { _ in random.chance(85) }
    var amounts: [Money] = []
    for _ in 0..<rows.count * lines.count {
      amounts.append(Money(pence: Int64(random.below(3_000_000) - 200_000)))
    }
    return Allocation(
      run: name, year: formula.year,
      groups: [FormulaAllocation(formula: formula, rows: rows, lines: lines, amounts: amounts)],
      schoolCount: census.schools.count)
  }
}
