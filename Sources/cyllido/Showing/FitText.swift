import FundingBatch
import FundingModel

/// What a fit found, for a person.
struct FitText {
  let outcome: FitOutcome
  let pupilsAreModelled: Bool

  func text() -> String {
    var lines: [String] = []
    let formula = outcome.formula
    lines.append("\(formula.title.english), \(formula.year): rates fitted to published budgets")
    if pupilsAreModelled {
      lines.append("Pupils' attributes that the schools file does not give are modelled.")
    }
    lines.append("")
    for estimate in outcome.estimates { lines.append(Self.line(estimate)) }
    lines.append("")
    lines.append(Self.line("all", outcome.quality))
    for sector in outcome.sectors { lines.append(Self.line(sector.sector, sector.quality)) }
    if outcome.schools.contains(where: \.isSetAside) {
      lines.append(Self.line("all, with those set aside", FitQuality(of: outcome.schools)))
    }
    lines.append(
      "published £\(outcome.published), modelled £\(outcome.modelled), difference £\(outcome.modelled - outcome.published)"
    )
    for school in outcome.leftOut {
      lines.append("left out: \(school.school) \(school.name): \(Self.words(school.reason))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ estimate: FittedRate) -> String {
    let name = ([estimate.rate] + estimate.path).joined(separator: ".")
    var line = "\(name) = \(estimate.text)"
    if let error = estimate.standardError {
      line += "  (standard error \(FitFigures.rounded(error)))"
    }
    for remark in FitFigures.remarks(estimate) { line += "  \(remark)" }
    return line
  }

  static func line(_ group: String, _ quality: FitQuality) -> String {
    var line = "\(group): \(quality.schools) schools"
    if let r = quality.rSquared { line += ", R² \(FitFigures.decimals(r, 4))" }
    line += ", error median \(FitFigures.percent(quality.medianError))"
    line += ", nine in ten within \(FitFigures.percent(quality.ninetiethError))"
    if let heldOut = quality.heldOutMedianError {
      line += ", median on schools held out \(FitFigures.percent(heldOut))"
    }
    return line
  }

  private static func words(_ reason: FitLeftOut.Reason) -> String {
    switch reason {
    case .noPupils: "the data gives it no pupils"
    case .noBudget: "the data gives it no budget per pupil"
    case .outlier(let error): "its first error, \(FitFigures.percent(error)), is an outlier"
    }
  }
}
