import Foundation
import Testing

/// Gains by every kind of group, and what protection costs, from the files to the tables and the report.
@Suite struct GroupsRunTests {
  private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: "o/\(name)"), encoding: .utf8)
  }

  @Test func `a column rural makes groups, and schools without it are in a group of their own`()
    throws
  {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    var lines = SmallData.schools.split(separator: "\n").map(String.init)
    for (index, cell) in ["rural", "yes", "no", ""].enumerated() { lines[index] += "," + cell }
    try folder.write("schools.csv", lines.joined(separator: "\n") + "\n")
    try folder.write(
      "small.yaml",
      SmallData.scenario.replacing(
        "set: {basic.7..11: +10%}, solve: {total: first, by: lump}",
        with: "set: {lump.primary: £6000}"))
    let outcome = try Binary.run(["run", "small.yaml", "--quiet", "--out", "o"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let gains = try text(folder, "gains.csv")
    // £1,000 more for the first school; for the second, open half a year, £500; nothing for the third.
    for row in [
      "all,all,second,2024-25,first,3,10,2,0,1,8,0,2,1500.00,0.00,1500.00,150.00,1000.00,6721001,0.00,",
      "rural,true,second,2024-25,first,1,5,1,0,0,5,0,0,1000.00,0.00,1000.00,200.00,1000.00,6721001,0.00,",
      "rural,false,second,2024-25,first,1,3,1,0,0,3,0,0,500.00,0.00,500.00,166.67,500.00,6721002,0.00,",
      "rural,not_known,second,2024-25,first,1,2,0,0,1,0,0,2,0.00,0.00,0.00,0.00,0.00,,0.00,",
      "language,WM,second,2024-25,first,1,5,1,0,0,5,0,0,1000.00,0.00,1000.00,200.00,1000.00,6721001,0.00,",
      // Two of five pupils with free meals, then one of three, then the only secondary school.
      "free_meals_fifth,1,second,2024-25,first,2,7,1,0,1,5,0,2,1000.00,0.00,1000.00,142.86,1000.00,6721001,0.00,",
      "free_meals_fifth,3,second,2024-25,first,1,3,1,0,0,3,0,0,500.00,0.00,500.00,166.67,500.00,6721002,0.00,",
    ] { #expect(gains.contains("\n\(row)\n"), "\(row)\n\(gains)") }
    let page = try text(folder, "report.html")
    for (english, welsh) in [
      ("By rural area", "Yn ôl ardal wledig"), ("Rural", "Gwledig"), ("Not rural", "Nid gwledig"),
      ("Not known", "Anhysbys"),
    ] {
      let both = "<span lang=\"en\">\(english)</span><span lang=\"cy\">\(welsh)</span>"
      #expect(page.contains(both), "\(english)")
    }
    #expect(!page.contains("Not known of any school"))
  }

  @Test func `what the data never says is said to be missing, not left out`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    let outcome = try Binary.run(["run", "small.yaml", "--quiet", "--out", "o"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let gains = try ResultTable(folder.url.appending(path: "o/gains.csv"))
    let rural = try gains.rows(where: ["by": "rural"])
    #expect(rural.map { $0[1] } == ["not_known"])
    #expect(
      Array(rural[0].dropFirst(2)) == Array(try gains.rows(where: ["by": "all"])[0].dropFirst(2)))
    #expect(
      try text(folder, "report.html").contains(
        "Not known of any school, so without a table: rural."))
  }

  @Test func `one year's protection has its tables, by authority and sector too`() throws {
    let folder = try ProtectionRunTests.folder(
      schools: ProtectionRunTests.schools.replacing(
        "6722003,672,primary", with: "6722003,673,secondary"))
    let outcome = try Binary.run(["run", "one.yaml", "--quiet", "--out", "o"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    // The arithmetic is in `ProtectionRunTests`.
    #expect(
      try text(folder, "protection.csv") == """
        run,year,line,schools,amount,without_baseline
        base,2024-25,floor,1,12330.00,1
        capped,2024-25,floor,1,3330.00,1
        capped,2024-25,cap,2,-3200.00,0

        """)
    let primary = [
      "base,2024-25,floor,1,12330.00,1", "capped,2024-25,floor,1,3330.00,1",
      "capped,2024-25,cap,1,-1300.00,0",
    ]
    let secondary = [
      "base,2024-25,floor,0,0.00,0", "capped,2024-25,floor,0,0.00,0",
      "capped,2024-25,cap,1,-1900.00,0",
    ]
    let both = [primary[0], primary[1], "capped,2024-25,cap,2,-3200.00,0"]
    let expected = [
      ("672,Bridgend,primary", primary), ("672,Bridgend,all", primary),
      ("673,Vale of Glamorgan,secondary", secondary), ("673,Vale of Glamorgan,all", secondary),
      ("wales,All schools given,primary", primary),
      ("wales,All schools given,secondary", secondary),
      ("wales,All schools given,all", both),
    ].flatMap { place, rows in rows.map { "\(place),\($0)" } }
    #expect(
      try text(folder, "protection-authorities.csv").split(separator: "\n").map(String.init)
        == ["authority,authority_name,sector,run,year,line,schools,amount,without_baseline"]
        + expected)
    #expect(!FileManager.default.fileExists(atPath: folder.path("o/transition.csv")))
  }
}
