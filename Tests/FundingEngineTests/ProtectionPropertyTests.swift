import BigInt
import FundingEngine
import FundingModel
import FundingTestSupport
import Testing

/// What must hold of floors and caps on any formula and census.
@Suite struct ProtectionPropertyTests {
  typealias Case = ReferencePropertyTests.Case

  /// A case's formula with other adjustments.
  struct Trial {
    let work: Case
    let allocation: FormulaAllocation
    let factors: Int

    init?(seed: UInt64, _ adjustments: [Adjustment], against: Allocation? = nil) {
      let work = Case(seed: seed)
      let formula = work.formula.with(
        rates: work.formula.rates, adjustments: adjustments, rounding: work.formula.rounding)
      guard
        let allocation = try? Engine(census: work.census).plan(
          formula, rows: work.rows, runRows: work.runRows, year: ReferencePropertyTests.year,
          baselines: [against ?? work.before]
        ).allocation()
      else { return nil }
      self.work = work
      self.allocation = allocation
      factors = formula.factors.count
    }

    /// The share before adjustments, in pennies.
    func before(_ position: Int) -> BigRational {
      BigRational(
        allocation.amounts(at: position).prefix(factors).reduce(0) { $0 + BigInt($1.pence) })
    }

    /// The share, in pennies.
    func after(_ position: Int) -> BigRational {
      BigRational(BigInt(allocation.share(at: position).pence))
    }

    func line(_ index: Int, _ position: Int) -> Money {
      allocation.amounts[position * allocation.lines.count + factors + index]
    }

    /// Baseline × (1 + change), in pennies: this year's pupils are the baseline's.
    func level(_ position: Int, _ change: Int64) -> BigRational? {
      guard let share = work.before.shares[allocation.rows[position]],
        work.census.pupils.heads(ofSchool: allocation.rows[position]) > 0
      else { return nil }
      return BigRational(BigInt(share.pence)) * BigRational(BigInt(1000 + change), over: 1000)
    }
  }

  static let half = BigRational(1, over: 2)
  static let place = Place(line: 1, column: 1)

  static func thousandths(_ number: Int64) -> Amount {
    .constant((try? Rational(Int128(number), over: 1000)) ?? .zero)
  }

  static func protection(_ change: Int64, leavingOut: [String] = []) -> Protection {
    Protection(
      change: thousandths(change), baseline: .run(RandomBaseline.name), place: place,
      leavingOut: leavingOut.map { Protection.LeftOut(name: $0, place: place) })
  }

  static func floor(_ change: Int64, leavingOut: [String] = []) -> Adjustment {
    Adjustment(
      name: "floor", kind: .floor(protection(change, leavingOut: leavingOut)), place: place)
  }

  static func cap(_ change: Int64, scale: Int64, leavingOut: [String] = []) -> Adjustment {
    Adjustment(
      name: "cap",
      kind: .cap(protection(change, leavingOut: leavingOut), scale: thousandths(scale)),
      place: place)
  }

  static func minimum(_ pounds: Int) -> Adjustment {
    Adjustment(
      name: "minimum_per_pupil", kind: .minimumPerPupil(.constant(Rational(pounds))), place: place)
  }

  @Test func `a floor holds to half a penny, and tops nobody up beyond it`() {
    var toppedUp = 0
    for seed in UInt64(0)..<120 {
      let change = Int64(seed % 7) * 10 - 40
      guard let trial = Trial(seed: seed, [Self.floor(change)]) else { continue }
      for position in trial.allocation.rows.indices {
        guard let level = trial.level(position, change) else {
          #expect(trial.line(0, position) == .zero)
          continue
        }
        let after = trial.after(position)
        #expect(after >= level - Self.half, "seed \(seed)")
        #expect(after <= max(trial.before(position), level + Self.half), "seed \(seed)")
        if trial.line(0, position) > .zero { toppedUp += 1 }
      }
    }
    #expect(toppedUp > 30)
  }

  @Test func `a cap takes nothing at 0%, and at 100% all above it, but nothing guaranteed`() {
    var (taken, held) = (0, 0)
    for seed in UInt64(0)..<300 {
      let none = Trial(seed: seed, [Self.cap(-900, scale: 0)])
      let all = Trial(seed: seed, [Self.cap(-900, scale: 1000)])
      let guarded = Trial(
        seed: seed, [Self.minimum(500), Self.cap(-900, scale: 1000), Self.floor(-895)])
      for position in all?.allocation.rows.indices ?? 0..<0 {
        guard let none, let all, let guarded else { continue }
        #expect(none.line(0, position) == .zero)
        let before = all.before(position)
        guard let level = all.level(position, -900) else {
          #expect(all.line(0, position) == .zero)
          continue
        }
        #expect(all.after(position) >= min(before, level - Self.half), "seed \(seed)")
        #expect(all.after(position) <= min(before, level + Self.half), "seed \(seed)")
        if all.line(0, position) < .zero { taken += 1 }
        // Full-time equivalents are asked of the reference, one pupil at a time.
        let row = all.allocation.rows[position]
        let fte = all.work.census.pupils.entries(ofSchool: row).reduce(BigRational.zero) {
          guard
            case .number(let number)? = all.work.census.pupils.column("fte")?[
              Int(all.work.census.pupils.pupils[$1])]
          else { return $0 }
          return $0 + BigRational(number)
            * BigRational(BigInt(all.work.census.pupils.counts[$1]))
        }
        let least = fte * BigRational(50_000)
        let floor = guarded.level(position, -895) ?? .zero
        #expect(guarded.after(position) >= least - BigRational(1), "seed \(seed)")
        #expect(guarded.after(position) >= floor - Self.half, "seed \(seed)")
        if guarded.line(1, position) > all.line(0, position) { held += 1 }
      }
    }
    #expect(taken > 40 && held > 40)
  }

  @Test func `a share held against itself moves by no penny`() throws {
    var checked = 0
    for seed in UInt64(0)..<120 {
      guard let plain = Trial(seed: seed, []) else { continue }
      let first = plain.work.formula.factors[0].name
      let own = Allocation(
        run: RandomBaseline.name, year: ReferencePropertyTests.year, groups: [plain.allocation],
        schoolCount: plain.work.census.schools.count)
      for leavingOut in [[], [first]] {
        let trial = try #require(
          Trial(
            seed: seed,
            [
              Self.floor(0, leavingOut: leavingOut),
              Self.cap(0, scale: 1000, leavingOut: leavingOut),
            ], against: own))
        for position in trial.allocation.rows.indices {
          #expect(trial.line(0, position) == .zero && trial.line(1, position) == .zero)
          checked += 1
        }
      }
    }
    #expect(checked > 200)
  }

  @Test func `a walk ends in the line's exact amount, and its sums can be followed`() throws {
    var walks = 0
    for seed in ReferencePropertyTests.seeds {
      let work = Case(seed: seed)
      guard let plan = try? work.plan(), (try? plan.allocation()) != nil else { continue }
      for position in work.rows.indices {
        guard let statement = try? plan.statement(at: position) else { continue }
        var share = Money.zero
        for line in statement.lines {
          defer { share += line.amount }
          guard line.line.kind == .adjustment else {
            #expect(line.walk.isEmpty)
            continue
          }
          walks += 1
          func value(_ kind: WalkStep.Kind) -> Rational? {
            line.walk.first { $0.kind == kind }?.value
          }
          #expect(line.walk.first == WalkStep(.share, share.pounds, .pounds))
          #expect(line.walk.last?.value == line.exact)
          if let each = value(.guaranteedPerPupil), let pupils = value(.pupils),
            let guaranteed = value(.guaranteed)
          {
            #expect(try each.multiplied(by: pupils) == guaranteed)
            let compared = value(.shareCompared) ?? share.pounds
            #expect(line.exact == max(.zero, try guaranteed.subtracting(compared)))
          }
          if let scaled = value(.scaled), value(.scaledToTotal) == nil {
            let rooms = line.walk.filter { $0.kind == .mostTaken }.compactMap(\.value)
            #expect(try line.exact.negated() == ([scaled] + rooms).min())
          }
        }
      }
    }
    #expect(walks > 200)
  }
}
