import Diagnostics
import Foundation
import FundingFiles
import FundingModel
import Testing

@Suite struct FactsTests {
  static let folder =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/scenarios/data/wales-2024-25"

  @Test func `the bundled facts are the published ones`() throws {
    let facts = try ModelledFacts(folder: Self.folder)
    #expect(facts.schools == 1_449)
    #expect(facts.pupils == 463_678)
    #expect(facts.freeMeals.count == 22)
    let cardiff = try #require(facts.group(authority: 681, sector: "primary"))
    #expect(cardiff.schools == 99)
    #expect(cardiff.pupils == 32_241)
    #expect(cardiff.budget == Money(pounds: 149_602_715))
    #expect(cardiff.spread.median == Money(pounds: 4_622))
    #expect(cardiff.welshMedium == 15)
    #expect(cardiff.freeMeals == Millionths(288_000))
    #expect(facts.group(authority: 681, sector: "special")?.freeMeals == nil)
    #expect(facts.group(authority: 681, sector: "middle") == nil)
    #expect(facts.sizeBands.count == 26)
    #expect(facts.deprivation.reduce(0) { $0 + $1.areas.reduce(0, +) } == 1_909)
    #expect(facts.schoolTypes.reduce(0) { $0 + $1.schools } == 1_449)
  }

  @Test func `national needs add up to 52,152 of 465,840 pupils`() throws {
    let national = try ModelledFacts(folder: Self.folder).national
    #expect(abs(national.needs.reduce(0) { $0 + $1.parts } - 111_953) <= 3)
    // Plans: 21,319 of 465,840.
    #expect(abs(national.needs[2].parts + national.needs[4].parts - 45_765) <= 2)
    #expect(national.freeMeals == Millionths(213_000))
    #expect(national.lookedAfter == Millionths(11_630))
    #expect(national.nurseryFTE == Millionths(500_000))
  }

  @Test func `the lines of money for Wales say how they were worked out`() throws {
    let file = try AuthoritiesFile(
      source: SourceFile(reading: Self.folder + "/authorities.csv"))
    func amount(_ start: Int, _ kind: AuthorityLine.Kind) -> Money {
      file.lines.filter { $0.year.start == start && $0.kind == kind && $0.authority == nil }
        .reduce(.zero) { $0 + $1.amount }
    }
    // 2025-26: 3,870m gross, 3,100.188m delegated of which 331.564m devolved.
    #expect(amount(2025, .devolved) == Money(pounds: 331_564_000))
    #expect(amount(2025, .retained) == Money(pounds: 769_812_000))
    // 2024-25: with the school budgets they come to 3,591m gross, to the rounding of pupils.
    let gross = amount(2024, .devolved) + amount(2024, .retained) + Money(pounds: 2_554_137_466)
    #expect(abs(gross.pence - 359_100_000_000) < 1_000_000)
    #expect(file.lines.filter { $0.status == .estimate }.allSatisfy { $0.source.contains("£") })
  }

  @Test func `a folder without facts is the world's failure`() {
    #expect(throws: WorldFailure.self) { try ModelledFacts(folder: "/nowhere") }
  }

  /// A copy of the bundled facts with one text of one file replaced.
  private func copy(_ file: String, _ text: String, by other: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "facts-\(UUID())").path
    try FileManager.default.copyItem(atPath: Self.folder, toPath: folder)
    let path = "\(folder)/\(file)"
    let content = try String(contentsOfFile: path, encoding: .utf8)
    #expect(content.contains(text))
    try content.replacingOccurrences(of: text, with: other)
      .write(toFile: path, atomically: true, encoding: .utf8)
    return folder
  }

  private func mistakes(_ file: String, _ text: String, by other: String) throws -> [Diagnostic] {
    let folder = try copy(file, text, by: other)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      _ = try ModelledFacts(folder: folder)
      return []
    } catch let failure as Mistakes {
      return failure.diagnostics
    }
  }

  @Test func `totals that the rows don't add up to are refused, with their place`() throws {
    let found = try mistakes(
      "authority-sector.csv", "681,primary,99,32241,", by: "681,primary,99,32242,")
    #expect(found.map(\.slug) == ["facts-disagree", "facts-disagree", "facts-disagree"])
    // The rows of Cardiff, of primary schools in Wales, and of Wales.
    #expect(found.map(\.span?.line) == [104, 106, 110])
    #expect(
      found.first?.message == "the total of 'pupils' is 56990, but the rows above add up to 56991")
  }

  @Test(arguments: [
    ("authority-sector.csv", "\n681,primary,99", "\n699,primary,99", "unknown-authority"),
    ("national.csv", "fsm_eligible_pct,21.3", "fsm_eligible_pct,21x3", "not-a-number"),
    ("national.csv", "looked_after_per_10000", "cared_for_per_10000", "missing-figure"),
    ("national.csv", "fsm_eligible_pct,21.3", "fsm_eligible_pct,121.3", "out-of-range"),
    ("size-bands.csv", "sector,from", "sector,least", "missing-column"),
    ("year-groups-2019.csv", ",N2,", ",N3,", "unknown-category"),
    ("school-languages.csv", "primary,DS,", "primary,XX,", "unknown-category"),
    ("deprivation-2019.csv", "681,39,", "681,,", "blank-value"),
    ("fsm-partial.csv", "1477,2139", "1477,1139", "facts-disagree"),
  ])
  func `a fact that can't be meant is refused`(
    file: String, text: String, other: String, slug: String
  ) throws {
    let found = try mistakes(file, text, by: other)
    #expect(found.contains { $0.slug == slug && $0.path.hasSuffix(file) }, "\(found)")
  }
}
