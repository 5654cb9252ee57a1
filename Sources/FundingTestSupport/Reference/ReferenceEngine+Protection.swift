import BigInt
import FundingModel

extension ReferenceEngine {
  /// What a floor adds to a share made of these lines, in pennies.
  func topUp(_ lines: [BigInt], _ protection: Protection, row: Int) throws(ReferenceFailures)
    -> BigInt
  {
    guard let level = try level(of: protection, row: row) else { return 0 }
    let lacking = level - pounds(lines, without: protection)
    guard lacking > .zero else { return 0 }
    return (lacking * BigRational(100)).rounded(formula.rounding.mode)
  }

  /// What a cap takes, below nought, in pennies.
  func take(_ lines: [BigInt], _ protection: Protection, scale: Amount, row: Int)
    throws(ReferenceFailures) -> BigInt
  {
    let part = try value(scale, row: row, pupil: nil)
    guard part >= .zero, part <= BigRational(1) else {
      throw ReferenceFailures(.scaleOutOfRange(part.rational ?? .zero), nil)
    }
    guard let level = try level(of: protection, row: row) else { return 0 }
    let above = pounds(lines, without: protection) - level
    guard above > .zero else {
      _ = try lowest(lines, row: row)
      return 0
    }
    let share = BigRational(lines.reduce(0, +), over: 100)
    var after = share - above * part
    // No lower than what is guaranteed, unless the share was lower to begin with.
    for least in try lowest(lines, row: row) { after = max(after, min(share, least)) }
    return ((after - share) * BigRational(100)).rounded(formula.rounding.mode)
  }

  /// Fails where a cap may take what floors give, and they do not all come first.
  func checkFloors(before cap: Adjustment) throws(ReferenceFailures) {
    var seen: [String] = []
    var isBefore = true
    for other in formula.adjustments {
      if other.name == cap.name { isBefore = false }
      guard case .floor = other.kind else { continue }
      if !isBefore { throw ReferenceFailures(.floorAfter(other.name), nil) }
      seen.append(other.name)
    }
    if seen.isEmpty { throw ReferenceFailures(.noFloorBefore, nil) }
  }

  /// Scales the last line of every school, a cap's, so that caps take no more than floors give.
  func holdToTotal(_ lines: [[BigInt]]) -> [[BigInt]] {
    var allowed: BigInt = 0
    for school in lines {
      for (pennies, adjustment) in zip(
        school.dropLast().dropFirst(formula.factors.count), formula.adjustments)
      {
        switch adjustment.kind {
        case .floor, .cap: allowed += pennies
        case .partYear, .minimumPerPupil, .extra: break
        }
      }
    }
    allowed = max(allowed, 0)
    let takings = lines.map { -($0.last ?? 0) }
    guard takings.reduce(0, +) > allowed,
      let parts = try? pennies(allowed, by: takings.map { BigRational($0) })
    else { return lines }
    return zip(lines, parts).map { $0.dropLast() + [-$1] }
  }

  /// The shares that minima and floors of this formula guarantee a school.
  private func lowest(_ lines: [BigInt], row: Int) throws(ReferenceFailures) -> [BigRational] {
    var found: [BigRational] = []
    for other in formula.adjustments {
      do throws(ReferenceFailures) {
        switch other.kind {
        case .partYear, .cap, .extra: break
        case .minimumPerPupil(let amount):
          let each = try value(amount, row: row, pupil: nil)
          let pupils = try sum(overPupilsOf: row) { pupil throws(ReferenceFailures) in
            try fte(pupil)
          }
          found.append(each * pupils)
        case .floor(let protection):
          guard let level = try level(of: protection, row: row) else { continue }
          let all = BigRational(lines.reduce(0, +), over: 100)
          found.append(level + all - pounds(lines, without: protection))
        }
      } catch {
        throw ReferenceFailures(named(error, other.name, other.place))
      }
    }
    return found
  }

  /// The share in pounds without the factors left out.
  private func pounds(_ lines: [BigInt], without protection: Protection) -> BigRational {
    let out = Set(protection.leavingOut.map(\.name))
    let left = formula.factors.indices.filter { out.contains(formula.factors[$0].name) }
    return BigRational(lines.reduce(0, +) - left.reduce(0) { $0 + lines[$1] }, over: 100)
  }

  /// Baseline per pupil × (1 + change) × this year's pupils; nil without a baseline.
  private func level(of protection: Protection, row: Int) throws(ReferenceFailures)
    -> BigRational?
  {
    let change = try value(protection.change, row: row, pupil: nil)
    guard change >= BigRational(-1) else {
      throw ReferenceFailures(.changeOutOfRange(change.rational ?? .zero), nil)
    }
    let heads = BigRational(BigInt(census.pupils.heads(ofSchool: row)))
    let (rest, pupils): (BigRational, BigRational)
    switch protection.baseline {
    case .previous:
      let share = try previous("previous_share", row, protection.place)
      let count = try previous("previous_pupils", row, protection.place)
      if share == nil, count == nil { return nil }
      guard let share else { throw none("previous_share", protection.place) }
      guard let count else { throw none("previous_pupils", protection.place) }
      guard count > .zero else {
        throw ReferenceFailures(.noBaselinePupils(field: "previous_pupils"), protection.place)
      }
      var left = share
      for factor in protection.leavingOut {
        guard let amount = try previous("previous_" + factor.name, row, factor.place) else {
          throw none("previous_" + factor.name, factor.place)
        }
        left = left - amount
      }
      (rest, pupils) = (left, count)
    case .run(let name):
      let run = baselines.first { $0.run == name }
      for group in run?.groups ?? [] {
        guard let position = group.rows.firstIndex(of: row), heads > .zero else { continue }
        var pence = BigInt(group.share(at: position).pence)
        for (line, amount) in zip(group.lines, group.amounts(at: position))
        where line.kind == .factor
          && protection.leavingOut.contains(where: { $0.name == line.name })
        {
          pence -= BigInt(amount.pence)
        }
        return BigRational(pence, over: 100) / heads * (BigRational(1) + change) * heads
      }
      return nil
    }
    return rest / pupils * (BigRational(1) + change) * heads
  }

  private func previous(_ name: String, _ row: Int, _ place: Place) throws(ReferenceFailures)
    -> BigRational?
  {
    guard let column = census.schools.column(name) else {
      throw ReferenceFailures(.noColumn(field: name, level: .school), place)
    }
    switch column.field.kind {
    case .number:
      guard case .number(let number) = column[row] else { return nil }
      return BigRational(number)
    case .flag, .category:
      if column.codes.allSatisfy({ $0 < 0 }) { return nil }
      throw ReferenceFailures(.notNumbers(field: name), place)
    }
  }

  private func none(_ name: String, _ place: Place) -> ReferenceFailures {
    ReferenceFailures(.noValue(field: name, level: .school), place)
  }
}
