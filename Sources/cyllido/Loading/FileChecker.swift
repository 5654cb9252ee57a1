import Diagnostics
import Foundation
import FundingBatch
import FundingEngine
import FundingFiles
import FundingModel

/// Checks files of any kind, collecting every mistake.
struct FileChecker {
  let files: InputFiles
  let census: Census?
  /// The year whose rules formulae are held against; nil for each formula's own.
  let year: FundingYear?
  private(set) var findings: [String] = []
  private(set) var mistakes: [Diagnostic] = []
  /// The schools of the first schools file that was checked.
  private var schools: SchoolTable?
  /// The formulae that were held against rules.
  private(set) var rules: [FormulaRules] = []

  init(files: InputFiles, census: Census?, year: FundingYear? = nil) {
    self.files = files
    self.census = census
    self.year = year
  }

  private var fields: FieldCatalogue {
    census.map { FieldCatalogue.standard.adding(columnsOf: $0) } ?? .standard
  }

  /// Checks a file.
  ///
  /// - Throws: `WorldFailure` where it can't be read, or is of no kind that can be checked.
  mutating func check(_ path: String) throws {
    let source = try files.read(path)
    do {
      findings.append("\(path): \(try finding(in: source))")
    } catch let error as Mistakes {
      mistakes += error.diagnostics
    }
  }

  private mutating func finding(in source: SourceFile) throws -> String {
    switch try FileKind(of: source) {
    case .formula:
      let formula = try FormulaFile(source: source, fields: fields).formula
      return "ok, a formula of \(count(formula.factors.count, "factor")) and "
        + count(formula.rates.count, "rate") + (try regulation(of: formula))
    case .cases:
      return try worked(CasesRun(files: files, fields: fields).run(source))
    case .scenario:
      let scenario = try ScenarioFile(source: source).scenario
      try checkFormulas(of: scenario)
      return "ok, a scenario of \(count(scenario.runs.count, "run"))"
    case .schools:
      let table = try SchoolsFile(source: source).table
      schools = schools ?? table
      return "ok, \(count(table.count, "school"))"
    case .pupils:
      guard let schools = census?.schools ?? schools else {
        throw WorldFailure(
          "\(source.path): pupils are checked against their schools; "
            + "name the schools' file before it, or give --schools")
      }
      let table = try PupilsFile(source: source, schools: schools).table
      return "ok, \(count(Int(table.counts.reduce(0, +)), "pupil"))"
    case .authorities:
      return "ok, \(count(try AuthoritiesFile(source: source).lines.count, "line")) of spending"
    }
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private mutating func worked(_ outcome: CasesRun.Outcome) -> String {
    mistakes += outcome.mistakes
    let failed = outcome.failed == 0 ? "" : ", \(outcome.failed) not as expected"
    return "\(outcome.failed == 0 ? "ok, " : "")\(count(outcome.cases, "worked case"))\(failed)"
  }

  /// Every formula that a scenario's runs name must be there and be right.
  private func checkFormulas(of scenario: Scenario) throws {
    let library = FormulaLibrary(ProjectFolders(near: scenario.path))
    var formulas: [String: Formula] = [:]
    for run in scenario.runs {
      guard case .named(let name, let place) = run.formula else { continue }
      let path = try library.path(of: name, relativeTo: scenario.path, writtenAt: place)
      formulas[run.name] = try FormulaFile(source: try files.read(path), fields: fields).formula
    }
    let lacking = scenario.leftOutFactors(lackingIn: formulas)
    guard lacking.isEmpty else {
      throw Mistakes(ScenarioFailure.leftOutFactors(lacking).diagnostics(scenario: scenario.path))
    }
  }

  /// Holds a formula against its rules, where schools or a year are given.
  ///
  /// - Returns: regulation 23 in a line, where it is one of them.
  private mutating func regulation(of formula: Formula) throws -> String {
    guard census != nil || year != nil else { return "" }
    let found = try Outcome.inWords(of: formula.path) { () throws(ScenarioFailure) in
      try FormulaRules.of(formula, census: census, year: year)
    }
    rules.append(found)
    guard census != nil, let pupilLed = found.readings.first(where: { $0.rule.check == .pupilLed }),
      case .pupilLed(let reading) = pupilLed.finding
    else { return "" }
    guard let reading, let share = reading.share, let isMet = reading.isMet,
      let percent = try? share.multiplied(by: Rational(100)),
      let counted = try? reading.counted.roundedToPenny()
    else { return "; regulation 23: it funds no school here but special ones" }
    return """
      ; regulation 23: pupils lead \(percent.decimal(places: 2, atLeast: 2))% \
      (£\(counted) of £\(reading.allocated), \(count(reading.schools, "school"))), \
      \(isMet ? "at least" : "BELOW") 70% (an arithmetic reading)
      """
  }
}

/// What kind of file something is, by what it begins with.
enum FileKind {
  case formula, cases, scenario, schools, pupils, authorities

  /// Tells a kind by its keys or columns.
  ///
  /// - Throws: `Mistakes` for text that is not UTF-8, `WorldFailure` for no kind that is known.
  init(of source: SourceFile) throws {
    let text = try source.text()
    if source.path.hasSuffix(".csv") {
      let header = text.prefix { $0 != "\n" && $0 != "\r\n" }.split(separator: ",")
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" ")) }
      if header.contains("line"), header.contains("amount") {
        self = .authorities
      } else if header.contains("sector") {
        self = .schools
      } else {
        self = .pupils
      }
      return
    }
    let keys = text.split(whereSeparator: \.isNewline).compactMap { line in
      line.first?.isLetter == true ? line.prefix { $0 != ":" } : nil
    }
    if keys.contains("cases") {
      self = .cases
    } else if keys.contains("scenario") || keys.contains("runs") {
      self = .scenario
    } else {
      self = .formula
    }
  }
}
