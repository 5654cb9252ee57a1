internal import FundingModel

/// What a cap takes from all of a plan's schools, held to what floors give.
struct CapShares: Sendable {
  /// What it would take from all schools, at nought or above.
  let taken: Money
  /// What the floors before it give all schools.
  let given: Money
  /// What the caps before it take from all schools; nil where there is none.
  let takenBefore: Money?
  /// The most that it may take from all schools.
  let most: Money
  /// What it takes from each position of the plan's rows; nil where it may take all it would.
  let parts: [Money]?

  /// Holds a cap's takings to what it may take.
  ///
  /// A part is never above what would be taken, so nothing guaranteed is touched: the total comes
  /// down, and each exact part lies below a whole number of pennies that is its ceiling.
  /// - Parameters:
  ///   - takings: What would be taken from each school, in pennies at nought or above.
  ///   - given: What floors give all schools.
  ///   - takenBefore: What caps before it take from all schools.
  /// - Throws: `overflow`, where a sum is too large.
  init(_ takings: [Money], given: Money, takenBefore: Money?) throws(Trouble) {
    taken = try takings.sum()
    self.given = given
    self.takenBefore = takenBefore
    most = max(.zero, given - (takenBefore ?? .zero))
    guard taken > most else {
      parts = nil
      return
    }
    do throws(Apportionment.Failure) {
      parts = try Apportionment.share(most, by: takings.map(\.pounds))
    } catch {
      throw Trouble(.overflow)
    }
  }
}

/// How a planned cap's total is held.
enum PlannedTotal: Sendable {
  /// It isn't.
  case free
  /// It is what floors give, and they don't all stand before it, or it is too large.
  case trouble(Trouble)
  /// It is what floors give, which is not known yet, or can't be.
  case unknown
  /// It is what floors give.
  case shares(CapShares)

  init(_ total: Adjustment.CapTotal, of cap: Adjustment, in formula: Formula) {
    switch total {
    case .free: self = .free
    case .given:
      let floors = formula.adjustments.enumerated().filter { $0.element.isFloor }
      let own = formula.adjustments.firstIndex { $0.name == cap.name } ?? 0
      if let after = floors.first(where: { $0.offset > own }) {
        self = .trouble(Trouble(.floorAfter(after.element.name)))
      } else if floors.isEmpty {
        self = .trouble(Trouble(.noFloorBefore))
      } else {
        self = .unknown
      }
    }
  }
}

extension Adjustment {
  fileprivate var isFloor: Bool {
    switch kind {
    case .partYear, .minimumPerPupil, .cap, .extra: false
    case .floor: true
    }
  }
}

extension [Money] {
  /// The sum; over many schools it may be beyond what one amount may reach.
  fileprivate func sum() throws(Trouble) -> Money {
    var sum: Int128 = 0
    for money in self { sum += Int128(money.pence) }
    guard let pence = Int64(exactly: sum) else { throw Trouble(.overflow) }
    return Money(pence: pence)
  }
}

extension Plan {
  /// Finds what each cap that is held to a total takes, from all schools at once.
  ///
  /// Where a school can't be worked out no total is known: the plan then only tells failures.
  mutating func findTotals() {
    guard adjustments.contains(where: \.lacksTotal), quantumTroubles.isEmpty else { return }
    var work = PartialAllocation(self, rows.indices)
    work.evaluateFactors()
    var found = adjustments
    for (index, adjustment) in adjustments.enumerated() {
      work.evaluate(adjustment: index)
      guard adjustment.lacksTotal else { continue }
      guard work.log.isEmpty else {
        hasUnknownTotals = true
        return
      }
      do throws(Trouble) {
        let shares = try CapShares(
          line(index, of: work).map { .zero - $0 },
          given: given(before: index, in: work), takenBefore: takenBefore(index, in: work))
        found[index] = adjustment.with(.shares(shares))
        if let parts = shares.parts { work.take(parts, adjustment: index) }
      } catch {
        found[index] = adjustment.with(.trouble(error))
        hasUnknownTotals = true
        break
      }
    }
    adjustments = found
  }

  /// Takes over the totals that the same plan has found.
  mutating func takeTotals(of known: Plan) {
    hasUnknownTotals = known.hasUnknownTotals
    for (index, adjustment) in known.adjustments.enumerated() {
      if case .cap(_, _, let total) = adjustment.kind {
        adjustments[index] = adjustments[index].with(total)
      }
    }
  }

  private func line(_ adjustment: Int, of work: PartialAllocation) -> [Money] {
    rows.indices.map { work.amounts[$0 * lines.count + factors.count + adjustment] }
  }

  private func given(before cap: Int, in work: PartialAllocation) throws(Trouble) -> Money {
    try formula.adjustments.indices.prefix(cap).filter { formula.adjustments[$0].isFloor }
      .flatMap { line($0, of: work) }.sum()
  }

  private func takenBefore(_ cap: Int, in work: PartialAllocation) throws(Trouble) -> Money? {
    let caps = formula.adjustments.indices.prefix(cap).filter { index in
      switch formula.adjustments[index].kind {
      case .partYear, .minimumPerPupil, .floor, .extra: false
      case .cap: true
      }
    }
    guard !caps.isEmpty else { return nil }
    return .zero - (try caps.flatMap { line($0, of: work) }.sum())
  }
}
