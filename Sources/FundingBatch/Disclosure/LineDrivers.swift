import FundingModel

/// How one line of a school's share comes from its pupils.
struct LineDrivers {
  /// The line's name.
  let name: String
  /// What one more pupil of each of the school's entries adds, about, in pounds; noughts where the
  /// line does not depend on pupils.
  let perHead: [Double]
  /// What the line tells where it is shown: for each equation, what one pupil of each entry adds.
  let told: [[Double]]
  /// Whether what it tells is not known line by line, so that a sum with it may tell as much.
  let isOpaque: Bool
  /// Groups of pupils that the line tells of: for each, which entries.
  let groups: [[Bool]]
  /// Those of 1 to N − 1 pupils in the line's own year.
  let smallGroups: [[Bool]]
  /// Whether it rests on something about pupils other than year group and time.
  let tellsOfPupils: Bool

  /// Whether it depends on pupils at all.
  var dependsOnPupils: Bool { perHead.contains { $0 != 0 } }

  /// Makes drivers.
  ///
  /// - Parameters:
  ///   - name: The line's name.
  ///   - perHead: What one more pupil of each entry adds, in pounds.
  ///   - told: The equations that it gives where it is shown; nil for that of `perHead`.
  ///   - isOpaque: Whether `perHead` is a guess.
  ///   - groups: Groups of pupils that the line tells of.
  ///   - tellsOfPupils: Whether it rests on something about pupils other than year group and time.
  ///   - isSmall: Whether a group is of 1 to N − 1 pupils.
  init(
    name: String, perHead: [Double], told: [[Double]]? = nil, isOpaque: Bool = false,
    groups: [[Bool]], tellsOfPupils: Bool, isSmall: ([Bool]) -> Bool
  ) {
    self.name = name
    self.perHead = perHead
    self.told = told ?? [perHead]
    self.isOpaque = isOpaque
    self.groups = groups
    smallGroups = groups.filter(isSmall)
    self.tellsOfPupils = tellsOfPupils
  }

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
    let fields = pupils.telling(formula.usedFields(of: factor))
    let size = SmallGroups(heads: heads, threshold: threshold)
    let counted = CountedPupils(
      PupilGroups(of: factor, in: formula), in: formula, pupils: pupils, heads: heads)
    switch factor.each {
    case .pupil, .head:
      self.init(
        eachPupilIn: line, weights: factor.each == .pupil ? pupils.ftes : nil, pupils: pupils,
        counted: counted, size: size, tellsOfPupils: !fields.isEmpty)
    case .school, .place, .quantum:
      self.init(
        name: line.line.name, perHead: counted.perHead(of: line), told: counted.told,
        isOpaque: counted.isOpaque, groups: counted.groups, tellsOfPupils: !fields.isEmpty,
        isSmall: size.isSmall)
    }
  }

  /// A line that pays so much for each pupil: pupils of one rate are a group.
  ///
  /// Where the amount counts pupils too, as for the share of a kind among all, those are groups as they
  /// are in a line for the school as a whole.
  private init(
    eachPupilIn line: StatementLine, weights: [Double]?, pupils: PupilReading,
    counted: CountedPupils, size: SmallGroups, tellsOfPupils: Bool
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
      name: line.line.name,
      perHead: zip(perHead, counted.perHead(of: line)).map { $0 + $1 },
      told: [perHead] + counted.told, isOpaque: counted.isOpaque, groups: masks + counted.groups,
      tellsOfPupils: tellsOfPupils, isSmall: size.isSmall)
  }
}

extension PupilReading {
  /// Fields that say where in the school a pupil is, not what sort of child.
  private static let places: Set<String> = ["year_group", "fte"]

  /// Those fields that say what sort of child a pupil is.
  fileprivate func telling(_ fields: Set<String>) -> Set<String> {
    fields.filter { census.pupils.column($0) != nil && !Self.places.contains($0) }
  }
}

/// The groups of a school's pupils that a line's amount counts.
private struct CountedPupils {
  /// Those that are counted, and in each case the others where these are told of too.
  let groups: [[Bool]]
  /// However a line is made of their numbers, whoever sees it is taken to learn each.
  let told: [[Double]]
  /// Whether it adds up something about each pupil that can't be read off.
  private(set) var isOpaque = false
  private let heads: [Int64]
  private let counted: [Bool]

  /// Reads them off what an amount counts.
  init(
    _ groups: PupilGroups, in formula: Formula, pupils: PupilReading, heads: [Int64]
  ) {
    var counted: [[Bool]] = []
    var others: [[Bool]] = []
    for condition in groups.conditions {
      let fields = formula.usedFields(of: condition)
      let holds = pupils.holds(condition)
      if holds.contains(nil) {
        // What can't be read off is taken to tell every kind of pupil apart that it can.
        isOpaque = isOpaque || !pupils.telling(fields).isEmpty
        counted += pupils.kinds(by: fields)
      } else {
        counted.append(holds.map { $0 == true })
        if !pupils.telling(fields).isEmpty { others.append(holds.map { $0 == false }) }
      }
    }
    for sum in groups.sums {
      let fields = formula.usedFields(of: sum)
      // A sum by year group and time tells how many there are in all, as a line for each pupil does.
      guard !pupils.telling(fields).isEmpty else { continue }
      isOpaque = true
      counted += pupils.kinds(by: fields)
    }
    self.groups = counted + others
    told = counted.map { $0.map { $0 ? 1 : 0 } }
    self.heads = heads
    self.counted = heads.indices.map { entry in counted.contains { $0[entry] } }
  }

  /// What one more of the pupils that are counted adds to a line, about: the line's part for each of
  /// them; noughts where none are counted.
  func perHead(of line: StatementLine) -> [Double] {
    let total = zip(counted, heads).reduce(Int64(0)) { $0 + ($1.0 ? $1.1 : 0) }
    let each = total == 0 ? 0 : line.exact.approximate / Double(total)
    return counted.map { $0 ? each : 0 }
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
}
