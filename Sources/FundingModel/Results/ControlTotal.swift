/// A check that a run passed: a figure of the data against the figure it must equal.
public struct ControlTotal: Hashable, Sendable {
  /// What was checked, in both languages.
  public let what: BilingualText
  /// What it must be.
  public let expected: Int64
  /// What it is; equal, or the run would have stopped.
  public let found: Int64

  /// Makes a control total.
  public init(what: BilingualText, expected: Int64, found: Int64) {
    self.what = what
    self.expected = expected
    self.found = found
  }
}
