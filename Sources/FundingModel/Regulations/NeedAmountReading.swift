/// The factors of a formula that pay for pupils eligible for free school meals or for where pupils
/// live: what the rules from 2027-28 want to see.
///
/// - Source: impact assessments on the School Funding, Budget Statements and Outturn Statements
///   (Wales) Regulations 2026; the Regulations as made were not read. No legal advice.
public struct NeedAmountReading: Hashable, Sendable {
  /// The fields that tell such pupils.
  public static let fields = ["fsm", "wimd_decile"]

  /// A factor that depends on them.
  public struct Found: Hashable, Sendable {
    /// Its name.
    public let factor: String
    /// Its title.
    public let title: BilingualText
    /// Which of the fields it reads, in their order.
    public let fields: [String]
    /// Whether a publication gives the factor, or this file assumes it.
    public let isPublished: Bool
  }

  /// What may be said of the rule.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// There is such a factor, and it pays every sector that the schools are in.
    case found
    /// There is one, but schools of some sector get nothing by it.
    case partial
    /// There is one in this file, but no publication says that the authority has it.
    case assumed
    /// There is none, or it pays nothing to anybody.
    case missing
  }

  /// Those factors, in the formula's order.
  public let found: [Found]
  /// Names of factors for deprivation that go by something else.
  public let others: [String]
  /// What the factors pay by sector: primary, all-age and secondary schools, where there are any;
  /// nil where no schools were given.
  public let amounts: [SectorAmount]?

  /// What schools of a sector get.
  public struct SectorAmount: Hashable, Sendable {
    /// The sector.
    public let sector: String
    /// The money.
    public let amount: Money

    /// Makes an amount.
    public init(sector: String, amount: Money) {
      self.sector = sector
      self.amount = amount
    }
  }

  /// Looks through a formula.
  ///
  /// A factor counts where it is for each pupil or head and its amount or condition depends on
  /// `fsm` or `wimd_decile`, also through a definition; and, whatever it is for, where its purpose is
  /// deprivation and it reads them.
  ///
  /// - Parameters:
  ///   - formula: The formula.
  ///   - amounts: What the factors that count pay by sector, if it is known.
  public init(of formula: Formula, amounts: [SectorAmount]? = nil) {
    self.amounts = amounts
    found = formula.factors.compactMap { factor in
      let used = formula.usedFields(of: factor)
      let fields = Self.fields.filter(used.contains)
      guard !fields.isEmpty, factor.isForEachPupil || factor.purpose == .deprivation else {
        return nil
      }
      let isPublished =
        switch factor.structure {
        case .published: true
        case .assumed: false
        }
      return Found(
        factor: factor.name, title: factor.title, fields: fields, isPublished: isPublished)
    }
    let names = Set(found.map(\.factor))
    others = formula.factors.filter { $0.purpose == .deprivation && !names.contains($0.name) }
      .map(\.name)
  }

  /// The sectors whose schools get nothing by the factors found; none where no schools were given.
  public var unpaidSectors: [String] {
    (amounts ?? []).filter { $0.amount == .zero }.map(\.sector)
  }

  /// What may be said.
  ///
  /// An illustrative formula is nobody's: its factors are its own, and nothing is assumed about them.
  public func verdict(of status: Formula.Status) -> Verdict {
    if found.isEmpty { return .missing }
    if status == .fitted, !found.contains(where: \.isPublished) { return .assumed }
    if let amounts, !amounts.isEmpty, amounts.allSatisfy({ $0.amount == .zero }) {
      return .missing
    }
    return unpaidSectors.isEmpty ? .found : .partial
  }
}

extension Factor {
  /// Whether its amount is for each pupil, in full-time equivalent or heads.
  var isForEachPupil: Bool {
    switch each {
    case .pupil, .head: true
    case .school, .place, .quantum: false
    }
  }
}
