import FundingModel

/// Which of one school's pupils a formula's conditions are for.
struct PupilReading {
  /// The census.
  let census: Census
  /// The school's row.
  let row: Int
  /// The heads of each of the school's entries of pupils alike.
  let heads: [Int64]
  /// The full-time equivalent of one pupil of each entry.
  let ftes: [Double]
  /// For each entry its kind of pupil.
  private let pupils: [Int]

  /// Looks at a school's pupils.
  init(census: Census, row: Int) {
    self.census = census
    self.row = row
    let entries = census.pupils.entries(ofSchool: row)
    heads = entries.map { census.pupils.counts[$0] }
    pupils = entries.map { Int(census.pupils.pupils[$0]) }
    let column = census.pupils.column("fte")
    let values = column?.domain.map { value -> Double in
      guard case .number(let fte) = value else { return 1 }
      return fte.approximate
    }
    ftes = pupils.map { pupil in
      guard let code = column?.codes[pupil], code >= 0 else { return 1 }
      return values?[Int(code)] ?? 1
    }
  }

  /// How many heads of each entry another year of the same kinds of pupils has.
  func heads(in year: Census) -> [Int64] {
    var heads = [Int64](repeating: 0, count: pupils.count)
    var place = 0
    // Both ascend by kind, and no later year has a kind that the first has not.
    for entry in year.pupils.entries(ofSchool: row) {
      while place < pupils.count, pupils[place] != Int(year.pupils.pupils[entry]) { place += 1 }
      guard place < pupils.count else { break }
      heads[place] = year.pupils.counts[entry]
    }
    return heads
  }

  /// Whether a condition holds for each entry; nil where that can't be read off the data alone.
  func holds(_ condition: Condition) -> [Bool?] { pupils.map { holds(condition, $0) } }

  /// The entries that a statement's readings are about.
  func matches(_ readings: [FieldReading]) -> [Bool] {
    var matches = [Bool](repeating: true, count: pupils.count)
    for reading in readings {
      let column = census.pupils.column(reading.field)
      let code = column?.domain.firstIndex(of: reading.value).map { Int32($0) }
      guard let column, let code else { return matches.map { _ in false } }
      for (entry, pupil) in pupils.enumerated() where column.codes[pupil] != code {
        matches[entry] = false
      }
    }
    return matches
  }

  /// The entries in groups of the same values of some fields; fields of schools tell none apart.
  func kinds(by fields: Set<String>) -> [[Bool]] {
    let columns = fields.sorted().compactMap { census.pupils.column($0) }
    let codes = pupils.map { pupil in columns.map { $0.codes[pupil] } }
    var found: [[Int32]] = []
    for code in codes where !found.contains(code) { found.append(code) }
    return found.map { kind in codes.map { $0 == kind } }
  }

  private func holds(_ condition: Condition, _ pupil: Int) -> Bool? {
    switch condition {
    case .always(let isAlways): return isAlways
    case .flag(let field):
      guard case .flag(let flag)? = value(field, pupil) else { return nil }
      return flag
    case .among(let field, let names):
      guard let value = value(field, pupil) else { return nil }
      return names.contains(value.description)
    case .compare(let left, let comparison, let right):
      guard let left = number(left, pupil), let right = number(right, pupil) else { return nil }
      return comparison.holds(left, right)
    case .within(let amount, let low, let high):
      guard let amount = number(amount, pupil), let low = number(low, pupil),
        let high = number(high, pupil)
      else { return nil }
      return low <= amount && amount <= high
    case .and(let left, let right):
      let (left, right) = (holds(left, pupil), holds(right, pupil))
      if left == false || right == false { return false }
      return left == nil || right == nil ? nil : true
    case .or(let left, let right):
      let (left, right) = (holds(left, pupil), holds(right, pupil))
      if left == true || right == true { return true }
      return left == nil || right == nil ? nil : false
    case .not(let inner): return holds(inner, pupil).map { !$0 }
    }
  }

  private func value(_ field: FieldReference, _ pupil: Int) -> FieldValue? {
    switch field.level {
    case .pupil: census.pupils.column(field.name)?[pupil]
    case .school: census.schools.column(field.name)?[row]
    }
  }

  private func number(_ amount: Amount, _ pupil: Int) -> Rational? {
    switch amount {
    case .constant(let number): return number
    case .field(let field):
      guard case .number(let number)? = value(field, pupil) else { return nil }
      return number
    case .rate, .definition, .negate, .sum, .difference, .product, .quotient, .call, .choice,
      .pupils, .heads, .sumOverPupils, .meanOverPupils, .overAuthority, .overRun:
      return nil
    }
  }
}

extension Rational {
  /// About this number: for what is no money.
  ///
  /// Numbers of 64 bits take a shorter way to the same figure.
  var approximate: Double {
    guard let numerator = Int64(exactly: numerator), let denominator = Int64(exactly: denominator)
    else { return Double(numerator) / Double(denominator) }
    return Double(numerator) / Double(denominator)
  }
}
