import FundingModel

/// Works measures out of a school's figures, exactly.
struct MeasureArithmetic {
  let row: StaffingRow
  let bands: StaffingBands

  /// What a measure comes to.
  func value(of measure: StaffingMeasure) -> MeasureValue {
    let missing = missing(measure)
    guard missing.isEmpty else { return .missing(missing) }
    do throws(ArithmeticFailure) {
      return .value(try exact(measure))
    } catch {
      switch error {
      case .divisionByZero: return .dividesByZero(measure.divisors.filter { row[$0] == .zero })
      case .overflow:
        preconditionFailure("a staffing file's figures are bounded, so that ratios of them fit")
      }
    }
  }

  /// The figures that the file leaves blank and the measure can't do without, each once.
  ///
  /// Where spending isn't given and some of its parts are, it is the other parts that are missing.
  private func missing(_ measure: StaffingMeasure) -> [StaffingFigure] {
    measure.figures.filter { row[$0] == nil }.reduce(into: []) { found, figure in
      let parts = figure == .expenditure ? StaffingFigure.partsOfExpenditure : []
      let isInPart = parts.contains { row[$0] != nil }
      for one in isInPart ? parts.filter({ row[$0] == nil }) : [figure]
      where !found.contains(one) { found.append(one) }
    }
  }

  /// The measure's own formula, written once.
  private func exact(_ measure: StaffingMeasure) throws(ArithmeticFailure) -> Rational {
    switch measure {
    case .teachingPeriods: try teaching()
    case .pupilTeacherRatio: try figure(.pupils).divided(by: figure(.teachers))
    case .classSize:
      try figure(.pupils).multiplied(by: figure(.periodsPerCycle)).divided(by: teaching())
    case .teacherLoad: try teaching().divided(by: figure(.teachers))
    case .contactRatio:
      try teaching().divided(by: figure(.periodsPerCycle).multiplied(by: figure(.teachers)))
    case .teacherCost: try figure(.teacherCost).divided(by: figure(.teachers))
    case .lessonCost: try figure(.teacherCost).divided(by: teaching())
    case .teacherCostOfIncome: try percent(figure(.teacherCost), of: figure(.income))
    case .teacherCostOfSpending: try percent(figure(.teacherCost), of: figure(.expenditure))
    case .incomePerPupil: try figure(.income).divided(by: figure(.pupils))
    case .balance: try figure(.income).subtracting(figure(.expenditure))
    case .balanceOfIncome:
      try percent(figure(.income).subtracting(figure(.expenditure)), of: figure(.income))
    case .teachersNeeded:
      try teaching().divided(
        by: bands.contactRatio.value.multiplied(by: figure(.periodsPerCycle)))
    case .basicCurriculum: try basic()
    case .curriculumBonus: try teaching().subtracting(basic())
    case .bonusPercent: try percent(teaching().subtracting(basic()), of: basic())
    }
  }

  private func figure(_ figure: StaffingFigure) -> Rational { row[figure] ?? .zero }

  private func teaching() throws(ArithmeticFailure) -> Rational {
    try figure(.teacherPeriods).adding(figure(.otherPeriods))
  }

  private func basic() throws(ArithmeticFailure) -> Rational {
    try figure(.pupils).divided(by: bands.pupilsPerClass.value)
      .multiplied(by: figure(.periodsPerCycle))
  }

  private func percent(_ part: Rational, of whole: Rational) throws(ArithmeticFailure) -> Rational {
    try part.multiplied(by: Rational(100)).divided(by: whole)
  }
}
