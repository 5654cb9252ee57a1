/// A figure of a staffing file, by the name of its column.
public enum StaffingFigure: String, Hashable, Sendable, CaseIterable {
  /// Pupils.
  case pupils
  /// Periods in one timetable cycle, such as 25 a week or 50 a fortnight.
  case periodsPerCycle = "periods_per_cycle"
  /// Periods a cycle that teachers teach year groups and mixed classes.
  case teacherPeriods = "teacher_periods"
  /// Further teaching periods a cycle, such as small groups and support.
  case otherPeriods = "other_periods"
  /// Teachers, full-time equivalent, heads and deputies included.
  case teachers = "teachers_fte"
  /// What the teachers cost in the year, with pension and National Insurance.
  case teacherCost = "teacher_cost"
  /// What support staff cost in the year.
  case supportCost = "support_cost"
  /// All other spending of the year.
  case otherCost = "other_cost"
  /// The year's income.
  case income
  /// The year's spending: given, or the sum of the three costs.
  case expenditure

  /// What spending is the sum of where it isn't given.
  public static let partsOfExpenditure: [StaffingFigure] = [.teacherCost, .supportCost, .otherCost]
}

/// One school's staffing, as its file gives it: what is blank there is nil here, never nought.
public struct StaffingRow: Hashable, Sendable {
  /// What a school is, for the family it is compared with.
  public struct Kind: Hashable, Sendable {
    /// The authority's code.
    public var authority: Int?
    /// The sector.
    public var sector: String?
    /// The language category.
    public var language: String?
    /// Pupils eligible for free school meals, in per cent.
    public var freeMealsPercent: Rational?

    /// Makes a kind of what is known.
    public init(
      authority: Int? = nil, sector: String? = nil, language: String? = nil,
      freeMealsPercent: Rational? = nil
    ) {
      self.authority = authority
      self.sector = sector
      self.language = language
      self.freeMealsPercent = freeMealsPercent
    }
  }

  /// The school's number.
  public let school: Int
  /// Its name.
  public let name: String
  /// What it is.
  public let kind: Kind
  /// Whether the file says that the school and its figures are made up.
  public let isMadeUp: Bool
  private let figures: [StaffingFigure: Rational]

  /// Makes a row; money is in pounds.
  public init(
    school: Int, name: String, kind: Kind, isMadeUp: Bool, figures: [StaffingFigure: Rational]
  ) {
    self.school = school
    self.name = name
    self.kind = kind
    self.isMadeUp = isMadeUp
    self.figures = figures
  }

  /// A figure; nil where the file leaves it blank.
  public subscript(figure: StaffingFigure) -> Rational? { figures[figure] }

  /// The same with what is blank taken from elsewhere, such as the schools file.
  public func completed(name: String, kind other: Kind, pupils: Rational?) -> StaffingRow {
    var figures = figures
    if figures[.pupils] == nil { figures[.pupils] = pupils }
    return StaffingRow(
      school: school, name: self.name.isEmpty ? name : self.name,
      kind: Kind(
        authority: kind.authority ?? other.authority, sector: kind.sector ?? other.sector,
        language: kind.language ?? other.language,
        freeMealsPercent: kind.freeMealsPercent ?? other.freeMealsPercent),
      isMadeUp: isMadeUp, figures: figures)
  }
}
