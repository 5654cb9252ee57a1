/// A measure of integrated curriculum and financial planning.
///
/// - Source: the measures as ASCL and the Department for Education define them; the curriculum bonus
///   as ASCL does, on 27 pupils a class.
public enum StaffingMeasure: String, Hashable, Sendable, CaseIterable {
  /// Periods a cycle taught to year groups and mixed classes, and other teaching periods.
  case teachingPeriods = "total_teaching_periods"
  /// Pupils ÷ teachers.
  case pupilTeacherRatio = "pupil_teacher_ratio"
  /// Pupils × periods per cycle ÷ total teaching periods.
  case classSize = "average_class_size"
  /// Total teaching periods ÷ teachers.
  case teacherLoad = "average_teacher_load"
  /// Total teaching periods ÷ (periods per cycle × teachers).
  case contactRatio = "contact_ratio"
  /// Teacher cost ÷ teachers.
  case teacherCost = "average_teacher_cost"
  /// Teacher cost ÷ total teaching periods.
  case lessonCost = "cost_per_lesson"
  /// Teacher cost as a percentage of income.
  case teacherCostOfIncome = "teacher_cost_pct_income"
  /// Teacher cost as a percentage of expenditure.
  case teacherCostOfSpending = "teacher_cost_pct_expenditure"
  /// Income ÷ pupils.
  case incomePerPupil = "income_per_pupil"
  /// Income − expenditure.
  case balance = "in_year_balance"
  /// Income − expenditure as a percentage of income.
  case balanceOfIncome = "in_year_balance_pct"
  /// Total teaching periods ÷ (target contact ratio × periods per cycle).
  case teachersNeeded = "teachers_for_target_contact"
  /// Pupils ÷ pupils a class × periods per cycle.
  case basicCurriculum = "curriculum_basic_periods"
  /// Total teaching periods − the basic curriculum.
  case curriculumBonus = "curriculum_bonus_periods"
  /// The curriculum bonus as a percentage of the basic curriculum.
  case bonusPercent = "curriculum_bonus_pct"

  /// What a measure counts.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Periods in one timetable cycle.
    case periods = "periods/cycle"
    /// Pupils for each teacher.
    case pupilsPerTeacher = "pupils/teacher"
    /// Pupils in a class.
    case pupilsPerClass = "pupils/class"
    /// Periods a cycle for each teacher.
    case periodsPerTeacher = "periods/cycle/teacher"
    /// A plain ratio.
    case ratio
    /// Pounds a year for each teacher.
    case poundsPerTeacher = "£/teacher"
    /// Pounds a year for each period of the cycle.
    case poundsPerPeriod = "£/period"
    /// Pounds a year for each pupil.
    case poundsPerPupil = "£/pupil"
    /// Pounds.
    case pounds = "£"
    /// Per cent: 17 for 17%.
    case percent = "%"
    /// Full-time equivalent teachers.
    case teachers
  }

  /// What it counts.
  public var unit: Unit {
    switch self {
    case .teachingPeriods, .basicCurriculum, .curriculumBonus: .periods
    case .pupilTeacherRatio: .pupilsPerTeacher
    case .classSize: .pupilsPerClass
    case .teacherLoad: .periodsPerTeacher
    case .contactRatio: .ratio
    case .teacherCost: .poundsPerTeacher
    case .lessonCost: .poundsPerPeriod
    case .teacherCostOfIncome, .teacherCostOfSpending, .balanceOfIncome, .bonusPercent: .percent
    case .incomePerPupil: .poundsPerPupil
    case .balance: .pounds
    case .teachersNeeded: .teachers
    }
  }

  /// The figures that it can't do without.
  public var figures: [StaffingFigure] {
    switch self {
    case .teachingPeriods: [.teacherPeriods, .otherPeriods]
    case .pupilTeacherRatio: [.pupils, .teachers]
    case .classSize, .curriculumBonus, .bonusPercent:
      [.pupils, .periodsPerCycle, .teacherPeriods, .otherPeriods]
    case .teacherLoad: [.teacherPeriods, .otherPeriods, .teachers]
    case .contactRatio: [.teacherPeriods, .otherPeriods, .periodsPerCycle, .teachers]
    case .teacherCost: [.teacherCost, .teachers]
    case .lessonCost: [.teacherCost, .teacherPeriods, .otherPeriods]
    case .teacherCostOfIncome: [.teacherCost, .income]
    case .teacherCostOfSpending: [.teacherCost, .expenditure]
    case .incomePerPupil: [.income, .pupils]
    case .balance, .balanceOfIncome: [.income, .expenditure]
    case .teachersNeeded: [.teacherPeriods, .otherPeriods, .periodsPerCycle]
    case .basicCurriculum: [.pupils, .periodsPerCycle]
    }
  }

  /// The figures whose sum or product it divides by; none where it divides by nothing.
  public var divisors: [StaffingFigure] {
    switch self {
    case .teachingPeriods, .basicCurriculum, .curriculumBonus, .balance: []
    case .pupilTeacherRatio, .teacherLoad, .teacherCost: [.teachers]
    case .classSize, .lessonCost: [.teacherPeriods, .otherPeriods]
    case .contactRatio: [.periodsPerCycle, .teachers]
    case .teacherCostOfIncome, .balanceOfIncome: [.income]
    case .teacherCostOfSpending: [.expenditure]
    case .incomePerPupil: [.pupils]
    case .teachersNeeded: [.periodsPerCycle]
    case .bonusPercent: [.pupils, .periodsPerCycle]
    }
  }

  /// Whether it means something else where the timetable cycle has another length.
  ///
  /// A school of 50 periods a fortnight teaches twice the periods of one of 25 a week.
  public var dependsOnCycle: Bool {
    switch unit {
    case .periods, .periodsPerTeacher, .poundsPerPeriod: true
    case .pupilsPerTeacher, .pupilsPerClass, .ratio, .poundsPerTeacher, .poundsPerPupil, .pounds,
      .percent, .teachers:
      false
    }
  }

  /// Whether schools of different size can be set side by side by it.
  public var isComparable: Bool {
    switch self {
    case .teachingPeriods, .balance, .teachersNeeded, .basicCurriculum, .curriculumBonus: false
    case .pupilTeacherRatio, .classSize, .teacherLoad, .contactRatio, .teacherCost, .lessonCost,
      .teacherCostOfIncome, .teacherCostOfSpending, .incomePerPupil, .balanceOfIncome,
      .bonusPercent:
      true
    }
  }
}

/// What a measure comes to at a school.
public enum MeasureValue: Hashable, Sendable {
  /// The value, exactly.
  case value(Rational)
  /// Nothing, since the file leaves these figures blank.
  case missing([StaffingFigure])
  /// Nothing, since these figures come to nought and it divides by them.
  case dividesByZero([StaffingFigure])
  /// Nothing that is shown.
  case keptBack(Reason)

  /// Why a value is not shown.
  public enum Reason: Hashable, Sendable {
    /// The school has fewer teachers than this.
    case fewTeachers(Int)
    /// The school's figures would tell of a few pupils.
    case fewPupils
  }

  /// The value; nil where there is none.
  public var exact: Rational? {
    switch self {
    case .value(let value): value
    case .missing, .dividesByZero, .keptBack: nil
    }
  }

  /// Whether there is a value that is not shown.
  public var isKeptBack: Bool {
    switch self {
    case .keptBack: true
    case .value, .missing, .dividesByZero: false
    }
  }
}
