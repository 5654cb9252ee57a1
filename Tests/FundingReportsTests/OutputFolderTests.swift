import Foundation
import Testing

@testable import FundingReports

@Suite struct OutputFolderTests {
  /// A fresh folder that is removed afterwards.
  private func inFreshFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "cyllido-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func file(_ name: String, _ text: String) -> OutputFile {
    OutputFile(name: name, bytes: Array(text.utf8))
  }

  private func run(_ text: String, also: [String] = ["shares.csv"]) -> [OutputFile] {
    let names = also.map { "\"\($0)\"" }.joined(separator: ", ")
    return [file("run.json", "{\"cyllido\": 1, \"files\": [\(names)]}")]
      + also.map { file($0, text) }
  }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

  @Test func `a folder appears with all its files, and its parents, and nothing beside it`() throws
  {
    try inFreshFolder { folder in
      let out = folder.appending(path: "a/b")
      try OutputFolder.write(
        files: run("one") + [file("schools/6602001.html", "x")], to: out.path, force: false)
      #expect(try names(out) == ["run.json", "schools", "shares.csv"])
      #expect(try text(out.appending(path: "shares.csv")) == "one")
      #expect(try text(out.appending(path: "schools/6602001.html")) == "x")
      #expect(try names(folder.appending(path: "a")) == ["b"])
    }
  }

  @Test func `a folder that this program wrote is replaced whole`() throws {
    try inFreshFolder { folder in
      let out = folder.appending(path: "out")
      try OutputFolder.write(
        files: run("one", also: ["old.csv", "shares.csv"]), to: out.path, force: false)
      try OutputFolder.write(files: run("two"), to: out.path + "/", force: false)
      #expect(try names(out) == ["run.json", "shares.csv"])
      #expect(try text(out.appending(path: "shares.csv")) == "two")
      #expect(try names(folder) == ["out"])
    }
  }

  @Test func `somebody's own file in a replaced folder is kept`() throws {
    try inFreshFolder { folder in
      let out = folder.appending(path: "out")
      try OutputFolder.write(files: run("one"), to: out.path, force: false)
      try Data("mine".utf8).write(to: out.appending(path: "notes.txt"))
      try OutputFolder.write(files: run("two"), to: out.path, force: false)
      #expect(try names(out) == ["notes.txt", "run.json", "shares.csv"])
      #expect(try text(out.appending(path: "notes.txt")) == "mine")
    }
  }

  @Test func `an empty folder is written into`() throws {
    try inFreshFolder { folder in
      try OutputFolder.write(files: run("one"), to: folder.path, force: false)
      #expect(try names(folder) == ["run.json", "shares.csv"])
    }
  }

  @Test(arguments: ["notes.txt", "run.json"])
  func `a folder that somebody else wrote is refused and left alone`(name: String) throws {
    try inFreshFolder { folder in
      let out = folder.appending(path: "out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: false)
      try Data("{\"other\": 1}".utf8).write(to: out.appending(path: name))
      let failure = #expect(throws: OutputFailure.self) {
        try OutputFolder.write(files: run("one"), to: out.path, force: false)
      }
      #expect(
        failure?.message
          == "\(out.path): this folder was not written by cyllido, so it is left alone; "
          + "name another --out, or give --force")
      #expect(try names(out) == [name])
      #expect(try names(folder) == ["out"])
    }
  }

  @Test func `force writes over files of the same name and keeps the others`() throws {
    try inFreshFolder { folder in
      try Data("mine".utf8).write(to: folder.appending(path: "notes.txt"))
      try Data("mine".utf8).write(to: folder.appending(path: "shares.csv"))
      try OutputFolder.write(files: run("one"), to: folder.path, force: true)
      #expect(try names(folder) == ["notes.txt", "run.json", "shares.csv"])
      #expect(try text(folder.appending(path: "shares.csv")) == "one")
    }
  }

  @Test func `a failure leaves the old folder as it was and nothing beside it`() throws {
    try inFreshFolder { folder in
      let out = folder.appending(path: "out")
      try OutputFolder.write(files: run("one"), to: out.path, force: false)
      // Two files of one name can't both be written.
      #expect(throws: OutputFailure.self) {
        try OutputFolder.write(
          files: run("two") + [file("shares.csv", "again")], to: out.path, force: false)
      }
      #expect(try text(out.appending(path: "shares.csv")) == "one")
      #expect(try names(folder) == ["out"])
    }
  }

  @Test func `the folder one works in, or one around it, is never replaced`() throws {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    for path in [".", here.path, here.deletingLastPathComponent().path, "/"] {
      let failure = #expect(throws: OutputFailure.self) {
        try OutputFolder.write(files: run("one"), to: path, force: false)
      }
      #expect(
        failure?.message
          == "\(path): this is the folder you are working in, or one around it; name another --out")
    }
  }

  @Test func `a link to a folder stays a link`() throws {
    try inFreshFolder { folder in
      let real = folder.appending(path: "real")
      let link = folder.appending(path: "link")
      try OutputFolder.write(files: run("one"), to: real.path, force: false)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
      try OutputFolder.write(files: run("two"), to: link.path, force: false)
      #expect(try text(real.appending(path: "shares.csv")) == "two")
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == real.path)
      #expect(try names(folder) == ["link", "real"])
    }
  }

  @Test func `a file where the folder should be is refused`() throws {
    try inFreshFolder { folder in
      let out = folder.appending(path: "out")
      try Data("mine".utf8).write(to: out)
      let failure = #expect(throws: OutputFailure.self) {
        try OutputFolder.write(files: run("one"), to: out.path, force: true)
      }
      #expect(failure?.message == "\(out.path): this is a file; name a folder with --out")
      #expect(try text(out) == "mine")
    }
  }

  @Test func `a parent that is a file is a failure in one plain line`() throws {
    try inFreshFolder { folder in
      try Data().write(to: folder.appending(path: "file"))
      let failure = #expect(throws: OutputFailure.self) {
        try OutputFolder.write(
          files: run("one"), to: folder.appending(path: "file/out").path, force: false)
      }
      let message = try #require(failure?.message)
      #expect(!message.contains("\n") && !message.contains("Error Domain"))
    }
  }

  @Test(arguments: [
    (
      CocoaError.Code.fileWriteOutOfSpace,
      "the disk is full; free some space, or name another --out"
    ),
    (.fileWriteNoPermission, "permission denied; name an --out where you may write"),
    (.fileWriteVolumeReadOnly, "the disk is read-only; name another --out"),
  ])
  func `the world's refusals are in plain words`(code: CocoaError.Code, words: String) {
    #expect(OutputFailure(CocoaError(code), at: "out/x").message == "out/x: \(words)")
  }
}
