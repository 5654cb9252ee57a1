import Foundation
import Testing

/// `cyllido fit --all`, as a user runs it.
@Suite struct FittingAllTests {
  private static let formula = """
    cyllido: 1
    formula: NAME
    authority: CODE
    year: 2024-25
    title: {en: TITLE, cy: TITLE}
    status: fitted
    sources:
      budgets: {title: "Budgets by hand"}
    rates:
      basic: {unit: £/pupil, value: £3000, source: budgets, fitted: true, bounds: £1000..£9000}
      lump_sum: {unit: £/school, value: £50000, source: budgets, fitted: true}
    factors:
      basic:
        title: {en: Basic, cy: Sylfaenol}
        purpose: basic
        regulation: pupil_numbers
        structure: {published: budgets}
        each: head
        amount: basic
      lump_sum:
        title: {en: Lump sum, cy: Cyfandaliad}
        purpose: fixed
        regulation: other
        structure: assumed
        each: school
        amount: lump_sum

    """

  /// Two formulae in the folder `in`, and schools that they fit to the penny.
  static func write(to folder: TemporaryFolder) throws {
    var schools = "school,name,authority_code,sector,pupils,budget_per_pupil\n"
    for (name, code, title) in [("bridgend", 672, "Bridgend"), ("powys", 666, "Powys")] {
      try folder.write(
        "in/\(name).yaml",
        formula.replacing("NAME", with: name).replacing("CODE", with: "\(code)")
          .replacing("TITLE", with: title))
      // £4,000 a pupil and £100,000 a school, over sizes that divide 100,000.
      for (index, heads) in [50, 80, 100, 125, 160, 200, 250, 400, 500, 625].enumerated() {
        schools += "\(code)20\(10 + index),Secret \(index),\(code),primary,\(heads),"
        schools += "\(4_000 + 100_000 / heads)\n"
      }
    }
    try folder.write("schools.csv", schools)
  }

  @Test func `every formula of a folder is fitted, written and reported without a school's name`()
    throws
  {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    let data = folder.url.appending(path: "schools.csv")
    func fit(_ report: String) throws -> (Binary.Outcome, String) {
      let path = folder.url.appending(path: report)
      let outcome = try Binary.run([
        "fit", "--all", folder.url.appending(path: "in").path, "--schools", data.path, "--toward",
        "wales", "--out", folder.url.appending(path: "out").path, "--report", path.path,
      ])
      return (outcome, try String(contentsOf: path, encoding: .utf8))
    }
    let (outcome, report) = try fit("report.md")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for name in ["bridgend", "powys"] {
      let text = try String(
        contentsOf: folder.url.appending(path: "out/\(name).yaml"), encoding: .utf8)
      #expect(text.contains("basic: {unit: £/pupil, value: £4000.00,"))
      #expect(text.contains("lump_sum: {unit: £/school, value: £100000.00,"))
    }
    #expect(report.contains("## Bridgend (`bridgend`)"))
    #expect(report.contains("| all | 20 | 0 | 0.00% | 0.00% | 0.00% | 0.00% | 0.00% | 1.0000 |"))
    #expect(report.contains("Structure published: Basic. Assumed: Lump sum."))
    #expect(report.contains("| basic | £4000.00 |"))
    #expect(!report.contains("Secret"))
    #expect(!report.contains("6722010"))
    let again = try fit("report.md").1
    #expect(again == report)
  }

  @Test func `one formula and a folder of them can't both be asked for`() throws {
    let outcome = try Binary.run(["fit", "a.yaml", "--all", "b", "--schools", "c.csv"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--all"))
  }

  @Test func `every authority's modelled total is within half a percent of the published one`()
    throws
  {
    let page = try String(
      contentsOf: Binary.root.appending(path: "formulas/FIDELITY.md"), encoding: .utf8)
    var authorities: [Substring] = []
    for section in page.split(separator: "\n## ").dropFirst() {
      guard let line = section.split(separator: "\n").first(where: { $0.contains("Published £") })
      else { continue }
      let pounds = line.split(separator: "£").dropFirst().prefix(2).compactMap {
        Double($0.prefix { $0.isNumber || $0 == "." })
      }
      try #require(pounds.count == 2)
      #expect(abs(pounds[1] / pounds[0] - 1) < 0.005, "\(line)")
      if !section.hasPrefix("All Wales") { authorities.append(section.prefix { $0 != "(" }) }
    }
    #expect(authorities.count == 22)
  }

  @Test func `the page of fits shows the estimates that the formulae have`() throws {
    let folder = Binary.root.appending(path: "formulas")
    let page = try String(contentsOf: folder.appending(path: "FIDELITY.md"), encoding: .utf8)
    for (file, rate) in [("bridgend", "special_school"), ("powys", "floor_teacher")] {
      let text = try String(
        contentsOf: folder.appending(path: "\(file).yaml"), encoding: .utf8)
      let after = try #require(text.firstRange(of: "\n  \(rate):"))
      let value = try #require(
        text[after.upperBound...].split(separator: "\n").first { $0.contains("value: ") })
      let amount = value.split(separator: " ").last ?? ""
      #expect(page.contains("| \(rate) | \(amount) |"))
    }
  }
}
