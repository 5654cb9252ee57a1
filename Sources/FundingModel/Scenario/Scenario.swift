/// A question: which runs, on which data, compared how.
public struct Scenario: Hashable, Sendable {
  /// Its name: the file's.
  public let name: String
  /// The file, as the user named it.
  public let path: String
  /// Its title.
  public let title: BilingualText
  /// Who asks, and what it would show; nil where the file doesn't say.
  public let why: BilingualText?
  /// Where the question comes from; nil where the file doesn't say.
  public let source: FundingSource?
  /// The year of the data and of the first results.
  public let year: FundingYear
  /// The data it runs on.
  public let data: ScenarioData
  /// The runs, in the file's order.
  public private(set) var runs: [RunSpecification]
  /// What is compared with what; nil: the first run is the baseline of all others.
  public let comparison: ComparisonSpecification?
  /// Amounts per pupil that schools are held against.
  public let benchmarks: [Benchmark]
  /// The years it runs through after its own; nil for one year.
  public let years: YearsSpecification?
  /// A grid of rates; nil for none.
  public let sweep: SweepSpecification?
  /// Rates that are drawn; nil for none.
  public let uncertain: UncertainSpecification?

  /// Makes a scenario.
  public init(
    name: String, path: String, title: BilingualText, why: BilingualText?, source: FundingSource?,
    year: FundingYear, data: ScenarioData, runs: [RunSpecification],
    comparison: ComparisonSpecification?, benchmarks: [Benchmark],
    years: YearsSpecification? = nil, sweep: SweepSpecification? = nil,
    uncertain: UncertainSpecification? = nil
  ) {
    self.name = name
    self.path = path
    self.title = title
    self.why = why
    self.source = source
    self.year = year
    self.data = data
    self.runs = runs
    self.comparison = comparison
    self.benchmarks = benchmarks
    self.years = years
    self.sweep = sweep
    self.uncertain = uncertain
  }

  /// The same scenario with one run more, after its own.
  public func adding(run: RunSpecification) -> Scenario {
    var scenario = self
    scenario.runs.append(run)
    return scenario
  }

  /// The same schools, pupils and years with one run alone: nothing compared, swept or drawn.
  public func alone(_ run: RunSpecification) -> Scenario {
    Scenario(
      name: name, path: path, title: title, why: why, source: source, year: year, data: data,
      runs: [run], comparison: nil, benchmarks: [], years: years)
  }
}

/// Which data a scenario runs on.
public struct ScenarioData: Hashable, Sendable {
  /// Where schools or pupils come from.
  public enum Origin: Hashable, Sendable {
    /// As written: a file, a folder or the name of a bundled set, relative to the scenario.
    case named(String, Place?)
    /// Made by the model from the schools.
    case modelled
  }
  /// The schools.
  public let schools: Origin
  /// The pupils: a file of pupils, a file of counts, or modelled.
  public let pupils: Origin
  /// The authorities' lines of planned spending, if given.
  public let authorities: Origin?
  /// The seed of whatever is modelled.
  public let seed: UInt64
  /// What the cost of a school is worked out from; nil where no cost is asked for.
  public let assumptions: Origin?
  /// The schools' staffing; nil where no measures are asked for.
  public let staffing: Origin?
  /// What staffing is held against; nil for the project's own file.
  public let bands: Origin?

  /// Makes a reference.
  public init(
    schools: Origin, pupils: Origin, authorities: Origin?, seed: UInt64 = 1,
    assumptions: Origin? = nil, staffing: Origin? = nil, bands: Origin? = nil
  ) {
    self.schools = schools
    self.pupils = pupils
    self.authorities = authorities
    self.seed = seed
    self.assumptions = assumptions
    self.staffing = staffing
    self.bands = bands
  }

  /// The bundled modelled set of 2024-25.
  public static let bundled = ScenarioData(
    schools: .named("wales-2024-25", nil), pupils: .modelled, authorities: nil)
}

/// One run of a scenario.
public struct RunSpecification: Hashable, Sendable {
  /// The formula or formulae of a run.
  public enum FormulaChoice: Hashable, Sendable {
    /// Each school's own authority's.
    case local
    /// One formula: the name of a file in `formulas/`, or a path relative to the scenario.
    case named(String, Place)
  }

  /// Its name; `published` is reserved.
  public let name: String
  /// The formulae.
  public let formula: FormulaChoice
  /// Changes of rates, in order.
  public let changes: [RateChange]
  /// Adjustments after those of the run's formulae, in order.
  public let adjustments: [AddedAdjustment]
  /// Changes of the authorities' lines for this run, in order.
  public let lines: [LineChange]
  /// What a multiplier of rates is solved for; nil for nothing.
  public let solve: SolveSpecification?
  /// Formulae whose lines are paid beside the run's own, in order.
  public let grants: [GrantChoice]
  /// Whether the scenario's indices move its rates; without, they stay at the first year's money.
  public let isUprated: Bool
  /// Where it is named.
  public let place: Place

  /// Makes a run.
  public init(
    name: String, formula: FormulaChoice, changes: [RateChange] = [],
    adjustments: [AddedAdjustment] = [], solve: SolveSpecification? = nil,
    grants: [GrantChoice] = [], isUprated: Bool = true, lines: [LineChange] = [], place: Place
  ) {
    self.name = name
    self.formula = formula
    self.changes = changes
    self.adjustments = adjustments
    self.solve = solve
    self.grants = grants
    self.isUprated = isUprated
    self.lines = lines
    self.place = place
  }
}

/// A formula whose lines a run pays beside its own.
public struct GrantChoice: Hashable, Sendable {
  /// The name of a file in `formulas/` or `formulas/grants/`, or a path relative to the scenario.
  public let name: String
  /// Where it is written.
  public let place: Place

  /// Makes a choice.
  public init(name: String, place: Place) {
    self.name = name
    self.place = place
  }
}

/// Which runs are compared.
public struct ComparisonSpecification: Hashable, Sendable {
  /// The run all others are held against; `published` is the published budgets.
  public let baseline: String
  /// The others, in order.
  public let with: [String]
  /// Where it is written; nil where the scenario doesn't say and the default holds.
  public let place: Place?

  /// Makes a comparison.
  public init(baseline: String, with: [String], place: Place?) {
    self.baseline = baseline
    self.with = with
    self.place = place
  }
}

extension Scenario {
  /// What schools are held against: its benchmarks, or the bulletin's of its year where it names none.
  public var benchmarksHeld: [Benchmark] {
    benchmarks.isEmpty ? [Benchmark.published(in: year)].compactMap { $0 } : benchmarks
  }
}

/// An amount per pupil that schools are held against, such as £6,390.
public struct Benchmark: Hashable, Sendable {
  /// The amount per pupil.
  public let amount: Money
  /// Where it comes from.
  public let source: FundingSource?

  /// Makes a benchmark.
  public init(amount: Money, source: FundingSource?) {
    self.amount = amount
    self.source = source
  }

  /// The published delegated budget per pupil for Wales, held against a school's own: the
  /// benchmark of a scenario that names none; nil for a year not known.
  ///
  /// - Source: Welsh Government bulletins "Local authority budgeted expenditure on schools",
  ///   2024-25 (as quoted by ASCL Cymru) and 2025-26.
  public static func published(in year: FundingYear) -> Benchmark? {
    BulletinFigures.all.first { $0.year == year }.map {
      Benchmark(amount: $0.delegated, source: $0.source)
    }
  }
}
