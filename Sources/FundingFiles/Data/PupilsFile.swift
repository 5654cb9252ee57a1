internal import Diagnostics
public import FundingModel

/// A file of pupils, one row a pupil; or, with a column `count`, one row for so many pupils alike.
///
/// The rows are counted as they are read, so a file of any length takes the memory of its schools'
/// distinct pupils. Without a column `fte`, and where it is blank, a pupil counts as 1.
public struct PupilsFile: Sendable {
  /// The pupils, collapsed to counts; the same whatever the rows' order.
  public let table: PupilTable
  /// How many bad rows were set aside.
  public let setAside: Int
  /// Whether the file has a column `count`.
  public let isCounted: Bool

  /// The most pupils that one row may count.
  static let countAtMost = 1_000_000_000

  /// Reads a file that is at hand.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - schools: The schools that the pupils may be of.
  ///   - taker: Takes bad rows instead of failing for them; nil where they are mistakes.
  /// - Throws: `Mistakes` with every mistake in it, at most twenty; what the taker throws.
  public init(
    source: SourceFile, schools: SchoolTable, settingAside taker: QuarantinedRow.Taker? = nil
  ) throws {
    let reading = PupilReading(
      path: source.path, schools: schools, taker: taker, fields: nil, threads: 1)
    try self.init(reading.outcome(of: .memory(source.bytes)))
  }

  /// Reads a file of any size from its beginning to its end.
  ///
  /// - Parameters:
  ///   - stream: The file, which keeps the lines that mistakes are in.
  ///   - schools: The schools that the pupils may be of.
  ///   - taker: Takes bad rows instead of failing for them; nil where they are mistakes.
  ///   - fields: The only columns to read, besides `school`, `count` and `fte`; nil for all. Others
  ///     are not looked into.
  ///   - threads: How many threads read; the result is the same for any number.
  /// - Throws: `Mistakes` with every mistake in it, at most twenty; `WorldFailure` where the system
  ///   can't read on; what the taker throws.
  public init(
    stream: DataStream, schools: SchoolTable, settingAside taker: QuarantinedRow.Taker? = nil,
    fields: [String]? = nil, threads: Int
  ) throws {
    let reading = PupilReading(
      path: stream.path, schools: schools, taker: taker, fields: fields, threads: threads)
    let outcome = reading.outcome(of: .stream(stream))
    stream.keep(outcome.lines)
    try self.init(outcome)
  }

  private init(_ outcome: PupilReading.Outcome) throws {
    if let failure = outcome.failure { throw failure }
    guard let table = outcome.table else { throw Mistakes(outcome.mistakes) }
    (self.table, setAside, isCounted) = (table, outcome.setAside, outcome.isCounted)
  }
}
