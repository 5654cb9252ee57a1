import FundingBatch
import FundingFiles
import FundingModel
import Testing

/// The measures of integrated curriculum and financial planning, worked out by hand.
@Suite struct StaffingTests {
  static let header =
    "school,sector,language,fsm_pct,pupils,periods_per_cycle,teacher_periods,other_periods,"
    + "teachers_fte,teacher_cost,support_cost,other_cost,income\n"

  static let bands = try? StaffingBandsFile(
    source: SourceFile(reading: Self.root + "/scenarios/data/staffing/bands.yaml")
  ).bands

  private static let root = #filePath.split(separator: "/").dropLast(3)
    .reduce("") { $0 + "/" + $1 }

  private func result(_ rows: String, header: String = Self.header) throws -> StaffingResult {
    let file = try StaffingFile(
      source: SourceFile(path: "staffing.csv", bytes: Array((header + rows).utf8)))
    return StaffingAnalysis.result(of: file.rows, bands: try #require(Self.bands))
  }

  private func exact(_ top: Int128, _ bottom: Int128 = 1) throws -> MeasureValue {
    .value(try Rational(top, over: bottom))
  }

  /// The published example: 1,200 pupils ÷ 27 × 25 = 30,000/27 = 1,111.1 periods; 1,300 are taught,
  /// 1,300 − 10,000/9 = 1,700/9 = 188.9 more, which is 1,700/9 ÷ 10,000/9 = 17%.
  @Test func `1,200 pupils, 25 periods and 1,300 taught make a curriculum bonus of 17 per cent`()
    throws
  {
    let school = try result("6704001,secondary,,,1200,25,1250,50,,,,,\n").schools[0]
    #expect(school[.teachingPeriods] == (try exact(1300)))
    #expect(school[.basicCurriculum] == (try exact(10_000, 9)))
    #expect(school[.curriculumBonus] == (try exact(1_700, 9)))
    #expect(school[.bonusPercent] == (try exact(17)))
    // Nothing is said of teachers and money, so nothing is worked out of them.
    #expect(school[.contactRatio] == .missing([.teachers]))
    #expect(school[.teacherCost] == .missing([.teacherCost, .teachers]))
    #expect(school[.balance] == .missing([.income, .expenditure]))
  }

  /// A primary school of 210 pupils: 7 classes of 25 periods and 10 more are 185; 9.25 teachers.
  ///
  /// Costs 555,000 + 185,000 + 110,000 = 850,000; income 833,000: 17,000 short.
  @Test func `a primary school's measures are those that a hand works out`() throws {
    let school = try result(
      "6702001,primary,EM,20,210,25,175,10,9.25,555000,185000,110000,833000\n"
    ).schools[0]
    let expected: [(StaffingMeasure, Int128, Int128)] = [
      (.teachingPeriods, 185, 1),
      (.pupilTeacherRatio, 21_000, 925),  // 22.7
      (.classSize, 5_250, 185),  // 210 × 25 ÷ 185 = 28.4
      (.teacherLoad, 20, 1),  // 185 ÷ 9.25
      (.contactRatio, 4, 5),  // 20 of 25
      (.teacherCost, 60_000, 1),
      (.lessonCost, 3_000, 1),
      (.teacherCostOfIncome, 55_500_000, 833_000),  // 66.6%
      (.teacherCostOfSpending, 55_500_000, 850_000),  // 65.3%
      (.incomePerPupil, 833_000, 210),
      (.balance, -17_000, 1),
      (.balanceOfIncome, -1_700_000, 833_000),  // −2.04%
      (.teachersNeeded, 18_500, 1_950),  // 185 ÷ (0.78 × 25) = 9.49
      (.basicCurriculum, 5_250, 27),  // 194.4
      (.curriculumBonus, -255, 27),  // 185 − 194.4: fewer periods than classes of 27 need
      (.bonusPercent, -25_500, 5_250),
    ]
    #expect(expected.map(\.0) == StaffingMeasure.allCases)
    for (measure, top, bottom) in expected {
      #expect(school[measure] == (try exact(top, bottom)), "\(measure)")
    }
  }

  /// At the edge a value belongs to the band above it: England's contact ratio 'green < 0.80'.
  @Test(arguments: [
    ("69.99", StaffingBand.wellBelow), ("70", .justBelow), ("73.99", .justBelow),
    ("74", .within), ("79.99", .within), ("80", .justAbove), ("81.99", .justAbove),
    ("82", .wellAbove),
  ])
  func `a contact ratio's band is England's, edges exact`(periods: String, band: StaffingBand)
    throws
  {
    // With 10 periods a cycle and 10 teachers, periods taught are hundredths of contact.
    let result = try result("6704001,secondary,,,100,10,\(periods),0,10,,,,\n")
    #expect(result.band(of: .contactRatio, at: result.schools[0]) == band)
  }

  @Test func `a deficit of five per cent is just below, more is well below, a surplus within`()
    throws
  {
    let rows = [("105", StaffingBand.justBelow), ("105.01", .wellBelow), ("100", .within)]
    for (spent, band) in rows {
      let result = try result("6704001,secondary,,,1,1,1,0,1,\(spent),0,0,100\n")
      #expect(result.band(of: .balanceOfIncome, at: result.schools[0]) == band)
    }
  }

  @Test func `a special school and one without a sector have no band`() throws {
    for sector in ["special", ""] {
      let result = try result("6707001,\(sector),,,80,25,400,0,16,,,,\n")
      #expect(result.schools[0][.contactRatio].exact == Rational.one)
      #expect(result.band(of: .contactRatio, at: result.schools[0]) == nil)
    }
  }

  @Test func `what divides by nought has no value and says by what`() throws {
    let school = try result("6704001,secondary,,,100,25,0,0,0,1000,0,0,0\n").schools[0]
    #expect(school[.pupilTeacherRatio] == .dividesByZero([.teachers]))
    #expect(school[.classSize] == .dividesByZero([.teacherPeriods, .otherPeriods]))
    #expect(school[.teacherCostOfIncome] == .dividesByZero([.income]))
    #expect(school[.balance] == (try exact(-1000)))
    // Of two divisors only the one that is nought is named.
    #expect(school[.contactRatio] == .dividesByZero([.teachers]))
    let empty = try result("6704001,secondary,,,0,25,10,0,1,1000,0,0,0\n").schools[0]
    #expect(empty[.bonusPercent] == .dividesByZero([.pupils]))
  }

  @Test func `spending that is given in part names the part that is missing`() throws {
    // Teachers and other costs are given, support is blank.
    let school = try result("6704001,secondary,,,100,25,10,0,1,1000,,500,2000\n").schools[0]
    #expect(school[.balance] == .missing([.supportCost]))
    #expect(school[.teacherCostOfSpending] == .missing([.supportCost]))
    // Support alone is given: what teachers cost is missing for both reasons, and named once.
    let other = try result("6704001,secondary,,,100,25,10,0,1,,300,,2000\n").schools[0]
    #expect(other[.teacherCostOfSpending] == .missing([.teacherCost, .otherCost]))
  }

  @Test func `periods by year group and mixed classes add up, and so do costs`() throws {
    let header =
      "school,pupils,periods_per_cycle,periods_R,periods_1,periods_mixed,other_periods,"
      + "teacher_cost,support_cost,other_cost,income\n"
    let school = try result("6702001,54,25,25,10,15,5,1.50,2.25,3,10\n", header: header).schools[0]
    #expect(school[.teachingPeriods] == (try exact(55)))
    #expect(school[.balance] == (try exact(325, 100)))  // 10 − 6.75
    // A blank among the year groups leaves the sum unknown.
    let blank = try result("6702001,54,25,25,,15,5,1.50,2.25,3,10\n", header: header).schools[0]
    #expect(blank[.teachingPeriods] == .missing([.teacherPeriods]))
  }
}

/// Families: who is compared with whom.
@Suite struct SchoolFamilyTests {
  private func result(_ rows: [String]) throws -> StaffingResult {
    let text = StaffingTests.header + rows.map { $0 + "\n" }.joined()
    let file = try StaffingFile(source: SourceFile(path: "s.csv", bytes: Array(text.utf8)))
    return StaffingAnalysis.result(of: file.rows, bands: try #require(StaffingTests.bands))
  }

  /// A school with so many pupils and teachers, all else alike.
  private func row(
    _ number: Int, _ sector: String, _ language: String, _ meals: String, pupils: Int,
    teachers: Int = 10, cycle: Int = 25
  ) -> String {
    "\(number),\(sector),\(language),\(meals),\(pupils),\(cycle),200,0,\(teachers),,,,"
  }

  @Test func `five schools alike in all four are a family, and the sixth, larger one is not in it`()
    throws
  {
    let result = try result(
      (1...5).map { row(6_702_000 + $0, "primary", "WM", "12", pupils: 200 + $0, teachers: $0) }
        + [row(6_702_009, "primary", "WM", "12", pupils: 400)])
    let family = result.families[try #require(result.schools[0].family)]
    #expect(family.members == [0, 1, 2, 3, 4])
    #expect(result.schools[0].widenings.isEmpty)
    #expect(
      family.traits == [
        .sector("primary"), .size(from: 200, below: 400), .language(.welsh),
        .deprivation(from: Rational(10), below: Rational(20)),
      ])
    // 201, 202/2, 203/3, 204/4, 205/5 pupils a teacher: ascending 41, 51, 67.67, 101, 201.
    let spread = try #require(result.spread(of: .pupilTeacherRatio, around: result.schools[0]))
    #expect(spread.schools == 5)
    #expect(spread.lower == Rational(51) && spread.upper == Rational(101))
    #expect(spread.median == (try Rational(203, over: 3)))
    // The larger school has none of its size: it gives up deprivation and language in vain, then size.
    let larger = result.schools[5]
    #expect(larger.widenings == [.tooFew(.deprivation), .tooFew(.language), .tooFew(.size)])
    #expect(result.families[try #require(larger.family)].members == [0, 1, 2, 3, 4, 5])
  }

  @Test func `an all-age school is never compared with another sector, however few there are`()
    throws
  {
    let result = try result(
      (1...6).map { row(6_704_000 + $0, "secondary", "EM", "12", pupils: 900) }
        + [row(6_705_001, "middle", "EM", "12", pupils: 900)])
    let school = try #require(result.schools.last)
    #expect(result.families[try #require(school.family)].members == [6])
    let spread = try #require(result.spread(of: .pupilTeacherRatio, around: school))
    #expect(spread == StaffingResult.Spread(schools: 1, lower: nil, median: nil, upper: nil))
  }

  @Test func `periods are compared only between schools of the same cycle, ratios between all`()
    throws
  {
    let result = try result(
      (1...5).map { row(6_704_000 + $0, "secondary", "EM", "12", pupils: 900) }
        + [row(6_704_009, "secondary", "EM", "12", pupils: 900, cycle: 50)])
    let school = result.schools[0]
    #expect(result.spread(of: .teacherLoad, around: school)?.schools == 5)
    #expect(result.spread(of: .contactRatio, around: school)?.schools == 6)
    #expect(result.spread(of: .teachingPeriods, around: school) == nil)
  }

  @Test func `what isn't known of a school is no criterion of its family, and is said`() throws {
    let result = try result(
      (1...5).map { row(6_702_000 + $0, "primary", "", "", pupils: 150) }
        + [row(6_702_009, "", "EM", "12", pupils: 150)])
    #expect(result.schools[0].widenings == [.unknown(.language), .unknown(.deprivation)])
    #expect(result.schools[5].family == nil)
  }

  @Test func `the rows' order changes nothing`() throws {
    let rows = (1...7).map { row(6_702_000 + $0, "primary", "EM", "12", pupils: 90 + 5 * $0) }
    let (one, other) = (try result(rows), try result(rows.reversed()))
    #expect(one.families == other.families)
    #expect(one.schools.map(\.row) == other.schools.map(\.row))
    #expect(one.schools.map(\.values) == other.schools.map(\.values))
  }

  @Test func `blanks are taken from the schools file, and what differs is named`() throws {
    let table = try SchoolsFile(
      source: SourceFile(
        path: "schools.csv",
        bytes: Array(
          """
          school,name,authority,sector,pupils,language,fsm_three_year_pct
          6702001,Ysgol Un,670,primary,210,WM,18.5
          6702002,School Two,670,primary,100,EM,30

          """.utf8))
    ).table
    let rows = try StaffingFile(
      source: SourceFile(
        path: "s.csv", bytes: Array("school,pupils,teachers_fte\n6702001,,10\n6702002,99,5\n".utf8))
    ).rows
    let (completed, disagreeing) = StaffingAnalysis.completed(rows, from: table)
    #expect(completed[0].name == "Ysgol Un" && completed[0][.pupils] == Rational(210))
    #expect(
      completed[0].kind
        == StaffingRow.Kind(
          authority: 670, sector: "primary", language: "WM",
          freeMealsPercent: try Rational(37, over: 2)))
    #expect(disagreeing == [6_702_002] && completed[1][.pupils] == Rational(99))
  }
}
