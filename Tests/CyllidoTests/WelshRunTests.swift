import Foundation
import Testing

/// Every command in Welsh: read once word by word, and nothing of it in English.
///
/// `RECORD_MESSAGES=1 swift test --filter WelshRunTests` writes the texts of `welsh/` anew and fails: read
/// them before they are committed.
@Suite struct WelshRunTests {
  private static let golden = Binary.root.appending(path: "Tests/CyllidoTests/welsh")

  @Test(arguments: WelshCommand.all)
  func `a command says in Welsh what was read, and nothing in English`(
    command: WelshCommand
  ) throws {
    let found = try command.text(in: "cy")
    #expect(found.status == command.status, "\(found.text)")
    #expect(!found.text.contains(Binary.root.path), "where the checkout is moves its lines")
    if command.isRead { try compare(found.text, withReadTextOf: command) }
    let welsh = Self.lines(found.text)
    #expect(!welsh.isEmpty)
    // No line is the same as in English, names and figures aside.
    let english = Self.lines(try command.text(in: "en").text)
    let same = Set(english).intersection(welsh).filter { Self.isWords($0, command.names) }
    #expect(same.isEmpty, "\(same.sorted())")
    for line in welsh {
      let words = Set(Self.words(of: line, command.names)).intersection(Self.english)
      #expect(words.isEmpty, "\(line)")
    }
  }

  private func compare(_ text: String, withReadTextOf command: WelshCommand) throws {
    let file = Self.golden.appending(path: command.name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD_MESSAGES"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded; read it, and run again without RECORD_MESSAGES")
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func `every command is among those that are read in Welsh`() {
    let walked = Set(
      WelshCommand.all.compactMap(\.arguments.first) + WelshCommand.wordless)
    #expect(walked == Set(WelshCommand.commands))
  }

  @Test func `a rule that finds English finds it`() {
    #expect(Self.isWords("Written to: o/"))
    #expect(Self.isWords("Total"))
    #expect(!Self.isWords("second  2024-25  £27,751.76"))
    #expect(!Self.isWords("6721002 School Two"))
    #expect(Self.words(of: "10 o'r ysgolion, and more").contains("and"))
  }

  /// Words that are English and not Welsh, of which a sentence in English has one.
  private static let english: Set<String> = [
    "the", "and", "of", "with", "for", "from", "not", "are", "was", "were", "by", "per", "pupils",
    "schools", "pounds", "budget", "share", "year", "total", "estimated", "published", "sum",
  ]

  /// What is the same in both languages, and why.
  private static let same: [(text: String, why: String)] = [
    ("Data", "one word in both languages"),
    ("Sector", "one word in both languages"),
    ("School Two", "a school's name"), ("School Three", "a school's name"),
    ("Ysgol Un", "a school's name"), ("Secret", "a school's name"),
    ("Example High School (made up)", "a school's name"),
    ("Invented Comprehensive (made up)", "a school's name"),
    ("Storybook High School (made up)", "a school's name"),
    ("Ysgol Uwchradd Ffug (made up)", "a school's name"),
    ("first", "a run's name"), ("second", "a run's name"), ("flat", "a run's name"),
    ("small", "a formula's name"), ("powys", "a formula's name"), ("Powys", "an authority's name"),
    ("Bridgend", "a formula's title in the test's data"),
    ("Pot", "a factor's title, one word in both languages"),
    ("basic", "a rate's name"), ("lump", "a rate's name"), ("meals", "a rate's name"),
    ("fsm", "a field's name"), ("heads", "a function's name"), ("pot", "a rate's name"),
    ("By hand, Cyllido", "a source's title in the test's data"),
    ("School Funding (Wales) Regulations 2010", "the title of what was read"),
  ]

  /// Lines as they are compared: what only names a source, or is in English by design, left out.
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var isMistake = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      // A mistake is told in English, with its place, the author's line and notes.
      if line.contains(": error: ") || line.hasPrefix("error: ") {
        isMistake = true
      } else if !line.hasPrefix(" "), !(line.first?.isNumber ?? false) {
        isMistake = false
      }
      if !isMistake { lines.append(line) }
    }
    return lines
  }

  /// The words of a line without names, paths, options and figures.
  private static func words(of line: String, _ names: [String] = []) -> [String] {
    var rest = line
    for known in (names + same.map(\.text)).sorted(by: { $0.count > $1.count }) {
      rest = rest.replacing(known, with: " ")
    }
    let parts = rest.split(whereSeparator: \.isWhitespace).filter { part in
      !part.contains { "/_[]`<".contains($0) } && !part.contains(/\w\.\w/)
        && !part.hasPrefix("--")
    }
    return parts.flatMap { part in
      part.split { !$0.isLetter && $0 != "'" }.map { $0.lowercased() }
    }.filter { $0.count > 1 }
  }

  private static func isWords(_ line: String, _ names: [String] = []) -> Bool {
    !words(of: line, names).isEmpty
  }
}
