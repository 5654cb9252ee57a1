import FundingModel

/// How one line of a school's share comes from its pupils.
struct LineDrivers {
  /// The line's name.
  let name: String
  /// What one more pupil of each of the school's entries adds, about, in pounds; noughts where the
  /// line does not depend on pupils.
  let perHead: [Double]
  /// Groups of 1 to N − 1 pupils that the line rests on: for each, which entries.
  let smallGroups: [[Bool]]
  /// Whether it rests on something about pupils other than year group and time.
  let tellsOfPupils: Bool

  /// Whether it depends on pupils at all.
  var dependsOnPupils: Bool { perHead.contains { $0 != 0 } }

  /// Makes drivers.
  init(name: String, perHead: [Double], smallGroups: [[Bool]], tellsOfPupils: Bool) {
    self.name = name
    self.perHead = perHead
    self.smallGroups = smallGroups
    self.tellsOfPupils = tellsOfPupils
  }

  /// Fields that say where in the school a pupil is, not what sort of child.
  private static let places: Set<String> = ["year_group", "fte"]

  /// Reads a factor's line off a school's statement.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - factor: Its factor.
  ///   - formula: The formula.
  ///   - pupils: The school's pupils in the first year.
  ///   - heads: How many of each entry the line's own year has.
  ///   - threshold: Groups of 1 to one fewer than this are small.
  init(
    of line: StatementLine, factor: Factor, in formula: Formula, pupils: PupilReading,
    heads: [Int64], fewerThan threshold: Int64
  ) {
    let fields = formula.usedFields(of: factor).filter {
      pupils.census.pupils.column($0) != nil && !Self.places.contains($0)
    }
    let size = SmallGroups(heads: heads, threshold: threshold)
    switch factor.each {
    case .pupil, .head:
      self.init(
        eachPupilIn: line, weights: factor.each == .pupil ? pupils.ftes : nil, pupils: pupils,
        size: size, tellsOfPupils: !fields.isEmpty)
    case .school, .place, .quantum:
      self.init(
        wholeSchoolIn: line, groups: PupilGroups(of: factor, in: formula), pupils: pupils,
        size: size)
    }
  }

  /// A line that pays so much for each pupil: pupils of one rate are a group.
  private init(
    eachPupilIn line: StatementLine, weights: [Double]?, pupils: PupilReading, size: SmallGroups,
    tellsOfPupils: Bool
  ) {
    var perHead = [Double](repeating: 0, count: size.heads.count)
    var groups: [(rate: Rational, mask: [Bool])] = []
    var paid = [Bool](repeating: false, count: size.heads.count)
    for part in line.parts where !part.rate.isZero {
      let mask = pupils.matches(part.pupils)
      for entry in mask.indices where mask[entry] {
        perHead[entry] += part.rate.approximate * (weights?[entry] ?? 1)
        paid[entry] = true
      }
      if let index = groups.firstIndex(where: { $0.rate == part.rate }) {
        groups[index].mask = zip(groups[index].mask, mask).map { $0 || $1 }
      } else {
        groups.append((part.rate, mask))
      }
    }
    // Those who bring nothing are told too, where bringing something says what sort of child.
    let masks = tellsOfPupils ? groups.map(\.mask) + [paid.map { !$0 }] : [paid]
    self.init(
      name: line.line.name, perHead: perHead, smallGroups: masks.filter(size.isSmall),
      tellsOfPupils: tellsOfPupils)
  }

  /// A line for the school as a whole that counts some of its pupils.
  private init(
    wholeSchoolIn line: StatementLine, groups: PupilGroups, pupils: PupilReading,
    size: SmallGroups
  ) {
    var masks: [[Bool]] = []
    for condition in groups.conditions {
      let holds = pupils.holds(condition)
      if holds.contains(nil) {
        // What can't be read off is taken to tell every kind of pupil apart.
        masks += size.eachAlone
      } else {
        masks.append(holds.map { $0 == true })
        masks.append(holds.map { $0 == false })
      }
    }
    if groups.addsUp { masks += size.eachAlone }
    let counted =
      masks.isEmpty ? [] : size.heads.indices.map { entry in masks.contains { $0[entry] } }
    let total = zip(counted, size.heads).reduce(Int64(0)) { $0 + ($1.0 ? $1.1 : 0) }
    let each = total == 0 ? 0 : line.exact.approximate / Double(total)
    self.init(
      name: line.line.name,
      perHead: size.heads.indices.map { !counted.isEmpty && counted[$0] ? each : 0 },
      smallGroups: masks.filter(size.isSmall), tellsOfPupils: !masks.isEmpty)
  }
}

/// Tells small groups of a school's pupils from others.
private struct SmallGroups {
  let heads: [Int64]
  let threshold: Int64

  /// Whether 1 to N − 1 pupils are in a group.
  func isSmall(_ mask: [Bool]) -> Bool {
    let count = zip(mask, heads).reduce(Int64(0)) { $0 + ($1.0 ? $1.1 : 0) }
    return count > 0 && count < threshold
  }

  /// Each entry as a group of its own.
  var eachAlone: [[Bool]] {
    heads.indices.map { one in heads.indices.map { $0 == one } }
  }
}
