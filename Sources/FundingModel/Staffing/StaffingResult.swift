/// What a staffing file comes to: each school's measures, against bands and families.
public struct StaffingResult: Sendable {
  /// One school.
  public struct School: Sendable {
    /// Its row.
    public let row: StaffingRow
    /// Its measures, in the order of `StaffingMeasure.allCases`.
    public let values: [MeasureValue]
    /// Its family: an index into the result's; nil where its sector isn't known.
    public let family: Int?
    /// What the family had to leave out, in order.
    public let widenings: [FamilyWidening]

    /// Makes a school of a value for each measure.
    public init(
      row: StaffingRow, values: [MeasureValue], family: Int?, widenings: [FamilyWidening]
    ) {
      precondition(values.count == StaffingMeasure.allCases.count, "a value for each measure")
      self.row = row
      self.values = values
      self.family = family
      self.widenings = widenings
    }

    /// What a measure comes to.
    public subscript(measure: StaffingMeasure) -> MeasureValue {
      guard let index = StaffingMeasure.allCases.firstIndex(of: measure) else {
        preconditionFailure("every measure has a value")
      }
      return values[index]
    }
  }

  /// How a measure lies in a family.
  public struct Spread: Hashable, Sendable {
    /// The schools that have a value.
    public let schools: Int
    /// The lower quartile; nil where the schools are too few.
    public let lower: Rational?
    /// The median; nil where the schools are too few.
    public let median: Rational?
    /// The upper quartile; nil where the schools are too few.
    public let upper: Rational?
    /// Whether the three are kept back, since a school's value is.
    public let isKeptBack: Bool

    /// Makes a spread.
    public init(
      schools: Int, lower: Rational?, median: Rational?, upper: Rational?, isKeptBack: Bool = false
    ) {
      self.isKeptBack = isKeptBack
      self.schools = schools
      self.lower = lower
      self.median = median
      self.upper = upper
    }
  }

  /// What the measures are held against.
  public let bands: StaffingBands
  /// The schools, by number.
  public let schools: [School]
  /// The families that schools have, by what they have in common.
  public let families: [SchoolFamily]
  /// Whether what few teachers are paid is kept back.
  public let pay: PayDisclosure

  /// Makes a result.
  public init(
    bands: StaffingBands, schools: [School], families: [SchoolFamily], pay: PayDisclosure = .whole
  ) {
    self.pay = pay
    self.bands = bands
    self.schools = schools
    self.families = families
  }

  /// Whether any school is made up.
  public var areMadeUp: Bool { schools.contains { $0.row.isMadeUp } }

  /// The band of a school's measure; nil where it has none.
  public func band(of measure: StaffingMeasure, at school: School) -> StaffingBand? {
    school[measure].exact.flatMap {
      bands[measure]?.band(of: $0, sector: school.row.kind.sector)
    }
  }

  /// How a measure lies in a school's family; nil without one, and for measures of a school's size.
  ///
  /// A measure that goes by the timetable's cycle is set only against schools of the same cycle.
  /// - Rounding: none. A quartile is the smallest value that at least a quarter of the schools do
  ///   not exceed, the median a half, the upper quartile three quarters: always a school's own value.
  public func spread(of measure: StaffingMeasure, around school: School) -> Spread? {
    guard measure.isComparable, let family = school.family else { return nil }
    if measure.dependsOnCycle, school.row[.periodsPerCycle] == nil { return nil }
    let members = families[family].members.map { schools[$0] }
      .filter {
        !measure.dependsOnCycle || $0.row[.periodsPerCycle] == school.row[.periodsPerCycle]
      }
    let values = members.compactMap { $0[measure].exact }.sorted()
    let kept = members.count { $0[measure].isKeptBack }
    guard kept == 0 else {
      return Spread(
        schools: values.count + kept, lower: nil, median: nil, upper: nil, isKeptBack: true)
    }
    guard values.count >= bands.families.smallest else {
      return Spread(schools: values.count, lower: nil, median: nil, upper: nil)
    }
    func quantile(_ quarters: Int) -> Rational { values[(values.count * quarters + 3) / 4 - 1] }
    return Spread(
      schools: values.count, lower: quantile(1), median: quantile(2), upper: quantile(3))
  }
}
