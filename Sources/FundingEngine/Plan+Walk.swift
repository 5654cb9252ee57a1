internal import FundingModel

/// How an adjustment moves a share.
struct AdjustmentWalk {
  /// The line before rounding, in pounds.
  let exact: Rational
  /// The line.
  let line: Money
  /// How it came about; none where nobody asks.
  let steps: [WalkStep]
}

extension Plan {
  /// What an adjustment does to a school's share so far.
  ///
  /// - Rounding: part year rounds the new share; all others round what they add or take.
  /// - Parameters:
  ///   - adjustment: One of the plan's.
  ///   - position: A position in `rows`.
  ///   - share: The share so far.
  ///   - factors: The school's factors, rounded.
  ///   - recorder: Where the rates used are noted; with one, the steps are given too.
  /// - Returns: The line, and how it came about.
  /// - Throws: What keeps it from being worked out.
  func walk(
    _ adjustment: PlannedAdjustment, at position: Int, from share: Money,
    factors: ArraySlice<Money>, recorder: Recorder? = nil
  ) throws(Trouble) -> AdjustmentWalk {
    let subject = Subject(row: rows[position], recorder: recorder)
    var walker = Walker(
      plan: self, position: position, subject: subject, share: share, factors: factors)
    walker.note(.share, share.pounds, .pounds)
    switch adjustment.kind {
    case .partYear(let months): return try walker.partYear(months)
    case .minimumPerPupil(let amount): return try walker.minimum(amount)
    case .floor(let protection): return try walker.floor(protection)
    case .cap(let protection, let scale, let total):
      return try walker.cap(protection, scale: scale, total: total)
    case .extra(let extra): return try walker.extra(extra)
    }
  }
}

/// Takes the steps of one school's adjustment, noting them where somebody asks.
private struct Walker {
  let plan: Plan
  let position: Int
  let subject: Subject
  let share: Money
  let factors: ArraySlice<Money>
  private(set) var steps: [WalkStep] = []

  init(plan: Plan, position: Int, subject: Subject, share: Money, factors: ArraySlice<Money>) {
    self.plan = plan
    self.position = position
    self.subject = subject
    self.share = share
    self.factors = factors
  }

  private var program: Program { plan.program }
  /// Made once: to divide units for every step of every school took most of a floor's time.
  private static let perPupil: Unit = .pounds / .pupil
  private var perPupil: Unit { Self.perPupil }

  mutating func note(
    _ kind: WalkStep.Kind, of: String? = nil, _ value: Rational?, _ unit: Unit
  ) {
    if subject.recorder != nil { steps.append(WalkStep(kind, of: of, value, unit)) }
  }

  mutating func partYear(_ node: Int32) throws(Trouble) -> AdjustmentWalk {
    let months = try program.value(node, subject)
    let before = share
    let mode = program.rounding
    let (after, line) = try exactly { () throws(ArithmeticFailure) in
      let after = try before.pounds.multiplied(by: months).divided(by: Rational(12))
      return (after, try after.roundedToPenny(mode).withinReach() - before)
    }
    note(.months, months, .number)
    note(.partYearShare, after, .pounds)
    let exact = try exactly { () throws(ArithmeticFailure) in
      try after.subtracting(before.pounds)
    }
    note(exact > .zero ? .added : .taken, exact, .pounds)
    return AdjustmentWalk(exact: exact, line: line, steps: steps)
  }

  mutating func minimum(_ node: Int32) throws(Trouble) -> AdjustmentWalk {
    let each = try program.value(node, subject)
    let fte = try program.fullTimeEquivalent(subject.row)
    let minimum = try product(each, fte)
    note(.minimumPerPupil, each, perPupil)
    note(.fullTimeEquivalent, fte, .pupil)
    note(.minimum, minimum, .pounds)
    return try ending(with: .added, max(.zero, difference(minimum, share.pounds)))
  }

  mutating func floor(_ protection: PlannedProtection) throws(Trouble) -> AdjustmentWalk {
    guard let compared = try compared(with: protection, below: .guaranteedPerPupil) else {
      return try ending(with: .added, .zero)
    }
    note(.guaranteed, compared.level, .pounds)
    return try ending(with: .added, max(.zero, difference(compared.level, compared.share)))
  }

  mutating func cap(
    _ protection: PlannedProtection, scale node: Int32, total: PlannedTotal
  ) throws(Trouble) -> AdjustmentWalk {
    if case .trouble(var trouble) = total {
      trouble.schools = .none(among: [subject.row])
      throw trouble
    }
    let scale = try program.value(node, subject)
    guard !scale.isNegative, scale <= .one else { throw Trouble(.scaleOutOfRange(scale)) }
    guard let compared = try compared(with: protection, below: .limitPerPupil) else {
      return try ending(with: .taken, .zero)
    }
    note(.limit, compared.level, .pounds)
    let above = max(.zero, try difference(compared.share, compared.level))
    note(.aboveLimit, above, .pounds)
    var taken = try product(above, scale)
    note(.scale, scale, .number)
    note(.scaled, taken, .pounds)
    for room in try rooms() where taken > .zero {
      note(.mostTaken, of: room.name, room.amount, .pounds)
      taken = min(taken, room.amount)
    }
    return try held(to: total, taken)
  }

  mutating func extra(_ extra: PlannedExtra) throws(Trouble) -> AdjustmentWalk {
    if let trouble = extra.trouble { throw trouble }
    if subject.recorder != nil { _ = try program.value(extra.total, subject) }
    let part = extra.parts[position]
    note(.extraInAll, extra.whole.pounds, .pounds)
    guard let baseline = extra.baselines[position] else {
      note(.noBaseline, of: extra.run, nil, .number)
      return try ending(with: .added, .zero)
    }
    note(.baselineShare, of: extra.run, baseline.pounds, .pounds)
    note(.sharesInAll, of: extra.run, extra.sum.pounds, .pounds)
    guard subject.recorder != nil, extra.sum != .zero else {
      return AdjustmentWalk(exact: part.pounds, line: part, steps: steps)
    }
    let exact = try exactly { () throws(ArithmeticFailure) in
      try Rational(Int128(baseline.pence), over: Int128(extra.sum.pence))
        .multiplied(by: extra.whole.pounds)
    }
    note(.scaledToTotal, exact, .pounds)
    note(part < .zero ? .taken : .added, part.pounds, .pounds)
    return AdjustmentWalk(exact: part.pounds, line: part, steps: steps)
  }

  /// Ends with what is taken, or with this school's part of what may be taken from all.
  private mutating func held(to total: PlannedTotal, _ taken: Rational) throws(Trouble)
    -> AdjustmentWalk
  {
    let exact = try difference(.zero, taken)
    guard case .shares(let all) = total else { return try ending(with: .taken, exact) }
    let mode = program.rounding
    let own = try exactly { () throws(ArithmeticFailure) in
      .zero - (try exact.roundedToPenny(mode).withinReach())
    }
    note(.wouldTake, own.pounds, .pounds)
    note(.wouldTakeInAll, all.taken.pounds, .pounds)
    note(.givenInAll, all.given.pounds, .pounds)
    if let before = all.takenBefore { note(.takenBefore, before.pounds, .pounds) }
    guard let part = all.parts?[position] else { return try ending(with: .taken, exact) }
    if subject.recorder != nil {
      let scaled = try exactly { () throws(ArithmeticFailure) in
        try Rational(
          Int128(own.pence), over: Int128(all.taken.pence)
        ).multiplied(by: all.most.pounds)
      }
      note(.scaledToTotal, scaled, .pounds)
    }
    return try ending(with: .taken, (Money.zero - part).pounds)
  }

  /// How much may be taken without going below each minimum and floor of the formula.
  private func rooms() throws(Trouble) -> [(name: String, amount: Rational)] {
    var rooms: [(name: String, amount: Rational)] = []
    for other in plan.adjustments {
      // What is wrong with a minimum or floor is said of it, not of the cap.
      do throws(Trouble) {
        switch other.kind {
        case .partYear, .cap, .extra: continue
        case .minimumPerPupil(let node):
          let level = try product(
            program.value(node, Subject(row: subject.row)), program.fullTimeEquivalent(subject.row))
          rooms.append((other.name, max(.zero, try difference(share.pounds, level))))
        case .floor(let protection):
          var silent = Walker(
            plan: plan, position: position, subject: Subject(row: subject.row), share: share,
            factors: factors)
          guard
            let compared = try silent.compared(with: protection, below: .guaranteedPerPupil)
          else { continue }
          rooms.append((other.name, max(.zero, try difference(compared.share, compared.level))))
        }
      } catch {
        throw error.within(other.name, at: other.place)
      }
    }
    return rooms
  }

  /// The share without what is left out, and the changed baseline for this year's pupils; nil for a
  /// school without a baseline.
  private mutating func compared(
    with protection: PlannedProtection, below perPupilKind: WalkStep.Kind
  ) throws(Trouble) -> (share: Rational, level: Rational)? {
    let change = try program.value(protection.change, subject)
    guard change >= Rational(-1) else { throw Trouble(.changeOutOfRange(change)) }
    switch protection.baselines[position] {
    case .trouble(let trouble): throw trouble
    case .absent:
      note(.noBaseline, of: protection.against, nil, .number)
      return nil
    case .known(let baseline, let leftOut, let pupils):
      var own = share.pounds
      for (name, line) in protection.leftOut {
        let amount = factors[factors.startIndex + line].pounds
        note(.leftOut, of: name, amount, .pounds)
        own = try difference(own, amount)
      }
      if !leftOut.isEmpty { note(.shareCompared, own, .pounds) }
      note(.baselineShare, of: protection.against, baseline, .pounds)
      var rest = baseline
      for (left, amount) in zip(protection.leftOut, leftOut) {
        note(.baselineLeftOut, of: left.name, amount, .pounds)
        rest = try difference(rest, amount)
      }
      if !leftOut.isEmpty { note(.baselineCompared, rest, .pounds) }
      let heads = Rational(Int(plan.packed.heads[subject.row]))
      let (each, changed, level) = try exactly { () throws(ArithmeticFailure) in
        let each = try rest.divided(by: pupils)
        let changed = try each.multiplied(by: Rational.one.adding(change))
        return (each, changed, try changed.multiplied(by: heads))
      }
      note(.baselinePupils, pupils, .pupil)
      note(.baselinePerPupil, each, perPupil)
      note(.change, change, .number)
      note(perPupilKind, changed, perPupil)
      note(.pupils, heads, .pupil)
      return (own, level)
    }
  }

  private mutating func ending(with kind: WalkStep.Kind, _ exact: Rational) throws(Trouble)
    -> AdjustmentWalk
  {
    note(kind, exact, .pounds)
    let mode = program.rounding
    let line = try exactly { () throws(ArithmeticFailure) in
      try exact.roundedToPenny(mode).withinReach()
    }
    return AdjustmentWalk(exact: exact, line: line, steps: steps)
  }

  private func difference(_ a: Rational, _ b: Rational) throws(Trouble) -> Rational {
    try exactly { () throws(ArithmeticFailure) in try a.subtracting(b) }
  }

  private func product(_ a: Rational, _ b: Rational) throws(Trouble) -> Rational {
    try exactly { () throws(ArithmeticFailure) in try a.multiplied(by: b) }
  }
}
