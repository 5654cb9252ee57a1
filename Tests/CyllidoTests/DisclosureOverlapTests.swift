import Foundation
import Testing

/// Numbers of few pupils that no line rests on, but that lines tell together, from outside.
@Suite struct DisclosureOverlapTests {
  /// Two schools of 100: in the first 20 have free meals, 10 are looked after, 1 is both and 2 more are
  /// protected; in the second 20, 10, 6 and 8.
  private static let counts = """
    school,year_group,fsm,fsm_protected,looked_after,count
    6722001,3,true,false,true,1
    6722001,3,true,false,false,19
    6722001,3,false,true,false,2
    6722001,3,false,false,true,9
    6722001,3,false,false,false,69
    6722002,3,true,false,true,6
    6722002,3,true,false,false,14
    6722002,3,false,true,false,8
    6722002,3,false,false,true,4
    6722002,3,false,false,false,68
    6722003,3,true,false,false,40
    6722003,3,false,false,false,50

    """

  private func folder(_ factors: [(name: String, each: String, rest: String)]) throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write("counts.csv", Self.counts)
    try folder.write(
      "schools.csv",
      "school,authority,sector,pupils\n6722001,672,primary,100\n6722002,672,primary,100\n"
        + "6722003,672,primary,90\n")
    func formula(_ name: String, _ factors: [(name: String, each: String, rest: String)]) throws {
      try folder.write(
        name + ".yaml",
        """
        cyllido: 1
        formula: \(name)
        authority: any
        year: 2024-25
        title: {en: \(name), cy: \(name)}
        status: illustrative
        sources: {hand: {title: By hand, publisher: Cyllido}}
        rates:
          basic: {unit: £/pupil, value: £4000, source: hand}
          some: {unit: £/pupil, value: £1000, source: hand}
        factors:

        """
          + ([("basic", "pupil", "amount: basic")] + factors).map { factor in
            """
              \(factor.0):
                title: {en: \(factor.0), cy: \(factor.0)}
                purpose: other
                regulation: other
                structure: assumed
                each: \(factor.1)
                \(factor.2)

            """
          }.joined())
    }
    try formula("lines", factors)
    try formula("fewer", [("meals", "head", "{where: fsm, amount: some}")].map(Self.spread))
    try formula(
      "more", [("meals", "head", "{where: fsm or fsm_protected, amount: some}")].map(Self.spread))
    func scenario(_ name: String, _ runs: [String]) throws {
      try folder.write(
        name + ".yaml",
        """
        cyllido: 1
        scenario: \(name)
        title: {en: Some, cy: Rhai}
        year: 2024-25
        data: {schools: schools.csv, pupils: counts.csv}
        runs:
        \(runs.map { "  \($0): {formula: \($0).yaml}" }.joined(separator: "\n"))

        """)
    }
    try scenario("alone", ["lines"])
    try scenario("both", ["fewer", "more"])
    return folder
  }

  /// `{where: …, amount: …}` as two keys.
  private static func spread(
    _ factor: (name: String, each: String, rest: String)
  ) -> (name: String, each: String, rest: String) {
    let parts = factor.rest.dropFirst().dropLast().split(separator: ", amount: ")
    return (factor.name, factor.each, "\(parts[0])\n    amount: \(parts[1])")
  }

  /// What is shown of a school: its shares, then its lines but the first, blank for kept back.
  private func shown(
    _ school: String, of scenario: String, in folder: TemporaryFolder, suppress: Int
  ) throws -> (shares: [String], lines: [String]) {
    let outcome = try Binary.run(
      ["run", scenario + ".yaml", "--suppress", "\(suppress)", "--out", "o", "--format", "csv"],
      in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let shares = try ResultTable(folder.url.appending(path: "o/shares.csv"))
    let factors = try ResultTable(folder.url.appending(path: "o/factors.csv"))
    return (
      try shares.rows(where: ["school": school]).map { $0[try shares.index("share")] },
      try factors.rows(where: ["school": school])
        .filter { $0[try factors.index("factor")] != "basic" }
        .map { $0[try factors.index("amount")] }
    )
  }

  @Test func `two runs that pay one child apart are not both shown`() throws {
    let folder = try folder([])
    // Whole: £20,000 and £22,000, so two children are protected.
    #expect(
      try shown("6722001", of: "both", in: folder, suppress: 0).lines == ["20000.00", "22000.00"])
    let kept = try shown("6722001", of: "both", in: folder, suppress: 5)
    #expect(kept.lines == ["", ""] && kept.shares == ["", ""])
    // Eight of the second school are no few.
    #expect(
      try shown("6722002", of: "both", in: folder, suppress: 5).lines == ["20000.00", "28000.00"])
  }

  @Test func `three lines that give those who are in two are not all shown`() throws {
    let folder = try folder(
      [
        ("meals", "head", "{where: fsm, amount: some}"),
        ("care", "head", "{where: looked_after, amount: some}"),
        ("either", "head", "{where: fsm or looked_after, amount: some}"),
      ].map(Self.spread))
    // Whole: 20 + 10 − 29 = 1.
    let whole = try shown("6722001", of: "alone", in: folder, suppress: 0)
    #expect(whole.lines == ["20000.00", "10000.00", "29000.00"])
    let kept = try shown("6722001", of: "alone", in: folder, suppress: 5)
    #expect(kept.lines.count(where: \.isEmpty) > (kept.shares == [""] ? 0 : 1))
    // 20 + 10 − 24 = 6 are no few; those with care and no meals are 4.
    let other = try shown("6722002", of: "alone", in: folder, suppress: 5)
    #expect(other.lines.contains(""))
    let third = try shown("6722003", of: "alone", in: folder, suppress: 5)
    #expect(third.lines == ["40000.00", "0.00", "40000.00"])
  }

  @Test(arguments: [
    "some * share(heads(fsm_protected), heads)", "some * taper(heads(fsm_protected), 6, 1)",
    "some * mean(if(fsm_protected, 1, 0))",
  ]) func `an amount for each pupil that counts few is not shown`(amount: String) throws {
    let folder = try folder([("concentration", "head", "amount: \(amount)")])
    let whole = try shown("6722001", of: "alone", in: folder, suppress: 0)
    #expect(whole.lines.allSatisfy { !$0.isEmpty })
    let kept = try shown("6722001", of: "alone", in: folder, suppress: 5)
    #expect(kept.lines == [""] && kept.shares == [""])
  }
}
