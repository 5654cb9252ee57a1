internal import FundingModel
internal import Synchronization

/// A census made ready for evaluation: columns by index, full-time equivalents as whole numbers,
/// and the counts that formulae ask for, each made once.
final class PackedCensus: Sendable {
  let census: Census
  let schoolColumns: [PackedColumn]
  let pupilColumns: [PackedColumn]
  /// The heads of each school.
  let heads: [Int64]
  /// The full-time equivalent of each school, in units of `1 / unitsPerPupil`.
  let units: [Int64]
  /// How many units make one full-time pupil.
  let unitsPerPupil: Int64
  /// Where a pupil somewhere has no full-time equivalent: its column.
  let incompleteFTE: Int?
  /// The most heads or units of any school, whatever their sign.
  let mostWeight: Int64
  /// Whether every count fits; where one doesn't, nothing is worked out.
  let countsFit: Bool
  private let schoolIndex: [String: Int]
  private let pupilIndex: [String: Int]
  private let marginals = Mutex<[[Int]: Marginal]>([:])
  /// The pupils by all their columns, which every other marginal is added up from.
  private let finest: Marginal

  init(_ census: Census) {
    precondition(census.pupils.counts.allSatisfy { $0 >= 0 }, "a count of pupils is below zero")
    self.census = census
    schoolColumns = Self.schoolColumns(of: census.schools)
    pupilColumns = census.pupils.columns.map(PackedColumn.init)
    schoolIndex = Self.index(schoolColumns)
    pupilIndex = Self.index(pupilColumns)
    let measure = PupilMeasure(census.pupils, fte: pupilColumns[pupilIndex["fte"] ?? 0])
    heads = measure.heads
    units = measure.units
    unitsPerPupil = measure.unitsPerPupil
    finest = Marginal(of: census.pupils, unitsOf: measure.unitsOf)
    mostWeight = measure.mostWeight
    countsFit = measure.fits
    incompleteFTE = measure.isIncomplete ? pupilIndex["fte"] : nil
  }

  /// The index of a column; nil where the data has none.
  func column(_ name: String, _ level: FieldLevel) -> Int? {
    switch level {
    case .pupil: pupilIndex[name]
    case .school: schoolIndex[name]
    }
  }

  /// A column by its index.
  func column(_ index: Int, _ level: FieldLevel) -> PackedColumn {
    switch level {
    case .pupil: pupilColumns[index]
    case .school: schoolColumns[index]
    }
  }

  /// The pupils counted by some pupil columns, which must ascend.
  ///
  /// They are added up from the shortest marginal that is known and has these columns: which one
  /// that is changes nothing, since cells are numbered and stand in the pupils' order.
  func marginal(by columns: [Int]) -> Marginal {
    let (known, finer) = marginals.withLock { known in
      (
        known[columns],
        known.values.filter { Set(columns).isSubset(of: $0.columns) }
          .min { $0.cells.count < $1.cells.count } ?? finest
      )
    }
    if let known { return known }
    let made = Marginal(by: columns, from: finer, packed: pupilColumns)
    return marginals.withLock { known in
      if let earlier = known[columns] { return earlier }
      known[columns] = made
      return made
    }
  }

  /// Whether a pupil of a school has no full-time equivalent.
  func lacksFTE(_ row: Int) -> Bool {
    guard let incompleteFTE else { return false }
    let column = pupilColumns[incompleteFTE]
    return census.pupils.entries(ofSchool: row).contains { entry in
      let code = Int(column.codes[Int(census.pupils.pupils[entry])])
      return census.pupils.counts[entry] > 0 && (code < 0 || column.numbers[code] == nil)
    }
  }

  /// The columns of the schools, with those that the table tells in another way.
  private static func schoolColumns(of schools: SchoolTable) -> [PackedColumn] {
    var columns = schools.columns.filter { $0.field.name != "roll" }.map(PackedColumn.init)
    let known = Set(columns.map(\.field.name))
    for field in StandardFields.school where !known.contains(field.name) {
      switch field.name {
      case "sector":
        columns.append(
          PackedColumn(Column(field: field, values: schools.sectors.map { .category($0) })))
      case "authority":
        columns.append(
          PackedColumn(
            Column(field: field, values: schools.authorities.map { .category(String($0)) })))
      case "months_open":
        columns.append(PackedColumn(field, always: .number(Rational(12)), count: schools.count))
      default: break
      }
    }
    return columns
  }

  private static func index(_ columns: [PackedColumn]) -> [String: Int] {
    Dictionary(
      columns.indices.map { (columns[$0].field.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Heads and full-time equivalents as whole numbers.
private struct PupilMeasure {
  var heads: [Int64] = []
  var units: [Int64] = []
  var unitsOf: [Int64]
  var unitsPerPupil: Int64 = 1
  var mostWeight: Int64 = 0
  var isIncomplete = false
  var fits = true

  init(_ pupils: PupilTable, fte: PackedColumn) {
    let schools = pupils.starts.count - 1
    unitsOf = [Int64](repeating: 0, count: pupils.distinctCount)
    heads = [Int64](repeating: 0, count: schools)
    units = heads
    guard let common = Int64.commonDenominator(of: fte.numbers.compactMap(\.self)) else {
      fits = false
      return
    }
    unitsPerPupil = common
    for pupil in 0..<pupils.distinctCount where fte.codes[pupil] >= 0 {
      guard let number = fte.numbers[Int(fte.codes[pupil])] else { continue }
      let (value, overflow) = number.numerator.multipliedReportingOverflow(
        by: Int128(common) / number.denominator)
      guard !overflow, let small = Int64(exactly: value) else {
        fits = false
        return
      }
      unitsOf[pupil] = small
    }
    var most: Int128 = 0
    for row in 0..<schools {
      var sums: (heads: Int128, units: Int128, size: Int128) = (0, 0, 0)
      for entry in pupils.entries(ofSchool: row) where pupils.counts[entry] > 0 {
        let pupil = Int(pupils.pupils[entry])
        let count = Int128(pupils.counts[entry])
        if fte.codes[pupil] < 0 || fte.numbers[Int(fte.codes[pupil])] == nil { isIncomplete = true }
        sums.heads += count
        sums.units += count * Int128(unitsOf[pupil])
        sums.size += count * Int128(unitsOf[pupil].magnitude)
      }
      most = max(most, sums.heads, sums.size)
      guard most <= Int128(Int64.max / 2) else {
        fits = false
        return
      }
      heads[row] = Int64(sums.heads)
      units[row] = Int64(sums.units)
    }
    mostWeight = Int64(most)
  }
}

extension FixedWidthInteger where Self: SignedInteger {
  /// The least common denominator of some numbers; nil where it doesn't fit.
  static func commonDenominator(of numbers: some Sequence<Rational>) -> Self? {
    var common: Int128 = 1
    for number in numbers {
      guard common % number.denominator != 0 else { continue }
      // The lowest terms of common ÷ denominator keep what the denominator lacks.
      guard let ratio = try? Rational(common, over: number.denominator) else { return nil }
      let (product, overflow) = common.multipliedReportingOverflow(by: ratio.denominator)
      guard !overflow, product <= Int128(Self.max) else { return nil }
      common = product
    }
    return Self(common)
  }
}
