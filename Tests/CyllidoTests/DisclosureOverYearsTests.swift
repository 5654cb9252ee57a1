import Foundation
import Testing

/// Figures of few pupils over years, from outside.
@Suite struct DisclosureOverYearsTests {
  /// Two schools, the first with 6 pupils on free meals, and a formula that pays for them.
  private func folder(_ rest: String, adjustments: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "meals.yaml",
      """
      cyllido: 1
      formula: meals
      authority: any
      year: 2024-25
      title: {en: Meals, cy: Prydau}
      status: illustrative
      sources: {hand: {title: By hand, publisher: Cyllido}}
      rates:
        each: {unit: £/pupil, value: £4000, source: hand}
        meal: {unit: £/pupil, value: £1500, source: hand}
      factors:
        basic:
          title: {en: Basic, cy: Sylfaenol}
          purpose: basic
          regulation: pupil_numbers
          structure: assumed
          each: head
          amount: each
        meals:
          title: {en: Meals, cy: Prydau}
          purpose: deprivation
          regulation: other
          structure: assumed
          each: head
          where: fsm
          amount: meal

      """)
    try folder.write(
      "schools.csv",
      "school,authority,sector,pupils\n6722001,672,primary,100\n6722002,672,primary,300\n"
        + "6722003,672,primary,200\n")
    try folder.write(
      "counts.csv",
      """
      school,year_group,fsm,count
      6722001,3,true,6
      6722001,3,false,94
      6722002,3,true,100
      6722002,3,false,200
      6722003,3,true,100
      6722003,3,false,100

      """)
    try folder.write(
      "small.yaml",
      """
      cyllido: 1
      scenario: small
      title: {en: Small, cy: Bach}
      year: 2024-25
      data: {schools: schools.csv, pupils: counts.csv}
      runs:
        now: {formula: meals.yaml}
        moving: {formula: meals.yaml, set: {meal: £500}\(adjustments)}

      """ + rest)
    return folder
  }

  private func shares(_ folder: TemporaryFolder) throws -> [[String]] {
    let outcome = try Binary.run(
      ["run", "small.yaml", "--suppress", "5", "--out", "o", "--format", "csv"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try ResultTable(folder.url.appending(path: "o/shares.csv"))
    let columns = try ["school", "run", "year", "share"].map { try table.index($0) }
    return table.rows.map { row in columns.map { row[$0] } }
  }

  @Test func `a year in which a group falls below the least number keeps its school back`() throws {
    // 6 pupils × 0.8 = 4.8 and × 0.64 = 3.84: five, then four.
    let rows = try shares(
      folder("years: {through: 2026-27, pupils: {primary: -20%}}\n"))
    #expect(rows.count == 18)
    for row in rows {
      #expect(row[3].isEmpty == (row[0] == "6722001") || row[0] != "6722001", "\(row)")
    }
    #expect(rows.filter { $0[0] == "6722001" }.allSatisfy { $0[3].isEmpty })
    // Of six, with the same pupils in every year, nothing need be kept back.
    let same = try shares(folder("years: {through: 2026-27}\n"))
    #expect(same.allSatisfy { !$0[3].isEmpty })
  }

  @Test func `a floor held against the year before can be looked at too`() throws {
    let rows = try shares(
      folder(
        "years: {through: 2026-27}\n",
        adjustments: ", adjustments: [{floor: {change: -2%, against: previous, first: now}}]"))
    // 100 × £4,000 + 6 × £1,500. The second: 300 × £4,000 + 100 × £1,500 = £1,350,000, × 0.98.
    #expect(rows.first == ["6722001", "now", "2024-25", "409000.00"])
    #expect(rows.contains(["6722002", "moving", "2024-25", "1323000.00"]))
  }
}
