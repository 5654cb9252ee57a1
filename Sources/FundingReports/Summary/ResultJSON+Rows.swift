import FundingModel

extension ResultJSON {
  /// A budget, with the names of the columns of `authorities.csv`; `whole` is what all schools
  /// together are called.
  static func budget(_ row: BudgetRow, whole: BilingualText) -> JSON {
    func perPupil(_ amount: Money?) -> JSON {
      .optional(amount?.each(of: Rational(Int(row.pupils)))) { .money($0) }
    }
    func percent(_ ratio: Rational?) -> JSON {
      .optional(ratio.flatMap(Names.percent)) { .percent($0) }
    }
    return .members([
      "authority": .text(row.authority.map { String($0) } ?? "wales"),
      "authority_name": .bilingual(
        row.authority.map { code in
          BilingualText(
            en: Names.authority(code, .english), cy: Names.authority(code, .welsh))
        } ?? whole),
      "run": .text(row.run),
      "year": .text(row.year.description),
      "schools": .whole(Int64(row.schools)),
      "pupils": .whole(row.pupils),
      "isb": .money(row.isb),
      "isb_per_pupil": perPupil(row.isb),
      "delegated": .optional(row.delegated) { .money($0) },
      "retained": .optional(row.retained) { .money($0) },
      "gross": .optional(row.gross) { .money($0) },
      "delegation_rate": percent(row.delegationRate),
      "effective_delegation_rate": percent(row.effectiveDelegationRate),
      "pupil_led_pct": percent(row.pupilLed),
      "estimated": .array(row.estimated.map { .text($0) }),
      "unallocated": .optional(row.line(.unallocated)) { .money($0) },
    ])
  }

  /// Winners and losers of a group, with the names of the columns of `winners.csv`.
  static func winners(_ row: WinnersRow) -> JSON {
    .members([
      "group": .text(row.group.key),
      "run": .text(row.run),
      "year": .text(row.year.description),
      "schools": .whole(Int64(row.schools)),
      "winners": .whole(Int64(row.winners)),
      "losers": .whole(Int64(row.losers)),
      "unchanged": .whole(Int64(row.unchanged)),
      "gain": .money(row.gain),
      "loss": .money(row.loss),
      "largest_gain": .money(row.largestGain),
      "largest_loss": .money(row.largestLoss),
    ])
  }

  /// Schools below a benchmark, with the names of the columns of `parity.csv`.
  static func parity(_ row: ParityRow) -> JSON {
    .members([
      "sector": .text(row.sector ?? "all"),
      "run": .text(row.run),
      "year": .text(row.year.description),
      "benchmark": .money(row.benchmark),
      "schools": .whole(Int64(row.schools)),
      "below": .whole(Int64(row.below)),
      "below_pct": .optional(row.belowPercent) { .percent($0) },
      "pupils_below": .optional(row.pupilsBelow) { .whole($0) },
      "distance_per_pupil": .optional(row.distance) { .money($0) },
      "cost": .optional(row.cost) { .money($0) },
    ])
  }
}
