import Diagnostics
import FundingFiles
import FundingModel
import Testing

/// Each file in `bad/data` and what a person is told about it.
struct DataMistakeTests {
  @Test(arguments: try BadFiles.all(in: "data", ending: ".csv"))
  func `a bad data file is told its mistakes in these words`(name: String) throws {
    let text = try BadFiles.rendered(name, in: "data") { source in
      switch name.prefix(while: { $0 != "-" }) {
      case "schools": _ = try SchoolsFile(source: source)
      case "pupils", "counts":
        _ = try PupilsFile(source: source, schools: Example.schools(Example.threeSchools))
      case "authorities": _ = try AuthoritiesFile(source: source)
      case "shares": _ = try SharesFile(source: source)
      default: Issue.record("no reader for \(name)")
      }
    }
    #expect(try text == BadFiles.expected(name, in: "data"))
  }

  @Test func `there are bad data files of every kind`() throws {
    #expect(try BadFiles.all(in: "data", ending: ".csv").count >= 25)
  }
}
