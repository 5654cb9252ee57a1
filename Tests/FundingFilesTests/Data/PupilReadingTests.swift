import Diagnostics
import FundingModel
import Testing

@testable import FundingFiles

/// Blocks of any size on any number of threads must read what one pass over the file reads.
struct PupilReadingTests {
  private func outcome(
    _ text: String, block: Int, threads: Int, aside: RowsAside? = nil, fields: [String]? = nil
  ) throws -> PupilReading.Outcome {
    PupilReading(
      path: "data.csv", schools: try Example.schools(Example.threeSchools),
      taker: aside?.take, fields: fields, threads: threads, blockSize: block,
      rowAtMost: 100_000
    ).outcome(of: .memory(Array(text.utf8)))
  }

  /// Quotes with line breaks, commas and quotes in them, both line ends, long values, a last row
  /// without a line break, and blank lines after it.
  private static let odd: String = {
    var text = "\u{FEFF}ward,school,\"aln\",fsm\r\n"
    let wards = [
      "Amlwch", "\"Amlwch, Port\"", "\"two\nlines\"", "\"the \"\"x\"\" y\"",
      "a ward of a long name",
      "a ward of a name longer than any word of the table", "", "exactly8", "Tŷ",
    ]
    let needs = ["none", "school_action", "\"school_action_plus\"", "la_idp", ""]
    for row in 0..<200 {
      let school = ["6602130", "\"6814000\"", "6602131"][row % 7 % 3]
      text += [wards[row % 9], school, needs[row % 5], ["true", "no", "Y"][row % 11 % 3]]
        .joined(separator: ",")
      text += row % 4 == 0 ? "\r\n" : "\n"
    }
    return text + "last,6602130,none,1\n\n\r\n\n"
  }()

  @Test(arguments: [1, 7, 64, 1_000, 1 << 20], [1, 2, 3, 8])
  func `blocks and threads change nothing`(block: Int, threads: Int) throws {
    let table = try #require(try outcome(Self.odd, block: block, threads: threads).table)
    // Counted apart: each of 200 rows at the school of its place, and the last at 6602130.
    var heads: [Int64] = [1, 0, 0]
    for row in 0..<200 { heads[[0, 2, 1][row % 7 % 3]] += 1 }
    #expect((0..<3).map { table.heads(ofSchool: $0) } == heads)
    #expect(
      Example.heads(table, school: 0, "ward", .category("two\nlines"))
        + Example.heads(table, school: 1, "ward", .category("two\nlines"))
        + Example.heads(table, school: 2, "ward", .category("two\nlines")) == 22)
    let one = try #require(try outcome(Self.odd, block: 1 << 20, threads: 1).table)
    #expect(PupilContents(table) == PupilContents(one))
  }

  private static let flawed: String = {
    var lines = ["school,year_group,ward"]
    for row in 0..<40 { lines.append("6602130,\(row % 11 + 1),w\(row % 3)") }
    lines[3] = "6602130,Y3,w"  // line 4
    lines[10] = "6602130,1,\"a\nb\",more"  // lines 11 and 12
    lines[20] = "9999999,1,w"  // line 22, after the line break in a value
    lines[30] = ""  // line 32
    lines[35] = "6602130,1,w\"x"  // line 37
    lines[40] = "6602130,2,w\u{0}"  // line 42
    return lines.joined(separator: "\n") + "\n"
  }()

  @Test(arguments: [1, 50, 90, 1 << 20], [1, 3])
  func `mistakes keep their lines and columns`(block: Int, threads: Int) throws {
    let outcome = try outcome(Self.flawed, block: block, threads: threads)
    #expect(outcome.table == nil)
    let found = outcome.mistakes.map {
      "\($0.span?.line ?? 0):\($0.span?.column ?? 0) \($0.slug)"
    }
    #expect(
      found == [
        "4:9 unknown-category", "11:1 ragged-row", "22:1 unknown-school", "32:1 blank-row",
        "37:12 stray-quote", "42:12 nul",
      ])
    #expect(outcome.lines[4] == "6602130,Y3,w" && outcome.lines[22] == "9999999,1,w")
  }

  @Test(arguments: [1, 50, 1 << 20], [1, 4])
  func `rows set aside keep their lines and the rest is counted`(block: Int, threads: Int) throws {
    let aside = RowsAside()
    let outcome = try outcome(Self.flawed, block: block, threads: threads, aside: aside)
    #expect(aside.all.map(\.line) == [4, 11, 22, 32, 37, 42])
    #expect(outcome.setAside == 6)
    #expect(try #require(outcome.table).heads(ofSchool: 0) == 34)
  }

  @Test(arguments: [1, 30, 400, 1 << 20], [1, 2, 5])
  func `the first twenty mistakes are told, whichever thread finds them`(
    block: Int, threads: Int
  ) throws {
    let rows = (2...300).map { $0 % 3 == 0 ? "6602130,R\n" : "6602130,Z\($0)\n" }.joined()
    let mistakes = try outcome("school,year_group\n" + rows, block: block, threads: threads)
      .mistakes
    // Lines 2, 4, 5, 7, 8, … : all but every third; the twentieth is 31.
    #expect(mistakes.map { $0.span?.line } == (2...31).filter { $0 % 3 != 0 })
    #expect(mistakes.last?.notes.contains(DataMistake.stoppedNote) == true)
  }

  @Test(arguments: [1, 3])
  func `a column of too many values over all threads is a mistake`(threads: Int) throws {
    let rows = (0..<1_001).map { "6602130,v\($0)\n" }.joined()
    let outcome = try outcome("school,upn\n" + rows, block: 64, threads: threads)
    #expect(outcome.mistakes.map(\.slug) == ["too-many-values"])
  }

  @Test func `fields that are not asked for are not looked into`() throws {
    let rows = (0..<3_000).map { "\(1_000_000 + $0),6602130,Y\($0),yes\n" }.joined()
    let text = "upn,school,year_group,fsm\n" + rows
    let table = try #require(try outcome(text, block: 999, threads: 2, fields: ["fsm"]).table)
    #expect(table.columns.map(\.field.name) == ["fte", "fsm"])
    #expect(table.counts == [3_000])
    let missing = try outcome(text, block: 999, threads: 2, fields: ["fms"])
    #expect(missing.mistakes.map(\.slug) == ["missing-column"])
  }

  @Test func `many columns of many values are told apart without one number for all`() throws {
    // Nine further columns of ten bits each are more than the 64 bits of a packed key.
    let names = (0..<9).map { "c\($0)" }
    var text = "school," + names.joined(separator: ",") + "\n"
    for row in 0..<500 {
      text += "6602130," + (0..<9).map { "v\((row / 2 + $0) % 100)" }.joined(separator: ",") + "\n"
    }
    let table = try #require(try outcome(text, block: 700, threads: 3).table)
    // 250 pairs of rows, of which those a hundred apart are alike again: 100 distinct pupils.
    #expect(table.distinctCount == 100)
    #expect(table.counts.reduce(0, +) == 500)
    #expect(Set(table.counts) == [4, 6])
  }

  @Test func `a value or a row beyond all measure is refused in a few words`() throws {
    let value = String(repeating: "x", count: 20_000)
    let long = try outcome("school,ward\n6602130,\(value)\n", block: 1_000, threads: 2)
    #expect(long.mistakes.map(\.message) == ["the ward is 20,000 bytes long"])
    #expect(long.mistakes.first?.span?.line == 2)
    #expect(long.lines.isEmpty)
    let row = "school,ward\n6602130,a\n6602130,\"" + String(repeating: value, count: 10)
    let longer = try outcome(row + "\"\n6602130,a\n", block: 1_000, threads: 2)
    #expect(longer.mistakes.map(\.message) == ["the row is longer than 4 MiB"])
    #expect(longer.mistakes.first?.span?.line == 3)
    let header = try outcome(
      "school," + String(repeating: value, count: 10) + "\n6602130,a\n", block: 1_000, threads: 2)
    #expect(header.mistakes.map(\.message) == ["the row is longer than 4 MiB"])
    #expect(header.mistakes.first?.span?.line == 1 && header.lines.isEmpty)
  }

  @Test(arguments: [1, 100])
  func `a file that breaks off in a quoted value is told where the value began`(
    block: Int
  ) throws {
    let text = "school,ward\n6602130,a\n6602130,\"bro\nken\n"
    let mistakes = try outcome(text, block: block, threads: 2).mistakes
    #expect(mistakes.map(\.slug) == ["unclosed-quote"])
    #expect(mistakes.first?.span?.line == 3 && mistakes.first?.span?.column == 9)
  }

  @Test(arguments: [
    "", "\n\n", "school\n", "school\n\n\n", "school\r\n6602130\r", "school\n\n6602130\n",
    "\nschool\n6602130\n", "school,fsm\n6602130,no\n\"6602130\",\"no\"", "school\n6602130\n\"",
    "school,fsm\n6602130,no\r\r\n6602130,no", "school,fsm\n\"6602130\"x,no\n6602130,no\n",
    "school,a\n6602130,\"b\u{0}\n6602130,\"c\nd\"\n",
  ])
  func `small files read alike in blocks of a byte and whole`(text: String) throws {
    let whole = try outcome(text, block: 1 << 20, threads: 1)
    let bytes = try outcome(text, block: 1, threads: 2)
    #expect(whole.mistakes == bytes.mistakes)
    #expect(whole.table.map(PupilContents.init) == bytes.table.map(PupilContents.init))
    #expect(whole.table == nil ? !whole.mistakes.isEmpty : whole.mistakes.isEmpty)
  }
}
