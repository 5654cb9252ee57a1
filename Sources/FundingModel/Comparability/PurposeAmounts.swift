/// A school's lines added up by what the money is for.
///
/// - Invariant: the amounts add up to the share.
public struct PurposeAmounts: Hashable, Sendable {
  /// A purpose of factors, or adjustments, which have none.
  public enum Kind: Hashable, Sendable {
    /// Factors of a purpose.
    case purpose(Purpose)
    /// Steps after the factors.
    case adjustments

    /// Every kind in the order of tables: the purposes, then adjustments.
    public static let all: [Kind] = Purpose.allCases.map { .purpose($0) } + [.adjustments]

    /// What tables call it: `basic`, `adjustment`.
    public var name: String {
      switch self {
      case .purpose(let purpose): purpose.rawValue
      case .adjustments: "adjustment"
      }
    }
  }

  /// One kind and its money.
  public struct Part: Hashable, Sendable {
    /// The kind.
    public let kind: Kind
    /// The sum of its lines.
    public let amount: Money
  }

  /// The kinds of which there is a line, in the order of tables, also where the lines come to
  /// nought.
  public let parts: [Part]

  /// Adds up lines, one amount each.
  public init(lines: [AllocationLine], amounts: some Sequence<Money>) {
    let pairs = zip(lines.map(\.purposeKind), amounts).map { (kind: $0, amount: $1) }
    parts = Kind.all.compactMap { kind in
      let own = pairs.filter { $0.kind == kind }
      guard !own.isEmpty else { return nil }
      return Part(kind: kind, amount: own.reduce(.zero) { $0 + $1.amount })
    }
  }

  /// The money of one kind; nil where there is no line of it.
  public func amount(_ kind: Kind) -> Money? { parts.first { $0.kind == kind }?.amount }

  /// The share.
  public var total: Money { parts.reduce(.zero) { $0 + $1.amount } }
}

extension AllocationLine {
  /// What the line counts under where lines are added up by purpose.
  public var purposeKind: PurposeAmounts.Kind {
    switch kind {
    case .factor: purpose.map { .purpose($0) } ?? .purpose(.other)
    case .adjustment: .adjustments
    }
  }
}

extension Allocation {
  /// A school's share by purpose; nil where the run doesn't fund it.
  public func purposeAmounts(ofRow row: Int) -> PurposeAmounts? {
    for group in groups {
      guard let position = group.rows.firstIndex(of: row) else { continue }
      return PurposeAmounts(lines: group.lines, amounts: group.amounts(at: position))
    }
    return nil
  }
}
