/// How much of a formula's money pupil numbers lead: an arithmetic reading of regulation 23.
///
/// - Source: School Funding (Wales) Regulations 2010, WSI 2010/824, regulation 23. No legal advice.
/// - Invariant: the parts and what counts under none of them add up to `allocated`.
public struct RegulationReading: Hashable, Sendable {
  /// The share that regulation 23 asks for, in per cent.
  public static let least = 70
  /// The most that money for needs without a statement counts for, in per cent of `capBase`.
  public static let unstatementedPercent = 5

  /// The money of one of the ways (a) to (f), or of none.
  public struct Part: Hashable, Sendable {
    /// The way.
    public let tag: RegulationTag
    /// All its money.
    public let amount: Money
    /// What counts of it, in pounds: for (d) at most 5%.
    public let counted: Rational

    /// Makes a part.
    public init(tag: RegulationTag, amount: Money, counted: Rational) {
      self.tag = tag
      self.amount = amount
      self.counted = counted
    }
  }

  /// How many schools were read, special schools left out.
  public let schools: Int
  /// Every way in the regulation's order, then what counts under none.
  public let parts: [Part]
  /// What those schools are allocated.
  public let allocated: Money
  /// What primary and secondary schools are allocated, of which (d) counts at most 5%, for each
  /// authority for itself.
  public let capBase: Money

  /// Makes a reading.
  public init(schools: Int, parts: [Part], allocated: Money, capBase: Money) {
    precondition(
      parts.reduce(.zero) { $0 + $1.amount } == allocated, "the parts are all that is allocated")
    self.schools = schools
    self.parts = parts
    self.allocated = allocated
    self.capBase = capBase
  }

  /// What counts as led by pupils, in pounds.
  public var counted: Rational {
    parts.reduce(.zero) { (try? $0.adding($1.counted)) ?? $0 }
  }

  /// Counted ÷ allocated; nil where nothing is allocated.
  public var share: Rational? { try? counted.divided(by: allocated.pounds) }

  /// Whether the share is at least 70%.
  public var isMet: Bool? {
    share.flatMap { share in
      (try? Rational(Int128(Self.least), over: 100)).map { share >= $0 }
    }
  }
}
