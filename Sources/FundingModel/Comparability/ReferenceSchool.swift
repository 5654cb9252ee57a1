/// A school made up to stand under every formula alike, to see what each would pay it.
///
/// It is nobody's school and belongs to no authority: it is given each formula's own.
public struct ReferenceSchool: Hashable, Sendable {
  /// The sector.
  public let sector: String
  /// The pupils, in heads.
  public let pupils: Int
  /// The share of them eligible for free school meals, in per cent.
  public let freeMealsPercent: Int

  /// Makes a school.
  public init(sector: String, pupils: Int, freeMealsPercent: Int) {
    self.sector = sector
    self.pupils = pupils
    self.freeMealsPercent = freeMealsPercent
  }

  /// What tables call it: `primary-210-fsm20`.
  public var name: String { "\(sector)-\(pupils)-fsm\(freeMealsPercent)" }

  /// The share of free school meals at which formulae are set side by side on a page.
  public static let middleFreeMealsPercent = 20

  /// Every reference school: primary, then secondary; by pupils, then by free school meals.
  public static let all: [ReferenceSchool] = [
    ("primary", [30, 100, 210, 420]), ("secondary", [600, 1_000, 1_500]),
  ].flatMap { sector, sizes in
    sizes.flatMap { pupils in
      [10, middleFreeMealsPercent, 40].map {
        ReferenceSchool(sector: sector, pupils: pupils, freeMealsPercent: $0)
      }
    }
  }
}
