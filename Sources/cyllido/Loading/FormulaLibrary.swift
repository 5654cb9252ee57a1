import Diagnostics
import Foundation
import FundingFiles
import FundingModel

/// The formula files at hand, by name and by authority.
struct FormulaLibrary {
  let folders: [String]

  init(_ folders: ProjectFolders) {
    self.folders = folders.folders(named: "formulas")
  }

  /// Every formula file of the nearest folder, by name; cases left out.
  func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".cases.yaml") }.sorted()
      .map { ProjectFolders.shown(folder + "/" + $0) }
  }

  /// The path of a formula named in a scenario: a file of `formulas/`, or a path relative to the
  /// scenario.
  func path(
    of name: String, relativeTo scenario: String, writtenAt place: Place
  ) throws -> String {
    let beside = (scenario as NSString).deletingLastPathComponent
    if name.contains("/") || name.hasSuffix(".yaml") {
      if name.hasPrefix("/") { return name }
      return ProjectFolders.shown(
        URL(fileURLWithPath: (beside as NSString).appendingPathComponent(name))
          .standardizedFileURL.path)
    }
    for folder in folders.flatMap({ [$0, $0 + "/grants"] }) {
      let candidate = folder + "/" + name + ".yaml"
      if FileManager.default.fileExists(atPath: candidate) {
        return ProjectFolders.shown(candidate)
      }
    }
    let known =
      folders.first.map { (files(in: $0) + files(in: $0 + "/grants")).map(Self.stem) } ?? []
    throw Mistakes([
      Diagnostic(
        path: scenario,
        span: SourceSpan(
          line: place.line, column: place.column, length: place.length, path: place.path),
        message: "no formula is called '\(name)'", slug: "unknown-formula",
        notes: Suggestion.notes(for: name, among: known, has: "formulas/ has"))
    ])
  }

  /// The file of an authority's own formula, in the nearest folder that has one: the authority's
  /// own name first, else the one file that says `authority:` with its code or name.
  func path(ofAuthority authority: Authority) throws(WorldFailure) -> String? {
    for folder in folders {
      let named = folder + "/" + authority.slug + ".yaml"
      if FileManager.default.fileExists(atPath: named) { return ProjectFolders.shown(named) }
      let fitting = files(in: folder).filter { Self.authority(ofFile: $0) == authority }
      if fitting.count > 1 {
        throw WorldFailure(
          "\(authority.name.english) has more than one formula: \(fitting.joined(separator: ", ")); call one \(authority.slug).yaml"
        )
      }
      if let file = fitting.first { return file }
    }
    return nil
  }

  /// A file's name without folder and ending.
  static func stem(_ path: String) -> String {
    ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  private static func authority(ofFile path: String) -> Authority? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    for line in text.split(separator: "\n") where line.hasPrefix("authority:") {
      let value = line.dropFirst("authority:".count).prefix { $0 != "#" }
      return Authority.named(value.trimmingCharacters(in: .whitespaces))
    }
    return nil
  }
}
