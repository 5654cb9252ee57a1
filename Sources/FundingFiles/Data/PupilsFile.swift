public import Diagnostics
public import FundingModel

/// A file of pupils, one row a pupil; or, with a column `count`, one row for so many pupils alike.
///
/// The rows are counted as they are read, so a file of any length takes the memory of its schools'
/// distinct pupils. Without a column `fte`, and where it is blank, a pupil counts as 1.
public struct PupilsFile: Sendable {
  /// The pupils, collapsed to counts; the same whatever the rows' order.
  public let table: PupilTable
  /// Bad rows that were set aside.
  public let quarantined: [QuarantinedRow]
  /// Whether the file has a column `count`.
  public let isCounted: Bool

  /// The most pupils that one row may count.
  static let countAtMost = 1_000_000_000

  /// Reads a file that is at hand.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - schools: The schools that the pupils may be of.
  ///   - quarantine: Whether bad rows are set aside instead of failing.
  /// - Throws: every mistake in it, at most twenty.
  public init(
    source: SourceFile, schools: SchoolTable, quarantine: Bool = false
  ) throws(Mistakes) {
    let reading = PupilReading(
      path: source.path, schools: schools, quarantines: quarantine, fields: nil, threads: 1)
    let outcome = reading.outcome(of: .memory(source.bytes))
    guard let table = outcome.table else { throw Mistakes(outcome.mistakes) }
    (self.table, quarantined, isCounted) = (table, outcome.quarantined, outcome.isCounted)
  }

  /// Reads a file of any size from its beginning to its end.
  ///
  /// - Parameters:
  ///   - stream: The file, which keeps the lines that mistakes are in.
  ///   - schools: The schools that the pupils may be of.
  ///   - quarantine: Whether bad rows are set aside instead of failing.
  ///   - fields: The only columns to read, besides `school`, `count` and `fte`; nil for all. Others
  ///     are not looked into.
  ///   - threads: How many threads read; the result is the same for any number.
  /// - Throws: `Mistakes` with every mistake in it, at most twenty; `WorldFailure` where the system
  ///   can't read on.
  public init(
    stream: DataStream, schools: SchoolTable, quarantine: Bool = false, fields: [String]? = nil,
    threads: Int
  ) throws {
    let reading = PupilReading(
      path: stream.path, schools: schools, quarantines: quarantine, fields: fields,
      threads: threads)
    let outcome = reading.outcome(of: .stream(stream))
    stream.keep(outcome.lines)
    if let failure = outcome.failure { throw failure }
    guard let table = outcome.table else { throw Mistakes(outcome.mistakes) }
    (self.table, quarantined, isCounted) = (table, outcome.quarantined, outcome.isCounted)
  }
}
