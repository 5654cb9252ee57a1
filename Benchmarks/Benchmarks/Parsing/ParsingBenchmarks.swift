import Benchmark
import FundingFiles
import FundingModel
import Settings
import Subjects

/// What is measured: files from bytes to checked values.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .usual
  do {
    let formulas = try (["national"] + Authority.all.map(\.slug)).map(Folder.formulaSource)
    let wales = Wales()
    let fields = FieldCatalogue.standard.adding(columnsOf: wales.census)
    let schools = SourceFile(
      path: "schools.csv", bytes: Array(SchoolsFile.text(wales.census.schools).utf8))
    let counts = SourceFile(
      path: "counts.csv",
      bytes: Array(CountsFile.text(wales.census.pupils, of: wales.census.schools).utf8))

    Benchmark("23 formula files") { _ in
      for source in formulas { blackHole(try FormulaFile(source: source, fields: fields).formula) }
    }

    Benchmark("the main scenario file") { _ in
      blackHole(
        try ScenarioFile(
          source: SourceFile(reading: Folder.project + "/scenarios/one-national-formula.yaml")
        ).scenario)
    }

    Benchmark("1,449 schools, CSV") { _ in
      blackHole(try SchoolsFile(source: schools).table)
    }

    Benchmark("counts of all pupils of Wales, CSV, one thread") { _ in
      blackHole(try PupilsFile(source: counts, schools: wales.census.schools).table)
    }
  } catch {
    fatalError("the project's own files can't be read: \(error)")
  }
}
