internal import Diagnostics
internal import FundingModel

extension StaffingRow {
  /// The most of any number that is no money.
  private static let most = Rational(1_000_000)
  /// What an amount may be, in pounds; income and costs are not negative.
  private static let pounds: ClosedRange<Int64> = 0...1_000_000_000

  /// Reads the reader's row; nil, and every mistake noted, where it has any.
  init?(_ reader: inout CSVReader, _ columns: StaffingColumns) {
    let school = reader.required(column: columns.school) { text throws(DataMistake) in
      guard let number = SchoolNumber.number(text) else { throw .notSchoolNumber(text) }
      return number
    }
    let name = columns["name"].flatMap { reader.text(ofColumn: $0) } ?? ""
    let isMadeUp = columns["made_up"].flatMap { column in
      reader.value(ofColumn: column) { text throws(DataMistake) in
        guard let flag = CellValue.flag(text) else {
          throw .notFlag(column: "made_up", text: text)
        }
        return flag
      }
    }
    let kind = Self.kind(&reader, columns)
    var figures: [StaffingFigure: Rational] = [:]
    for figure in StaffingFigure.allCases {
      guard let column = columns[figure.rawValue] else { continue }
      figures[figure] = Self.value(&reader, of: figure, in: column)
    }
    Self.addPeriods(&reader, columns, to: &figures)
    Self.addExpenditure(&reader, columns, to: &figures)
    guard reader.rowIsGood, let school else { return nil }
    self.init(
      school: school, name: name, kind: kind, isMadeUp: isMadeUp ?? false, figures: figures)
  }

  private static func kind(_ reader: inout CSVReader, _ columns: StaffingColumns) -> Kind {
    func category(_ name: String, _ domain: CategoryDomain) -> String? {
      columns[name].flatMap { column in
        reader.value(ofColumn: column) { text throws(DataMistake) in
          guard domain.names.contains(text) else {
            throw .unknownCategory(column: name, text: text, known: domain.names)
          }
          return text
        }
      }
    }
    let authority = columns["authority"].flatMap { column in
      reader.value(ofColumn: column) { text throws(DataMistake) in
        guard let authority = Authority.named(text) else { throw .unknownAuthority(text) }
        return authority.code
      }
    }
    let meals = columns["fsm_pct"].flatMap { column in
      reader.value(ofColumn: column) { text throws(DataMistake) in
        try plain(text, column: "fsm_pct", most: Rational(100))
      }
    }
    return Kind(
      authority: authority, sector: category("sector", StandardFields.sectors),
      language: category("language", StandardFields.languages), freeMealsPercent: meals)
  }

  private static func value(
    _ reader: inout CSVReader, of figure: StaffingFigure, in column: Int
  ) -> Rational? {
    reader.value(ofColumn: column) { text throws(DataMistake) in
      switch figure {
      case .pupils, .periodsPerCycle, .teacherPeriods, .otherPeriods, .teachers:
        try plain(text, column: figure.rawValue, most: most)
      case .teacherCost, .supportCost, .otherCost, .income, .expenditure:
        try CellValue.money(text, column: figure.rawValue, pounds).pounds
      }
    }
  }

  /// A number from nought, of at most four decimals, so that exact ratios of such numbers fit.
  private static func plain(
    _ text: String, column: String, most: Rational
  ) throws(DataMistake) -> Rational {
    let number = try CellValue.number(text, column: column)
    guard !number.isNegative, number <= most, 10_000 % number.denominator == 0 else {
      throw .outOfRange(
        column: column, text: text,
        range: "0 to \(Int(most.numerator).grouped), with at most four decimals")
    }
    return number
  }

  /// Adds periods by year group up, where every such column of the row is filled.
  private static func addPeriods(
    _ reader: inout CSVReader, _ columns: StaffingColumns,
    to figures: inout [StaffingFigure: Rational]
  ) {
    guard !columns.periods.isEmpty else { return }
    let parts = columns.periods.map { name, column in
      reader.value(ofColumn: column) { text throws(DataMistake) in
        try plain(text, column: name, most: most)
      }
    }
    settle(
      .teacherPeriods, to: parts, in: columns, from: "the periods by year group", &reader, &figures)
  }

  /// Adds the three costs up, where all are given.
  private static func addExpenditure(
    _ reader: inout CSVReader, _ columns: StaffingColumns,
    to figures: inout [StaffingFigure: Rational]
  ) {
    settle(
      .expenditure,
      to: StaffingFigure.partsOfExpenditure.map { figures[$0] }, in: columns,
      from: "teacher_cost, support_cost and other_cost", &reader, &figures)
  }

  /// Sets a figure to the sum of its parts, or holds it against them where the file gives both.
  private static func settle(
    _ figure: StaffingFigure, to parts: [Rational?], in columns: StaffingColumns,
    from what: String, _ reader: inout CSVReader, _ figures: inout [StaffingFigure: Rational]
  ) {
    var sum = Rational.zero
    for part in parts {
      guard let part, let next = try? sum.adding(part) else { return }
      sum = next
    }
    guard let given = figures[figure], let column = columns[figure.rawValue] else {
      figures[figure] = sum
      return
    }
    guard given != sum else { return }
    reader.note(
      .doesNotAddUp(
        column: figure.rawValue, text: reader.text(ofColumn: column) ?? "", parts: what,
        sum: sum.description),
      inColumn: column)
  }
}
