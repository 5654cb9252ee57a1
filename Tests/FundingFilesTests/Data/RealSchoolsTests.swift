import Foundation
import FundingFiles
import FundingModel
import Testing

/// The published school file is not part of the project; where it is at hand, it must be read.
struct RealSchoolsTests {
  static let path: String = {
    if let given = ProcessInfo.processInfo.environment["CYLLIDO_REAL_SCHOOLS"] { return given }
    return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/data/wales-schools-2024-25.csv").path
  }()

  static var isAtHand: Bool { FileManager.default.fileExists(atPath: path) }

  @Test(
    .enabled(
      if: isAtHand,
      "the published school file is not at hand; set CYLLIDO_REAL_SCHOOLS to its path"))
  func `the published school file is read with its totals`() throws {
    let table = try SchoolsFile(source: SourceFile(reading: Self.path)).table
    // Totals as published and counted apart from this program.
    #expect(table.count == 1449)
    #expect(table.statedPupils.compactMap(\.self).reduce(0, +) == 463_678)
    #expect(table.statedPupils.count { $0 == nil } == 6)
    #expect(table.budgetPerPupil.count { $0 == nil } == 8)
    #expect(Set(table.authorities).count == 22)
    #expect(table.sectors.count { $0 == "primary" } == 1199)
    #expect(table.column("language")?.codes.count { $0 < 0 } == 48)
    #expect(table.column("fsm_three_year_pct")?.field.kind == .number(.number))
    #expect(table.column("governance")?.domain.count == 5)
    let again = try SchoolsFile(
      source: SourceFile(path: "again.csv", bytes: Array(SchoolsFile.text(table).utf8))
    ).table
    #expect(SchoolContents(again) == SchoolContents(table))
  }
}
