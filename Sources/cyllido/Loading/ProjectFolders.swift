import Diagnostics
import Foundation

/// Where formulae and bundled data are looked for: beside the scenario, then here, then beside the
/// program, each time upwards.
struct ProjectFolders {
  private let starts: [URL]

  /// Looks upwards from the folder of `path`, from the working folder and from the program's.
  ///
  /// - Parameters:
  ///   - path: A file.
  ///   - others: Further files, such as the scenarios that it extends.
  init(near path: String?, _ others: [String] = []) {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
      .resolvingSymlinksInPath().deletingLastPathComponent()
    let beside = ([path].compactMap { $0 } + others).map {
      URL(fileURLWithPath: $0, relativeTo: here).deletingLastPathComponent()
    }
    starts = (beside + [here, program]).map(\.standardizedFileURL)
  }

  /// Every folder of a name on the ways up, nearest first, each once.
  func folders(named name: String) -> [String] {
    var found: [String] = []
    for start in starts {
      var folder = start
      while true {
        let candidate = folder.appendingPathComponent(name).path
        var isFolder: ObjCBool = false
        if unsafe FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
          isFolder.boolValue, !found.contains(candidate)
        {
          found.append(candidate)
        }
        let parent = folder.deletingLastPathComponent()
        if parent.path == folder.path { break }
        folder = parent
      }
    }
    return found
  }

  /// A path as a person standing in the working folder would write it.
  static func shown(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
