import FundingModel

/// The year groups that a school can have, as its sector and the name of its type tell.
struct YearRange: Hashable {
  /// Indices into `StandardFields.yearGroups`.
  let years: ClosedRange<Int>

  /// Reception's index; the two nursery years come before it.
  static let reception = 2

  /// The index of a numbered year.
  static func year(_ number: Int) -> Int { reception + number }

  init(_ years: ClosedRange<Int>) { self.years = years }

  /// Reads the type's name, as the address list of schools has it: `Infants & Juniors`,
  /// `Middle (ages 4-19)`, `Special (without post-16 provision)`.
  ///
  /// Any other name allows every year of the sector.
  init(sector: String, schoolType: String?) {
    let type = schoolType?.lowercased() ?? ""
    let whole: ClosedRange<Int> =
      switch sector {
      case "nursery": 0...1
      case "primary": 0...Self.year(6)
      case "secondary": Self.year(7)...Self.year(14)
      default: 0...Self.year(14)
      }
    years = (Self.ages(in: type) ?? Self.stages(in: type)).map { $0.clamped(to: whole) } ?? whole
  }

  /// The years of `ages 11-16`: a child of age 11 at the end of August is in Year 7, and one who
  /// turns 16 in the school year is in Year 11.
  ///
  /// From age 3 means both nursery years, of which the first takes children in the year in which
  /// they turn 3.
  private static func ages(in type: String) -> ClosedRange<Int>? {
    let numbers = type.split { !$0.isNumber }.compactMap { Int($0) }
    guard type.contains("ages"), numbers.count == 2, numbers[0] < numbers[1] else { return nil }
    let first = numbers[0] <= 3 ? 0 : year(numbers[0] - 4)
    let last = year(numbers[1] - 5)
    return first <= last ? first...last : nil
  }

  private static func stages(in type: String) -> ClosedRange<Int>? {
    if type.contains("without post-16") { return 0...year(11) }
    let hasNursery = type.contains("nursery")
    let hasInfants = type.contains("infants")
    let hasJuniors = type.contains("juniors")
    guard hasInfants || hasJuniors else { return nil }
    let first = hasNursery ? 0 : hasInfants ? reception : year(3)
    return first...(hasJuniors ? year(6) : year(2))
  }
}
