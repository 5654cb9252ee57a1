import FundingModel

/// The reference schools and their pupils, for any authority.
///
/// - Invariant: the pupils are the same for every authority; only the authority differs.
struct ReferenceCensus {
  let schools: [ReferenceSchool]
  private let pupils: PupilTable

  init(_ schools: [ReferenceSchool], facts: ModelledFacts) {
    self.schools = schools
    var counter = CodeCounter()
    for school in schools {
      counter.add(ReferencePupils(school, facts: facts).codes)
      counter.endSchool()
    }
    pupils = counter.table(facts: facts.national)
  }

  /// The schools as those of an authority, or of none.
  ///
  /// They are English-medium, on one site, open all year. Nothing is known of their buildings,
  /// places or type: a formula that asks for these can't be worked out.
  func census(authority: Int?) -> Census {
    let table = SchoolTable(
      numbers: schools.indices.map { 1 + $0 }, names: schools.map(\.name),
      authorities: schools.map { _ in authority ?? 0 }, sectors: schools.map(\.sector),
      statedPupils: schools.map { Int?.some($0.pupils) },
      budgetPerPupil: schools.map { _ in nil },
      columns: [
        column("sector") { .category($0.sector) },
        column("authority") { _ in authority.map { .category(String($0)) } },
        column("language") { _ in .category("EM") },
        column("sites") { _ in .number(.one) },
        column("months_open") { _ in .number(Rational(12)) },
      ], areModelled: true)
    return Census(schools: table, pupils: pupils)
  }

  private func column(_ name: String, _ value: (ReferenceSchool) -> FieldValue?) -> Column {
    guard let field = StandardFields.school.first(where: { $0.name == name }) else {
      preconditionFailure("'\(name)' is a standard field of schools")
    }
    return Column(field: field, values: schools.map(value))
  }
}
