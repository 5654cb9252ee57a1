import Foundation
import FundingFiles
import FundingModel

/// Where the files lie that are measured, found from this file.
public enum Folder {
  private static let subjects = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The project.
  public static let project =
    subjects.deletingLastPathComponent().deletingLastPathComponent().path

  /// The formulae and the scenario that are measured against other programs.
  public static let nationalRun = subjects.appendingPathComponent("national-run").path

  /// A formula of the project, its bytes read but not looked into.
  public static func formulaSource(_ name: String) throws -> SourceFile {
    try SourceFile(reading: "\(project)/formulas/\(name).yaml")
  }
}
