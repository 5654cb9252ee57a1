public import FundingModel

/// One school's budget, published and modelled by a fit.
public struct FittedSchool: Hashable, Sendable {
  /// Its number.
  public let school: Int
  /// Its sector.
  public let sector: String
  /// Its published budget.
  public let published: Money
  /// What the formula with the estimates gives it.
  public let modelled: Money
  /// What rates fitted without it would give it, in pounds; nil where none were held out.
  public let heldOut: Double?
  /// What each line of the formula, in its order, gives it.
  public let lines: [Money]
  /// Whether the fit left it out as an outlier.
  public let isSetAside: Bool
}

extension FitQuality {
  /// How close the modelled budgets of some schools come to the published ones.
  public init(of schools: [FittedSchool]) {
    let heldOut = schools.compactMap(\.heldOut)
    self = FitStatistics.quality(
      modelled: schools.map(\.modelled.pounds.approximation),
      published: schools.map(\.published.pounds.approximation),
      heldOut: heldOut.count == schools.count && !schools.isEmpty ? heldOut : nil)
  }
}

extension FitOutcome.SectorQuality {
  /// The quality of each sector that some schools have, in the sectors' order.
  public static func list(of schools: [FittedSchool]) -> [FitOutcome.SectorQuality] {
    StandardFields.sectors.names.compactMap { sector in
      let own = schools.filter { $0.sector == sector }
      return own.isEmpty
        ? nil : FitOutcome.SectorQuality(sector: sector, quality: FitQuality(of: own))
    }
  }
}
