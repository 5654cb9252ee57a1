/// The authorities' lines as one run changes them.
public struct ChangedLines: Hashable, Sendable {
  /// One change and what it did, over all the lines that count.
  public struct Step: Hashable, Sendable {
    /// The change as written: `retained=-10%`.
    public let written: String
    /// The kind of line.
    public let kind: AuthorityLine.Kind
    /// The lines' sum before.
    public let before: Money
    /// The lines' sum after.
    public let after: Money

    /// Makes a step.
    public init(written: String, kind: AuthorityLine.Kind, before: Money, after: Money) {
      self.written = written
      self.kind = kind
      self.before = before
      self.after = after
    }
  }

  /// All lines, changed and unchanged, of every year.
  public let lines: [AuthorityLine]
  /// What changed, in order.
  public let steps: [Step]

  /// Makes changed lines.
  public init(lines: [AuthorityLine], steps: [Step]) {
    self.lines = lines
    self.steps = steps
  }

  /// What the lines beside the shares came down by; below nought where they rose.
  public var moved: Money {
    steps.filter(\.kind.isBesideShares).reduce(.zero) { $0 + $1.before - $1.after }
  }
}
