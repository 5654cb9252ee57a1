import Foundation
import Testing

/// The model and the engine know nothing of files, clocks or networks.
@Suite struct ImportsTests {
  @Test func `the model imports nothing`() throws { try check("FundingModel", allowed: []) }

  @Test func `the engine imports the model and the standard library's locks alone`() throws {
    try check("FundingEngine", allowed: ["FundingModel", "Synchronization"])
  }

  private func check(_ module: String, allowed: Set<String>) throws {
    let sources = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/\(module)")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var read = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      read += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"),
          words[..<position].allSatisfy({
            [
              "public", "internal", "package", "private", "fileprivate", "@preconcurrency",
              "@testable", "@_exported", "@_implementationOnly",
            ].contains($0)
          }), let name = words.last
        else { continue }
        #expect(allowed.contains(String(name)), "\(file.lastPathComponent) imports \(name)")
      }
    }
    #expect(read > 10)
  }
}
