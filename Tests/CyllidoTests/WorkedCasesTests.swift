import Foundation
import Testing

/// The worked cases beside the formulae, run as a user runs them.
@Suite struct WorkedCasesTests {
  private static let folder = Binary.root.appending(path: "formulas")

  private static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".cases.yaml") }.sorted().map { "formulas/\($0)" }
  }

  @Test func `every worked case beside a formula comes out as expected`() throws {
    let files = try Self.files()
    let outcome = try Binary.run(["check"] + files)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for file in files { #expect(outcome.output.contains(file)) }
  }

  @Test(arguments: [
    "bridgend", "caerphilly", "cardiff", "carmarthenshire", "denbighshire", "gwynedd",
    "monmouthshire", "neath-port-talbot", "newport", "powys", "torfaen", "vale-of-glamorgan",
  ])
  func `an authority with a published structure has three worked cases or more`(
    _ name: String
  ) throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: "\(name).cases.yaml"), encoding: .utf8)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("  - name:") } >= 3)
  }

  @Test func `a penny more than the formula gives is a failed case`() throws {
    let folder = try TemporaryFolder()
    let file = Self.folder.appending(path: "monmouthshire")
    var cases = try String(contentsOf: file.appendingPathExtension("cases.yaml"), encoding: .utf8)
    let wanted = try #require(cases.firstRange(of: "whole_teachers: £0.00"))
    cases.replaceSubrange(wanted, with: "whole_teachers: £0.01")
    try FileManager.default.copyItem(
      at: file.appendingPathExtension("yaml"),
      to: folder.url.appending(path: "monmouthshire.yaml"))
    let copy = folder.url.appending(path: "monmouthshire.cases.yaml")
    try cases.write(to: copy, atomically: true, encoding: .utf8)
    let outcome = try Binary.run(["check", copy.path])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("90 juniors fund three teachers and no top-up"))
  }
}
