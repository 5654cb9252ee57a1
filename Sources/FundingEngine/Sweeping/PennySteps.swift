internal import FundingModel

/// A plan's adjustments as whole-number arithmetic on pennies.
///
/// A guaranteed amount L and a share s in whole pennies: what is added, round(max(0, L − s)) with
/// halves upwards, is max(0, ⌊L + ½⌋ − s), and what is taken, round(max(0, s − L)), is
/// max(0, s − ⌈L − ½⌉). Rounding never turns an order round, so a least of several may be rounded
/// first.
/// - Invariant: the same pennies as the walk that a statement shows.
struct PennySteps: Sendable {
  /// A level by school, and the factors that are not held against it.
  struct Level: Sendable {
    /// Pennies by school; nil where the school has nothing to be held against.
    let pence: [Rational?]
    /// ⌊L + ½⌋ by school; the least number where there is no level.
    let added: [Int64]
    /// ⌈L − ½⌉ by school; the largest number where there is no level.
    let kept: [Int64]
    /// An index into `leftOut`; nil where nothing is left out.
    let leftOut: Int?
  }
  /// One adjustment.
  enum Step: Sendable {
    /// The share × numerator ÷ denominator.
    case partYear(numerators: [Int64], denominators: [Int64])
    /// Tops up to a level.
    case topUp(Level)
    /// Takes a part of what is above a level, never below the others.
    case take(Level, scales: [Rational], rooms: [Level])
  }

  /// The adjustments, in order.
  private(set) var steps: [Step] = []
  /// The sets of factors that some levels leave out.
  private(set) var leftOut: [[Int]] = []

  /// Takes every adjustment, in order.
  ///
  /// - Parameters:
  ///   - shares: The sums of the schools' factors; afterwards the shares.
  ///   - left: For each set of factors left out, what they give each school.
  /// - Returns: false where only a plain evaluation can tell.
  func apply(to shares: inout [Int64], left: [[Int64]]) -> Bool {
    for step in steps {
      switch step {
      case .partYear(let numerators, let denominators):
        for school in shares.indices {
          let (product, overflow) =
            shares[school].multipliedReportingOverflow(by: numerators[school])
          guard !overflow else { return false }
          shares[school] = RoundedDivision.nearest(
            product, dividedBy: denominators[school], .halfUp)
        }
      case .topUp(let level):
        let (floors, left) = (level.added, level.leftOut.map { left[$0] })
        for school in shares.indices where floors[school] != .min {
          let own = shares[school] &- (left?[school] ?? 0)
          shares[school] &+= max(0, floors[school] &- own)
        }
      case .take(let level, let scales, let rooms):
        guard var taken = Self.taken(above: level, scales, from: shares, left) else {
          return false
        }
        for room in rooms {
          let (kept, left) = (room.kept, room.leftOut.map { left[$0] })
          for school in shares.indices where taken[school] > 0 && kept[school] != .max {
            let own = shares[school] &- (left?[school] ?? 0)
            taken[school] = min(taken[school], max(0, own &- kept[school]))
          }
        }
        for school in shares.indices { shares[school] &-= taken[school] }
      }
    }
    return true
  }

  private static func taken(
    above level: Level, _ scales: [Rational], from shares: [Int64], _ left: [[Int64]]
  ) -> [Int64]? {
    let (limits, left) = (level.kept, level.leftOut.map { left[$0] })
    let isWhole = scales.allSatisfy { $0 == .one }
    var taken = [Int64](repeating: 0, count: shares.count)
    for school in shares.indices where limits[school] != .max {
      let own = shares[school] &- (left?[school] ?? 0)
      if isWhole {
        taken[school] = max(0, own &- limits[school])
      } else {
        guard let part = scaled(own, above: level.pence[school], by: scales[school]) else {
          return nil
        }
        taken[school] = part
      }
    }
    return taken
  }

  /// What is taken at a scale below 1, in pennies; nil where the numbers don't fit.
  private static func scaled(_ own: Int64, above level: Rational?, by scale: Rational) -> Int64? {
    guard let level, let over = try? Rational(Int(own)).subtracting(level),
      let part = try? max(.zero, over).multiplied(by: scale)
    else { return nil }
    return Int64(exactly: part.rounded(.halfUp))
  }
}

extension PennySteps {
  /// A plan's adjustments; nil where only a plain evaluation will do: other halves, a cap held to a
  /// total, money shared out over all schools, numbers too large, or a school that can't be worked out.
  init?(_ plan: Plan) {
    guard plan.formula.rounding.mode == .halfUp || plan.adjustments.isEmpty else { return nil }
    let program = plan.program
    func level(_ protection: PlannedProtection) throws(Trouble) -> [Rational?] {
      var levels: [Rational?] = []
      for (position, row) in plan.rows.enumerated() {
        let change = try program.value(protection.change, Subject(row: row))
        guard change >= Rational(-1) else { throw Trouble(.changeOutOfRange(change)) }
        switch protection.baselines[position] {
        case .trouble(let trouble): throw trouble
        case .absent: levels.append(nil)
        case .known(let share, let leftOut, let pupils):
          let heads = Rational(Int(plan.packed.heads[row]))
          levels.append(
            try exactly { () throws(ArithmeticFailure) in
              var rest = share
              for amount in leftOut { rest = try rest.subtracting(amount) }
              return try rest.divided(by: pupils).multiplied(by: Rational.one.adding(change))
                .multiplied(by: heads)
            })
        }
      }
      return levels
    }
    func minimum(_ node: Int32) throws(Trouble) -> [Rational?] {
      var levels: [Rational?] = []
      for row in plan.rows {
        let each = try program.value(node, Subject(row: row))
        let fte = try program.fullTimeEquivalent(row)
        levels.append(try exactly { () throws(ArithmeticFailure) in try each.multiplied(by: fte) })
      }
      return levels
    }
    do throws(Trouble) {
      var rooms: [Level] = []
      for adjustment in plan.adjustments {
        switch adjustment.kind {
        case .partYear, .cap: break
        case .extra: return nil
        case .minimumPerPupil(let node):
          guard let level = Level(try minimum(node), leftOut: nil) else { return nil }
          rooms.append(level)
        case .floor(let protection):
          guard let level = Level(try level(protection), leftOut: place(of: protection))
          else { return nil }
          rooms.append(level)
        }
      }
      var room = rooms.makeIterator()
      for adjustment in plan.adjustments {
        switch adjustment.kind {
        case .partYear(let node):
          var (numerators, denominators): ([Int64], [Int64]) = ([], [])
          for row in plan.rows {
            let months = try program.value(node, Subject(row: row))
            let part = try exactly { () throws(ArithmeticFailure) in
              try months.divided(by: Rational(12))
            }
            guard let above = Int64(exactly: part.numerator),
              let below = Int64(exactly: part.denominator), below <= AffineColumn.limit
            else { return nil }
            numerators.append(above)
            denominators.append(below)
          }
          steps.append(.partYear(numerators: numerators, denominators: denominators))
        case .minimumPerPupil, .floor:
          guard let level = room.next() else { return nil }
          steps.append(.topUp(level))
        case .cap(let protection, let scale, .free):
          var scales: [Rational] = []
          for row in plan.rows {
            let value = try program.value(scale, Subject(row: row))
            guard !value.isNegative, value <= .one else { return nil }
            scales.append(value)
          }
          guard let level = Level(try level(protection), leftOut: place(of: protection))
          else { return nil }
          steps.append(.take(level, scales: scales, rooms: rooms))
        case .cap(_, _, .trouble), .cap(_, _, .unknown), .cap(_, _, .shares), .extra: return nil
        }
      }
    } catch {
      return nil
    }
  }

  /// The place of a protection's left-out factors among the sets; nil where there are none.
  private mutating func place(of protection: PlannedProtection) -> Int? {
    let lines = protection.leftOut.map(\.line)
    guard !lines.isEmpty else { return nil }
    if let known = leftOut.firstIndex(of: lines) { return known }
    leftOut.append(lines)
    return leftOut.count - 1
  }
}

extension PennySteps.Level {
  /// Makes a level from amounts in pounds; nil where pennies don't fit.
  init?(_ pounds: [Rational?], leftOut: Int?) {
    guard let half = try? Rational(1, over: 2) else { return nil }
    var pence: [Rational?] = []
    var (added, kept): ([Int64], [Int64]) = ([], [])
    for amount in pounds {
      guard let amount else {
        pence.append(nil)
        added.append(.min)
        kept.append(.max)
        continue
      }
      guard let exact = try? amount.multiplied(by: Rational(100)),
        let above = try? exact.adding(half).floor(),
        let below = try? exact.subtracting(half).ceiling(),
        above.magnitude <= UInt128(Money.reach), below.magnitude <= UInt128(Money.reach)
      else { return nil }
      pence.append(exact)
      added.append(Int64(above))
      kept.append(Int64(below))
    }
    self.pence = pence
    self.added = added
    self.kept = kept
    self.leftOut = leftOut
  }
}
