import Diagnostics
import Foundation

/// The scenario files that the arguments of a command mean.
struct ScenarioPaths {
  /// The files, in order.
  private(set) var files: [String] = []
  /// Whether they are a batch: several, or a folder of however many.
  private(set) var areBatch: Bool

  /// Files as given; a folder stands for the `.yaml` files in it, by name.
  ///
  /// - Throws: `WorldFailure` for a folder without any, and for two files of one name, whose outputs
  ///   would be one folder.
  init(in arguments: [String]) throws {
    areBatch = arguments.count > 1
    for path in arguments {
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        files.append(path)
        continue
      }
      areBatch = true
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { $0.hasSuffix(".yaml") }.sorted()
      guard !names.isEmpty else {
        throw WorldFailure("\(path): no scenario is in this folder (no file ends in .yaml)")
      }
      files += names.map { (path as NSString).appendingPathComponent($0) }
    }
    var known: [String: String] = [:]
    for path in files {
      let name = FormulaLibrary.stem(path)
      if let other = known[name] {
        throw WorldFailure(
          "\(other) and \(path) would both be written into the folder '\(name)': run them one by one"
        )
      }
      known[name] = path
    }
  }
}
