import FundingModel

extension StatementText {
  /// The statement as JSON: exact numbers as decimals to twelve places and as fractions.
  public func json() -> JSON {
    let schools = census.schools
    let row = statement.row
    let rates = estimatedRates
    return .members([
      "school": .whole(Int64(schools.numbers[row])),
      "name": .text(schools.names[row]),
      "modelled": .flag(schools.areModelled),
      "authority": .text(String(schools.authorities[row])),
      "sector": .text(schools.sectors[row]),
      "pupils": .whole(statement.heads),
      "fte": .decimal(statement.fte),
      "run": .text(run),
      "year": .text(year.description),
      "formula": .members([
        "name": .text(statement.formula.name),
        "path": .text(statement.formula.path),
        "title": .bilingual(statement.formula.title),
        "status": .text(statement.formula.status.rawValue),
      ]),
      "lines": .array(statement.lines.map { line($0, estimates: rates) }),
      "share": .money(statement.share),
      "per_pupil": .optional(perPupil) { .money($0) },
      "other_runs": .array(
        others.map { .members(["run": .text($0.run), "share": .money($0.share)]) }),
    ])
  }

  private func line(_ line: StatementLine, estimates: Set<String>) -> JSON {
    .members([
      "kind": .text(line.line.kind.rawValue),
      "factor": .text(line.line.name),
      "title": .bilingual(line.line.title),
      "parts": .array(line.parts.map { part($0, of: line.line, estimates: estimates) }),
      "walk": walkJSON(line.walk),
      "exact": .decimal(line.exact),
      "exact_fraction": Self.fraction(line.exact),
      "amount": .money(line.amount),
    ])
  }

  private func part(_ part: StatementPart, of line: AllocationLine, estimates: Set<String>)
    -> JSON
  {
    .members([
      "who": .bilingual(who(part, line)),
      "pupils": .array(
        part.pupils.map {
          .members(["field": .text($0.field), "value": .text($0.value.description)])
        }),
      "rate": .decimal(part.rate),
      "rate_fraction": Self.fraction(part.rate),
      "driver": .decimal(part.driver),
      "amount": .decimal(part.amount),
      "amount_fraction": Self.fraction(part.amount),
      "workings": .array(
        part.workings.map {
          .members([
            "name": .text($0.name),
            "value": .decimal($0.value),
            "unit": .text($0.unit.description),
            "estimate": .flag(isEstimate($0, among: estimates)),
          ])
        }),
    ])
  }

  private static func fraction(_ number: Rational) -> JSON {
    .text("\(number.numerator)/\(number.denominator)")
  }
}
