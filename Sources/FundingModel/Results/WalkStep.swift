/// One step of an adjustment's walk: a value read, or made of the steps before it.
public struct WalkStep: Hashable, Sendable {
  /// What a step's value is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The share before this adjustment.
    case share
    /// A factor left out of it; `of` names it.
    case leftOut = "left_out"
    /// The share without the factors left out.
    case shareCompared = "share_compared"
    /// That there is nothing to hold the share against; `of` names the baseline.
    case noBaseline = "no_baseline"
    /// The baseline share; `of` names the baseline.
    case baselineShare = "baseline_share"
    /// A factor left out of it; `of` names it.
    case baselineLeftOut = "baseline_left_out"
    /// The baseline share without the factors left out.
    case baselineCompared = "baseline_compared"
    /// The baseline's pupils, in heads.
    case baselinePupils = "baseline_pupils"
    /// The baseline for each of its pupils.
    case baselinePerPupil = "baseline_per_pupil"
    /// The change that is let be.
    case change
    /// What is guaranteed for each pupil.
    case guaranteedPerPupil = "guaranteed_per_pupil"
    /// The amount for each pupil above which a cap takes.
    case limitPerPupil = "limit_per_pupil"
    /// This year's pupils, in heads.
    case pupils
    /// This year's pupils in full-time equivalents.
    case fullTimeEquivalent = "fte"
    /// What is guaranteed in all.
    case guaranteed
    /// The limit in all.
    case limit
    /// What lies above the limit; nought where nothing does.
    case aboveLimit = "above_limit"
    /// The part of it that a cap takes.
    case scale
    /// That part in pounds.
    case scaled
    /// The most that can be taken without going below a minimum or floor; `of` names it.
    case mostTaken = "most_taken"
    /// What would be taken, to the penny, were all schools' takings not held to a total.
    case wouldTake = "would_take"
    /// What would be taken from all of the formula's schools.
    case wouldTakeInAll = "would_take_in_all"
    /// What the floors before it give all of the formula's schools.
    case givenInAll = "given_in_all"
    /// What caps before it take from all of the formula's schools; left out where there is none.
    case takenBefore = "taken_before"
    /// The money that is shared out over all the run's schools.
    case extraInAll = "extra_in_all"
    /// What an earlier run gives all the run's schools; `of` names it.
    case sharesInAll = "shares_in_all"
    /// What would be taken × what may be taken in all ÷ what would be taken in all, before it is
    /// shared out to the penny.
    case scaledToTotal = "scaled_to_total"
    /// The minimum for each pupil.
    case minimumPerPupil = "minimum_per_pupil"
    /// The minimum in all.
    case minimum
    /// The months that the school is open.
    case months
    /// The share for these months.
    case partYearShare = "part_year_share"
    /// What is added, before rounding.
    case added
    /// What is taken, before rounding, below nought.
    case taken
  }

  /// What the value is.
  public let kind: Kind
  /// The factor, minimum, floor or baseline that it is of; nil where the kind says all.
  public let of: String?
  /// The value; nil where there is none.
  public let value: Rational?
  /// Its unit.
  public let unit: Unit

  /// Makes a step.
  public init(_ kind: Kind, of: String? = nil, _ value: Rational?, _ unit: Unit) {
    self.kind = kind
    self.of = of
    self.value = value
    self.unit = unit
  }
}
