public import FundingModel

/// The comparison of formulae as files and as JSON.
public enum ComparisonTables {
  /// `comparison-of-formulae.csv` and `complexity.csv`.
  public static func files(of comparison: FormulaComparison) -> [OutputFile] {
    [shares(of: comparison), complexity(of: comparison)].map {
      OutputFile(name: $0.name + ".csv", bytes: CSV.bytes(of: $0))
    }
  }

  /// What each formula pays each reference school.
  ///
  /// - Shape: a row for each school, formula and purpose of which the formula has a line; one row
  ///   without purpose, amount and share, but with a note, where it can't be worked out. The
  ///   amounts of a school and formula add up to `share`, which each of their rows repeats.
  /// - Rounding: `per_pupil` is the share ÷ pupils to the penny, halves away from zero, and
  ///   `amount_per_pupil` the same of the amount.
  static func shares(of comparison: FormulaComparison) -> Table {
    struct Row {
      let school: ReferenceSchool
      let formula: Formula
      let part: PurposeAmounts.Part?
      let share: Money?
      let note: String?
    }
    var rows: [Row] = []
    for (index, school) in comparison.schools.enumerated() {
      for compared in comparison.formulas {
        switch compared.shares[index] {
        case .worked(let amounts):
          rows += amounts.parts.map {
            Row(
              school: school, formula: compared.formula, part: $0, share: amounts.total, note: nil)
          }
        case .notWorked(let failure):
          rows.append(
            Row(
              school: school, formula: compared.formula, part: nil, share: nil,
              note: "not worked out: " + ComparisonSentences.reason(failure).english))
        }
      }
    }
    func perPupil(_ row: Row, _ amount: Money?) -> Money? {
      amount?.each(of: Rational(row.school.pupils))
    }
    return Table(
      name: "comparison-of-formulae",
      columns: [
        TableColumn("school", .texts(rows.map { $0.school.name })),
        TableColumn("sector", .texts(rows.map { $0.school.sector })),
        TableColumn("pupils", .wholes(rows.map { Int64($0.school.pupils) })),
        TableColumn("fsm_pct", .wholes(rows.map { Int64($0.school.freeMealsPercent) })),
        TableColumn("formula", .texts(rows.map { $0.formula.name })),
        TableColumn("authority", .texts(rows.map { Names.code($0.formula) })),
        TableColumn("year", .texts(rows.map { $0.formula.year.description })),
        TableColumn("status", .texts(rows.map { $0.formula.status.rawValue })),
        TableColumn("purpose", .texts(rows.map { $0.part?.kind.name })),
        TableColumn("amount", .moneys(rows.map { $0.part?.amount })),
        TableColumn("amount_per_pupil", .moneys(rows.map { perPupil($0, $0.part?.amount) })),
        TableColumn("share", .moneys(rows.map(\.share))),
        TableColumn("per_pupil", .moneys(rows.map { perPupil($0, $0.share) })),
        TableColumn("note", .texts(rows.map(\.note))),
      ])
  }

  /// How complex each formula is; `score` is the sum of `factors` to `aggregates`, functions
  /// counted, not named.
  static func complexity(of comparison: FormulaComparison) -> Table {
    let formulas = comparison.formulas
    func wholes(_ count: (FormulaComplexity) -> Int) -> TableCells {
      .wholes(formulas.map { Int64(count($0.complexity)) })
    }
    return Table(
      name: "complexity",
      columns: [
        TableColumn("formula", .texts(formulas.map(\.formula.name))),
        TableColumn("authority", .texts(formulas.map { Names.code($0.formula) })),
        TableColumn("year", .texts(formulas.map(\.formula.year.description))),
        TableColumn("status", .texts(formulas.map(\.formula.status.rawValue))),
        TableColumn("factors", wholes(\.factors)),
        TableColumn("rates", wholes(\.rates)),
        TableColumn("cells", wholes(\.cells)),
        TableColumn("adjustments", wholes(\.adjustments)),
        TableColumn("definitions", wholes(\.definitions)),
        TableColumn("functions", wholes(\.functions.count)),
        TableColumn("conditions", wholes(\.conditions)),
        TableColumn("aggregates", wholes(\.aggregates)),
        TableColumn("score", wholes(\.score)),
        TableColumn(
          "functions_used",
          .texts(formulas.map { $0.complexity.functions.joined(separator: " ") })),
      ])
  }

  /// The comparison as JSON.
  public static func json(of comparison: FormulaComparison) -> JSON {
    .members([
      "schools": .array(
        comparison.schools.indices.map { index in
          let school = comparison.schools[index]
          let range = comparison.range(ofSchool: index)
          return .members([
            "school": .text(school.name),
            "sector": .text(school.sector),
            "pupils": .whole(Int64(school.pupils)),
            "fsm_pct": .whole(Int64(school.freeMealsPercent)),
            "cheapest": .optional(range) { .text($0.cheapest.name) },
            "cheapest_share": .optional(range) { .money($0.least) },
            "dearest": .optional(range) { .text($0.dearest.name) },
            "dearest_share": .optional(range) { .money($0.greatest) },
            "ratio": .optional(range?.ratio) { .decimal($0) },
          ])
        }),
      "formulas": .array(comparison.formulas.map { formula($0, comparison.schools) }),
    ])
  }

  private static func formula(_ compared: ComparedFormula, _ schools: [ReferenceSchool]) -> JSON {
    let complexity = compared.complexity
    return .members([
      "formula": .text(compared.formula.name),
      "authority": .text(Names.code(compared.formula)),
      "title": .bilingual(compared.formula.title),
      "year": .text(compared.formula.year.description),
      "status": .text(compared.formula.status.rawValue),
      "estimates": .flag(compared.formula.hasEstimates),
      "complexity": .members([
        "factors": .whole(Int64(complexity.factors)),
        "rates": .whole(Int64(complexity.rates)),
        "cells": .whole(Int64(complexity.cells)),
        "adjustments": .whole(Int64(complexity.adjustments)),
        "definitions": .whole(Int64(complexity.definitions)),
        "functions": .array(complexity.functions.map { .text($0) }),
        "conditions": .whole(Int64(complexity.conditions)),
        "aggregates": .whole(Int64(complexity.aggregates)),
        "score": .whole(Int64(complexity.score)),
      ]),
      "shares": .array(
        zip(schools, compared.shares).map { school, share in
          switch share {
          case .worked(let amounts):
            .members([
              "school": .text(school.name),
              "share": .money(amounts.total),
              "per_pupil": .optional(amounts.total.each(of: Rational(school.pupils))) {
                .money($0)
              },
              "purposes": .array(
                amounts.parts.map {
                  .members(["purpose": .text($0.kind.name), "amount": .money($0.amount)])
                }),
            ])
          case .notWorked(let failure):
            .members([
              "school": .text(school.name),
              "share": .null,
              "per_pupil": .null,
              "not_worked_out": .bilingual(ComparisonSentences.reason(failure)),
            ])
          }
        }),
    ])
  }
}
