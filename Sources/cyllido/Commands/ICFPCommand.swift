import ArgumentParser
import Diagnostics
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

struct ICFPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "icfp",
    abstract: "Work out the measures of integrated curriculum and financial planning.",
    discussion: """
      One row a school: school, and any of pupils, periods_per_cycle, teacher_periods (or periods_R to
      periods_14 and periods_mixed), other_periods, teachers_fte, teacher_cost, support_cost,
      other_cost, expenditure, income; name, authority, sector, language and fsm_pct make its family,
      and may come from --schools. A measure whose figures are not all given is empty, never nought.
      Where a school has fewer than 3 teachers, what tells of their pay is kept back (--suppress).
      With --out: icfp.csv, families.csv, icfp.html and run.json.
      """)

  @Argument(help: ArgumentHelp("The file of staffing.", valueName: "staffing"))
  var staffing: String

  @Option(
    help: ArgumentHelp("Write the tables and the page into this folder.", valueName: "folder"))
  var out: String?

  @Option(
    help: ArgumentHelp("Take what the file leaves blank from these schools.", valueName: "file"))
  var schools: String?

  @Option(
    help: ArgumentHelp(
      "The bands, targets and rule of families; without, scenarios/data/staffing/bands.yaml of the project.",
      valueName: "file"))
  var bands: String?

  @Option(
    help: ArgumentHelp(
      "Count the teachers for this contact ratio instead of the file's.", valueName: "ratio"))
  var targetContact: String?

  @Option(
    help: ArgumentHelp(
      "Keep back what tells of pay at schools with fewer than N teachers, full-time equivalent (0: nowhere). Without it, 3, unless the schools are made up.",
      valueName: "N"))
  var suppress: Int?

  @Option(help: ArgumentHelp("Show every measure of this school.", valueName: "number"))
  var school: Int?

  @Option(
    help: ArgumentHelp("Which outputs to write: csv, html, json.", valueName: "csv,html,json"))
  var format = TableFormats.all

  @Flag(help: "Replace files in the folder even if something else wrote it.")
  var force = false

  @OptionGroup(title: "Show") var show: ShowOptions

  func validate() throws {
    if let suppress, suppress < 0 { throw ValidationError("--suppress takes 0 or more") }
    guard let targetContact else { return }
    guard let ratio = Rational(decimal: targetContact), ratio > .zero, ratio <= .one else {
      throw ValidationError("--target-contact takes a number above 0 and at most 1, such as 0.78")
    }
  }

  func run() throws {
    try Outcome.of(show.language) { files in
      let (result, warnings) = try measures(files)
      if let school, !result.schools.contains(where: { $0.row.school == school }) {
        throw WorldFailure("\(staffing): no school has the number \(school)")
      }
      for warning in warnings { Console.tell(warning.line(show.language)) }
      var written: [String] = []
      if let out {
        let outputs =
          (format.contains(.csv) ? StaffingTables.files(of: result, language: show.language) : [])
          + (format.contains(.html) ? [page(of: result, files)] : [])
        let record = FolderRecord(
          version: Cyllido.version, title: "icfp", inputs: files.inputs,
          files: outputs.map(\.name))
        try OutputFolder.write(files: outputs + [record.file()], to: out, force: force)
        written = outputs.map(\.name) + [RunRecord.fileName]
      }
      if show.json {
        Console.show(StaffingTables.json(of: result).rendered())
      } else if !show.quiet {
        Console.show(StaffingText(result, language: show.language).text(school: school))
        if let out {
          Console.show(
            "\n\(ConsoleWords.written[show.language]): \(out)/ (\(written.joined(separator: ", ")))\n"
          )
        }
      }
    }
  }
}

extension ICFPCommand {
  private func measures(
    _ files: InputFiles
  ) throws -> (result: StaffingResult, warnings: [RunWarning]) {
    try StaffingLoader(files: files, near: staffing).measures(
      of: staffing, bands: bands, targetContact: targetContact.flatMap { Rational(decimal: $0) },
      schools: try schools.map { path in
        StaffingLoader.Schools(table: try SchoolsFile(source: files.read(path)).table, name: path)
      }, suppress: suppress)
  }

  private func page(of result: StaffingResult, _ files: InputFiles) -> OutputFile {
    let given = [
      ("--schools", schools), ("--bands", bands), ("--target-contact", targetContact),
      ("--suppress", suppress.map(String.init)), ("--out", "FOLDER"),
    ].flatMap { name, value in value.map { [name, $0] } ?? [] }
    return StaffingPage(
      result, language: show.language,
      provenance: PageProvenance(
        version: Cyllido.version, inputs: files.inputs,
        command: ["icfp", staffing] + given + show.words)
    ).file()
  }
}

/// The kinds of output that a command of tables and a page writes.
struct TableFormats: ExpressibleByArgument {
  enum Format: String, CaseIterable { case csv, html, json }

  private let formats: [Format]

  static let all = TableFormats(formats: Format.allCases)

  private init(formats: [Format]) { self.formats = formats }

  /// Reads `csv,html`; nil for an unknown kind or none.
  init?(argument: String) {
    let formats = argument.split(separator: ",").map { Format(rawValue: String($0)) }
    guard !formats.isEmpty, formats.allSatisfy({ $0 != nil }) else { return nil }
    self.formats = formats.compactMap { $0 }
  }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }

  func contains(_ format: Format) -> Bool { formats.contains(format) }
}
