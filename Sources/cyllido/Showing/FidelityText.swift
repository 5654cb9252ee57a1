import FundingBatch
import FundingModel

/// How close every fitted formula comes to the published budgets, as a page of Markdown.
///
/// It names no school and no date: the same formulae and schools give the same page.
struct FidelityText {
  /// What each fit found, in the order shown.
  let outcomes: [FitOutcome]
  /// The schools and pupils that were fitted to.
  let census: Census
  /// The options of the fits.
  let options: FitOptions
  /// The command that made the page, without the names of private files.
  let command: String

  /// The language of the page.
  let language: Language

  func text() -> String {
    ([
      "# \(FidelityWords.title[language])", "", FidelityWords.made(by: command)[language], "",
    ] + reading + wales
      + FidelityResiduals(
        schools: local.flatMap(\.schools), census: census, language: language
      ).lines()
      + authorities + outcomes.flatMap(section)).joined(separator: "\n") + "\n"
  }

  private var reading: [String] {
    let robust = options.squaresTo.map { FidelityWords.robust(FitFigures.decimals($0 * 100, 0)) }
    let pull =
      options.pull > 0
      ? FidelityWords.pull(FitFigures.percent(options.pull.squareRoot())) : nil
    let aside = options.leavesOutBeyond.map { FidelityWords.aside(FitFigures.decimals($0, 1)) }
    let total =
      options.holdsTotal ? FidelityWords.total(FitFigures.percent(options.totalWithin)) : nil
    return ["## \(FidelityWords.reading[language])", ""]
      + (FidelityWords.always + [robust, pull, aside, total].compactMap(\.self)).map {
        "- \($0[language])"
      } + [""]
  }

  private var head: [String] {
    [
      "| | \(FidelityWords.head.map { $0[language] }.joined(separator: " | ")) |",
      "|---|" + FidelityWords.head.map { _ in "--:|" }.joined(),
    ]
  }

  private var wales: [String] {
    let schools = local.flatMap(\.schools)
    let beyond = schools.compactMap { school in
      school.heldOut.map { school.published.pounds.approximation / $0 - 1 }
    }
    let isWales = local.count == Authority.all.count
    let title = isWales ? FidelityWords.wales : FidelityWords.someAuthorities
    return ["## \(title[language])", ""] + head + rows(schools) + [
      "",
      FidelityWords.beyond(
        above: beyond.count { $0 > 0.15 }, below: beyond.count { $0 < -0.15 })[language],
      "",
    ]
  }

  /// What each factor pays, in hundredths of the sector's modelled money.
  private func payments(_ outcome: FitOutcome) -> [String] {
    let sectors = StandardFields.sectors.names.filter { sector in
      outcome.schools.contains { $0.sector == sector }
    }
    let rows = outcome.formula.factors.enumerated().map { index, factor in
      let cells = sectors.map { sector in
        let own = outcome.schools.filter { $0.sector == sector }
        let paid = own.reduce(Money.zero) { $0 + $1.lines[index] }.pounds.approximation
        let all = own.reduce(Money.zero) { $0 + $1.modelled }.pounds.approximation
        return all > 0 ? FitFigures.percent(paid / all) : "–"
      }
      return "| \(factor.title[language]) | \(cells.joined(separator: " | ")) |"
    }
    return [
      "| \(FidelityWords.partOfMoney[language]) | "
        + sectors.map { FitWords.sector($0)[language] }.joined(separator: " | ") + " |",
      "|---|\(sectors.map { _ in "--:|" }.joined())",
    ] + rows
  }

  private var authorities: [String] {
    ["## \(FidelityWords.authorities[language])", ""] + head
      + outcomes.map { row($0.formula.title[language], $0.schools) } + [""]
  }

  /// The formulae of one authority each.
  private var local: [FitOutcome] {
    outcomes.filter { outcome in
      switch outcome.formula.reach {
      case .authority: true
      case .any: false
      }
    }
  }

  private func section(_ outcome: FitOutcome) -> [String] {
    let formula = outcome.formula
    let published = formula.factors.filter(\.isPublished).map(\.title)
    let assumed = formula.factors.filter { !$0.isPublished }.map(\.title)
    let missing = outcome.leftOut.reduce(into: (pupils: 0, budget: 0)) { sum, school in
      switch school.reason {
      case .noPupils: sum.pupils += 1
      case .noBudget: sum.budget += 1
      case .outlier: break
      }
    }
    return ["## \(formula.title[language]) (`\(formula.name)`)", ""] + head
      + rows(outcome.schools) + [
        "",
        FidelityWords.missing(
          pupils: missing.pupils, budget: missing.budget, published: outcome.published,
          modelled: outcome.modelled)[language],
        "", FidelityWords.structure(published: published, assumed: assumed)[language], "",
        "| \(FidelityWords.rateHead.map { $0[language] }.joined(separator: " | ")) | |",
        "|---|--:|--:|---|---|",
      ] + outcome.estimates.map { row($0, in: formula) } + [""] + payments(outcome) + [""]
  }

  private func row(_ estimate: FittedRate, in formula: Formula) -> String {
    let path = estimate.path.joined(separator: ".")
    let ranges = formula.rates.first { $0.name == estimate.rate }?.bounds?.ranges
    let range = ranges?[path] ?? ranges?[""]
    let name = ([estimate.rate] + estimate.path).joined(separator: ".")
    return "| \(name) | \(estimate.text) "
      + "| \(estimate.standardError.map(FitFigures.rounded) ?? "–") | "
      + FidelityWords.bounds(range)[language] + " "
      + "| \(FitWords.remarks(estimate).map { $0[language] }.joined(separator: "; ")) |"
  }

  private func rows(_ schools: [FittedSchool]) -> [String] {
    [row(FitWords.all[language], schools)]
      + StandardFields.sectors.names.compactMap { sector in
        let own = schools.filter { $0.sector == sector }
        return own.isEmpty ? nil : row(FitWords.sector(sector)[language], own)
      }
  }

  private func row(_ name: String, _ schools: [FittedSchool]) -> String {
    let told = schools.filter { !$0.isSetAside }
    let (some, all) = (FitQuality(of: told), FitQuality(of: schools))
    let cells = [
      name, "\(schools.count)", "\(schools.count - told.count)",
      told.isEmpty ? "–" : FitFigures.percent(some.medianError),
      told.isEmpty ? "–" : FitFigures.percent(some.ninetiethError),
      FitFigures.percent(some.heldOutMedianError), FitFigures.percent(all.medianError),
      FitFigures.percent(all.heldOutMedianError), FitFigures.decimals(all.rSquared, 4),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }
}

extension Factor {
  /// Whether a publication gives its structure.
  fileprivate var isPublished: Bool {
    switch structure {
    case .published: true
    case .assumed: false
    }
  }
}
