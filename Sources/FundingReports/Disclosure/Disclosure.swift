public import FundingModel

/// What an output keeps back, why, and how it says so.
///
/// - Source: the Government Statistical Service's guidance on symbols in tables, for `[c]`.
public struct Disclosure: Sendable {
  /// Why figures are kept back, or are not.
  public enum Reason: Hashable, Sendable {
    /// Nobody asked for it and nothing is published.
    case workingTables
    /// Asked for with `--suppress`.
    case asked
    /// A file that is made to be published, of pupils that were read.
    case published
    /// The pupils are modelled, so there is nobody to protect.
    case modelledPupils
    /// Turned off with `--suppress 0`.
    case turnedOff
  }

  /// Why.
  public let reason: Reason
  /// The figures; nil where none are looked for.
  private let hidden: HiddenFigures?

  /// Keeps nothing back.
  public init(_ reason: Reason = .workingTables) {
    self.reason = reason
    hidden = nil
  }

  /// Keeps figures back.
  public init(_ hidden: HiddenFigures, _ reason: Reason) {
    self.reason = reason
    self.hidden = hidden
  }

  /// The figures that are kept back; none where none are looked for.
  var figures: HiddenFigures { hidden ?? HiddenFigures(threshold: 0) }

  /// Whether anything is kept back.
  public var hides: Bool { !figures.isEmpty }

  /// Whether a reader must be warned of passing the file on.
  var warns: Bool {
    switch reason {
    case .workingTables, .turnedOff: true
    case .asked, .published, .modelledPupils: false
    }
  }

  /// What is kept back and why, for the reader; nothing for working tables.
  public var sentences: [BilingualText] {
    switch reason {
    case .workingTables: return []
    case .modelledPupils: return [DisclosureWords.modelled]
    case .turnedOff: return [DisclosureWords.turnedOff]
    case .asked, .published:
      guard let hidden else { return [] }
      return [DisclosureWords.rule(hidden.threshold), DisclosureWords.counts(hidden)]
        // Who did not ask for it should learn how to see their own figures.
        + (reason == .published ? [DisclosureWords.seeAll] : [])
    }
  }

  /// The same as lines of text of at most 100 characters, for the terminal; empty for nothing.
  ///
  /// - Parameters:
  ///   - files: Which files they are about.
  ///   - language: The language.
  /// - Returns: Whole lines.
  public func text(of files: BilingualText, language: Language) -> String {
    guard !sentences.isEmpty else { return "" }
    return TextLines.wrapped(
      "\(files[language]): " + sentences.map { $0[language] }.joined(separator: " "), indent: 2)
  }

  /// The same for `run.json`.
  public var json: JSON {
    .members([
      "reason": .text(DisclosureWords.key(reason)),
      "fewer_than": .optional(hidden) { .whole(Int64($0.threshold)) },
      "lines_hidden": .whole(Int64(hidden?.lines.count ?? 0)),
      "schools_hidden": .whole(Int64(hidden?.schools.count ?? 0)),
    ])
  }

  /// Staffing measures without those of schools whose figures are all kept back.
  public func hiding(_ result: StaffingResult) -> StaffingResult {
    guard let hidden, !hidden.schools.isEmpty else { return result }
    return result.keepingBack(schools: hidden.schools)
  }

  /// A table without what is kept back.
  ///
  /// - Returns: The table; where a figure is kept back it is blank, and a last column `hidden`
  ///   names the row's columns that are. A table in which nothing is kept back is as it was.
  public func hiding(_ table: Table) -> Table {
    guard let hidden, !hidden.isEmpty else { return table }
    return TableHiding(of: table, hidden).table()
  }
}
