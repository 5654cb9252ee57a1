import Foundation
import Testing

/// Costs of schools with few pupils of a kind: the tables, and the page that is passed on.
@Suite struct AdequacyDisclosureTests {
  private static let assumptions = Binary.root.appending(
    path: "scenarios/data/staffing/adequacy.yaml"
  ).path

  private let folder: TemporaryFolder
  private let census = AttackedCensus(seed: 1, schools: 14, range: 300)

  init() throws {
    folder = try TemporaryFolder()
    try census.write(to: folder)
  }

  private func run(_ command: [String], _ out: String) throws -> Binary.Outcome {
    let outcome = try Binary.run(
      command + ["--assumptions", Self.assumptions, "--out", out], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: path))
  }

  @Test func `it keeps back what a run with the same assumptions keeps back`() throws {
    let outcome = try run(["adequacy", "attacked.yaml", "--suppress", "5"], "alone")
    _ = try run(["run", "attacked.yaml", "--suppress", "5"], "together")
    for name in ["adequacy", "adequacy-summary", "adequacy-lines"] {
      #expect(try bytes("alone/\(name).csv") == bytes("together/\(name).csv"), "\(name)")
    }
    #expect(outcome.output.contains("Page: Figures that rest on 1 to 4 pupils are kept back"))
  }

  @Test func `without being asked the page keeps figures back, and the tables are whole`() throws {
    _ = try run(["adequacy", "attacked.yaml", "--suppress", "5"], "kept")
    _ = try run(["adequacy", "attacked.yaml", "--suppress", "0"], "whole")
    _ = try run(["adequacy", "attacked.yaml"], "usual")
    let kept = try ResultTable(folder.url.appending(path: "kept/adequacy.csv"))
    let hidden = Set(
      try kept.rows(where: ["share": ""]).map { $0[try kept.index("school")] })
    #expect(!hidden.isEmpty && hidden.count < census.schools.count)
    let whole = try page("whole")
    let usual = try page("usual")
    let amounts = try hidden.flatMap { number -> [String] in
      let rows = try ResultTable(folder.url.appending(path: "whole/adequacy.csv"))
        .rows(where: ["school": number])
      return try rows.flatMap { row in
        try ["cost", "gap_per_pupil"].map {
          Self.pounds(row[try kept.index($0)])
        }
      }
    }
    #expect(!amounts.isEmpty && amounts.allSatisfy { whole.contains($0) })
    for amount in amounts { #expect(!usual.contains(amount), "\(amount)") }
    for number in hidden { #expect(usual.contains("\(number) S\(number)")) }
    #expect(usual.contains(">[c]<") && !whole.contains(">[c]<"))
    #expect(whole.contains("Not for publication: figures may tell of a few pupils"))
    #expect(try bytes("usual/adequacy.csv") == bytes("whole/adequacy.csv"))
  }

  private func page(_ out: String) throws -> String {
    String(decoding: try bytes(out + "/adequacy.html"), as: UTF8.self)
  }

  /// An amount of a table as pages write it.
  private static func pounds(_ amount: String) -> String {
    let isNegative = amount.hasPrefix("-")
    let parts = amount.drop { $0 == "-" }.split(separator: ".")
    var whole = String(parts[0])
    var grouped = ""
    while whole.count > 3 {
      grouped = "," + whole.suffix(3) + grouped
      whole.removeLast(3)
    }
    return (isNegative ? "-" : "") + "£" + whole + grouped + "." + parts[1]
  }
}
