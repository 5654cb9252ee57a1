public import Diagnostics
import Foundation
public import FundingModel

/// A folder that `cyllido run` wrote.
public enum FinishedFolder {
  /// The name of a folder's record.
  static let recordName = "run.json"

  /// Reads the shares of a folder and what its record says of them.
  ///
  /// - Parameters:
  ///   - path: The folder, or a file in it.
  ///   - read: Reads a file.
  /// - Returns: The shares.
  /// - Throws: `WorldFailure` where it is no such folder; `Mistakes` in its `shares.csv`.
  public static func shares(
    in path: String, reading read: (String) throws(WorldFailure) -> SourceFile
  ) throws -> FinishedShares {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw WorldFailure(
        "\(path): there is no such folder; name one that 'cyllido run' wrote")
    }
    guard isFolder.boolValue else {
      throw WorldFailure("\(path): this is a file; name the folder that 'cyllido run' wrote")
    }
    let record = (path as NSString).appendingPathComponent(recordName)
    guard FileManager.default.fileExists(atPath: record) else {
      throw WorldFailure(
        "\(path): this folder has no \(recordName), so it is not one that 'cyllido run' wrote")
    }
    let content = try read(record)
    guard
      let object = (try? JSONSerialization.jsonObject(with: Data(content.bytes)))
        as? [String: Any], object["cyllido"] != nil
    else { throw WorldFailure("\(record): this is not a record that 'cyllido run' wrote") }
    guard let scenario = object["scenario"] as? String, let digest = object["digest"] as? String
    else {
      let what = (object["what"] as? String).map { ": it holds the tables of '\($0)'" } ?? ""
      throw WorldFailure("\(path): no scenario was run into this folder\(what)")
    }
    let table = (path as NSString).appendingPathComponent(SharesFile.name)
    guard FileManager.default.fileExists(atPath: table) else {
      throw WorldFailure(
        "\(path): this folder has no \(SharesFile.name); run the scenario with --format csv,json")
    }
    let title = object["title"] as? [String: String]
    return FinishedShares(
      path: path, scenario: scenario,
      title: BilingualText(en: title?["en"] ?? scenario, cy: title?["cy"] ?? scenario),
      digest: digest, rows: try SharesFile(source: read(table)).rows)
  }
}
