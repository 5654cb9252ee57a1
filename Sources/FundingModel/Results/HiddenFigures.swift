/// Which figures of a result are kept back, so that nobody learns anything of a few pupils.
///
/// - Invariant: it names figures and changes none; totals stay true.
public struct HiddenFigures: Sendable {
  /// One line of a school's share in one run and year.
  public struct Line: Hashable, Sendable {
    /// The school's number.
    public let school: Int
    /// The run's name.
    public let run: String
    /// The year.
    public let year: FundingYear
    /// The factor's or adjustment's name.
    public let name: String

    /// Names a line.
    public init(school: Int, run: String, year: FundingYear, name: String) {
      self.school = school
      self.run = run
      self.year = year
      self.name = name
    }
  }

  /// Schools whose figures are added up: an authority's, a sector's, both or all.
  public struct Group: Hashable, Sendable {
    /// The authority's code; nil for all.
    public let authority: Int?
    /// The sector; nil for all.
    public let sector: String?

    /// Names a group.
    public init(authority: Int?, sector: String?) {
      self.authority = authority
      self.sector = sector
    }

    /// Whether a school is in it.
    public func holds(authority: Int, sector: String) -> Bool {
      (self.authority ?? authority) == authority && (self.sector ?? sector) == sector
    }
  }

  /// What one adjustment of a run and year gives or takes over all schools.
  public struct AdjustmentTotal: Hashable, Sendable {
    /// The run's name.
    public let run: String
    /// The year.
    public let year: FundingYear
    /// The adjustment's name.
    public let name: String

    /// Names a total.
    public init(run: String, year: FundingYear, name: String) {
      self.run = run
      self.year = year
      self.name = name
    }
  }

  /// A sum over some schools of a group: those that gain and those that lose, or those below a
  /// benchmark.
  public struct PartSum: Hashable, Sendable {
    /// Which schools of the group.
    public enum Part: Hashable, Sendable {
      /// Those that gain against the baseline, and those that lose.
      case gainsAndLosses
      /// Those below a benchmark for each pupil.
      case below(Money)
    }

    /// The group.
    public let group: Group
    /// The run's name.
    public let run: String
    /// The year.
    public let year: FundingYear
    /// Which of its schools.
    public let part: Part

    /// Names a sum.
    public init(group: Group, run: String, year: FundingYear, part: Part) {
      self.group = group
      self.run = run
      self.year = year
      self.part = part
    }
  }

  /// Figures of fewer pupils than this are kept back.
  public let threshold: Int
  /// Lines of schools' shares.
  public let lines: Set<Line>
  /// Schools of which a line is kept back.
  public let schoolsWithLines: Set<Int>
  /// Schools of which nothing is shown: too few pupils, or a share that would tell of a few.
  public let schools: Set<Int>
  /// Groups of which no money and no pupils are shown.
  public let groups: Set<Group>
  /// Groups in which such a school is; their extremes are kept back.
  public let groupsWithHidden: Set<Group>
  /// Those of them with so many such schools that a measure of all their amounts tells of none.
  public let groupsWithMany: Set<Group>
  /// Sums over some schools of such groups that are shown all the same, since nothing of a single
  /// school comes out of them.
  public let partSums: Set<PartSum>
  /// Groups of which the pupil-led share is kept back.
  public let pupilLed: Set<Group>
  /// Adjustments of which the total is kept back, since it is one school's kept-back line.
  public let adjustments: Set<AdjustmentTotal>

  /// Names figures.
  public init(
    threshold: Int, lines: Set<Line> = [], schools: Set<Int> = [], groups: Set<Group> = [],
    groupsWithHidden: Set<Group> = [], groupsWithMany: Set<Group> = [],
    partSums: Set<PartSum> = [], pupilLed: Set<Group> = [],
    adjustments: Set<AdjustmentTotal> = []
  ) {
    self.threshold = threshold
    self.lines = lines
    schoolsWithLines = Set(lines.map(\.school))
    self.schools = schools
    self.groups = groups
    self.groupsWithHidden = groupsWithHidden
    self.groupsWithMany = groupsWithMany
    self.partSums = partSums
    self.pupilLed = pupilLed
    self.adjustments = adjustments
  }

  /// Whether nothing is kept back.
  public var isEmpty: Bool { lines.isEmpty && schools.isEmpty }
}
