public import Diagnostics
public import FundingModel

extension FitFailure {
  /// This failure in words, for the formula's author.
  ///
  /// - Returns: One mistake or more, in the order of the formula's file.
  public func diagnostics() -> [Diagnostic] {
    switch self {
    case .nothingToFit(let formula, let path):
      return [
        Diagnostic(
          path: path, span: nil, message: "formula '\(formula)' has no rate to estimate",
          slug: "nothing-to-fit", notes: ["mark the rates to estimate with 'fitted: true'"])
      ]
    case .nonlinear(_, let path, let uses):
      return uses.map { $0.diagnostic(path: path) }
    case .tooFewSchools(let formula, let path, let schools):
      return [
        Diagnostic(
          path: path, span: nil,
          message: "formula '\(formula)' funds "
            + "\(FailureWords.count(schools, "school", "schools")) with pupils and a published "
            + "budget: too few to estimate from",
          slug: "too-few-schools", notes: ["published budgets are the column 'budget_per_pupil'"])
      ]
    case .totalOutOfReach(_, let path, let published, let nearest):
      return [
        Diagnostic(
          path: path, span: nil,
          message: "within their bounds the estimates can't add up to the published "
            + "\(FailureWords.pounds(published)): the nearest fit comes to "
            + FailureWords.pounds(nearest),
          slug: "total-out-of-reach",
          notes: ["widen the bounds, or fit without holding the total"])
      ]
    case .rateBegins(let formula, let path, let rate, let place):
      return [
        Diagnostic(
          path: path, span: FailureWords.span(place),
          message: "rate '\(rate)' is to be estimated but has no value in the year of formula "
            + "'\(formula)'", slug: "rate-begins-later")
      ]
    case .evaluation(let failures):
      return failures.failures.map { $0.diagnostic() }
    }
  }
}

extension NonlinearUse {
  fileprivate func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      path: path, span: FailureWords.span(place),
      message: "rate '\(rate)' can't be estimated: in '\(part)' it is \(how)",
      slug: "not-linear",
      notes: [
        "an estimate needs shares that move in proportion to the rate; "
          + "take 'fitted: true' away, or move the rate out of there"
      ])
  }

  private var how: String {
    switch reason {
    case .product(let other):
      other == rate ? "multiplied by itself" : "multiplied by '\(other)', also an estimate"
    case .divisor: "below the line of a division"
    case .function(let function): "inside \(function.rawValue)(…)"
    case .condition: "part of a condition"
    case .key(let other): "what picks the value of '\(other)'"
    case .quantumPart: "what a quantum is shared by"
    case .adjustment(let name): "bent by the adjustment '\(name)'"
    case .observed: "used so that the shares do not move in proportion to it"
    }
  }
}
