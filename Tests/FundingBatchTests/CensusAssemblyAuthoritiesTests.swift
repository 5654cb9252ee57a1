import FundingModel
import Testing

@testable import FundingBatch

/// Whether an authority that dropped out of the data is noticed.
@Suite struct CensusAssemblyAuthoritiesTests {
  private func assembly(
    of authorities: [Int], allowing: Bool = false
  ) throws(ScenarioFailure) -> CensusAssembly {
    let count = authorities.count
    let schools = SchoolTable(
      numbers: authorities.map { $0 * 10_000 + 2001 }, names: authorities.map { "School \($0)" },
      authorities: authorities, sectors: authorities.map { _ in "primary" },
      statedPupils: authorities.map { _ in 3 }, budgetPerPupil: authorities.map { _ in nil },
      columns: [], areModelled: false)
    let fte = Field(
      "fte", .pupil, .number(.pupil), meaning: BilingualText(en: "fte", cy: "fte"))
    let pupils = PupilTable(
      columns: [Column(field: fte, values: [.number(.one)])], starts: Array(0...count),
      pupils: authorities.map { _ in 0 }, counts: authorities.map { _ in 3 })
    return try CensusAssembly(schools: schools, pupils: pupils, allowingDifferences: allowing)
  }

  @Test func `two authorities forgotten stop the run by name`() throws {
    let codes = (660...681).filter { ![663, 678].contains($0) }
    let failure = #expect(throws: ScenarioFailure.self) { _ = try assembly(of: codes) }
    #expect(failure == .authoritiesMissing([663, 678]))
    #expect(try assembly(of: codes, allowing: true).census.schools.count == 20)
  }

  @Test func `all authorities, or up to half of them, are taken as they are`() throws {
    #expect(try assembly(of: Array(660...681)).census.schools.count == 22)
    #expect(try assembly(of: [672]).census.schools.count == 1)
    #expect(try assembly(of: Array(660...670)).census.schools.count == 11)
    #expect(throws: ScenarioFailure.self) { _ = try assembly(of: Array(660...671)) }
  }
}
