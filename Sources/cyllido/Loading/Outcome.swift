import ArgumentParser
import Diagnostics
import Foundation
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

/// Runs a command's work and turns what it throws into words and an exit status.
enum Outcome {
  /// Exit status of a mistake in a user's file.
  static let mistake = ExitCode(1)
  /// Exit status of what the world refused.
  static let world = ExitCode(2)
  /// Exit status of a sweep that was stopped, with what was done written.
  static let interrupted = ExitCode(130)

  /// Does the work of a command.
  ///
  /// - Parameters:
  ///   - language: The language of what is said beside mistakes, which are in English.
  ///   - work: The work.
  /// - Throws: `ExitCode`, after every mistake has been told.
  static func of(_ language: Language, _ work: (InputFiles) throws -> Void) throws {
    Interruption.prepare()
    let files = InputFiles()
    do {
      try work(files)
      try files.finishQuarantine()
    } catch {
      throw try tell(error, files: files, language: language)
    }
  }

  /// Tells an error.
  ///
  /// - Returns: The exit status it asks for.
  /// - Throws: The error itself, where it is not one of ours (such as a command line mistake).
  static func tell(
    _ error: any Error, files: InputFiles, language: Language
  ) throws -> ExitCode {
    switch error {
    case let mistakes as Mistakes:
      Console.tell(
        mistakes.diagnostics.rendered(
          more: { ConsoleWords.more($0)[language] },
          total: { ConsoleWords.mistakes($0, files: $1)[language] }, line: files.line))
      return mistake
    case let failure as WorldFailure:
      Console.tell("error: \(failure.message)\n")
      return world
    case let failure as OutputFailure:
      Console.tell("error: \(failure.message)\n")
      return world
    default:
      throw error
    }
  }
}

extension Outcome {
  /// Does work of a scenario, and puts what fails into words.
  ///
  /// - Parameters:
  ///   - path: The scenario's file, or that of the data where there is no scenario.
  ///   - columns: What columns the files of the data have.
  ///   - work: The work.
  /// - Returns: What the work gives.
  /// - Throws: `Mistakes`.
  static func inWords<Value>(
    of path: String, data columns: DataColumns = DataColumns(),
    _ work: () throws(ScenarioFailure) -> Value
  ) throws(Mistakes) -> Value {
    do {
      return try work()
    } catch {
      throw Mistakes(error.diagnostics(scenario: path, data: columns))
    }
  }

  /// An error in one line, for the index of a batch.
  static func oneLine(_ error: any Error) -> BilingualText {
    switch error {
    case let mistakes as Mistakes:
      guard let first = mistakes.diagnostics.first else {
        return ConsoleWords.mistakes(0, files: 0)
      }
      let place = first.span.map { ":\($0.line):\($0.column)" } ?? ""
      let rest = mistakes.diagnostics.count - 1
      let message = "\(first.path)\(place): \(first.message)"
      return rest > 0 ? ConsoleWords.message(message, more: rest) : ConsoleWords.same(message)
    case let failure as WorldFailure: return ConsoleWords.same(failure.message)
    case let failure as OutputFailure: return ConsoleWords.same(failure.message)
    default: return ConsoleWords.same("\(error)")
    }
  }
}
