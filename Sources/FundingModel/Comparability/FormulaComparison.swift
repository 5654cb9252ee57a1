/// What several formulae pay the same reference schools.
public struct FormulaComparison: Sendable {
  /// The schools.
  public let schools: [ReferenceSchool]
  /// The formulae, each with one amount a school.
  public let formulas: [ComparedFormula]

  /// Makes a comparison.
  public init(schools: [ReferenceSchool], formulas: [ComparedFormula]) {
    precondition(
      formulas.allSatisfy { $0.shares.count == schools.count }, "one share a school and formula")
    self.schools = schools
    self.formulas = formulas
  }

  /// The least and the greatest share that authorities' own formulae pay a school, and who pays
  /// them; nil where fewer than two formulae could be worked out.
  ///
  /// Formulae for any authority are nobody's own and don't count. Of equal shares the first counts.
  public func range(ofSchool index: Int) -> Range? {
    let own = formulas.compactMap { compared -> (formula: Formula, share: Money)? in
      guard case .authority = compared.formula.reach,
        case .worked(let amounts) = compared.shares[index]
      else { return nil }
      return (compared.formula, amounts.total)
    }
    guard own.count > 1, let least = own.min(by: { $0.share < $1.share }),
      let greatest = own.max(by: { $0.share < $1.share })
    else { return nil }
    return Range(
      cheapest: least.formula, least: least.share, dearest: greatest.formula,
      greatest: greatest.share)
  }

  /// The cheapest and the dearest for one school.
  public struct Range: Sendable {
    /// Whose formula pays least.
    public let cheapest: Formula
    /// What it pays.
    public let least: Money
    /// Whose formula pays most.
    public let dearest: Formula
    /// What it pays.
    public let greatest: Money

    /// Greatest ÷ least; nil where the least is nought or below.
    public var ratio: Rational? {
      guard least > .zero else { return nil }
      return try? greatest.pounds.divided(by: least.pounds)
    }
  }
}

/// One formula and what it pays each reference school.
public struct ComparedFormula: Sendable {
  /// The formula.
  public let formula: Formula
  /// How much there is to it.
  public let complexity: FormulaComplexity
  /// One share a school, or why there is none.
  public let shares: [ReferenceShare]

  /// Makes a row.
  public init(formula: Formula, shares: [ReferenceShare]) {
    self.formula = formula
    complexity = FormulaComplexity(of: formula)
    self.shares = shares
  }
}

/// What a formula pays a reference school: never nought for want of a figure.
public enum ReferenceShare: Hashable, Sendable {
  /// The share by purpose.
  case worked(PurposeAmounts)
  /// It can't be worked out.
  case notWorked(ReferenceFailure)
}

/// Why a formula can't be worked out for a reference school.
public enum ReferenceFailure: Hashable, Sendable {
  /// A factor, definition or adjustment depends on an authority's or Wales's other schools, which
  /// a reference school doesn't have.
  case otherSchools(part: String)
  /// A floor or cap goes by an earlier share, which a reference school doesn't have.
  case noEarlierShare(part: String)
  /// The school lacks something, or a rate has no value for it.
  case evaluation(EvaluationFailures)
  /// No factor reaches such a school.
  case nothingPaid
}
