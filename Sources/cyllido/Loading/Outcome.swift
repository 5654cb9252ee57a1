import ArgumentParser
import Diagnostics
import Foundation
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

/// Where words go: results to standard output, everything else to standard error.
enum Console {
  /// Prints a result.
  static func show(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Prints a message.
  static func tell(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// Runs a command's work and turns what it throws into words and an exit status.
enum Outcome {
  /// Exit status of a mistake in a user's file.
  static let mistake = ExitCode(1)
  /// Exit status of what the world refused.
  static let world = ExitCode(2)

  /// Does the work of a command.
  ///
  /// - Throws: `ExitCode`, after every mistake has been told.
  static func of(_ work: (InputFiles) throws -> Void) throws {
    let files = InputFiles()
    do {
      try work(files)
    } catch {
      throw try tell(error, files: files)
    }
  }

  /// Tells an error.
  ///
  /// - Returns: The exit status it asks for.
  /// - Throws: The error itself, where it is not one of ours (such as a command line mistake).
  static func tell(_ error: any Error, files: InputFiles) throws -> ExitCode {
    switch error {
    case let mistakes as Mistakes:
      Console.tell(mistakes.diagnostics.rendered(line: files.line))
      return mistake
    case let failure as PlacedFailure:
      return try tell(Mistakes(failure.diagnostics), files: files)
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

/// A failure of a run that has found its words and its place.
struct PlacedFailure: Error {
  let diagnostics: [Diagnostic]
}
