/// Whether what few teachers are paid is kept back.
///
/// Where a school has one teacher, its average teacher cost is that person's pay.
public enum PayDisclosure: Hashable, Sendable {
  /// Nothing is kept back: nobody real is in the figures, or nobody has been asked yet.
  case whole
  /// Nothing is kept back, since somebody asked for that.
  case turnedOff
  /// Kept back at schools with fewer teachers than this, full-time equivalent.
  case keptBack(fewerThan: Int)

  /// The fewest teachers whose pay is shown where nothing is said: each of two knows the other's.
  public static let usual = 3
}

extension StaffingMeasure {
  /// Whether what teachers cost can be worked out of it.
  public var tellsOfPay: Bool { figures.contains(.teacherCost) }
}

extension StaffingRow {
  /// Whether a measure tells what the teachers here cost: it is made of that, or of spending that is
  /// nothing else.
  func tells(ofPay measure: StaffingMeasure) -> Bool {
    measure.tellsOfPay
      || measure.figures.contains(.expenditure) && self[.teacherCost] != nil
        && self[.expenditure] == self[.teacherCost]
  }
}

extension StaffingResult {
  /// The same with what few teachers are paid kept back.
  ///
  /// - Parameter threshold: The fewest teachers, full-time equivalent, whose pay is shown; 0 for any.
  ///   A school that doesn't say how many it has may have one.
  /// - Returns: The result; families' quartiles that count such a school are kept back with it, since
  ///   a quartile is a school's own value.
  public func keepingPayBack(fewerThan threshold: Int) -> StaffingResult {
    guard threshold > 0 else {
      return StaffingResult(bands: bands, schools: schools, families: families, pay: .turnedOff)
    }
    return keepingBack(.fewTeachers(threshold), pay: .keptBack(fewerThan: threshold)) {
      row, measure in
      (row[.teachers].map { $0 < Rational(threshold) } ?? true) && row.tells(ofPay: measure)
    }
  }

  /// The same without any measure of some schools, whose figures would tell of a few pupils.
  public func keepingBack(schools numbers: Set<Int>) -> StaffingResult {
    keepingBack(.fewPupils, pay: pay) { row, _ in numbers.contains(row.school) }
  }

  private func keepingBack(
    _ reason: MeasureValue.Reason, pay: PayDisclosure,
    where isKept: (StaffingRow, StaffingMeasure) -> Bool
  ) -> StaffingResult {
    let kept = schools.map { school in
      School(
        row: school.row,
        values: zip(StaffingMeasure.allCases, school.values).map { measure, value in
          value.exact != nil && isKept(school.row, measure) ? .keptBack(reason) : value
        }, family: school.family, widenings: school.widenings)
    }
    return StaffingResult(bands: bands, schools: kept, families: families, pay: pay)
  }

  /// How many schools have a measure that is kept back since they have few teachers.
  public var schoolsKeptBack: Int {
    schools.count { school in
      school.values.contains {
        if case .keptBack(.fewTeachers) = $0 { true } else { false }
      }
    }
  }
}
