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
      "purposes": Self.purposes(amounts),
      "other_runs": .array(
        others.map {
          .members([
            "run": .text($0.run), "share": .money($0.share),
            "purposes": .optional($0.amounts, Self.purposes),
          ])
        }),
      "solve": .optional(solve) {
        .members([
          "rates": .array($0.rates.map { .text($0) }),
          "multiplier": .decimal($0.multiplier),
          "multipliers": ResultJSON.multipliers($0),
          "target": .money($0.target),
        ])
      },
      "changes": .array(
        changes.map {
          .members([
            "rate": .text($0.path),
            "file": .optional($0.before) { .decimal($0) },
            "used": .decimal($0.after),
          ])
        }),
      "sources": .array(
        sources().map {
          .members([
            "source": ResultJSON.source($0.source),
            "rates": .array($0.rates.map { .text($0) }),
            "estimated": .array($0.estimates.map { .text($0) }),
          ])
        }),
    ]).adding("moved", isFirstYear ? .null : .array(rateMoves.map { $0.json() }))
  }

  private static func purposes(_ amounts: PurposeAmounts) -> JSON {
    .array(
      amounts.parts.map {
        .members(["purpose": .text($0.kind.name), "amount": .money($0.amount)])
      })
  }

  private func line(_ line: StatementLine, estimates: Set<String>) -> JSON {
    .members([
      "kind": .text(line.line.kind.rawValue),
      "factor": .text(line.line.name),
      "title": .bilingual(line.line.title),
      "purpose": .text(line.line.purposeKind.name),
      "formula": .optional(statement.formula.factors.first { $0.name == line.line.name }) {
        .text(Self.text(of: $0, in: statement.formula))
      },
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

  /// A factor's amount and condition as its file writes them.
  private static func text(of factor: Factor, in formula: Formula) -> String {
    ExpressionText.of(factor.amount, in: formula)
      + (factor.condition.map { " where \(ExpressionText.of($0, in: formula))" } ?? "")
  }

  private static func fraction(_ number: Rational) -> JSON {
    .text("\(number.numerator)/\(number.denominator)")
  }
}
