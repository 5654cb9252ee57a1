/// A change of the authorities' lines of planned spending, for one run.
public struct LineChange: Hashable, Sendable {
  /// The kind of line.
  public let kind: AuthorityLine.Kind
  /// What the line is for; nil for every line of the kind.
  public let name: String?
  /// What becomes of the lines' sum.
  ///
  /// A multiplier goes for each line; an amount is shared out in proportion to the lines.
  public let operation: RateChange.Operation
  /// The change as written: `retained=-10%`.
  public let written: String
  /// Where it is written.
  public let place: Place

  /// Makes a change.
  public init(
    kind: AuthorityLine.Kind, name: String?, operation: RateChange.Operation, written: String,
    place: Place
  ) {
    self.kind = kind
    self.name = name
    self.operation = operation
    self.written = written
    self.place = place
  }

  /// The line as files write it: `retained`, `retained.transport`.
  public var path: String { name.map { "\(kind.rawValue).\($0)" } ?? kind.rawValue }

  /// Whether a line is one of those that change.
  public func includes(_ line: AuthorityLine) -> Bool {
    line.kind == kind && (name == nil || line.name == name)
  }
}

extension AuthorityLine {
  /// The line as files write it: `retained.transport`.
  public var path: String { name.isEmpty ? kind.rawValue : "\(kind.rawValue).\(name)" }

  /// The same line with another amount.
  public func with(_ amount: Money) -> AuthorityLine {
    AuthorityLine(
      authority: authority, sector: sector, year: year, kind: kind, name: name, amount: amount,
      status: status, source: source)
  }
}

extension AuthorityLine.Kind {
  /// Whether such money is part of gross expenditure, outside the individual schools budget.
  ///
  /// Buy-backs and in-and-out money are inside it: schools have them already.
  public var isBesideShares: Bool {
    switch self {
    case .retained, .devolved, .unallocated: true
    case .mandatoryBuyback, .optionalBuyback, .inOut: false
    }
  }
}
