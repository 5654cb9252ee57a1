import Foundation

/// The built program, run as a user runs it.
enum Binary {
  /// What a run left behind.
  struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The program, built beside the tests.
  static let url: URL = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "cyllido")
      if FileManager.default.isExecutableFile(atPath: candidate.path),
        !candidate.hasDirectoryPath
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return root.appending(path: ".build/debug/cyllido")
  }()

  /// Runs the program with arguments in a folder; the package's own if none is given.
  static func run(_ arguments: [String], in folder: URL? = nil) throws -> Outcome {
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "cyllido-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (out, err) = (scratch.appending(path: "out"), scratch.appending(path: "err"))
    for file in [out, err] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? root
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOf: out, encoding: .utf8),
      errors: try String(contentsOf: err, encoding: .utf8))
  }

  /// Runs a shell's script in a folder; `$CYLLIDO` is the program.
  static func shell(_ script: String, in folder: TemporaryFolder) throws -> Outcome {
    let process = Process()
    let (out, err) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["CYLLIDO": url.path], uniquingKeysWith: { $1 })
    process.currentDirectoryURL = folder.url
    (process.standardOutput, process.standardError) = (out, err)
    try process.run()
    let output = out.fileHandleForReading.readDataToEndOfFile()
    let errors = err.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }
}

/// A folder that goes when its owner goes.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "cyllido-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Every file below, with its content, by name.
  func contents(of name: String) throws -> [String: Data] {
    let folder = url.appending(path: name)
    var files: [String: Data] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[file] = try Data(contentsOf: folder.appending(path: file))
    }
    return files
  }
}

/// A table of a results folder, its columns found by name.
struct ResultTable {
  let columns: [String]
  let rows: [[String]]

  init(_ url: URL) throws {
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(Self.fields)
    columns = lines[0]
    rows = Array(lines.dropFirst())
  }

  func index(_ name: String) throws -> Int {
    guard let index = columns.firstIndex(of: name) else { throw MissingColumn(name: name) }
    return index
  }

  struct MissingColumn: Error { let name: String }

  /// A column's cells.
  func column(_ name: String) throws -> [String] {
    let index = try index(name)
    return rows.map { $0[index] }
  }

  /// Rows in which columns have certain values.
  func rows(where values: [String: String]) throws -> [[String]] {
    let wanted = try values.map { (try index($0.key), $0.value) }
    return rows.filter { row in wanted.allSatisfy { row[$0.0] == $0.1 } }
  }

  /// The one cell of a column in the row that has certain values.
  func cell(_ name: String, where values: [String: String]) throws -> String? {
    try rows(where: values).first?[try index(name)]
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

/// Pennies of a cell such as `-1234.50`.
func pence(_ cell: String) -> Int {
  Int(cell.replacing(".", with: "")) ?? .min
}
