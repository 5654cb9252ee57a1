import Diagnostics
import FundingModel

/// What can be wrong with a formula file, beyond its form and its expressions.
enum FormulaMistake: Hashable, Sendable {
  // Header.

  /// A format that this program doesn't read.
  case version(String)
  /// A name that is not the file's.
  case nameIsNotTheFiles(String, file: String)
  /// An authority that there is not.
  case unknownAuthority(String)
  /// Something that is not a financial year.
  case badYear(String)

  // Names.

  /// A name with other signs than letters, digits and `_`.
  case badName(String, of: String)
  /// A rate or definition with the name of something else.
  case nameTaken(String, of: String, by: String)
  /// A rate and a definition of one name.
  case nameTwice(String, first: SourceSpan)
  /// A rate or definition that nothing uses.
  case unused(String, kind: NameKind)
  /// A source that isn't under `sources`.
  case unknownSource(String, known: [String])

  // Values.

  /// A unit that can't be read.
  case badUnit(String)
  /// A unit in the plural.
  case pluralUnit(String, singular: String)
  /// A plain number where money is needed.
  case needsPounds(String, unit: Unit, suggestion: String)
  /// Money where something else is needed.
  case noPounds(String, unit: Unit)
  /// A percentage of something with a unit.
  case percentOfUnit(String, unit: Unit)
  /// Something that is no number.
  case badValue(String, example: String)
  /// Commas that are not between groups of three digits.
  case badThousands(String)

  // Tables.

  /// Not exactly one of `value`, `values` and `from`.
  case oneOfValues(String, given: [String])
  /// A table without `by`.
  case tableWithoutBy(String)
  /// `by` without a table.
  case valueWithBy(String)
  /// `by` names no field.
  case unknownAxis(String, known: [String])
  /// `by` is of another form.
  case badAxis
  /// Bands of something that is no number.
  case bandsOfCategory(String)
  /// One field twice in `by`.
  case axisTwice(String)
  /// `interpolate` without one axis of bands.
  case interpolateWithoutBands
  /// A category given twice.
  case categoryTwice(String, first: SourceSpan)
  /// Bands or numbers that overlap.
  case overlap(String, other: String, first: SourceSpan)
  /// A range of categories without order.
  case rangeWithoutOrder(String)
  /// A band that can't be read.
  case badBand(String)
  /// A number that can't be read.
  case badNumberKey(String, field: String)
  /// A flag's key that is not `true` or `false`.
  case badFlagKey(String, field: String)
  /// `otherwise` among the values.
  case otherwiseAmongValues
  /// A value where a further table is needed.
  case tooShallow(needed: String)
  /// A table where a value is needed.
  case tooDeep
  /// A table without a value.
  case emptyTable

  // Bounds.

  /// Bounds that can't be read.
  case badBounds(String)
  /// Bounds on a rate that is no estimate.
  case boundsWithoutFitted
  /// Bounds of a value that isn't there.
  case unknownBounds(String, known: [String])
  /// A value outside its bounds.
  case outsideBounds(String, bounds: String)

  // Factors.

  /// A formula without factors.
  case noFactors
  /// An `each` that is not known.
  case unknownEach(String)
  /// A key that goes with another `each`.
  case keyOfOtherEach(String, each: String, needed: String)
  /// An amount of the wrong unit.
  case amountUnit(Unit, each: String, accepted: [Unit])
  /// A structure that is neither `assumed` nor published somewhere.
  case badStructure
  /// A rounding step that is no amount above nought.
  case badStep(String, example: String)

  // Adjustments.

  /// A percentage of a floor or cap without its sign.
  case notPercent(String, of: String, suggestion: String?)
  /// A percentage of a floor or cap outside what makes sense.
  case percentOutOfRange(String, of: String, accepted: String)
  /// Money shared out by a run's shares, in a formula file, which knows no runs.
  case extraInFormula
  /// A floor or cap of a formula file that is held against something else than last year.
  case againstInFormula(String)
  /// A factor that the formula doesn't have.
  case unknownFactor(String, known: [String])
  /// A factor left out whose column of last year is another's.
  case columnTaken(String, column: String)
  /// A factor left out twice.
  case leftOutTwice(String, first: SourceSpan)
  /// A cap that may take what floors give, where there is none.
  case totalWithoutFloor
  /// A cap that may take what floors give, before the floor.
  case totalBeforeFloor(floor: SourceSpan)
  /// An adjustment given twice.
  case adjustmentTwice(String, first: SourceSpan)
  /// An item of the list that is not one adjustment.
  case oneAdjustmentEach
  /// A minimum that goes by a pupil field.
  case minimumByPupil(String)
}
