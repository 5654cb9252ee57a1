import FundingModel

/// The part of schools' shares that pupil numbers lead: the arithmetic of the 70 per cent rule.
///
/// - Source: School Funding (Wales) Regulations 2010, WSI 2010/824, regulation 23. Special schools
///   are left out of both sides; money for additional learning needs without a statement counts up
///   to 5% of what primary and secondary schools are allocated. This reads the text's arithmetic; it
///   is no legal advice.
struct PupilLedShare: Hashable {
  /// The money of each tag, in the order of `RegulationTag.allCases`.
  private(set) var amounts = [Money](repeating: .zero, count: RegulationTag.allCases.count)
  /// What schools other than nursery schools are allocated.
  private(set) var capBase = Money.zero

  /// Everything that the schools are allocated.
  var allocated: Money { amounts.reduce(.zero, +) }

  /// Adds a school's lines.
  ///
  /// - Parameters:
  ///   - lines: The lines, each with its regulation tag; adjustments count as other.
  ///   - amounts: One amount a line.
  ///   - isNurserySchool: Whether the school is neither primary nor secondary.
  mutating func add(
    _ lines: [AllocationLine], _ amounts: ArraySlice<Money>, isNurserySchool: Bool = false
  ) {
    for (line, amount) in zip(lines, amounts) {
      let tag = line.kind == .factor ? line.regulation : .other
      self.amounts[Self.index(tag)] += amount
      if !isNurserySchool { capBase += amount }
    }
  }

  /// The money of a tag.
  func amount(_ tag: RegulationTag) -> Money { amounts[Self.index(tag)] }

  /// What counts of a tag, in pounds: with at most 5% for needs without a statement.
  func counted(_ tag: RegulationTag) -> Rational? {
    switch tag {
    case .pupilNumbers, .sameAge, .nurseryPlaces, .alnPlaces, .alnStatemented:
      return amount(tag).pounds
    case .alnUnstatemented:
      let part = try? Rational(Int128(RegulationReading.unstatementedPercent), over: 100)
      guard let part, let cap = try? capBase.pounds.multiplied(by: part) else { return nil }
      return min(amount(tag).pounds, cap)
    case .other: return .zero
    }
  }

  /// What counts, in pounds.
  var numerator: Rational? {
    var sum = Rational.zero
    for tag in RegulationTag.allCases {
      guard let part = counted(tag), let next = try? sum.adding(part) else { return nil }
      sum = next
    }
    return sum
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

  /// The figures of several schools together.
  static func + (left: PupilLedShare, right: PupilLedShare) -> PupilLedShare {
    var sum = left
    sum.amounts = zip(left.amounts, right.amounts).map { $0 + $1 }
    sum.capBase += right.capBase
    return sum
  }

  private static func index(_ tag: RegulationTag) -> Int {
    RegulationTag.allCases.firstIndex(of: tag) ?? 0
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
        share.add(
          group.lines, group.amounts(at: position),
          isNurserySchool: schools.sectors[row] == "nursery")
        result[row] = share
      }
    }
    return result
  }
}
