import Foundation
import Testing

/// England's rule that a cap takes no more than the guarantee gives, on six schools by hand.
///
/// Each school has a lump sum of £100,000, left out on both sides, and £4,000 a pupil.
///
///     school   pupils   now      last year  floor at +0%              cap at +2%
///     6722001  100      400,000  410,000    10,000.00
///     6722002  50       200,000  202,500.05  2,500.05
///     6722003  60       240,000  222,000               240,000 − 226,440 = 13,560.00
///     6722004  60       240,000  222,000                                   13,560.00
///     6722005  20       80,000   74,000                 80,000 −  75,480 =  4,520.00
///     6722006  10       40,000   new
///                                           12,500.05                      31,640.00
///
/// 13,560 ÷ 31,640 = 3/7 and 4,520 ÷ 31,640 = 1/7. Of 1,250,005p that is 535,716 3/7p twice and
/// 178,572 1/7p; rounded down they come to 1,250,004p, and the penny goes to the lower number of
/// the two with 3/7.
@Suite struct CapTotalRunTests {
  static let formula = ProtectionRunTests.formula.replacing(
    "  - floor: {change: -1.5%, against: previous, leaving_out: [lump_sum]}",
    with: """
        - floor: {change: 0%, against: previous, leaving_out: lump_sum}
        - cap: {change: 2%, scale: 100%, against: previous, leaving_out: lump_sum, total: given}
      """)
  static let schools = """
    school,authority,sector,pupils,previous_share,previous_pupils,previous_lump_sum
    6722001,672,primary,100,510000,100,100000
    6722002,672,primary,50,302500.05,50,100000
    6722003,672,primary,60,322000,60,100000
    6722004,672,primary,60,322000,60,100000
    6722005,672,primary,20,174000,20,100000
    6722006,672,primary,10,,,

    """

  static func folder(_ runs: String, formula: String = formula) throws -> TemporaryFolder {
    let folder = try ProtectionRunTests.folder(formula: formula, schools: schools, runs: runs)
    try folder.write(
      "counts.csv",
      "school,year_group,count\n6722001,3,100\n6722002,3,50\n6722003,3,60\n6722004,3,60\n"
        + "6722005,3,20\n6722006,3,10\n")
    return folder
  }

  private func lines(_ folder: TemporaryFolder, _ run: String, _ line: String) throws
    -> [String]
  {
    let factors = try ResultTable(folder.url.appending(path: "out/factors.csv"))
    let amount = try factors.index("amount")
    return try factors.rows(where: ["run": run, "factor": line]).map { $0[amount] }
  }

  @Test func `a cap takes what the floor gives, to the penny, or less as it is`() throws {
    let folder = try Self.folder(
      """
        base: {formula: plain.yaml}
        mild: {from: base, set: {cap.change: 7%}}

      """)
    let outcome = try Binary.run(["run", folder.path("one.yaml"), "--out", folder.path("out")])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let given = ["10000.00", "2500.05", "0.00", "0.00", "0.00", "0.00"]
    #expect(try lines(folder, "base", "floor") == given)
    #expect(
      try lines(folder, "base", "cap") == [
        "0.00", "0.00", "-5357.17", "-5357.16", "-1785.72", "0.00",
      ])
    // At +7%: 240,000 − 237,540 = 2,460 twice and 80,000 − 79,180 = 820, less than is given.
    #expect(try lines(folder, "mild", "floor") == given)
    #expect(
      try lines(folder, "mild", "cap") == [
        "0.00", "0.00", "-2460.00", "-2460.00", "-820.00", "0.00",
      ])
    #expect(outcome.output.contains("2024-25  Floor             2     +£12,500.05\n"))
    #expect(outcome.output.contains("2024-25  Cap               3     -£12,500.05\n"))
    #expect(outcome.output.contains("2024-25  Cap               3      -£5,740.00\n"))
  }

  @Test func `explain tells what is taken and given in all, in both languages`() throws {
    let folder = try Self.folder("  base: {formula: plain.yaml}\n")
    let arguments = ["explain", folder.path("one.yaml"), "--school", "6722004"]
    func squeezed(_ more: [String]) throws -> [String] {
      let outcome = try Binary.run(arguments + more)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output.split(separator: "\n").map {
        $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      }
    }
    let english = try squeezed([])
    for line in [
      "Would be taken from this school £13,560.00",
      "Would be taken from all schools £31,640.00",
      "Floors give all schools: no more may be taken £12,500.05",
      "Taken -£5,357.16",
    ] { #expect(english.contains(line), "\(line): \(english)") }
    #expect(
      english.contains {
        $0.hasPrefix("This school's part, before pennies left over are shared £5,357.16428")
      },
      "\(english)")
    let welsh = try squeezed(["--language", "cy"])
    for line in [
      "Byddid yn cymryd oddi wrth yr ysgol hon £13,560.00",
      "Byddid yn cymryd oddi wrth bob ysgol £31,640.00",
      "Mae lloriau'n rhoi i bob ysgol: ni cheir cymryd mwy £12,500.05",
    ] { #expect(welsh.contains(line), "\(line): \(welsh)") }
    #expect(!welsh.contains { $0.contains("taken") })
    let data = Data(try Binary.run(arguments + ["--json"]).output.utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    let last = try #require((json[0]["lines"] as? [[String: Any]])?.last)
    let walk = try #require(last["walk"] as? [[String: Any]])
    #expect(
      walk.suffix(5).map { $0["step"] as? String } == [
        "would_take", "would_take_in_all", "given_in_all", "scaled_to_total", "taken",
      ])
    #expect(last["amount"] as? Double == -5357.16)
  }

  @Test func `a solve works with it, and threads change nothing`() throws {
    // £300 less of a lump sum, six times, is £1,800: £6 for each of 300 pupils. The floor then gives
    // less and the cap would take more, so the two still even out: £4,006 is 4,000 × 1.0015.
    let folder = try Self.folder(
      """
        base: {formula: plain.yaml}
        spread: {from: base, set: {lump: £99700}, solve: {total: base, by: basic}}

      """)
    for threads in ["1", "3"] {
      let outcome = try Binary.run([
        "run", folder.path("one.yaml"), "--out", folder.path("out\(threads)"), "--threads",
        threads,
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("basic × 1.0015"), "\(outcome.output)")
    }
    #expect(try folder.contents(of: "out1") == folder.contents(of: "out3"))
    let shares = try ResultTable(folder.url.appending(path: "out1/shares.csv"))
    let index = try shares.index("share")
    for run in ["base", "spread"] {
      let total = try shares.rows(where: ["run": run]).reduce(0) { $0 + pence($1[index]) }
      // 300 × 4,000 + 6 × 100,000, whatever floors give and caps take.
      #expect(total == 180_000_000)
    }
  }

  @Test func `a run's cap before every floor, or a floor after it, is told at its place`() throws {
    func errors(_ runs: String, formula: String) throws -> String {
      let folder = try Self.folder(runs, formula: formula)
      let outcome = try Binary.run(["run", folder.path("one.yaml"), "--out", folder.path("out")])
      #expect(outcome.status == 1)
      return outcome.errors
    }
    let bare = try #require(Self.formula.split(separator: "adjustments:").first)
    let none = try errors(
      """
        base: {formula: plain.yaml}
        held: {from: base, adjustments: [{cap: {change: 1%, scale: 50%, against: base, total: given}}]}

      """, formula: String(bare))
    #expect(
      none.contains(
        "one.yaml:8:37: error: 'cap': its total is what floors give, and no floor stands before it"),
      "\(none)")
    let after = try errors(
      """
        base: {formula: plain.yaml}
        more: {from: base, adjustments: [{floor: {change: 1%, against: base}}]}

      """, formula: Self.formula)
    #expect(
      after.contains("'cap': its total is what floors give, and 'floor_2' stands after it [total]"),
      "\(after)")
  }
}
