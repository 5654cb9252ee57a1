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
    if let error = estimate.standardError { line += "  (standard error \(rounded(error)))" }
    switch estimate.bound {
    case .least: line += "  at its least"
    case .greatest: line += "  at its greatest"
    case nil: break
    }
    if estimate.isWeaklyIdentified { line += "  weakly told by these schools" }
    return line
  }

  private static func line(_ group: String, _ quality: FitQuality) -> String {
    var line = "\(group): \(quality.schools) schools"
    if let r = quality.rSquared { line += ", R² \(decimals(r, 4))" }
    line += ", error median \(percent(quality.medianError))"
    line += ", nine in ten within \(percent(quality.ninetiethError))"
    if let heldOut = quality.heldOutMedianError {
      line += ", median on schools held out \(percent(heldOut))"
    }
    return line
  }

  private static func words(_ reason: FitLeftOut.Reason) -> String {
    switch reason {
    case .noPupils: "the data gives it no pupils"
    case .noBudget: "the data gives it no budget per pupil"
    case .outlier(let error): "its first error, \(percent(error)), is an outlier"
    }
  }

  private static func percent(_ share: Double) -> String { decimals(share * 100, 2) + "%" }

  private static func rounded(_ value: Double) -> String {
    decimals(value, value < 100 ? 2 : 0)
  }

  private static func decimals(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    guard value.isFinite, abs(value * scale) < 9e15 else { return "–" }
    let scaled = Int128((value * scale).rounded())
    guard let exact = try? Rational(scaled, over: Int128(scale)) else { return "–" }
    return exact.decimal(places: places, atLeast: places)
  }
}
