import FundingModel

/// Who gains and who loses in groups of schools: by authority, sector, size, language, free meals.
struct GainsByGroup {
  /// What the schools are grouped by; the names are those of the column `by`.
  enum Kind: String, Hashable, CaseIterable {
    case all, authority, sector, size, language
    case freeMeals = "free_meals_fifth"
    case rural
  }

  /// One group.
  struct Row: Hashable {
    /// The group: a sector, a code, a band.
    let value: String
    /// The census rows of its schools, ascending.
    private(set) var members: [Int] = []
    private(set) var winners = 0
    private(set) var losers = 0
    private(set) var gain = Money.zero
    /// The sum of losses, as a positive amount.
    private(set) var loss = Money.zero
    private(set) var largestGain = Money.zero
    /// The census row of the school that gains most, the lowest number of those alike; nil where
    /// nobody gains.
    private(set) var largestGainRow: Int?
    /// As a positive amount.
    private(set) var largestLoss = Money.zero
    /// The census row of the school that loses most, the lowest number of those alike; nil where
    /// nobody loses.
    private(set) var largestLossRow: Int?
    private(set) var pupils: Int64 = 0
    private(set) var pupilsGaining: Int64 = 0
    private(set) var pupilsLosing: Int64 = 0

    fileprivate init(value: String) { self.value = value }

    /// How many schools.
    var schools: Int { members.count }
    /// How many are not moved by a penny.
    var unchanged: Int { schools - winners - losers }
    /// The pupils of those.
    var pupilsUnchanged: Int64 { pupils - pupilsGaining - pupilsLosing }
    /// The gains less the losses.
    var net: Money { gain - loss }
    /// The same for each pupil; nil without pupils.
    var netPerPupil: Money? { net.each(of: Rational(Int(pupils))) }

    fileprivate mutating func add(_ school: SchoolComparison) {
      members.append(school.row)
      pupils += school.pupils
      let change = school.change
      if change > .zero {
        winners += 1
        gain += change
        pupilsGaining += school.pupils
        if change > largestGain { (largestGain, largestGainRow) = (change, school.row) }
      } else if change < .zero {
        losers += 1
        loss += -change
        pupilsLosing += school.pupils
        if -change > largestLoss { (largestLoss, largestLossRow) = (-change, school.row) }
      }
    }
  }

  /// The groups that have a compared school, in the order in which people expect them.
  ///
  /// - Invariant: every school is in one of them, so they add up to all.
  let rows: [Row]

  /// Groups schools.
  ///
  /// - Parameters:
  ///   - comparisons: The schools, of one run and year, by school.
  ///   - kind: What to group by.
  ///   - groups: Which group each school is in, in that year.
  init(_ comparisons: [SchoolComparison], by kind: Kind, in groups: SchoolGroups) {
    var found: [String: Row] = [:]
    for school in comparisons {
      let value = groups.value(kind, row: school.row)
      found[value, default: Row(value: value)].add(school)
    }
    rows = groups.values(kind).compactMap { found[$0] }
  }
}
