public import BigInt
public import FundingModel

/// Why the reference can't work something out.
public struct ReferenceFailure: Error, Hashable, Sendable {
  /// The factor, definition or adjustment; empty until known.
  public var part = ""
  /// Where, where one place is to blame.
  public var place: Place?
  /// Why.
  public let reason: EvaluationFailure.Reason
}

/// Every reason met at once.
struct ReferenceFailures: Error {
  var all: Set<ReferenceFailure>

  init(_ reason: EvaluationFailure.Reason, _ place: Place?) {
    all = [ReferenceFailure(place: place, reason: reason)]
  }

  init(_ all: Set<ReferenceFailure>) { self.all = all }
}

/// Funds schools the slow, obvious way: every pupil by itself, every expression as written, in
/// fractions without bounds.
///
/// It shares nothing with the engine but the formula and the census.
public struct ReferenceEngine {
  let formula: Formula
  let census: Census
  let rows: [Int]
  let runRows: [Int]
  let year: FundingYear
  let baselines: [Allocation]

  /// Makes an engine for one formula and its schools.
  public init(
    _ formula: Formula, census: Census, rows: [Int], runRows: [Int], year: FundingYear,
    baselines: [Allocation] = []
  ) {
    self.baselines = baselines
    self.formula = formula
    self.census = census
    self.rows = rows
    self.runRows = runRows
    self.year = year
  }

  /// What came of it.
  public enum Outcome: Sendable {
    /// Each school's lines, in pennies.
    case pennies([[BigInt]])
    /// Every reason met.
    case failures(Set<ReferenceFailure>)
  }

  /// Works out every school's lines.
  public func outcome() -> Outcome {
    var failures: Set<ReferenceFailure> = []
    var exact = [[BigRational?]](
      repeating: Array(repeating: nil, count: formula.factors.count), count: rows.count)
    for (index, factor) in formula.factors.enumerated() {
      if case .quantum(let total, let scope) = factor.each {
        do throws(ReferenceFailures) {
          let pennies = try shareOut(total, within: scope, factor)
          for position in rows.indices {
            exact[position][index] = BigRational(pennies[position], over: 100)
          }
        } catch {
          failures.formUnion(named(error, factor.name, factor.place))
        }
        continue
      }
      for position in rows.indices {
        do throws(ReferenceFailures) {
          exact[position][index] = try amount(of: factor, row: rows[position])
        } catch {
          failures.formUnion(named(error, factor.name, factor.place))
        }
      }
    }
    // Only the schools that can be worked out so far, each with its row.
    var lines: [(row: Int, pennies: [BigInt])] = []
    for position in rows.indices {
      let known = exact[position].compactMap(\.self)
      guard known.count == formula.factors.count else { continue }
      lines.append((rows[position], rounded(known)))
    }
    for adjustment in formula.adjustments {
      var next: [(row: Int, pennies: [BigInt])] = []
      for (row, pennies) in lines {
        do throws(ReferenceFailures) {
          next.append((row, pennies + [try adjust(pennies, by: adjustment, row: row)]))
        } catch {
          failures.formUnion(named(error, adjustment.name, adjustment.place))
        }
      }
      lines = next
      if case .cap(_, _, .given) = adjustment.kind, failures.isEmpty {
        let held = holdToTotal(lines.map(\.pennies))
        for index in lines.indices { lines[index].pennies = held[index] }
      }
    }
    return failures.isEmpty ? .pennies(lines.map(\.pennies)) : .failures(failures)
  }

  func named(_ failures: ReferenceFailures, _ part: String, _ place: Place)
    -> Set<ReferenceFailure>
  {
    Set(
      failures.all.map { failure in
        guard failure.part.isEmpty else { return failure }
        var named = failure
        named.part = part
        named.place = failure.place ?? place
        return named
      })
  }

  private func amount(of factor: Factor, row: Int) throws(ReferenceFailures) -> BigRational {
    switch factor.each {
    case .pupil, .head:
      return try sum(overPupilsOf: row) { pupil throws(ReferenceFailures) in
        if let condition = factor.condition {
          guard try holds(condition, row: row, pupil: pupil) else { return .zero }
        }
        let each = try value(factor.amount, row: row, pupil: pupil)
        return factor.each == .pupil ? each * (try fte(pupil)) : each
      }
    case .school, .place:
      if let condition = factor.condition {
        guard try holds(condition, row: row, pupil: nil) else { return .zero }
      }
      let each = try value(factor.amount, row: row, pupil: nil)
      guard factor.each == .place else { return each }
      let places = try schoolField("places", row: row, place: nil)
      guard case .number(let number) = places else {
        throw ReferenceFailures(.noValue(field: "places", level: .school), nil)
      }
      return each * BigRational(number)
    case .quantum: preconditionFailure("a quantum is shared out")
    }
  }

  /// Rounds each factor, or the sum with the lines made to fit.
  private func rounded(_ exact: [BigRational]) -> [BigInt] {
    let hundred = BigRational(100)
    let mode = formula.rounding.mode
    let isQuantum = formula.factors.map { factor in
      if case .quantum = factor.each { true } else { false }
    }
    if let step = formula.rounding.factor {
      return exact.indices.map { index in
        isQuantum[index]
          ? (exact[index] * hundred).floor
          : (exact[index].rounded(to: BigRational(step), mode) * hundred).rounded(mode)
      }
    }
    let share = (exact.reduce(.zero, +) * hundred).rounded(mode)
    var pennies = exact.map { ($0 * hundred).floor }
    // A penny at a time to whoever is shortest of its exact amount.
    while pennies.reduce(0, +) < share {
      let lacking = exact.indices.map { exact[$0] * hundred - BigRational(pennies[$0]) }
      let most = lacking.max() ?? .zero
      pennies[lacking.firstIndex(of: most) ?? 0] += 1
    }
    return pennies
  }

  private func adjust(_ lines: [BigInt], by adjustment: Adjustment, row: Int)
    throws(ReferenceFailures) -> BigInt
  {
    let share = lines.reduce(0, +)
    switch adjustment.kind {
    case .partYear:
      var months = BigRational(12)
      if census.schools.column("months_open") != nil {
        guard
          case .number(let number) = try schoolField(
            "months_open", row: row, place: adjustment.place)
        else {
          throw ReferenceFailures(
            .noValue(field: "months_open", level: .school), adjustment.place)
        }
        months = BigRational(number)
      }
      let after = BigRational(share) * months / BigRational(12)
      return after.rounded(formula.rounding.mode) - share
    case .minimumPerPupil(let amount):
      let minimum = try value(amount, row: row, pupil: nil)
      let pupils = try sum(overPupilsOf: row) { pupil throws(ReferenceFailures) in
        try fte(pupil)
      }
      let top = minimum * pupils * BigRational(100) - BigRational(share)
      return max(0, top.rounded(formula.rounding.mode))
    case .floor(let protection): return try topUp(lines, protection, row: row)
    case .cap(let protection, let scale, let total):
      if total == .given { try checkFloors(before: adjustment) }
      return try take(lines, protection, scale: scale, row: row)
    case .extra(let extra): return try part(of: extra, row: row)
    }
  }

  /// Adds something up over a school's pupils, one by one, meeting every failure.
  func sum(
    overPupilsOf row: Int, _ work: (Int) throws(ReferenceFailures) -> BigRational
  ) throws(ReferenceFailures) -> BigRational {
    var sum = BigRational.zero
    var failures: Set<ReferenceFailure> = []
    for entry in census.pupils.entries(ofSchool: row) {
      let pupil = Int(census.pupils.pupils[entry])
      for _ in 0..<census.pupils.counts[entry] {
        do throws(ReferenceFailures) { sum = sum + (try work(pupil)) } catch {
          failures.formUnion(error.all)
        }
      }
    }
    guard failures.isEmpty else { throw ReferenceFailures(failures) }
    return sum
  }

  func fte(_ pupil: Int) throws(ReferenceFailures) -> BigRational {
    guard case .number(let number) = census.pupils.column("fte")?[pupil] else {
      throw ReferenceFailures(.noValue(field: "fte", level: .pupil), nil)
    }
    return BigRational(number)
  }
}
