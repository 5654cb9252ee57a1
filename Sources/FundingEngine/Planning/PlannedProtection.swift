internal import FundingModel

/// What a floor or cap holds each school of a plan against.
struct PlannedProtection: Sendable {
  /// One school's baseline.
  enum Baseline: Sendable {
    /// It has none: a school that the baseline doesn't know.
    case absent
    /// Its share, what of it is left out, and its heads, above nought.
    case known(share: Rational, leftOut: [Rational], pupils: Rational)
    /// It can't be read.
    case trouble(Trouble)
  }

  /// The node of the change.
  let change: Int32
  /// What it is held against, in words: `previous`, or the run's name.
  let against: String
  /// Where that is written.
  let place: Place
  /// The factors left out: their names and lines.
  let leftOut: [(name: String, line: Int)]
  /// One a position of the plan's rows.
  let baselines: [Baseline]

  init(
    _ protection: Protection, rows: [Int], baselines: [Allocation], previous: PreviousShares?,
    with compiler: inout Compiler
  ) {
    change = compiler.node(protection.change)
    place = protection.place
    let factors = compiler.formula.factors
    leftOut = protection.leavingOut.map { left in
      guard let line = factors.firstIndex(where: { $0.name == left.name }) else {
        preconditionFailure("a factor left out must be one of the formula's: '\(left.name)'")
      }
      return (left.name, line)
    }
    let names = protection.leavingOut.map(\.name)
    if protection.baseline == .previous, let previous {
      against = "previous"
      let reader = EarlierRun(previous.allocation, leavingOut: names)
      self.baselines = rows.map { reader.baseline($0, heads: previous.heads[$0]) }
    } else if let name = protection.run(isFirstYear: true) {
      against = name
      guard let run = baselines.first(where: { $0.run == name }) else {
        preconditionFailure("a run that shares are held against must be given: '\(name)'")
      }
      let reader = EarlierRun(run, leavingOut: names)
      let heads = compiler.program.packed.heads
      self.baselines = rows.map { reader.baseline($0, heads: heads[$0]) }
    } else {
      against = "previous"
      let reader = PreviousYear(protection, packed: compiler.program.packed)
      self.baselines = rows.map(reader.baseline)
    }
  }
}

/// Reads last year's shares from the school file's columns.
private struct PreviousYear {
  private let packed: PackedCensus
  private let place: Place
  private let share: String
  private let pupils: String
  private let leftOut: [Protection.LeftOut]

  init(_ protection: Protection, packed: PackedCensus) {
    self.packed = packed
    place = protection.place
    share = Protection.shareColumn
    pupils = Protection.pupilsColumn
    leftOut = protection.leavingOut
  }

  /// A school's baseline: none where both its share and its pupils are blank.
  func baseline(_ row: Int) -> PlannedProtection.Baseline {
    do throws(Trouble) {
      let share = try value(share, row, at: place)
      let pupils = try value(pupils, row, at: place)
      if share == nil, pupils == nil { return .absent }
      guard let share else { throw missing(self.share, at: place) }
      guard let pupils else { throw missing(self.pupils, at: place) }
      guard pupils > .zero else {
        throw Trouble(.noBaselinePupils(field: self.pupils), at: place)
      }
      var amounts: [Rational] = []
      for left in leftOut {
        guard let amount = try value(left.column, row, at: left.place) else {
          throw missing(left.column, at: left.place)
        }
        amounts.append(amount)
      }
      return .known(share: share, leftOut: amounts, pupils: pupils)
    } catch {
      return .trouble(error)
    }
  }

  private func value(_ name: String, _ row: Int, at place: Place) throws(Trouble) -> Rational? {
    guard let index = packed.column(name, .school) else {
      throw Trouble(.noColumn(field: name, level: .school), at: place)
    }
    let column = packed.schoolColumns[index]
    guard case .number = column.field.kind else {
      // A column without any value has no kind of its own.
      if column.domain.isEmpty { return nil }
      throw Trouble(.notNumbers(field: name), at: place)
    }
    let code = Int(column.codes[row])
    return code < 0 ? nil : column.numbers[code]
  }

  private func missing(_ name: String, at place: Place) -> Trouble {
    Trouble(.noValue(field: name, level: .school), at: place)
  }
}

/// Reads the shares of an earlier run, or of the same run's year before.
private struct EarlierRun {
  private let run: Allocation
  /// For each census row its group and position; nil where the run doesn't fund it.
  private let places: [(group: Int, position: Int)?]
  /// For each group the lines left out.
  private let lines: [[Int]]

  init(_ run: Allocation, leavingOut names: [String]) {
    self.run = run
    var places = [(group: Int, position: Int)?](repeating: nil, count: run.shares.count)
    for (group, allocation) in run.groups.enumerated() {
      for (position, row) in allocation.rows.enumerated() { places[row] = (group, position) }
    }
    self.places = places
    lines = run.groups.map { group in
      names.map { name in
        let line = group.lines.firstIndex { $0.kind == .factor && $0.name == name }
        guard let line else {
          preconditionFailure("a factor left out must be one of the baseline's: '\(name)'")
        }
        return line
      }
    }
  }

  func baseline(_ row: Int, heads: Int64) -> PlannedProtection.Baseline {
    guard let place = places[row], let share = run.shares[row], heads > 0 else { return .absent }
    let group = run.groups[place.group]
    let start = place.position * group.lines.count
    return .known(
      share: share.pounds, leftOut: lines[place.group].map { group.amounts[start + $0].pounds },
      pupils: Rational(Int(heads)))
  }
}
