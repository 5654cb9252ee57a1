internal import FundingModel

/// An adjustment with all that its evaluation needs.
struct PlannedAdjustment: Sendable {
  /// What it does.
  enum Kind: Sendable {
    /// The share × months ÷ 12, months being a node.
    case partYear(Int32)
    /// Tops up to an amount per pupil, a node.
    case minimumPerPupil(Int32)
  }

  let name: String
  let place: Place
  let kind: Kind

  init(_ adjustment: Adjustment, with compiler: inout Compiler) {
    name = adjustment.name
    place = adjustment.place
    switch adjustment.kind {
    case .partYear:
      let months = FieldReference(name: "months_open", level: .school, place: adjustment.place)
      kind = .partYear(compiler.node(.field(months)))
    case .minimumPerPupil(let amount): kind = .minimumPerPupil(compiler.node(amount))
    }
  }
}

/// How an adjustment moves a share: its walk.
struct AdjustmentWalk {
  /// What it compares with or multiplies by: months, or the minimum per pupil.
  let measure: Rational
  /// The line before rounding, in pounds.
  let exact: Rational
  /// The line.
  let line: Money
}

extension Program {
  /// What an adjustment does to a school's share so far.
  ///
  /// - Rounding: part year rounds the new share, a minimum rounds the top-up.
  func walk(_ adjustment: PlannedAdjustment, from share: Money, _ subject: Subject)
    throws(Trouble) -> AdjustmentWalk
  {
    switch adjustment.kind {
    case .partYear(let node):
      let months = try value(node, subject)
      return try exactly { () throws(ArithmeticFailure) in
        let before = share.pounds
        let after = try before.multiplied(by: months).divided(by: Rational(12))
        let line = try after.roundedToPenny(rounding).withinReach() - share
        return AdjustmentWalk(measure: months, exact: try after.subtracting(before), line: line)
      }
    case .minimumPerPupil(let node):
      let minimum = try value(node, subject)
      let fte = try fullTimeEquivalent(subject.row)
      return try exactly { () throws(ArithmeticFailure) in
        let lacking = try minimum.multiplied(by: fte).subtracting(share.pounds)
        let exact = max(.zero, lacking)
        return AdjustmentWalk(
          measure: minimum, exact: exact,
          line: try exact.roundedToPenny(rounding).withinReach())
      }
    }
  }

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
    }
  }
}
