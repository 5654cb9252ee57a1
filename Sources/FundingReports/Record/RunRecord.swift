internal import Crypto
public import FundingModel

/// What a run read, was asked and found: the file `run.json`.
///
/// - Invariant: equal inputs give equal bytes; it holds no time, no machine's name and no path but
///   those the user gave.
public struct RunRecord: Sendable {
  /// The member by which the program knows a folder as its own.
  public static let marker = "cyllido"
  /// The name of its file.
  public static let fileName = "run.json"

  /// A file that was read.
  public struct Input: Hashable, Sendable {
    /// The path, as the user gave it.
    public let path: String
    /// The SHA-256 of its content.
    public let sha256: String

    /// Makes a note of a file.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }

    /// Makes a note of a file's content.
    public init(path: String, bytes: [UInt8]) {
      self.init(path: path, sha256: SHA256.hex(of: bytes))
    }
  }

  /// An option of the command line that bears on the result.
  public struct Option: Hashable, Sendable {
    /// Its name, without dashes.
    public let name: String
    /// Its value, as given.
    public let value: String

    /// Makes a note of an option.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The program's version.
  public let version: String
  /// The files that were read, in any order.
  public let inputs: [Input]
  /// The options given, in any order.
  public let options: [Option]
  /// What was worth knowing, though the work went on.
  public let warnings: [RunWarning]
  /// The files written beside this one.
  public let files: [String]
  /// What was found.
  public let result: ScenarioResult
  /// What the files keep back.
  public let disclosure: JSON

  /// Makes a record.
  public init(
    version: String, inputs: [Input], options: [Option], warnings: [RunWarning], files: [String],
    result: ScenarioResult, disclosure: JSON = .null
  ) {
    self.disclosure = disclosure
    self.version = version
    self.inputs = inputs
    self.options = options
    self.warnings = warnings
    self.files = files
    self.result = result
  }

  /// The digest of the result: equal for equal inputs, on any machine, with any number of threads.
  public static func digest(of result: ScenarioResult) -> String { ResultDigest.hex(of: result) }

  /// The record's file.
  public func file() -> OutputFile {
    OutputFile(name: Self.fileName, bytes: Array(json().rendered().utf8))
  }

  /// The record.
  public func json() -> JSON {
    let scenario = result.scenario
    return .members([
      Self.marker: .whole(1),
      "version": .text(version),
      "scenario": .text(scenario.name),
      "title": .bilingual(scenario.title),
      "why": .optional(scenario.why, JSON.bilingual),
      "source": .optional(scenario.source, ResultJSON.source),
      "year": .text(scenario.year.description),
      "digest": .text(Self.digest(of: result)),
      "inputs": .array(
        inputs.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }.map {
          .members(["path": .text($0.path), "sha256": .text($0.sha256)])
        }),
      "options": .array(
        options.sorted { ($0.name, $0.value) < ($1.name, $1.value) }.map {
          .members(["name": .text($0.name), "value": .text($0.value)])
        }),
      "files": .array(Set(files + [Self.fileName]).sorted().map { .text($0) }),
      "schools": .whole(Int64(result.census.schools.count)),
      "modelled": .flag(result.census.schools.areModelled),
      "baseline": .text(result.comparison.baseline),
      "runs": ResultJSON.runs(of: result),
      "sweep": .optional(result.sweep) { ResultJSON.points($0) },
      "draws": .optional(result.draws) { ResultJSON.points($0, seed: scenario.uncertain?.seed) },
      "estimates": ResultJSON.estimates(of: result),
      "spending": ResultJSON.spending(of: result),
      "left_out": ResultJSON.leftOut(of: result),
      "control_totals": ResultJSON.controlTotals(of: result),
      // A record is in one language, whatever the terminal spoke: equal runs, equal warnings.
      "warnings": .array(warnings.map { .text($0.words.english) }),
      "disclosure": disclosure,
    ]).adding("years", ResultJSON.years(of: result))
  }
}
