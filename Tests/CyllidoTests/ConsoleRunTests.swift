import Foundation
import Testing

/// What happens where words can't be written: the world refused, in one line, never a crash.
@Suite struct ConsoleRunTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    return folder
  }

  @Test(arguments: [
    "run small.yaml --out o", "run small.yaml --out o --json",
    "explain small.yaml --school 6721001", "check small.yaml", "fields", "--help", "--version",
    "run --help",
  ])
  func `a full disk under standard output is status 2 and one line`(command: String) throws {
    let outcome = try Binary.shell("$CYLLIDO \(command) > /dev/full", in: folder())
    #expect(outcome.status == 2)
    #expect(outcome.errors == "error: standard output: the disk is full; free some space\n")
  }

  @Test func `a file of limited size under standard output is status 2 and says so`() throws {
    let outcome = try Binary.shell("ulimit -f 1; $CYLLIDO fields --json > f.json", in: folder())
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "error: standard output: the system allows no file of that size here; raise the limit "
        + "(ulimit -f unlimited)\n")
  }

  @Test func `outputs beyond the limit on files say what to do, and nothing is left`() throws {
    let folder = try folder()
    let outcome = try Binary.shell("ulimit -f 4; $CYLLIDO run small.yaml --out o", in: folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "error: o: the system allows no file of that size here; raise the limit "
        + "(ulimit -f unlimited)\n")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(!left.contains { $0 == "o" || $0.hasPrefix(".") })
  }

  @Test func `a full disk under standard error is status 2`() throws {
    let outcome = try Binary.shell("$CYLLIDO check nowhere.yaml 2> /dev/full", in: folder())
    #expect(outcome.status == 2)
  }

  @Test func `a reader that has enough is no mistake`() throws {
    let outcome = try Binary.shell(
      "$CYLLIDO run small.yaml --out o | head -1; $CYLLIDO fields | true", in: folder())
    #expect(outcome.output.hasPrefix("A small one"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `a slow reader gets everything`() throws {
    let outcome = try Binary.shell(
      "$CYLLIDO fields --json > whole; $CYLLIDO fields --json | (sleep 1; cat) | cmp - whole",
      in: folder())
    #expect(outcome.status == 0 && outcome.output.isEmpty)
  }

  @Test func `a mistake of the command line is still usage`() throws {
    let outcome = try Binary.run(["nosuch"])
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: Unexpected argument 'nosuch'\nUsage: cyllido"))
  }
}
