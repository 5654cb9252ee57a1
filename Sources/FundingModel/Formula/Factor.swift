/// One line of a formula.
public struct Factor: Hashable, Sendable {
  /// What the amount is for.
  public enum Each: Hashable, Sendable {
    /// £ per pupil, times each pupil's FTE.
    case pupil
    /// £ per pupil, each pupil as one.
    case head
    /// £ per school.
    case school
    /// £ per place, times the school's places.
    case place
    /// A whole shared out in proportion to a school-level number. `total` may use constants,
    /// rates by authority or label, and `authority(x)` or `all(x)`.
    case quantum(total: Amount, within: QuantumScope)
  }

  /// Which schools share one quantum.
  public enum QuantumScope: String, Hashable, Sendable, CaseIterable {
    /// All of the formula's schools in the run.
    case formula
    /// All schools of the run, whichever formula funds them.
    case run
    /// Each authority's schools of the formula in the run.
    case authority
  }

  /// Whether a publication gives the factor's structure.
  public enum Structure: Hashable, Sendable {
    /// It does: a key of the formula's sources.
    case published(String)
    /// It was assumed.
    case assumed
  }

  /// Its name in the file.
  public let name: String
  /// Its title.
  public let title: BilingualText
  /// What the money is for.
  public let purpose: Purpose
  /// How it counts under regulation 23.
  public let regulation: RegulationTag
  /// Whether its structure is published.
  public let structure: Structure
  /// What the amount is for.
  public let each: Each
  /// The pupils or schools it is for; nil for all.
  public let condition: Condition?
  /// The amount; for a quantum the school's part (`shared_by`).
  public let amount: Amount
  /// Where it is named.
  public let place: Place

  /// Makes a factor.
  public init(
    name: String, title: BilingualText, purpose: Purpose, regulation: RegulationTag,
    structure: Structure, each: Each, condition: Condition?, amount: Amount, place: Place
  ) {
    self.name = name
    self.title = title
    self.purpose = purpose
    self.regulation = regulation
    self.structure = structure
    self.each = each
    self.condition = condition
    self.amount = amount
    self.place = place
  }
}

/// What a factor's money is for.
public enum Purpose: String, Hashable, Sendable, CaseIterable {
  /// Basic entitlement.
  case basic
  /// Deprivation.
  case deprivation
  /// Additional learning needs.
  case aln
  /// Teaching through Welsh.
  case welsh
  /// English as an additional language.
  case language
  /// Sparsity.
  case sparsity
  /// Small schools.
  case smallSchool = "small_school"
  /// Fixed sums.
  case fixed
  /// Premises.
  case premises
  /// Staffing.
  case staffing
  /// Sixth forms.
  case sixthForm = "sixth_form"
  /// Places.
  case places
  /// Grants.
  case grant
  /// Anything else.
  case other
}

/// How a factor counts under regulation 23 of the School Funding (Wales) Regulations 2010.
///
/// - Source: WSI 2010/824, regulation 23(1)(a) to (f).
public enum RegulationTag: String, Hashable, Sendable, CaseIterable {
  /// (a) Pupil numbers under regulation 13(1) or 13(6).
  case pupilNumbers = "pupil_numbers"
  /// (b) The same funding for pupils of the same age.
  case sameAge = "same_age"
  /// (c) Nursery places.
  case nurseryPlaces = "nursery_places"
  /// (d) Additional learning needs without a statement, up to 5%.
  case alnUnstatemented = "aln_unstatemented"
  /// (e) Places reserved for additional learning needs.
  case alnPlaces = "aln_places"
  /// (f) Pupils with statements.
  case alnStatemented = "aln_statemented"
  /// None of these.
  case other
}
