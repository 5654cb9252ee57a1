import ArgumentParser
import Diagnostics
import Foundation
import FundingModel

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
