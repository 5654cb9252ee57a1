import ArgumentParser
import Foundation
import Testing

@testable import cyllido

/// A command that is run in Welsh and in English on small data, and what its Welsh must not hold.
struct WelshCommand: Sendable, CustomTestStringConvertible {
  /// What its golden text is called; it begins with the command.
  let name: String
  let arguments: [String]
  /// What lies in its folder.
  var data = Data.small
  /// Commands that are run before it.
  var before: [[String]] = []
  /// A file it writes that is shown too.
  var file: String?
  /// The headings of a part that only lists sources, under the titles they were published with.
  var sources: (english: String, welsh: String)?
  /// Names that it alone has, the same in both languages.
  var names: [String] = []
  /// Its exit status.
  var status: Int32 = 0

  var testDescription: String { name }

  /// Whether its text was read word by word, and not only held against the English.
  var isRead = true

  /// The small data of a folder.
  enum Data: Sendable { case small, fitting, costs, years }

  /// Runs it in a folder of its own.
  ///
  /// Its files are all in that folder: a path of this checkout would be as long as the machine
  /// has it, and break the lines elsewhere.
  ///
  /// - Parameter language: The language, as the command line writes it.
  /// - Returns: Its results, messages and file, one after the other, without digests and parts that
  ///   list sources.
  /// - Throws: What keeps the program from being run.
  func text(in language: String) throws -> (status: Int32, text: String) {
    let folder = try folder()
    for arguments in before {
      _ = try Binary.run(arguments + ["--language", language], in: folder.url)
    }
    let outcome = try Binary.run(arguments + ["--language", language], in: folder.url)
    var text = outcome.output + outcome.errors
    if let file {
      text += try String(contentsOf: folder.url.appending(path: file), encoding: .utf8)
    }
    text = text.replacing(/[0-9a-f]{12,64}/, with: "0123…")
    if let sources {
      text = text.components(separatedBy: "\n\n").filter {
        !$0.hasPrefix(sources.english + "\n") && !$0.hasPrefix(sources.welsh + "\n")
      }.joined(separator: "\n\n")
    }
    return (outcome.status, text)
  }

  private func folder() throws -> TemporaryFolder {
    switch data {
    case .small:
      let folder = try TemporaryFolder()
      try SmallData.write(to: folder)
      try folder.write("broken.csv", SmallData.pupils + "6721001,3\n")
      try folder.write(
        "stated.csv", SmallData.schools.replacing("primary,5,", with: "primary,6,"))
      try folder.write("wrong.yaml", SmallData.scenario.replacing("formulas/small", with: "none"))
      try folder.write("much.yaml", Self.much)
      try folder.write("bad.yaml", SmallData.formula.replacing("where: fsm", with: "where: fms"))
      try folder.write("lines.csv", Self.lines)
      try folder.write("staffing.csv", try Self.shipped("made-up-schools.csv"))
      return folder
    case .fitting:
      let folder = try TemporaryFolder()
      try FittingAllTests.write(to: folder)
      return folder
    case .costs:
      let folder = try AdequacyRunTests().folder()
      try folder.write("adequacy.yaml", try Self.shipped("adequacy.yaml"))
      return folder
    case .years: return try YearsRunTests.folder()
    }
  }

  /// A file of staffing that the project ships.
  private static func shipped(_ name: String) throws -> String {
    try String(
      contentsOf: Binary.root.appending(path: "scenarios/data/staffing/" + name), encoding: .utf8)
  }

  /// A scenario of everything that the small one has not.
  private static let much = """
    cyllido: 1
    scenario: much
    title: {en: Much, cy: Llawer}
    year: 2024-25
    data: {schools: schools.csv, pupils: pupils.csv}
    runs:
      first: {formula: formulas/small.yaml}
      second:
        formula: formulas/small.yaml
        set: {lump: ×0.8, basic: +10%}
        adjustments:
          - floor: {change: -2%, against: first}
          - cap: {change: 1%, scale: 50%, against: first}
          - extra: {title: {en: More, cy: Rhagor}, total: £1000, shared_by: first}
      searched:
        formula: formulas/small.yaml
        solve:
          total: first
          by: [basic, lump]
          minimise: gini
          bounds: {basic: 0.8..1.2, lump: 0.5..1.5}
      grouped:
        formula: formulas/small.yaml
        solve: {per_pupil: £3000, group: {sector: primary}, by: basic}
    compare: {baseline: first, with: [second, searched]}
    sweep:
      first.meals: [£100, £200]
    uncertain:
      draws: 20
      seed: 3
      first.meals: "normal(£333.33, £20)"

    """

  /// Lines of spending that leave much unsaid, and some that can't be.
  private static let lines = """
    authority,sector,year,line,amount,status,source
    672,,2024-25,retained.all,-5,published,By hand
    672,,2024-25,buyback.mandatory.pay,900000,estimate,By hand
    672,special,2024-25,unallocated,7,published,By hand
    660,,2024-25,devolved.grants,7,published,By hand

    """

  private static let benchmark = [
    // The title of the benchmark's source, as it was read, over two lines.
    "Delegated school budgets per pupil, Wales, 2024-25, as quoted by ASCL Cymru (Welsh",
    "Government).",
  ]

  static let all = [
    WelshCommand(
      name: "run", arguments: ["run", "small.yaml", "--out", "o"],
      names: benchmark),
    WelshCommand(
      name: "run-much", arguments: ["run", "much.yaml", "--out", "o"],
      names: benchmark + ["searched", "grouped", "primary"], isRead: false),
    WelshCommand(
      name: "run-years", arguments: ["run", "one.yaml", "--out", "o"], data: .years,
      names: benchmark + ["flat", "now", "moving"], isRead: false),
    WelshCommand(
      name: "run-differences",
      arguments: [
        "run", "small.yaml", "--out", "o", "--quiet", "--schools", "stated.csv", "--pupils",
        "broken.csv", "--quarantine", "bad-rows.csv",
      ]),
    WelshCommand(
      name: "run-lines",
      arguments: ["run", "small.yaml", "--authorities", "lines.csv", "--out", "o"],
      names: benchmark),
    WelshCommand(
      name: "run-several",
      arguments: ["run", "small.yaml", "wrong.yaml", "--out", "o", "--quiet"],
      status: 1),
    WelshCommand(
      name: "explain", arguments: ["explain", "small.yaml", "--school", "6721002"]),
    WelshCommand(
      name: "explain-much",
      arguments: ["explain", "much.yaml", "--school", "6721001", "--run", "second"],
      names: ["searched", "grouped"], isRead: false),
    WelshCommand(
      name: "explain-years",
      arguments: ["explain", "one.yaml", "--school", "6722002", "--year", "2026-27"], data: .years,
      names: ["flat", "now", "moving", "By hand"], isRead: false),
    WelshCommand(
      name: "check",
      arguments: [
        "check", "small.yaml", "formulas/small.yaml", "schools.csv", "pupils.csv", "staffing.csv",
        "--schools", "schools.csv", "--pupils", "pupils.csv",
      ]),
    WelshCommand(name: "check-mistake", arguments: ["check", "bad.yaml"], status: 1),
    WelshCommand(name: "fit", arguments: fit("in/powys.yaml"), data: .fitting),
    WelshCommand(
      name: "fit-all",
      arguments: fit("--all", "in", "--toward", "wales") + ["--report", "report.md"],
      data: .fitting, file: "report.md"),
    WelshCommand(
      name: "generate", arguments: ["generate", "--pupils", "300", "--seed", "7", "--out", "o"]),
    WelshCommand(
      name: "count",
      arguments: [
        "count", "broken.csv", "--schools", "schools.csv", "--out", "c.csv", "--quarantine",
        "bad-rows.csv",
      ]),
    WelshCommand(
      name: "icfp", arguments: ["icfp", "staffing.csv", "--school", "6704901", "--out", "o"],
      sources: ("Ranges and targets", "Ystodau a thargedau")),
    WelshCommand(
      name: "adequacy",
      arguments: ["adequacy", "small.yaml", "--assumptions", "adequacy.yaml", "--out", "o"],
      data: .costs,
      sources: ("Assumptions", "Tybiaethau")),
    WelshCommand(
      name: "compare", arguments: ["compare", "a", "b", "--out", "d.csv"],
      before: [
        ["run", "small.yaml", "--out", "a", "--quiet"],
        ["run", "small.yaml", "--out", "b", "--quiet", "--set", "first.meals=+£100"],
      ]),
    WelshCommand(name: "formulas", arguments: ["formulas"]),
    WelshCommand(name: "formulas-compare", arguments: ["formulas", "--compare", "--out", "o"]),
    WelshCommand(
      name: "fields", arguments: ["fields"],
      names: ["none", "statemented", "special]", "share(", "pupils ", "pupils(", "sum("]),
  ]

  private static func fit(_ arguments: String...) -> [String] {
    ["fit"] + arguments + ["--schools", "schools.csv", "--out", "o"]
  }

  /// Commands without words of their own: a query is the same in both languages.
  static let wordless = ["sql"]

  /// The names of the program's commands.
  static var commands: [String] {
    Cyllido.configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
