import Foundation

/// A folder of results that appears whole or not at all.
///
/// The files are written into a folder beside the wanted one, which is then renamed. Between setting
/// an old folder aside and the new one taking its place there is a moment with neither under the
/// name; the old one is put back if the last step fails.
///
/// - Invariant: no file is lost that this program did not write: what else lies in a folder that is
///   replaced is carried over, except under a name that is written anew.
public enum OutputFolder {
  /// Writes files as the whole content of a folder.
  ///
  /// - Parameters:
  ///   - files: The files; their names must differ.
  ///   - path: The folder; its parents are made where they are missing.
  ///   - force: Whether to replace files in a folder that this program did not write.
  /// - Throws: `OutputFailure`; then the old folder is as it was and nothing is left beside it.
  public static func write(files: [OutputFile], to path: String, force: Bool)
    throws(OutputFailure)
  {
    try write(names: files.map(\.name), to: path, force: force) { folder in
      for file in files { try write(file, in: URL(fileURLWithPath: folder), named: path) }
    }
  }

  /// Writes files as the whole content of a folder, each in whatever way suits it.
  ///
  /// - Parameters:
  ///   - names: The files' names.
  ///   - path: The folder; its parents are made where they are missing.
  ///   - force: Whether to replace files in a folder that this program did not write.
  ///   - fill: Writes the files into the folder that it is given.
  /// - Throws: `OutputFailure`; then the old folder is as it was and nothing is left beside it.
  public static func write(
    names: [String], to path: String, force: Bool, filling fill: (String) throws -> Void
  ) throws(OutputFailure) {
    let wanted = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard !isAroundUs(wanted) else {
      throw OutputFailure(
        "\(path): this is the folder you are working in, or one around it; name another --out")
    }
    let old = try ExistingFolder(at: wanted, named: path)
    guard force || old.mayBeReplaced else {
      throw OutputFailure(
        "\(path): this folder was not written by cyllido, so it is left alone; "
          + "name another --out, or give --force")
    }
    let parent = wanted.deletingLastPathComponent()
    let new = parent.appending(path: sibling(of: wanted, "partial"))
    UnfinishedOutputs.begin(new.path)
    defer { UnfinishedOutputs.end(new.path) }
    do {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try FileManager.default.createDirectory(at: new, withIntermediateDirectories: false)
    } catch {
      throw OutputFailure(error, at: path)
    }
    do {
      try fill(new.path)
      try swap(new, for: old, at: wanted, keeping: old.foreignEntries(beside: names))
    } catch {
      try? FileManager.default.removeItem(at: new)
      throw error as? OutputFailure ?? OutputFailure(error, at: path)
    }
  }

  private static func write(
    _ file: OutputFile, in folder: URL, named path: String
  ) throws(OutputFailure) {
    let place = folder.appending(path: file.name).path
    guard !FileManager.default.fileExists(atPath: place) else {
      throw OutputFailure("\(path): two files of this folder are called '\(file.name)'")
    }
    let written = try StreamedFile(place, named: path)
    try written.write(file.bytes)
    try written.finish()
  }

  /// Puts the new folder in the old one's place, then carries over what is not ours.
  private static func swap(
    _ new: URL, for old: ExistingFolder, at wanted: URL, keeping entries: [String]
  ) throws {
    let files = FileManager.default
    guard old.exists else {
      try files.moveItem(at: new, to: wanted)
      return
    }
    let aside = wanted.deletingLastPathComponent().appending(path: sibling(of: wanted, "old"))
    try files.moveItem(at: wanted, to: aside)
    var carried: [String] = []
    do {
      for entry in entries {
        try files.moveItem(at: aside.appending(path: entry), to: new.appending(path: entry))
        carried.append(entry)
      }
      try files.moveItem(at: new, to: wanted)
    } catch {
      for entry in carried {
        try? files.moveItem(at: new.appending(path: entry), to: aside.appending(path: entry))
      }
      try files.moveItem(at: aside, to: wanted)
      throw error
    }
    try? files.removeItem(at: aside)
  }

  /// Whether the working folder is this one or lies in it: renaming it would pull the ground from
  /// under the user's shell.
  private static func isAroundUs(_ folder: URL) -> Bool {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
      .resolvingSymlinksInPath().pathComponents
    return here.starts(with: folder.pathComponents)
  }

  /// A hidden name beside a folder that nothing else uses.
  private static func sibling(of folder: URL, _ purpose: String) -> String {
    ".\(folder.lastPathComponent).\(purpose)-\(UUID().uuidString.prefix(8))"
  }
}

/// What lies where a folder is to be written.
private struct ExistingFolder {
  /// Whether there is a folder.
  let exists: Bool
  /// The names in it.
  let entries: [String]
  /// The files its own record lists; nil where this program did not write it.
  let written: [String]?

  /// Looks at a path.
  ///
  /// - Throws: `OutputFailure` where a file is there, or where the folder may not be read.
  init(at url: URL, named path: String) throws(OutputFailure) {
    var isFolder: ObjCBool = false
    exists = unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    guard exists else {
      (entries, written) = ([], nil)
      return
    }
    guard isFolder.boolValue else {
      throw OutputFailure("\(path): this is a file; name a folder with --out")
    }
    do {
      entries = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    } catch {
      throw OutputFailure(error, at: path)
    }
    written = Self.filesRecorded(in: url.appending(path: RunRecord.fileName))
  }

  /// Whether nothing of anybody else's is at stake.
  var mayBeReplaced: Bool { !exists || entries.isEmpty || written != nil }

  /// The entries that neither an earlier run wrote nor this one writes.
  func foreignEntries(beside names: [String]) -> [String] {
    let ours = Set(((written ?? []) + names).map(Self.firstPart))
    return entries.filter { !ours.contains($0) }
  }

  private static func firstPart(_ name: String) -> String {
    String(name.prefix { $0 != "/" })
  }

  /// The files that a record lists; nil where it is not a record of this program.
  private static func filesRecorded(in url: URL) -> [String]? {
    guard let data = try? Data(contentsOf: url),
      let record = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      record[RunRecord.marker] != nil
    else { return nil }
    return (record["files"] as? [String] ?? []) + [RunRecord.fileName]
  }
}
