/// The schools and pupils that a run funds: all that the engine knows of the world.
public struct Census: Sendable {
  /// The schools.
  public let schools: SchoolTable
  /// Their pupils.
  public let pupils: PupilTable
  /// Schools that can't be funded, and why; they are named in every output.
  public let leftOut: [SchoolLeftOut]
  /// What was modelled rather than read, for the record.
  public let estimates: [Estimate]

  /// Makes a census; the pupils' rows are the schools'.
  public init(
    schools: SchoolTable, pupils: PupilTable, leftOut: [SchoolLeftOut] = [],
    estimates: [Estimate] = []
  ) {
    precondition(pupils.starts.count == schools.count + 1, "pupils must be of these schools")
    self.schools = schools
    self.pupils = pupils
    self.leftOut = leftOut
    self.estimates = estimates
  }
}

/// A school of the data that a run does not fund, or can't compare, and why.
public struct SchoolLeftOut: Hashable, Sendable {
  /// Why.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The data gives no pupils, so no share can be worked out.
    case noPupils = "no_pupils"
    /// The data gives no published budget: funded, but not compared with one or fitted to it.
    case noBudget = "no_budget"
  }
  /// The school's number.
  public let school: Int
  /// Its name.
  public let name: String
  /// Its authority's code.
  public let authority: Int
  /// Why.
  public let reason: Reason

  /// Makes a note.
  public init(school: Int, name: String, authority: Int, reason: Reason) {
    self.school = school
    self.name = name
    self.authority = authority
    self.reason = reason
  }
}

/// Something that was estimated rather than read, for `run.json` and the report.
public struct Estimate: Hashable, Sendable {
  /// What: a field's name, or a few words.
  public let what: String
  /// How it was estimated and from which figures, in both languages.
  public let how: BilingualText

  /// Makes a note.
  public init(what: String, how: BilingualText) {
    self.what = what
    self.how = how
  }
}
