import Foundation
import Testing

/// Pupils at any size, from outside: counting, making, what is left behind when it goes wrong.
@Suite struct ScaleTests {
  private func smallFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    return folder
  }

  private func shell(_ script: String, in folder: TemporaryFolder) throws -> Binary.Outcome {
    try Binary.shell(script, in: folder)
  }

  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  /// `SmallData.pupils`, counted by hand.
  private let counted = """
    school,year_group,fte,fsm,count
    6721001,N2,0.5,false,1
    6721001,3,1,false,2
    6721001,3,1,true,1
    6721001,6,1,true,1
    6721002,R,1,false,2
    6721002,R,1,true,1
    6724003,7,1,true,1
    6724003,11,1,false,1

    """

  @Test(arguments: ["1", "2", "7"])
  func `pupils are counted from a file and from standard input`(threads: String) throws {
    let folder = try smallFolder()
    let outcome = try Binary.run(
      ["count", "pupils.csv", "--schools", "schools.csv", "--out", "c.csv", "--threads", threads],
      in: folder.url)
    #expect(outcome.status == 0 && outcome.output == "10 pupils in 8 rows: c.csv\n")
    #expect(try String(contentsOfFile: folder.path("c.csv"), encoding: .utf8) == counted)
    let piped = try shell(
      "cat pupils.csv | $CYLLIDO count - --schools schools.csv --out p.csv", in: folder)
    #expect(piped.status == 0, "\(piped.errors)")
    #expect(try String(contentsOfFile: folder.path("p.csv"), encoding: .utf8) == counted)
  }

  @Test func `only the fields asked for are read`() throws {
    let folder = try smallFolder()
    let outcome = try Binary.run(
      ["count", "pupils.csv", "--schools", "schools.csv", "--out", "c.csv", "--fields", "fsm"],
      in: folder.url)
    #expect(outcome.status == 0)
    #expect(
      try String(contentsOfFile: folder.path("c.csv"), encoding: .utf8) == """
        school,fte,fsm,count
        6721001,0.5,false,1
        6721001,1,false,2
        6721001,1,true,2
        6721002,1,false,2
        6721002,1,true,1
        6724003,1,false,1
        6724003,1,true,1

        """)
    let unknown = try Binary.run(
      ["count", "pupils.csv", "--schools", "schools.csv", "--out", "d.csv", "--fields", "fms"],
      in: folder.url)
    #expect(unknown.status == 1 && unknown.errors.contains("the column 'fms' is missing"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("d.csv")))
  }

  @Test func `a mistake in a stream is shown with its line`() throws {
    let folder = try smallFolder()
    let outcome = try shell(
      "sed '5s/,3,/,Y3,/' pupils.csv | $CYLLIDO count - --schools schools.csv --out c.csv",
      in: folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        standard input:5:9: error: the year group 'Y3' is not known [unknown-category]
          |
        5 | 6721001,Y3,false,1
          |         ^^
          = it is one of: N1, N2, R, 1 to 14
          = did you mean '3'?
        1 error in 1 file

        """)
    #expect(try !names(folder).contains { $0.contains("c.csv") })
  }

  @Test func `no schools, no file and a full disk are said in words`() throws {
    let folder = try smallFolder()
    let without = try Binary.run(["count", "pupils.csv", "--out", "c.csv"], in: folder.url)
    #expect(without.status == 64 && without.errors.contains("--schools"))
    let missing = try Binary.run(
      ["count", "nowhere.csv", "--schools", "schools.csv", "--out", "c.csv"], in: folder.url)
    #expect(missing.status == 2 && missing.errors.contains("nowhere.csv: there is no such file"))
    // A thousand bytes is less than either output: as good as a full disk.
    try folder.write("many.csv", "school,ward\n" + (0..<900).map { "6721001,w\($0)\n" }.joined())
    let before = try names(folder)
    let full = try shell(
      "ulimit -f 1; $CYLLIDO count many.csv --schools schools.csv --out c.csv", in: folder)
    #expect(full.status == 2)
    #expect(full.errors.contains("c.csv: the system allows no file of that size"))
    let made = try shell(
      "out=$PWD/g; cd '\(Binary.root.path)'; ulimit -f 1; $CYLLIDO generate --pupils 2000 --out $out",
      in: folder)
    #expect(made.status == 2)
    #expect(made.errors.contains("/g/schools.csv: the system allows no file of that size"))
    #expect(!made.errors.contains("partial"))
    #expect(try names(folder) == before)
  }

  @Test func `an interruption leaves nothing behind and says so by its status`() throws {
    let folder = try smallFolder()
    let outcome = try shell(
      """
      mkfifo pipe
      $CYLLIDO count pipe --schools schools.csv --out c.csv &
      exec 3> pipe
      head -5 pupils.csv >&3
      sleep 1
      kill -INT $!
      wait $!
      echo "status $?"
      """, in: folder)
    #expect(outcome.output == "status 130\n", "\(outcome.errors)")
    #expect(try !names(folder).contains { $0.contains("c.csv") })
  }

  @Test func `an interruption leaves no half-written file of bad rows`() throws {
    let folder = try smallFolder()
    let before = try names(folder)
    let outcome = try shell(
      """
      mkfifo pipe
      $CYLLIDO count pipe --schools schools.csv --out c.csv --quarantine q.csv &
      exec 3> pipe
      (echo 'school,year_group,fsm'; yes '6721001,Y3,true' | head -n 100000) >&3
      written=nothing
      for turn in $(seq 100); do
        if [ -n "$(find . -name '.q.csv.partial-*' -size +8)" ]; then written=some; break; fi
        sleep 0.1
      done
      kill -INT $!
      wait $!
      echo "$written, status $?"
      rm pipe
      """, in: folder)
    #expect(outcome.output == "some, status 130\n", "\(outcome.errors)")
    #expect(try names(folder) == before)
  }

  @Test func `bad rows go to their file in the file's order, whatever the threads`() throws {
    let folder = try smallFolder()
    // Every thirtieth of 60,000 rows is bad: three blocks, the last of them cut in mid-row.
    let rows = (2...60_001).map { line in
      "672100\(line % 30 == 0 ? 0 : line % 2 + 1),R,true,1\n"
    }.joined()
    try folder.write("many.csv", "school,year_group,fsm,fte\n" + rows + "6721001,R,tr")
    var expected = "file,line,reason,row\n"
    for line in 2...60_001 where line % 30 == 0 {
      expected +=
        "many.csv,\(line),the school 6721000 is not in the schools file,\"6721000,R,true,1\"\n"
    }
    expected += "many.csv,60002,\"the row has 3 values, the header 4\",\"6721001,R,tr\"\n"
    for threads in ["1", "2", "5"] {
      let outcome = try Binary.run(
        [
          "count", "many.csv", "--schools", "schools.csv", "--out", "c.csv", "--quarantine",
          "q.csv", "--threads", threads,
        ], in: folder.url)
      #expect(outcome.status == 0 && outcome.output == "58000 pupils in 2 rows: c.csv\n")
      #expect(outcome.errors == "warning: many.csv: 2001 bad rows were set aside: q.csv\n")
      #expect(try String(contentsOfFile: folder.path("q.csv"), encoding: .utf8) == expected)
    }
    let before = try names(folder)
    let full = try shell(
      "ulimit -f 100; $CYLLIDO count many.csv --schools schools.csv --out d.csv --quarantine r.csv",
      in: folder)
    #expect(full.status == 2 && full.errors.contains("r.csv: the system allows no file"))
    #expect(try names(folder) == before)
  }

  @Test func `what is no file is written to, not replaced`() throws {
    let folder = try smallFolder()
    let piped = try shell(
      "$CYLLIDO count pupils.csv --schools schools.csv --out /dev/stdout | cat", in: folder)
    #expect(piped.output.hasPrefix(counted), "\(piped.errors)")
    let fifo = try shell(
      """
      mkfifo pipe
      $CYLLIDO count pupils.csv --schools schools.csv --out pipe > out &
      cat pipe
      wait $!
      test -p pipe && cat out
      """, in: folder)
    #expect(fifo.output == counted + "10 pupils in 8 rows: pipe\n", "\(fifo.errors)")
    if FileManager.default.fileExists(atPath: "/dev/full") {
      let full = try Binary.run(
        ["count", "pupils.csv", "--schools", "schools.csv", "--out", "/dev/full"],
        in: folder.url)
      #expect(full.status == 2 && full.errors.contains("/dev/full: the disk is full"))
    }
  }

  @Test func `check and fields read pupils as a stream and show their mistakes`() throws {
    let folder = try smallFolder()
    let good = try Binary.run(["check", "schools.csv", "pupils.csv"], in: folder.url)
    #expect(good.output.contains("pupils.csv: ok, 10 pupils"), "\(good.errors)")
    try folder.write("bad.csv", SmallData.pupils.replacing("6721002,R,true,1", with: "x,R,true,1"))
    let bad = try Binary.run(["check", "schools.csv", "bad.csv"], in: folder.url)
    #expect(bad.status == 1 && bad.errors.contains("bad.csv:8:1: error:"))
    #expect(bad.errors.contains("8 | x,R,true,1"))
    let fields = try Binary.run(
      ["fields", "--schools", "schools.csv", "--pupils", "bad.csv"], in: folder.url)
    #expect(fields.status == 1 && fields.errors.contains("8 | x,R,true,1"))
    let alone = try Binary.run(["check", "pupils.csv"], in: folder.url)
    #expect(alone.status == 2 && alone.errors.contains("name the schools' file before it"))
  }

  @Test func `generated pupils are as many as asked, the same on any threads, and again`() throws {
    let folder = try TemporaryFolder()
    for (threads, out) in [("1", "a"), ("2", "b"), ("2", "b")] {
      let outcome = try Binary.run(
        [
          "generate", "--pupils", "4321", "--seed", "5", "--rows", "--threads", threads, "--out",
          folder.path(out),
        ])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try folder.contents(of: "a") == folder.contents(of: "b"))
    let schools = try ResultTable(folder.url.appending(path: "a/schools.csv"))
    #expect(try schools.column("pupils").compactMap { Int($0) }.reduce(0, +) == 4321)
    let pupils = try String(contentsOfFile: folder.path("a/pupils.csv"), encoding: .utf8)
    #expect(pupils.split(separator: "\n").count == 4322)
    let counted = try Binary.run([
      "count", folder.path("a/pupils.csv"), "--schools", folder.path("a/schools.csv"), "--out",
      folder.path("c.csv"),
    ])
    #expect(counted.status == 0, "\(counted.errors)")
    #expect(
      try Data(contentsOf: folder.url.appending(path: "c.csv"))
        == folder.contents(of: "a")["counts.csv"])
    for number in ["0", "-5", "many", "100000001"] {
      let refused = try Binary.run(["generate", "--pupils=\(number)", "--out", folder.path("z")])
      #expect(refused.status == 64 && refused.errors.contains("--pupils"))
    }
  }

  @Test func `run records a pupil file by the digest of its bytes`() throws {
    let folder = try smallFolder()
    let outcome = try Binary.run(["run", "small.yaml", "--out", "o"], in: folder.url)
    #expect(outcome.status == 0)
    let digest = try shell("sha256sum pupils.csv | cut -c1-64", in: folder).output
    let record = try String(contentsOfFile: folder.path("o/run.json"), encoding: .utf8)
    #expect(record.contains(digest.prefix(64)))
  }

  @Test func `a query names its columns and table in the dialect's quotes`() throws {
    let outcome = try Binary.run([
      "sql", "counts", "--dialect", "spark", "--fields", "year_group,fte", "--from", "a.pupils",
    ])
    #expect(
      outcome.output == """
        SELECT
          LPAD(CAST(`school` AS STRING), 7, '0') AS `school`,
          COALESCE(CAST(`year_group` AS STRING), '') AS `year_group`,
          COALESCE(NULLIF(CAST(`fte` AS STRING), ''), '1') AS `fte`,
          COUNT(*) AS `count`
        FROM `a`.`pupils`
        GROUP BY 1, 2, 3
        ORDER BY 1, 2, 3;

        """)
    let wrong = try Binary.run(["sql", "counts", "--dialect", "oracle", "--from", "p"])
    #expect(wrong.status == 64)
  }
}
