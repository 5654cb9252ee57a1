import FundingModel

/// What tables and the report ask before they show a figure; nothing else decides it.
extension HiddenFigures {
  /// Whether nothing of a school is shown.
  func hides(school number: Int) -> Bool { schools.contains(number) }

  /// Whether a line of a school's share is kept back, by itself or with all the school's figures.
  func hides(line name: String, ofSchool number: Int, run: String, year: FundingYear) -> Bool {
    hides(school: number)
      || lines.contains(Line(school: number, run: run, year: year, name: name))
  }

  /// Whether it is kept back who is paired with whom.
  ///
  /// A pair has about the same share of pupils with free meals, so one school's lines tell the other's
  /// number, though its own are kept back.
  func hidesTwins(_ first: Int, _ second: Int, alikeInFreeMeals: Bool) -> Bool {
    [first, second].contains { school in
      hides(school: school) || alikeInFreeMeals && schoolsWithLines.contains(school)
    }
  }

  /// Whether the sums of money and pupils over a group are kept back.
  func hidesSums(of group: Group) -> Bool { groups.contains(group) }

  /// Whether what tells of single schools of a group is kept back: extremes, quantiles, ranks.
  ///
  /// Gains, what lies below an amount and measures of equity have questions of their own, which begin
  /// with this one.
  func hidesMeasures(of group: Group) -> Bool {
    groupsWithHidden.contains(group) || hidesSums(of: group)
  }

  /// Whether a measure of equity between schools of a group, or between authorities, is kept back.
  ///
  /// Of published budgets only what holds them against the pupils that were read. Of a group with many
  /// schools kept back only what is one school's amount, or is counted from it: with ten decimals
  /// that could be told from the roll that makes it whole pence.
  func hidesEquity(
    _ measure: String, between unit: EquityRow.Unit, of group: Group, run: String
  ) -> Bool {
    if run == ReportRun.published, !Self.measuresOfNeed.contains(measure) { return false }
    switch unit {
    case .school:
      return hidesMeasures(of: group)
        && (!groupsWithMany.contains(group) || Self.measuresOfOne.contains(measure))
    case .authority: return groups.contains { $0.authority != nil }
    }
  }

  /// Measures of equity that take the pupils in need.
  private static let measuresOfNeed: Set<String> = [
    "progressivity", "need_slope", "need_correlation", "concentration",
    "horizontal_standard_deviation", "horizontal_coefficient_of_variation",
  ]

  /// Measures of equity that take the amount of a school that stands at some place among all.
  private static let measuresOfOne: Set<String> = [
    "median", "p5", "p95", "range", "restricted_range", "federal_range_ratio", "mcloone",
    "verstegen",
  ]

  /// Whether what an adjustment gives or takes in all is kept back.
  func hidesTotal(of adjustment: String, run: String, year: FundingYear) -> Bool {
    adjustments.contains(AdjustmentTotal(run: run, year: year, name: adjustment))
  }
}

extension HiddenFigures {
  /// Whether a group's gains, losses, extremes and the pupils that gain or lose are kept back.
  ///
  /// - Parameters:
  ///   - kind: What the schools are grouped by.
  ///   - value: The group.
  ///   - schools: The numbers of its compared schools.
  /// - Returns: Whether they are.
  func hidesGains(_ kind: GainsByGroup.Kind, _ value: String, of schools: [Int]) -> Bool {
    (kind.group(value).map(hidesMeasures) ?? false) || schools.contains(where: hides)
  }

  /// Whether the sums of a group's gains and of its losses are kept back.
  ///
  /// Where they are not, extremes and pupils of it may be.
  func hidesGainSums(
    _ kind: GainsByGroup.Kind, _ value: String, run: String, year: FundingYear, of schools: [Int]
  ) -> Bool {
    guard hidesGains(kind, value, of: schools) else { return false }
    return kind.group(value).map {
      !partSums.contains(PartSum(group: $0, run: run, year: year, part: .gainsAndLosses))
    } ?? true
  }

  /// Whether what lies below a benchmark in a group is kept back, in pupils and pounds.
  ///
  /// Published budgets are published: nothing of the pupils that were read is in them.
  func hidesBelow(
    _ benchmark: Money, in group: Group, run: String, year: FundingYear
  ) -> Bool {
    run != ReportRun.published && hidesMeasures(of: group)
      && !partSums.contains(
        PartSum(group: group, run: run, year: year, part: .below(benchmark)))
  }

  /// Whether it is kept back how many schools of a group lie below a benchmark.
  func hidesCount(in group: Group, run: String) -> Bool {
    run != ReportRun.published && hidesSums(of: group)
  }

  /// Whether the sum of a group's changes is kept back.
  ///
  /// By sector, by authority and for Wales it is the difference of two sums that are shown, as long
  /// as all schools that are kept back are compared.
  func hidesChange(
    _ kind: GainsByGroup.Kind, _ value: String, of schools: [Int], comparesAll: Bool
  ) -> Bool {
    guard let group = kind.group(value), comparesAll else {
      return hidesGains(kind, value, of: schools)
    }
    return hidesSums(of: group)
  }
}

extension GainsByGroup.Kind {
  /// Whether sums of money are shown by such groups.
  var isSummed: Bool {
    switch self {
    case .all, .sector, .authority: true
    case .size, .language, .freeMeals, .rural: false
    }
  }

  /// The group as sums are made of it; nil for a kind by which none are.
  func group(_ value: String) -> HiddenFigures.Group? {
    switch self {
    case .all: .wales
    case .sector: HiddenFigures.Group(authority: nil, sector: value)
    case .authority: HiddenFigures.Group(authority: Int(value), sector: nil)
    case .size, .language, .freeMeals, .rural: nil
    }
  }
}

extension HiddenFigures.Group {
  /// All schools.
  static let wales = Self(authority: nil, sector: nil)
}
