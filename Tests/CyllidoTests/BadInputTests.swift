import Foundation
import Testing

/// What a user sees who mistypes: a clear, placed answer, the right status, and nothing written.
@Suite struct BadInputTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let from: String
    let to: String
    let says: [String]
    var status: Int32 = 1
    var testDescription: String { name }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      name: "a misspelt field", file: "formulas/small.yaml", from: "where: fsm", to: "where: fsmm",
      says: ["formulas/small.yaml:27:12", "no pupil field is called 'fsmm'", "did you mean 'fsm'?"]),
    Mistake(
      name: "a misspelt rate", file: "formulas/small.yaml", from: "amount: meals",
      to: "amount: meels", says: ["formulas/small.yaml:28:13", "meels", "did you mean 'meals'?"]),
    Mistake(
      name: "a misspelt category", file: "formulas/small.yaml", from: "{primary: £5000",
      to: "{primery: £5000",
      says: ["formulas/small.yaml:11:", "primery", "did you mean 'primary'?"]),
    Mistake(
      name: "a unit error", file: "formulas/small.yaml", from: "amount: meals",
      to: "amount: meals + £5", says: ["formulas/small.yaml:28:", "£/pupil"]),
    Mistake(
      name: "a path that names nothing", file: "small.yaml", from: "basic.7..11",
      to: "basics.7..11",
      says: ["small.yaml:8:", "basics", "did you mean"]),
    Mistake(
      name: "a duplicate school", file: "schools.csv", from: "6721002,School Two",
      to: "6721001,School Two", says: ["schools.csv:3:1", "6721001", "2:1"]),
    Mistake(
      name: "a pupil of an unknown school", file: "pupils.csv", from: "6724003,7",
      to: "6724004,7", says: ["pupils.csv:10:1", "6724004"]),
    Mistake(
      name: "text in a number", file: "schools.csv", from: "primary,5,WM", to: "primary,five,WM",
      says: ["schools.csv:2:", "five"]),
    Mistake(
      name: "a missing column", file: "schools.csv", from: "authority,sector", to: "area,sector",
      says: ["schools.csv:1:", "authority"]),
    Mistake(
      name: "a misspelt column of pupils", file: "pupils.csv", from: "year_group,fsm,",
      to: "year_group,fsmm,",
      says: [
        "formulas/small.yaml:27:12", "have no column 'fsm'",
        "pupils.csv has: year_group, fte, fsmm", "is 'fsmm' the column 'fsm'?",
      ]),
    Mistake(
      name: "an unknown key", file: "small.yaml", from: "year: 2024-25", to: "yeer: 2024-25",
      says: ["small.yaml:4:1", "did you mean 'year'?"]),
    Mistake(
      name: "a category without a rate", file: "pupils.csv", from: "6724003,11,",
      to: "6724003,12,", says: ["formulas/small.yaml:", "12", "6724003"]),
    Mistake(
      name: "pupils that are not as many as stated", file: "schools.csv", from: "primary,5,WM",
      to: "primary,6,WM", says: ["6721001", "6", "5", "--differences allow"]),
  ]

  @Test(arguments: mistakes)
  func `a mistake is placed and nothing is written`(mistake: Mistake) throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    let file = folder.url.appending(path: mistake.file)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(mistake.from))
    try folder.write(
      mistake.file, text.replacing(mistake.from, with: mistake.to, maxReplacements: 1))
    let outcome = try Binary.run(["run", "small.yaml", "--out", "o"], in: folder.url)
    #expect(outcome.status == mistake.status)
    #expect(outcome.output.isEmpty)
    for words in mistake.says { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
    #expect(!FileManager.default.fileExists(atPath: folder.path("o")))
  }

  @Test func `an empty file, another encoding, a folder and no file are told apart`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    try folder.write("empty.csv", "")
    let latin = Data(SmallData.schools.replacing("Ysgol Un", with: "Ysgol ?").utf8)
      .map { $0 == UInt8(ascii: "?") ? 0xE2 : $0 }
    try Data(latin).write(to: folder.url.appending(path: "latin.csv"))
    let ways: [(String, Int32, String)] = [
      ("empty.csv", 1, "empty"), ("latin.csv", 1, "UTF-8"), ("formulas", 2, "folder"),
      ("nowhere.csv", 2, "no such file"),
    ]
    for (path, status, words) in ways {
      let outcome = try Binary.run(
        ["run", "small.yaml", "--schools", path, "--out", "o"], in: folder.url)
      #expect(outcome.status == status)
      #expect(outcome.errors.contains(path) && outcome.errors.contains(words), "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("o")))
    }
  }

  @Test func `a folder that something else wrote is left alone`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    try folder.write("mine/letter.txt", "keep me")
    let refused = try Binary.run(["run", "small.yaml", "--out", "mine"], in: folder.url)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--force"))
    #expect(try folder.contents(of: "mine").keys.sorted() == ["letter.txt"])
    let forced = try Binary.run(["run", "small.yaml", "--out", "mine", "--force"], in: folder.url)
    #expect(forced.status == 0)
    #expect(try folder.contents(of: "mine")["letter.txt"] == Data("keep me".utf8))
  }

  @Test func `bad rows are set aside where that is asked for, and the rest runs`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    try folder.write(
      "pupils.csv", SmallData.pupils.replacing("6721002,R,true,1", with: "6721002,Q,true,1"))
    let arguments = ["run", "small.yaml", "--out", "o"]
    #expect(try Binary.run(arguments, in: folder.url).status == 1)
    let outcome = try Binary.run(arguments + ["--quarantine", "bad.csv"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("1 bad row") && outcome.errors.contains("6721002 (3 stated"))
    let bad = try String(contentsOf: folder.url.appending(path: "bad.csv"), encoding: .utf8)
    #expect(bad.contains("pupils.csv,8,") && bad.contains("\"6721002,Q,true,1\""))
    let record = try String(
      contentsOf: folder.url.appending(path: "o/run.json"), encoding: .utf8)
    #expect(record.contains("1 bad row"))
  }

  @Test func `a wrong command line is usage, and --set tells its own mistakes`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    #expect(try Binary.run(["run"], in: folder.url).status == 64)
    #expect(try Binary.run(["run", "small.yaml", "--treads", "2"], in: folder.url).status == 64)
    let set = try Binary.run(["run", "small.yaml", "--set", "bassic=£1"], in: folder.url)
    #expect(set.status == 1)
    #expect(set.errors.contains("bassic"))
    let run = try Binary.run(["run", "small.yaml", "--set", "frist.basic=x2"], in: folder.url)
    #expect(run.status == 1 && run.errors.contains("did you mean 'first'?"), "\(run.errors)")
    let path = try Binary.run(["run", "smal.yaml"], in: folder.url)
    #expect(path.status == 2 && path.errors.contains("did you mean 'small.yaml'?"))
    let school = try Binary.run(["explain", "small.yaml", "--school", "6721009"], in: folder.url)
    #expect(school.status != 0)
    #expect(school.errors.contains("6721001"))
  }
}
