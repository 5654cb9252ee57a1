import FundingModel

/// The part of schools' shares that pupil numbers lead: the arithmetic of the 70 per cent rule.
///
/// - Source: School Funding (Wales) Regulations 2010, WSI 2010/824, regulation 23. Special schools
///   are left out of both sides; money for additional learning needs without a statement counts up
///   to 5% of what the schools are allocated. This reads the text's arithmetic; it is no legal
///   advice.
struct PupilLedShare: Hashable {
  /// What counts as led by pupils, other than money for needs without a statement.
  private(set) var counted = Money.zero
  /// Money for additional learning needs without a statement.
  private(set) var unstatemented = Money.zero
  /// Everything that the schools are allocated.
  private(set) var allocated = Money.zero

  /// Adds a school's lines.
  ///
  /// - Parameters:
  ///   - lines: The lines, each with its regulation tag; adjustments count as other.
  ///   - amounts: One amount a line.
  mutating func add(_ lines: [AllocationLine], _ amounts: ArraySlice<Money>) {
    for (line, amount) in zip(lines, amounts) {
      allocated += amount
      guard line.kind == .factor else { continue }
      switch line.regulation {
      case .pupilNumbers, .sameAge, .nurseryPlaces, .alnPlaces, .alnStatemented: counted += amount
      case .alnUnstatemented: unstatemented += amount
      case .other: break
      }
    }
  }

  /// What counts, in pounds: with at most 5% for needs without a statement.
  var numerator: Rational? {
    guard let cap = try? allocated.pounds.divided(by: Rational(20)) else { return nil }
    return try? counted.pounds.adding(min(unstatemented.pounds, cap))
  }

  /// The part of several authorities' shares, each capped for itself; nil where there is nothing
  /// to take a part of.
  static func ratio(of parts: [PupilLedShare]) -> Rational? {
    let allocated = parts.reduce(Money.zero) { $0 + $1.allocated }
    guard allocated > .zero else { return nil }
    var numerator = Rational.zero
    for part in parts {
      guard let one = part.numerator, let sum = try? numerator.adding(one) else { return nil }
      numerator = sum
    }
    return try? numerator.divided(by: allocated.pounds)
  }
}

extension Allocation {
  /// Adds up, school by school, what the rule needs.
  ///
  /// - Returns: for each census row its own figures; nil for special schools and those without a
  ///   share.
  func pupilLed(schools: SchoolTable) -> [PupilLedShare?] {
    var result = [PupilLedShare?](repeating: nil, count: shares.count)
    for group in groups {
      for (position, row) in group.rows.enumerated() where schools.sectors[row] != "special" {
        var share = PupilLedShare()
        share.add(group.lines, group.amounts(at: position))
        result[row] = share
      }
    }
    return result
  }
}

extension PupilLedShare {
  /// The figures of several schools together.
  static func + (left: PupilLedShare, right: PupilLedShare) -> PupilLedShare {
    var sum = left
    sum.counted += right.counted
    sum.unstatemented += right.unstatemented
    sum.allocated += right.allocated
    return sum
  }
}
