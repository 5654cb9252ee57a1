/// A financial year, April to March.
public struct FundingYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar year in which it starts: 2024 for 2024-25.
  public let start: Int

  /// Makes the year that starts in April of `start`.
  public init(start: Int) { self.start = start }

  /// Reads `2024-25`; nil where the second half doesn't follow the first, or for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }),
      let start = Int(parts[0]), let end = Int(parts[1]), (start + 1) % 100 == end
    else { return nil }
    self.start = start
  }

  /// The year after.
  public var next: FundingYear { FundingYear(start: start + 1) }

  /// Whether the left comes first.
  public static func < (left: FundingYear, right: FundingYear) -> Bool {
    left.start < right.start
  }

  /// As people write it: `2024-25`.
  public var description: String {
    let end = (start + 1) % 100
    return "\(start)-\(end < 10 ? "0" : "")\(end)"
  }
}
