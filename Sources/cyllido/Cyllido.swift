import ArgumentParser

@main
struct Cyllido: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "cyllido",
    abstract:
      "Simulates school funding formulae in Wales: any formula, every school, to the penny.",
    discussion: """
      Start with:  cyllido run scenarios/one-national-formula.yaml
      Exit status: 0 done; 1 a mistake in a file; 2 no such file, disk full and the like; 64 usage.
      """,
    version: "cyllido \(version)",
    subcommands: [
      RunCommand.self, CheckCommand.self, ExplainCommand.self, FitCommand.self,
      GenerateCommand.self, CountCommand.self, SQLCommand.self, ICFPCommand.self,
      AdequacyCommand.self, CompareCommand.self,
      FormulasCommand.self,
      FieldsCommand.self,
    ])

  /// Does what the command line asks; help and mistakes of the command line go where all words go.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let (status, words) = (exitCode(for: error), fullMessage(for: error))
      if !words.isEmpty {
        if status.isSuccess { Console.show(words + "\n") } else { Console.tell(words + "\n") }
      }
      exit(withError: status)
    }
  }
}
