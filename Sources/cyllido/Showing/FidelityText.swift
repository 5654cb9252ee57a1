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

  func text() -> String {
    ([
      "# Fidelity: how close the fitted formulae come to the published budgets", "",
      "Made by `\(command)`; don't edit by hand.", "",
    ] + reading + wales
      + FidelityResiduals(schools: local.flatMap(\.schools), census: census).lines()
      + authorities + outcomes.flatMap(section)).joined(separator: "\n") + "\n"
  }

  private var reading: [String] {
    let robust = options.squaresTo.map {
      "Errors beyond \(FitFigures.decimals($0 * 100, 0))% count by their size, not their square."
    }
    let pull =
      options.pull > 0
      ? "Doubling a rate from its start costs as much as a relative error of "
        + "\(FitFigures.percent(options.pull.squareRoot())) in one school."
      : nil
    let aside = options.leavesOutBeyond.map {
      "Schools whose first error is more than \(FitFigures.decimals($0, 1)) robust standard "
        + "deviations (1.4826 × the median distance) from the middle are set aside: most have money "
        + "for what no public data says, such as a specialist resource base."
    }
    let total =
      options.holdsTotal
      ? "All estimates of a formula are then multiplied by one number, within their bounds, so that "
        + "its total over all its schools, set aside or not, is within "
        + "\(FitFigures.percent(options.totalWithin)) of the published one. The money of schools with "
        + "more than the data tells pulls the mean above the middle: a formula that pays the whole "
        + "total pays most schools a little too much."
      : nil
    return [
      "## How to read it", "",
      "- No rate of an authority's own could be read. A rate here is an estimate through published "
        + "budgets, with pupils modelled from published figures: no authority's figure.",
      "- An error is modelled ÷ published − 1, without its sign; half of the schools are within the "
        + "median, nine in ten within the next column.",
      "- *Held out*: the median error in schools that the rates never saw, a fifth of the schools "
        + "at a time, the start through all of Wales and the total fitted without them too. It is "
        + "the fair measure of what a formula knows.",
      "- *Told* schools are those fitted; *all* includes those set aside.",
      "- A *weakly told* rate is within twice its standard error of nought, or others can stand in "
        + "for it: don't quote it. A rate at a bound says that the budgets would push it further.",
    ] + [robust, pull, aside, total].compactMap { $0.map { "- \($0)" } } + [""]
  }

  private static let head = [
    "| | schools | set aside | median | nine in ten | held out | median, all | held out, all | R², all |",
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
  ]

  private var wales: [String] {
    let schools = local.flatMap(\.schools)
    let beyond = schools.compactMap { school in
      school.heldOut.map { school.published.pounds.approximation / $0 - 1 }
    }
    return ["## Wales: each authority by its own formula", ""] + Self.head + Self.rows(schools) + [
      "",
      "Held out, \(beyond.count { $0 > 0.15 }) schools have more than 15% above what their formula "
        + "gives, and \(beyond.count { $0 < -0.15 }) more than 15% below.",
      "",
    ]
  }

  /// What each factor pays, in hundredths of the sector's modelled money.
  private static func payments(_ outcome: FitOutcome) -> [String] {
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
      return "| \(factor.title.english) | \(cells.joined(separator: " | ")) |"
    }
    return [
      "| part of the modelled money | \(sectors.joined(separator: " | ")) |",
      "|---|\(sectors.map { _ in "--:|" }.joined())",
    ] + rows
  }

  private var authorities: [String] {
    ["## Authorities, all sectors", ""] + Self.head
      + outcomes.map { Self.row($0.formula.title.english, $0.schools) } + [""]
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
    let published = formula.factors.filter(\.isPublished).map(\.title.english)
    let assumed = formula.factors.filter { !$0.isPublished }.map(\.title.english)
    let missing = outcome.leftOut.reduce(into: (pupils: 0, budget: 0)) { sum, school in
      switch school.reason {
      case .noPupils: sum.pupils += 1
      case .noBudget: sum.budget += 1
      case .outlier: break
      }
    }
    let difference = outcome.modelled - outcome.published
    return ["## \(formula.title.english) (`\(formula.name)`)", ""] + Self.head
      + Self.rows(outcome.schools) + [
        "",
        "Without pupils: \(missing.pupils); without a published budget: \(missing.budget). "
          + "Published £\(outcome.published), modelled £\(outcome.modelled), difference "
          + "\(difference < .zero ? "−" : "")£\(difference < .zero ? .zero - difference : difference).",
        "",
        "Structure published: \(Self.listed(published)). Assumed: \(Self.listed(assumed)).", "",
        "| rate | estimate | standard error | bounds | |", "|---|--:|--:|---|---|",
      ] + outcome.estimates.map { Self.row($0, in: formula) } + [""] + Self.payments(outcome) + [""]
  }

  private static func row(_ estimate: FittedRate, in formula: Formula) -> String {
    let path = estimate.path.joined(separator: ".")
    let ranges = formula.rates.first { $0.name == estimate.rate }?.bounds?.ranges
    let range = ranges?[path] ?? ranges?[""]
    let name = ([estimate.rate] + estimate.path).joined(separator: ".")
    let bounds = range.map { "£\($0.lowerBound) to £\($0.upperBound)" } ?? "£0 at least"
    return "| \(name) | \(estimate.text) "
      + "| \(estimate.standardError.map(FitFigures.rounded) ?? "–") | \(bounds) "
      + "| \(FitFigures.remarks(estimate).joined(separator: "; ")) |"
  }

  private static func rows(_ schools: [FittedSchool]) -> [String] {
    [row("all", schools)]
      + StandardFields.sectors.names.compactMap { sector in
        let own = schools.filter { $0.sector == sector }
        return own.isEmpty ? nil : row(sector, own)
      }
  }

  private static func row(_ name: String, _ schools: [FittedSchool]) -> String {
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

  private static func listed(_ titles: [String]) -> String {
    titles.isEmpty ? "none" : titles.joined(separator: ", ")
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
