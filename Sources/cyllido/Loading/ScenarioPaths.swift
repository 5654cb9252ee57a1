import Diagnostics
import Foundation

/// The scenario files that the arguments of a command mean.
enum ScenarioPaths {
  /// Files as given; a folder stands for the `.yaml` files in it, by name.
  ///
  /// - Throws: `WorldFailure` for a folder without any.
  static func found(in arguments: [String]) throws -> [String] {
    try arguments.flatMap { path -> [String] in
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      else { return [path] }
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { $0.hasSuffix(".yaml") }.sorted()
      guard !names.isEmpty else {
        throw WorldFailure("\(path): no scenario is in this folder (no file ends in .yaml)")
      }
      return names.map { (path as NSString).appendingPathComponent($0) }
    }
  }
}
