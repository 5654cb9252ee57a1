import Foundation
import FundingBatch
import FundingFiles
import FundingModel
import Testing

/// What is modelled, written to files and read again.
@Suite struct ModellingFilesTests {
  @Test func `modelled schools read back from their file give the same pupils`() throws {
    let schools = ModelledSchools.table(from: Modelling.facts, seed: 1)
    let pupils = ModelledPupils.make(for: schools, facts: Modelling.facts, seed: 1).table
    let source = SourceFile(path: "schools.csv", bytes: Array(SchoolsFile.text(schools).utf8))
    let read = try SchoolsFile(source: source, areModelled: true).table
    #expect(read.numbers == schools.numbers)
    #expect(read.names == schools.names)
    #expect(read.statedPupils == schools.statedPupils)
    #expect(read.budgetPerPupil == schools.budgetPerPupil)
    #expect(read.columns.map(\.field.name) == schools.columns.map(\.field.name))
    let again = ModelledPupils.make(for: read, facts: Modelling.facts, seed: 1).table
    #expect(Modelling.areEqual(again, pupils))
  }

  @Test func `modelled pupils are in the order in which a file of them would be`() {
    let schools = ModelledSchools.table(from: Modelling.facts, seed: 1)
    let pupils = ModelledPupils.make(for: schools, facts: Modelling.facts, seed: 1).table
    #expect(Modelling.areEqual(pupils.canonical(), pupils))
  }
}

/// The model on the real schools of 2024-25, whose file is not part of this project.
@Suite struct ModellingRealSchoolsTests {
  static let path = Modelling.root + "/../shared/data/wales-schools-2024-25.csv"
  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  @Test(.enabled(if: isThere, "the real school file is not at \(path)"))
  func `real schools get their own heads and the published totals`() throws {
    let schools = try SchoolsFile(source: SourceFile(reading: Self.path)).table
    let made = ModelledPupils.make(for: schools, facts: Modelling.facts, seed: 1)
    for row in 0..<schools.count {
      #expect(made.table.heads(ofSchool: row) == Int64(schools.statedPupils[row] ?? 0))
    }
    let all = 0..<schools.count
    #expect(made.table.counts.reduce(0, +) == 463_678)
    // 63 schools state no share: the special and nursery schools, 11 primary, 7 all-age, of which
    // 6 have no pupils either.
    let meals = made.estimates.first { $0.what == "fsm" }
    #expect(meals?.how.english.contains("57") == true, "\(String(describing: meals))")
    let none = Modelling.heads(made.table, by: "aln", rows: all)[.category("none")] ?? 0
    #expect(abs(463_678 - none - 51_910) <= 700, "\(463_678 - none)")
    let twice = Modelling.heads(made.table, by: "fte", rows: all)
      .reduce(0) { $0 + ($1.key == .number(.one) ? 2 : 1) * $1.value }
    #expect(abs(twice - 2 * 449_183) * 100 <= 2 * 449_183, "\(twice)")
    // Welsh-medium schools alone have 78,165 pupils.
    let welsh = Modelling.heads(made.table, by: "welsh", rows: all)[.flag(true)] ?? 0
    #expect((78_165...110_000).contains(welsh), "\(welsh)")
    // Sixth forms: 11,235 + 9,505 of secondary schools in January 2019, and 1,060 of all-age ones.
    let years = Modelling.heads(made.table, by: "year_group", rows: all)
    let sixth = (years[.category("12")] ?? 0) + (years[.category("13")] ?? 0)
    #expect((21_800 * 85 / 100...21_800 * 115 / 100).contains(sixth), "\(sixth)")
  }
}
