import FundingModel

extension StatementText {
  /// An adjustment's walk: a step a line, its value to the right.
  func walkText(_ walk: [WalkStep], _ language: Language) -> String {
    walk.map { step in
      let label = "    " + WalkWords.label(step, in: statement.formula)[language]
      let value = WalkWords.value(step)
      let room = TextLines.width - value.count - 2
      guard label.count > room else {
        return TextLines.fitted(label, to: room) + "  " + value + "\n"
      }
      return TextLines.wrapped(label, indent: 6)
        + (value.isEmpty ? "" : TextLines.fitted(value, to: TextLines.width, right: true) + "\n")
    }.joined()
  }

  /// A walk as JSON: each step's value as a decimal and as a fraction, null where it has none.
  func walkJSON(_ walk: [WalkStep]) -> JSON {
    .array(
      walk.map { step in
        .members([
          "step": .text(step.kind.rawValue),
          "of": .optional(step.of) { .text($0) },
          "title": .bilingual(WalkWords.label(step, in: statement.formula)),
          "value": .optional(step.value) { .decimal($0) },
          "value_fraction": .optional(step.value) { .text("\($0.numerator)/\($0.denominator)") },
          "unit": .text(step.unit.description),
        ])
      })
  }
}
