import Foundation
import Testing

/// Formulae held against the rules of a year, from outside.
@Suite struct RegulationRunTests {
  /// A hundred pupils in year 3, 20 with free school meals: £400,000 + £20,000 + £180,000.
  private func files(
    meals: Bool = true, lumpSum: (rate: String, amount: String) = ("£180000", "lump_sum")
  ) throws -> (folder: TemporaryFolder, arguments: [String]) {
    let folder = try TemporaryFolder()
    let factor =
      meals
      ? """
        meals:
          title: {en: Free meals, cy: Prydau am ddim}
          purpose: deprivation
          regulation: other
          structure: {published: made}
          each: head
          where: fsm
          amount: £1000
      """ : ""
    let formula = try folder.write(
      "bridgend.yaml",
      """
      cyllido: 1
      formula: bridgend
      authority: 672
      year: 2024-25
      title: {en: Bridgend, cy: Pen-y-bont ar Ogwr}
      status: published
      sources: {made: {title: "Made up"}}
      rates:
        basic: {unit: £/pupil, value: £4000, source: made}
        lump_sum: {unit: £/school, value: \(lumpSum.rate), source: made}
      factors:
        basic:
          title: {en: Basic, cy: Sylfaenol}
          purpose: basic
          regulation: pupil_numbers
          structure: {published: made}
          each: pupil
          amount: basic
      \(factor)
        lump_sum:
          title: {en: Lump sum, cy: Cyfandaliad}
          purpose: fixed
          regulation: other
          structure: {published: made}
          each: school
          amount: \(lumpSum.amount)

      """)
    let schools = try folder.write(
      "schools.csv", "school,authority,sector,pupils,sites\n6722001,672,primary,100,3\n")
    let pupils = try folder.write(
      "counts.csv", "school,year_group,fsm,count\n6722001,3,true,20\n6722001,3,false,80\n")
    return (folder, ["check", formula, "--schools", schools, "--pupils", pupils])
  }

  @Test func `a formula's own year shows numerator and denominator by their parts`() throws {
    let (folder, arguments) = try files()
    defer { withExtendedLifetime(folder) {} }
    let outcome = try Binary.run(arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    // 400,000 ÷ 600,000.
    #expect(outcome.output.contains("66.67%: BELOW 70%"))
    #expect(
      outcome.output.contains(/\(a\) pupil numbers +£400,000\.00\n/))
    #expect(outcome.output.contains(/none of these +£200,000\.00\n/))
    #expect(outcome.output.contains(/Of all their budget shares +£600,000\.00\n/))
    #expect(outcome.output.contains("no legal advice"))
    #expect(!outcome.output.contains("April 2027"))
    let welsh = try Binary.run(arguments + ["--language", "cy"])
    #expect(welsh.output.contains("66.67%: ISLAW 70%"))
    #expect(welsh.output.contains("nid cyngor cyfreithiol"))
  }

  @Test func `2027-28 asks for an amount for need and says that 70% was not read`() throws {
    let (folder, arguments) = try files()
    defer { withExtendedLifetime(folder) {} }
    let year = ["--year", "2027-28"]
    let with = try Binary.run(arguments + year)
    #expect(with.status == 0, "\(with.errors)")
    #expect(with.output.contains("They pay: Primary £20,000.00"))
    #expect(with.output.contains("the formula need not change for this"))
    #expect(with.output.contains(/must\s+still follow pupils\.\s+Not read, not checked/))
    let (other, plain) = try files(meals: false)
    defer { withExtendedLifetime(other) {} }
    let without = try Binary.run(plain + year)
    #expect(without.output.contains("would need to change by April 2027"))
    // What a formula is made of can be read without schools.
    let bare = try Binary.run(Array(plain.prefix(2)) + year)
    #expect(bare.output.contains("would need to change by April 2027"))
    #expect(try Binary.run(arguments + ["--year", "2027"]).status == 64)
  }

  @Test func `a federation can be one row whose schools a lump sum multiplies`() throws {
    // Three schools × £60,000 are £180,000.
    let (folder, arguments) = try files(lumpSum: ("£60000", "lump_sum * sites"))
    defer { withExtendedLifetime(folder) {} }
    let outcome = try Binary.run(arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains(/Of all their budget shares +£600,000\.00\n/))
  }

  @Test func `several formulae are a table that fits a page`() throws {
    let formulas = try FileManager.default.contentsOfDirectory(
      atPath: Binary.root.appending(path: "formulas").path
    ).filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".cases.yaml") }.sorted()
      .map { "formulas/" + $0 }
    for language in ["en", "cy"] {
      for year in [["--year", "2027-28"], ["--year", "2026-27"]] {
        let outcome = try Binary.run(["check"] + formulas + year + ["--language", language])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let table = outcome.output.split(separator: "\n").drop { $0.contains(": ok, ") }
        #expect(table.allSatisfy { $0.count <= 100 || $0.contains("http") })
        #expect(outcome.output.contains(language == "en" ? "Vale of Glamorgan" : "Bro Morgannwg"))
      }
    }
  }
}
