public import ArgumentParser
public import FundingReports

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Print queries that do inside a database what Cyllido does outside.",
    subcommands: [SQLCountsCommand.self])
}

extension SQLDialect: ExpressibleByArgument {}

struct SQLCountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts",
    abstract: "Print the query that makes counts of pupils alike inside a database or a cluster.",
    discussion: """
      Save its result as CSV with a header: a file of counts, as 'cyllido count' makes it. For example:
        cyllido sql counts --dialect duckdb --from pupils --fields year_group,fsm,fte
      Without --fields the table must have every standard field (see 'cyllido fields').
      """)

  @Option(help: ArgumentHelp("The dialect.", valueName: "duckdb|postgres|spark"))
  var dialect: SQLDialect

  @Option(help: ArgumentHelp("The table of pupils, one row each.", valueName: "table"))
  var from: String

  @Option(
    help: ArgumentHelp(
      "The table's columns to tell pupils apart by, with commas between; without fte a pupil is 1.",
      valueName: "fields"))
  var fields: String?

  // A query has no words, but whoever asks every command for Welsh is not turned away here.
  @OptionGroup(title: "Show") var show: LanguageOption

  func validate() throws {
    guard !from.isEmpty else { throw ValidationError("--from takes the name of a table") }
    guard let names else { return }
    guard !names.contains(where: \.isEmpty) else {
      throw ValidationError("--fields takes names with commas between, not '\(fields ?? "")'")
    }
    for name in ["school", "count"] where names.contains(name) {
      throw ValidationError("--fields takes what tells pupils apart, not '\(name)'")
    }
    guard Set(names).count == names.count else {
      throw ValidationError("--fields names a field twice")
    }
  }

  private var names: [String]? {
    fields?.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.drop { $0 == " " })
    }
  }

  func run() throws {
    let query = CountsQuery(
      dialect: dialect, table: from, fields: names ?? CountsQuery.standardFields + ["fte"])
    Console.show(query.text)
  }
}
