import FundingEngine
import FundingModel

/// Small formulae and censuses for cases worked out by hand.
enum Sample {
  static let year = FundingYear(start: 2024)
  static let place = Place(line: 7, column: 3)
  static let title = BilingualText(en: "Title", cy: "Teitl")

  /// So many pence, in pounds.
  static func pence(_ pence: Int) -> Rational { fraction(pence, 100) }

  static func fraction(_ top: Int, _ bottom: Int) -> Rational {
    guard let value = try? Rational(Int128(top), over: Int128(bottom)) else {
      preconditionFailure("a sample's denominator is not nought")
    }
    return value
  }

  static func field(_ name: String, _ level: FieldLevel) -> FieldReference {
    FieldReference(name: name, level: level, place: Place(line: 9, column: 5))
  }

  /// A group of pupils alike: their year group, full-time equivalent, and how many.
  typealias Pupils = (yearGroup: String?, fte: Rational?, count: Int64)

  /// One school a list of pupils, numbered from 6600001, all primary.
  static func census(
    _ schools: [[Pupils]], columns: [String: [Rational?]] = [:], authorities: [Int]? = nil
  ) -> Census {
    let numbers = schools.indices.map { 6_600_001 + $0 }
    let all = schools.flatMap(\.self)
    var starts = [0]
    for pupils in schools { starts.append((starts.last ?? 0) + pupils.count) }
    return Census(
      schools: SchoolTable(
        numbers: numbers, names: numbers.map(String.init),
        authorities: authorities ?? numbers.map { _ in 660 },
        sectors: numbers.map { _ in "primary" }, statedPupils: numbers.map { _ in nil },
        budgetPerPupil: numbers.map { _ in nil },
        columns: columns.sorted { $0.key < $1.key }.map { name, values in
          Column(
            field: StandardFields.school.first { $0.name == name }
              ?? Field(name, .school, .number(.number), meaning: title),
            values: values.map { $0.map { .number($0) } })
        }, areModelled: true),
      pupils: PupilTable(
        columns: [
          Column(
            field: StandardFields.pupil[0],
            values: all.map { $0.yearGroup.map { .category($0) } }),
          Column(field: StandardFields.pupil[1], values: all.map { $0.fte.map { .number($0) } }),
        ], starts: starts, pupils: all.indices.map(Int32.init), counts: all.map(\.count)))
  }

  static func rate(
    _ axes: [RateAxis], _ cells: [([RateKey], Rational)], otherwise: Rational? = nil,
    unit: Unit = .pounds / .pupil, from: FundingYear = year
  ) -> Rate {
    Rate(
      name: "rate", unit: unit, axes: axes,
      tables: [
        DatedTable(
          from: from,
          cells: cells.map { RateCell(keys: $0.0, value: $0.1, path: [], place: place) },
          otherwise: otherwise.map { RateCell(keys: [], value: $0, path: [], place: place) })
      ], sources: [], place: place)
  }

  static func factor(
    _ each: Factor.Each, _ amount: Amount, where condition: Condition? = nil,
    name: String = "factor"
  ) -> Factor {
    Factor(
      name: name, title: title, purpose: .basic, regulation: .other, structure: .assumed,
      each: each, condition: condition, amount: amount, place: place)
  }

  static func formula(
    _ factors: [Factor], rates: [Rate] = [], definitions: [Definition] = [],
    adjustments: [Adjustment.Kind] = [], rounding: RoundingPolicy = .standard
  ) -> Formula {
    Formula(
      name: "sample", path: "formulas/sample.yaml", reach: .any, year: year, title: title,
      status: .illustrative, sources: [], rates: rates, definitions: definitions,
      factors: factors,
      adjustments: adjustments.map { Adjustment(name: "adjustment", kind: $0, place: place) },
      rounding: rounding)
  }

  /// The pennies of every school's lines.
  static func lines(_ formula: Formula, _ census: Census) throws(EvaluationFailures) -> [[Int64]] {
    let rows = Array(0..<census.schools.count)
    let allocation = try Engine(census: census)
      .plan(formula, rows: rows, runRows: rows, year: year).allocation()
    return rows.map { allocation.amounts(at: $0).map(\.pence) }
  }

  /// What one school of so many full-time pupils gets from one factor for the school.
  static func pence(_ amount: Amount, roll: Int64 = 10, rates: [Rate] = [])
    throws(EvaluationFailures) -> Int64
  {
    let census = census([[("R", .one, roll)]])
    return try lines(formula([factor(.school, amount)], rates: rates), census)[0][0]
  }
}
