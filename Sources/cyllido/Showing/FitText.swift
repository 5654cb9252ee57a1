import FundingBatch
import FundingModel

/// What a fit found, for a person.
struct FitText {
  let outcome: FitOutcome
  let pupilsAreModelled: Bool
  let language: Language

  func text() -> String {
    var lines = [FitWords.title(outcome.formula)[language]]
    if pupilsAreModelled { lines.append(FitWords.pupilsAreModelled[language]) }
    lines.append("")
    for estimate in outcome.estimates { lines.append(line(estimate)) }
    lines.append("")
    lines.append(FitWords.quality(FitWords.all, outcome.quality)[language])
    for sector in outcome.sectors {
      lines.append(FitWords.quality(FitWords.sector(sector.sector), sector.quality)[language])
    }
    if outcome.schools.contains(where: \.isSetAside) {
      let all = FitQuality(of: outcome.schools)
      lines.append(FitWords.quality(FitWords.allWithSetAside, all)[language])
    }
    lines.append(FitWords.totals(outcome)[language])
    for school in outcome.leftOut { lines.append(FitWords.leftOut(school)[language]) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ estimate: FittedRate) -> String {
    let name = ([estimate.rate] + estimate.path).joined(separator: ".")
    var line = "\(name) = \(estimate.text)"
    if let error = estimate.standardError {
      line += "  (\(FitWords.standardError(error)[language]))"
    }
    for remark in FitWords.remarks(estimate) { line += "  \(remark[language])" }
    return line
  }
}
