internal import FundingModel

/// An adjustment with all that its evaluation needs.
struct PlannedAdjustment: Sendable {
  /// What it does.
  enum Kind: Sendable {
    /// The share × months ÷ 12, months being a node.
    case partYear(Int32)
    /// Tops up to an amount per pupil, a node.
    case minimumPerPupil(Int32)
    /// Tops up to a changed baseline.
    case floor(PlannedProtection)
    /// Takes a part, a node, of what is above a changed baseline.
    case cap(PlannedProtection, scale: Int32, total: PlannedTotal)
  }

  let name: String
  let place: Place
  private(set) var kind: Kind

  init(
    _ adjustment: Adjustment, rows: [Int], baselines: [Allocation], previous: PreviousShares?,
    with compiler: inout Compiler
  ) {
    let formula = compiler.formula
    name = adjustment.name
    place = adjustment.place
    switch adjustment.kind {
    case .partYear:
      let months = FieldReference(name: "months_open", level: .school, place: adjustment.place)
      kind = .partYear(compiler.node(.field(months)))
    case .minimumPerPupil(let amount): kind = .minimumPerPupil(compiler.node(amount))
    case .floor(let protection):
      kind = .floor(
        PlannedProtection(
          protection, rows: rows, baselines: baselines, previous: previous, with: &compiler))
    case .cap(let protection, let scale, let total):
      let planned = PlannedProtection(
        protection, rows: rows, baselines: baselines, previous: previous, with: &compiler)
      kind = .cap(
        planned, scale: compiler.node(scale),
        total: PlannedTotal(total, of: adjustment, in: formula))
    }
  }

  /// What it is held against; nil where nothing.
  var protection: PlannedProtection? {
    switch kind {
    case .partYear, .minimumPerPupil: nil
    case .floor(let protection), .cap(let protection, _, _): protection
    }
  }

  /// Whether it is a cap whose total is still to be found.
  var lacksTotal: Bool {
    switch kind {
    case .partYear, .minimumPerPupil, .floor, .cap(_, _, .free), .cap(_, _, .trouble),
      .cap(_, _, .shares):
      false
    case .cap(_, _, .unknown): true
    }
  }

  /// The same cap with its total found.
  func with(_ total: PlannedTotal) -> PlannedAdjustment {
    guard case .cap(let protection, let scale, _) = kind else {
      preconditionFailure("only a cap has a total")
    }
    var result = self
    result.kind = .cap(protection, scale: scale, total: total)
    return result
  }
}

extension Program {
  /// A school's pupils in full-time equivalents.
  func fullTimeEquivalent(_ row: Int) throws(Trouble) -> Rational {
    if packed.lacksFTE(row) { throw Trouble(.noValue(field: "fte", level: .pupil)) }
    return try exactly { () throws(ArithmeticFailure) in
      try Rational(Int128(packed.units[row]), over: Int128(packed.unitsPerPupil))
    }
  }
}

extension Adjustment.Kind {
  /// What its line is called.
  var title: BilingualText {
    switch self {
    case .partYear: BilingualText(en: "Part of the year", cy: "Rhan o'r flwyddyn")
    case .minimumPerPupil:
      BilingualText(en: "Minimum per pupil", cy: "Isafswm fesul disgybl")
    case .floor: BilingualText(en: "Floor", cy: "Llawr diogelu")
    case .cap: BilingualText(en: "Cap", cy: "Cap ar enillion")
    }
  }
}
