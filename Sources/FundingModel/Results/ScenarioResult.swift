/// All that a scenario's run found: the one value that every output is written from.
public struct ScenarioResult: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The schools and pupils.
  public let census: Census
  /// The runs, in the scenario's order.
  public let runs: [RunOutcome]
  /// Which runs were compared.
  public let comparison: ComparisonSpecification
  /// Each compared school, by school, then run, then year.
  public let comparisons: [SchoolComparison]
  /// Budgets by authority, then the row of Wales; by authority, then run, then year.
  public let authorities: [BudgetRow]
  /// The same by authority and sector.
  public let sectors: [BudgetRow]
  /// Schools below each benchmark.
  public let parity: [ParityRow]
  /// Winners and losers by group.
  public let winners: [WinnersRow]
  /// Measures of equity, for each run.
  public let equity: [EquityRow]
  /// The control totals that were met.
  public let controls: [ControlTotal]

  /// Makes a result.
  public init(
    scenario: Scenario, census: Census, runs: [RunOutcome], comparison: ComparisonSpecification,
    comparisons: [SchoolComparison], authorities: [BudgetRow], sectors: [BudgetRow],
    parity: [ParityRow], winners: [WinnersRow], equity: [EquityRow] = [],
    controls: [ControlTotal]
  ) {
    self.scenario = scenario
    self.census = census
    self.runs = runs
    self.comparison = comparison
    self.comparisons = comparisons
    self.authorities = authorities
    self.sectors = sectors
    self.parity = parity
    self.winners = winners
    self.equity = equity
    self.controls = controls
  }
}

/// One run of a scenario and what it gave.
public struct RunOutcome: Sendable {
  /// What was asked.
  public let specification: RunSpecification
  /// What it gave.
  public let allocation: Allocation
  /// What was solved; nil where nothing was.
  public let solve: SolveOutcome?
  /// The earlier runs that its floors and caps are held against.
  public let baselines: [Allocation]

  /// Makes an outcome.
  public init(
    specification: RunSpecification, allocation: Allocation, solve: SolveOutcome?,
    baselines: [Allocation] = []
  ) {
    self.specification = specification
    self.allocation = allocation
    self.solve = solve
    self.baselines = baselines
  }
}

/// The multiplier that a solve found.
public struct SolveOutcome: Hashable, Sendable {
  /// The rates it multiplies, as written.
  public let rates: [String]
  /// The multiplier.
  public let multiplier: Rational
  /// The total that was to be reached.
  public let target: Money
  /// The total that was reached.
  public let reached: Money
  /// How many times the run was evaluated.
  public let evaluations: Int

  /// Makes an outcome.
  public init(
    rates: [String], multiplier: Rational, target: Money, reached: Money, evaluations: Int
  ) {
    self.rates = rates
    self.multiplier = multiplier
    self.target = target
    self.reached = reached
    self.evaluations = evaluations
  }

  /// Reached less target: what rounding leaves over.
  public var residual: Money { reached - target }
}

/// One school under the baseline and one other run.
public struct SchoolComparison: Hashable, Sendable {
  /// The census row.
  public let row: Int
  /// The year.
  public let year: FundingYear
  /// The heads.
  public let pupils: Int64
  /// The baseline's name.
  public let baseline: String
  /// The other run's name.
  public let run: String
  /// The baseline's share.
  public let baselineShare: Money
  /// The other run's share.
  public let runShare: Money

  /// Makes a comparison.
  public init(
    row: Int, year: FundingYear, pupils: Int64, baseline: String, run: String,
    baselineShare: Money, runShare: Money
  ) {
    self.row = row
    self.year = year
    self.pupils = pupils
    self.baseline = baseline
    self.run = run
    self.baselineShare = baselineShare
    self.runShare = runShare
  }

  /// Run less baseline.
  public var change: Money { runShare - baselineShare }
  /// The change per pupil.
  ///
  /// Nil without pupils. Rounded to the penny, halves away from zero.
  public var changePerPupil: Money? { change.each(of: Rational(Int(pupils))) }
  /// The change as a percentage of the baseline; nil where the baseline is nought.
  public var changePercent: Rational? {
    guard baselineShare != .zero else { return nil }
    return try? Rational(Int128(change.pence) * 100, over: Int128(baselineShare.pence))
  }
}

/// What schools of an authority, a sector or Wales get in one run, and what is kept.
public struct BudgetRow: Hashable, Sendable {
  /// The authority's code; nil for Wales.
  public let authority: Int?
  /// The sector; nil for all.
  public let sector: String?
  /// The run's name; `published` for the published budgets.
  public let run: String
  /// The year.
  public let year: FundingYear
  /// How many schools are funded.
  public let schools: Int
  /// Their heads.
  public let pupils: Int64
  /// The individual schools budget: the sum of their shares.
  public let isb: Money
  /// The share of regulation 23's base that pupils lead, 0 to 1; nil where it can't be said (the
  /// published budgets, special schools alone).
  public let pupilLed: Rational?
  /// The authority's other lines by kind; nil where none are given.
  public let lines: [AuthorityLine.Kind: Money]?
  /// Which of this row's figures are estimates: names of columns, sorted.
  public let estimated: [String]

  /// Makes a row.
  public init(
    authority: Int?, sector: String?, run: String, year: FundingYear, schools: Int,
    pupils: Int64, isb: Money, pupilLed: Rational?, lines: [AuthorityLine.Kind: Money]?,
    estimated: [String]
  ) {
    self.authority = authority
    self.sector = sector
    self.run = run
    self.year = year
    self.schools = schools
    self.pupils = pupils
    self.isb = isb
    self.pupilLed = pupilLed
    self.lines = lines
    self.estimated = estimated
  }

  /// The sum of one kind of lines.
  ///
  /// Nil where the authority gives no line at all; nought where it gives others but none of this
  /// kind, since its lines are its account. What schools must hand back is not part of such an
  /// account: mandatory buy-backs and in-and-out money are nil unless a line of either is given.
  public func line(_ kind: AuthorityLine.Kind) -> Money? {
    guard let lines else { return nil }
    switch kind {
    case .retained, .devolved, .unallocated: return lines[kind] ?? .zero
    case .mandatoryBuyback, .optionalBuyback, .inOut:
      let isTold = lines[.mandatoryBuyback] != nil || lines[.inOut] != nil
      return lines[kind] ?? (isTold ? .zero : nil)
    }
  }
  /// Money passed to schools outside the individual schools budget.
  public var devolved: Money? { line(.devolved) }
  /// Individual schools budget and devolved money together.
  public var delegated: Money? { devolved.map { isb + $0 } }
  /// Kept by the authority.
  public var retained: Money? { line(.retained) }
  /// Everything: delegated, retained and not yet allocated.
  public var gross: Money? {
    guard let delegated, let retained, let unallocated = line(.unallocated) else { return nil }
    return delegated + retained + unallocated
  }
  /// Delegated less what schools must hand back.
  public var effectiveDelegated: Money? {
    guard let delegated, let buyback = line(.mandatoryBuyback), let inOut = line(.inOut) else {
      return nil
    }
    return delegated - buyback - inOut
  }
  /// Delegated ÷ gross, 0 to 1.
  public var delegationRate: Rational? { Self.ratio(delegated, gross) }
  /// Effectively delegated ÷ gross, 0 to 1.
  public var effectiveDelegationRate: Rational? { Self.ratio(effectiveDelegated, gross) }

  private static func ratio(_ part: Money?, _ whole: Money?) -> Rational? {
    guard let part, let whole, whole != .zero else { return nil }
    return try? Rational(Int128(part.pence), over: Int128(whole.pence))
  }
}

/// How many schools of a sector lie below a benchmark.
public struct ParityRow: Hashable, Sendable {
  /// The sector; nil for all.
  public let sector: String?
  /// The run; `published` for the published budgets.
  public let run: String
  /// The year.
  public let year: FundingYear
  /// The amount per pupil.
  public let benchmark: Money
  /// How many schools have an amount per pupil.
  public let schools: Int
  /// How many of them lie below.
  public let below: Int

  /// Makes a row.
  public init(
    sector: String?, run: String, year: FundingYear, benchmark: Money, schools: Int, below: Int
  ) {
    self.sector = sector
    self.run = run
    self.year = year
    self.benchmark = benchmark
    self.schools = schools
    self.below = below
  }
}

/// Who gains and who loses in a group of schools.
public struct WinnersRow: Hashable, Sendable {
  /// A group of schools.
  public enum Group: Hashable, Sendable {
    /// Every compared school.
    case all
    /// A sector's.
    case sector(String)
    /// An authority's, by code.
    case authority(Int)
  }
  /// The group.
  public let group: Group
  /// The run held against the baseline.
  public let run: String
  /// The year.
  public let year: FundingYear
  /// How many schools.
  public let schools: Int
  /// How many gain at least a penny.
  public let winners: Int
  /// How many lose at least a penny.
  public let losers: Int
  /// The sum of gains.
  public let gain: Money
  /// The sum of losses, as a positive amount.
  public let loss: Money
  /// The largest gain; nought where nobody gains.
  public let largestGain: Money
  /// The largest loss, as a positive amount; nought where nobody loses.
  public let largestLoss: Money

  /// Makes a row.
  public init(
    group: Group, run: String, year: FundingYear, schools: Int, winners: Int, losers: Int,
    gain: Money, loss: Money, largestGain: Money, largestLoss: Money
  ) {
    self.group = group
    self.run = run
    self.year = year
    self.schools = schools
    self.winners = winners
    self.losers = losers
    self.gain = gain
    self.loss = loss
    self.largestGain = largestGain
    self.largestLoss = largestLoss
  }

  /// How many are not moved by a penny.
  public var unchanged: Int { schools - winners - losers }
}

/// A check that a run passed: a figure of the data against the figure it must equal.
public struct ControlTotal: Hashable, Sendable {
  /// What was checked, in both languages.
  public let what: BilingualText
  /// What it must be.
  public let expected: Int64
  /// What it is; equal, or the run would have stopped.
  public let found: Int64

  /// Makes a control total.
  public init(what: BilingualText, expected: Int64, found: Int64) {
    self.what = what
    self.expected = expected
    self.found = found
  }
}
