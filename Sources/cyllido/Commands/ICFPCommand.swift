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

  @Option(help: ArgumentHelp("Show every measure of this school.", valueName: "number"))
  var school: Int?

  @Option(
    help: ArgumentHelp("Which outputs to write: csv, html, json.", valueName: "csv,html,json"))
  var format = TableFormats.all

  @Flag(help: "Replace files in the folder even if something else wrote it.")
  var force = false

  @OptionGroup(title: "Show") var show: ShowOptions

  func validate() throws {
    guard let targetContact else { return }
    guard let ratio = Rational(decimal: targetContact), ratio > .zero, ratio <= .one else {
      throw ValidationError("--target-contact takes a number above 0 and at most 1, such as 0.78")
    }
  }

  func run() throws {
    try Outcome.of(show.language) { files in
      let result = StaffingAnalysis.result(of: try rows(files), bands: try heldAgainst(files))
      if let school, !result.schools.contains(where: { $0.row.school == school }) {
        throw WorldFailure("\(staffing): no school has the number \(school)")
      }
      var written: [String] = []
      if let out {
        let outputs =
          (format.contains(.csv) ? StaffingTables.files(of: result, language: show.language) : [])
          + (format.contains(.html) ? [StaffingPage(result).file(show.language)] : [])
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

  /// The schools, completed from the schools file where one is given.
  private func rows(_ files: InputFiles) throws -> [StaffingRow] {
    let rows = try StaffingFile(source: try files.read(staffing)).rows
    guard let schools else { return rows }
    let (completed, disagreeing) = StaffingAnalysis.completed(
      rows, from: try SchoolsFile(source: try files.read(schools)).table)
    if !disagreeing.isEmpty {
      let warning = RunWarning.staffingDiffers(
        staffing: staffing, schools: schools, numbers: disagreeing)
      Console.tell(warning.line(show.language))
    }
    return completed
  }

  /// What the measures are held against.
  private func heldAgainst(_ files: InputFiles) throws -> StaffingBands {
    let path = try bands ?? ProjectFolders(near: staffing).staffing("bands.yaml", for: "--bands")
    var bands = try StaffingBandsFile(source: try files.read(path)).bands
    if let ratio = targetContact.flatMap({ Rational(decimal: $0) }) {
      bands.contactRatio = StaffingTarget(value: ratio, source: nil, isEstimate: false)
    }
    return bands
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

extension ProjectFolders {
  /// A file of the project's folder `staffing`.
  ///
  /// - Throws: `WorldFailure` where there is none, naming the option that gives another.
  func staffing(_ name: String, for option: String) throws(WorldFailure) -> String {
    for folder in folders(named: "scenarios/data/staffing") {
      let path = ProjectFolders.shown(folder + "/" + name)
      if (try? SourceFile(reading: path)) != nil { return path }
    }
    throw WorldFailure(
      "scenarios/data/staffing/\(name) is not to be found; run cyllido in its own folder, or give \(option)"
    )
  }
}
