import FundingFiles
import Testing

/// Each file in `bad/scenario` and what a person is told about it.
struct ScenarioMistakeTests {
  @Test(arguments: try BadFiles.all(in: "scenario", ending: ".yaml"))
  func `a bad scenario is told its mistakes in these words`(name: String) throws {
    let text = try BadFiles.rendered(name, in: "scenario") { source in
      _ = try ScenarioFile(source: source)
    }
    #expect(try text == BadFiles.expected(name, in: "scenario"))
  }

  @Test func `there are bad scenarios of every kind`() throws {
    #expect(try BadFiles.all(in: "scenario", ending: ".yaml").count >= 20)
  }
}
