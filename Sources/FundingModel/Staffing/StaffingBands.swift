/// Where a value lies against a range: a place, not a judgement.
public enum StaffingBand: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Well below the range.
  case wellBelow = "well_below"
  /// Just below the range.
  case justBelow = "just_below"
  /// Within the range.
  case within
  /// Just above the range.
  case justAbove = "just_above"
  /// Well above the range.
  case wellAbove = "well_above"

  /// Whether the left lies lower.
  public static func < (left: StaffingBand, right: StaffingBand) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .wellBelow: 0
    case .justBelow: 1
    case .within: 2
    case .justAbove: 3
    case .wellAbove: 4
    }
  }
}

/// The bands of one measure.
///
/// - Invariant: limits and bands ascend, and the last step has no limit, so every value has a band.
public struct MeasureBands: Hashable, Sendable {
  /// A band and the value from which on it no longer holds.
  public struct Step: Hashable, Sendable {
    /// Values below this are in the band; nil for all the rest.
    public let below: Rational?
    /// The band.
    public let band: StaffingBand

    /// Makes a step.
    public init(below: Rational?, band: StaffingBand) {
      self.below = below
      self.band = band
    }
  }

  /// The measure.
  public let measure: StaffingMeasure
  /// The steps, upwards.
  public let steps: [Step]
  /// The sectors that they are for; nil for all.
  public let sectors: [String]?
  /// The key of their source.
  public let source: String

  /// Makes bands.
  public init(measure: StaffingMeasure, steps: [Step], sectors: [String]?, source: String) {
    precondition(steps.last?.below == nil && !steps.isEmpty, "the last band takes all the rest")
    self.measure = measure
    self.steps = steps
    self.sectors = sectors
    self.source = source
  }

  /// The band of a value at a school of a sector; nil where the bands are not for that sector.
  public func band(of value: Rational, sector: String?) -> StaffingBand? {
    if let sectors {
      guard let sector, sectors.contains(sector) else { return nil }
    }
    return steps.first { step in step.below.map { value < $0 } ?? true }?.band
  }
}

/// A figure that measures are worked out with, and where it comes from.
public struct StaffingTarget: Hashable, Sendable {
  /// The figure.
  public let value: Rational
  /// The key of its source; nil where the command line gave it.
  public let source: String?
  /// Whether it is nobody's published figure.
  public let isEstimate: Bool

  /// Makes a target.
  public init(value: Rational, source: String?, isEstimate: Bool) {
    self.value = value
    self.source = source
    self.isEstimate = isEstimate
  }
}

/// All that measures are held against: a file of bands, targets and the rule of families.
public struct StaffingBands: Hashable, Sendable {
  /// The contact ratio for which teachers are counted.
  public var contactRatio: StaffingTarget
  /// The pupils a class of the basic curriculum.
  public let pupilsPerClass: StaffingTarget
  /// The bands, in the file's order; at most one set a measure.
  public let bands: [MeasureBands]
  /// What makes a family.
  public let families: FamilyRule
  /// The sources, in the file's order.
  public let sources: [FundingSource]

  /// Makes a set.
  public init(
    contactRatio: StaffingTarget, pupilsPerClass: StaffingTarget, bands: [MeasureBands],
    families: FamilyRule, sources: [FundingSource]
  ) {
    self.contactRatio = contactRatio
    self.pupilsPerClass = pupilsPerClass
    self.bands = bands
    self.families = families
    self.sources = sources
  }

  /// The bands of a measure; nil where there are none.
  public subscript(measure: StaffingMeasure) -> MeasureBands? {
    bands.first { $0.measure == measure }
  }
}
