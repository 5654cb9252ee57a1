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
  private(set) var findings: [BilingualText] = []
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
    do {
      let isPupils = try FileKind.isPupils(path)
      let found = try isPupils ? pupils(in: path) : finding(in: files.read(path))
      findings.append(
        BilingualText(en: "\(path): \(found.english)", cy: "\(path): \(found.welsh)"))
    } catch let error as Mistakes {
      mistakes += error.diagnostics
    }
  }

  private mutating func finding(in source: SourceFile) throws -> BilingualText {
    switch try FileKind(of: source) {
    case .formula:
      let formula = try FormulaFile(source: source, fields: fields).formula
      let (factors, rates) = (formula.factors.count, formula.rates.count)
      let rule = try regulation(of: formula)
      return BilingualText(
        en: "ok, a formula of \(count(factors, "factor")) and \(count(rates, "rate"))"
          + rule.english,
        cy: "iawn, fformiwla; ffactorau: \(factors), cyfraddau: \(rates)" + rule.welsh)
    case .cases:
      return try worked(CasesRun(files: files, fields: fields).run(source))
    case .scenario:
      let file = try files.scenario(source)
      let scenario = file.scenario
      let folders = ProjectFolders(near: scenario.path, file.bases)
      try checkFormulas(of: scenario, folders)
      try checkStaffing(of: scenario, folders)
      return BilingualText(
        en: "ok, a scenario of \(count(scenario.runs.count, "run"))",
        cy: "iawn, senario; rhediadau: \(scenario.runs.count)")
    case .schools:
      let table = try SchoolsFile(source: source).table
      schools = schools ?? table
      return BilingualText(
        en: "ok, \(count(table.count, "school"))", cy: "iawn, ysgolion: \(table.count)")
    case .staffing:
      let rows = try StaffingFile(source: source).rows.count
      return BilingualText(
        en: "ok, staffing of \(count(rows, "school"))", cy: "iawn, staffio; ysgolion: \(rows)")
    case .bands:
      let bands = try StaffingBandsFile(source: source).bands.bands.count
      return BilingualText(
        en: "ok, bands of \(count(bands, "measure"))", cy: "iawn, bandiau; mesurau: \(bands)")
    case .authorities:
      let lines = try AuthoritiesFile(source: source).lines.count
      return BilingualText(
        en: "ok, \(count(lines, "line")) of spending", cy: "iawn, llinellau gwariant: \(lines)")
    }
  }

  /// Checks pupils, of any number, as a stream.
  private func pupils(in path: String) throws -> BilingualText {
    guard let schools = census?.schools ?? schools else {
      throw WorldFailure(
        "\(path): pupils are checked against their schools; "
          + "name the schools' file before it, or give --schools")
    }
    let file = try PupilsFile(
      stream: try files.stream(path), schools: schools,
      threads: ProcessInfo.processInfo.activeProcessorCount)
    let pupils = Int(file.table.counts.reduce(0, +))
    return BilingualText(
      en: "ok, \(count(pupils, "pupil"))", cy: "iawn, disgyblion: \(pupils)")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private mutating func worked(_ outcome: CasesRun.Outcome) -> BilingualText {
    mistakes += outcome.mistakes
    let cases = BilingualText(
      en: count(outcome.cases, "worked case"), cy: "achosion a gyfrifwyd: \(outcome.cases)")
    return outcome.failed == 0
      ? BilingualText(en: "ok, \(cases.english)", cy: "iawn, \(cases.welsh)")
      : BilingualText(
        en: "\(cases.english), \(outcome.failed) not as expected",
        cy: "\(cases.welsh), heb fod yn ôl y disgwyl: \(outcome.failed)")
  }

  /// Every formula that a scenario's runs name must be there and be right.
  private func checkFormulas(of scenario: Scenario, _ folders: ProjectFolders) throws {
    let library = FormulaLibrary(folders)
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

  /// What a scenario names for costs and staffing must be there and be right.
  private func checkStaffing(of scenario: Scenario, _ folders: ProjectFolders) throws {
    let paths = CensusLoader(
      files: files, data: DataChoice(), folders: folders, scenario: scenario.path
    ).staffing(of: scenario)
    if let path = paths.assumptions {
      _ = try FormulaFile(source: try files.read(path), fields: fields)
    }
    if let path = paths.staffing { _ = try StaffingFile(source: try files.read(path)) }
    if let path = paths.bands { _ = try StaffingBandsFile(source: try files.read(path)) }
  }

  /// Holds a formula against its rules, where schools or a year are given.
  ///
  /// - Returns: regulation 23 in a line, where it is one of them.
  private mutating func regulation(of formula: Formula) throws -> BilingualText {
    let nothing = BilingualText(en: "", cy: "")
    guard census != nil || year != nil else { return nothing }
    let found = try Outcome.inWords(of: formula.path) { () throws(ScenarioFailure) in
      try FormulaRules.of(formula, census: census, year: year)
    }
    rules.append(found)
    guard census != nil, let pupilLed = found.readings.first(where: { $0.rule.check == .pupilLed }),
      case .pupilLed(let reading) = pupilLed.finding
    else { return nothing }
    guard let reading, let ratio = reading.share, let isMet = reading.isMet,
      let percent = try? ratio.multiplied(by: Rational(100)),
      let counted = try? reading.counted.roundedToPenny()
    else {
      return BilingualText(
        en: "; regulation 23: it funds no school here but special ones",
        cy: "; rheoliad 23: nid yw'n cyllido yma ond ysgolion arbennig")
    }
    let share = percent.decimal(places: 2, atLeast: 2)
    return BilingualText(
      en: "; regulation 23: pupils lead \(share)% (£\(counted) of £\(reading.allocated), "
        + "\(count(reading.schools, "school"))), \(isMet ? "at least" : "BELOW") 70% "
        + "(an arithmetic reading)",
      cy: "; rheoliad 23: dan arweiniad disgyblion \(share)% (£\(counted) o £\(reading.allocated), "
        + "ysgolion: \(reading.schools)), \(isMet ? "o leiaf" : "O DAN") 70% "
        + "(darlleniad rhifyddol)")
  }
}
