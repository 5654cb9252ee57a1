import Foundation
import Testing

/// Someone with a report in hand who wants the figures of schools and lines that it keeps back.
///
/// What there is to find is worked out by hand from the pupils; each look is taken at a report that
/// keeps nothing back too, where it must find something.
@Suite struct DisclosureReportTests {
  @Test(arguments: [1, 2, 3]) func `no figure that is kept back is anywhere in the report`(
    seed: Int
  )
    throws
  {
    let whole = try ReportAttack(seed: seed, options: ["--suppress", "0"])
    let kept = try ReportAttack(seed: seed, options: ["--suppress", "5"])
    let hidden = try kept.hiddenSchools()
    #expect(!hidden.isEmpty && hidden.count < kept.census.schools.count)
    let secrets = kept.secrets(of: hidden)
    #expect(secrets.count >= hidden.count)
    // In the report that hides nothing every one of them is found.
    #expect(secrets.isSubset(of: whole.found))
    #expect(secrets.isDisjoint(with: kept.found), "\(secrets.intersection(kept.found))")
    // Amounts per pupil and changes stand in tables only where a school is alone or at an end.
    let amounts = kept.amounts(of: hidden)
    #expect(!amounts.isDisjoint(with: whole.found))
    #expect(amounts.isDisjoint(with: kept.found), "\(amounts.intersection(kept.found))")
    // A dot for each school in the strips of two runs and in the drawing of gains.
    #expect(whole.reading.dots - kept.reading.dots == 3 * hidden.count)
    #expect(kept.reading.tables.contains { $0.rows.joined().contains("[c]") })
    #expect(!whole.reading.tables.contains { $0.rows.joined().contains("[c]") })
  }

  @Test func `a statement has its total, and no line that the tables keep back`() throws {
    for options in [["--suppress", "0"], ["--suppress", "5"]] {
      let attack = try ReportAttack(seed: 4, options: options)
      let hidden = try attack.hiddenSchools()
      var lines = (shown: 0, kept: 0)
      for school in attack.census.schools {
        let entries = attack.reading.entries(of: school.number)
        #expect(entries.count == 2)
        if hidden.contains(school.number) {
          #expect(entries as? [Int] == [1, 1])
          continue
        }
        for (run, entry) in zip(attack.reading.runs, entries) {
          let entry = try #require(entry as? [Any])
          #expect(
            entry[4] as? Int
              == 100 * attack.census.share(school, meals: run == "first" ? 1000 : 1500))
          let rows = try attack.factors.rows(where: ["school": school.number, "run": run])
          #expect(entry.count == 5 + rows.count)
          for (amount, row) in zip(entry[5...], rows) {
            let shown = try row[attack.factors.index("amount")]
            #expect((amount as? Int).map { "\($0 / 100).00" } ?? "" == shown)
            if shown.isEmpty { lines.kept += 1 } else { lines.shown += 1 }
          }
        }
      }
      #expect(lines.shown > 0)
      #expect((lines.kept > 0) == (options[1] == "5"))
    }
  }

  @Test(arguments: [1, 2, 3]) func `no school comes out of differences of groups`(seed: Int)
    throws
  {
    let whole = try ReportAttack(seed: seed, options: ["--suppress", "0"])
    let kept = try ReportAttack(seed: seed, options: ["--suppress", "5"])
    let hidden = try kept.hiddenSchools()
    for column in ReportAttack.groupColumns {
      let found = try kept.givenByGroups(column, of: hidden)
      #expect(found.isEmpty, "\(column): \(found)")
    }
    // By authority, size and language there are groups with one school; where all is shown they tell.
    let told = try ReportAttack.groupColumns.filter {
      try !whole.givenByGroups($0, of: hidden).isEmpty
    }
    #expect(told.contains("Change"), "\(told)")
  }

  @Test func `it says what is kept back, and leaves out what guesses could be checked by`() throws {
    let usual = try ReportAttack(seed: 1, options: [])
    let whole = try ReportAttack(seed: 1, options: ["--suppress", "0"])
    let schools = try ReportAttack(seed: 1, options: ["--suppress", "5"]).hiddenSchools().count
    #expect(usual.reading.html.contains("Figures that rest on 1 to 4 pupils are kept back"))
    #expect(usual.reading.html.contains("schools with all their figures \(schools)."))
    #expect(usual.reading.html.contains("a gedwir yn ôl, rhag i neb ddysgu dim"))
    #expect(whole.reading.html.contains("Not for publication: figures may tell of a few pupils"))
    #expect(usual.output.contains("Report: Figures that rest on 1 to 4 pupils are kept back"))
    #expect(whole.reading.html.contains(whole.digest))
    // Pupils are read, no rate is fitted, and the year is the first: nothing is an estimate.
    #expect(!whole.reading.html.contains("Estimates, or resting on one"))
    #expect(!usual.reading.html.contains(usual.digest))
    // Of the files only what holds no pupils can be told from a guess by its digest.
    #expect(whole.files.count == 4 && whole.files.values.allSatisfy(whole.reading.html.contains))
    for (path, digest) in usual.files {
      #expect(usual.reading.html.contains(digest) == path.hasSuffix(".yaml"), "\(path)")
    }
    #expect(whole.reading.html.contains("cyllido run attacked.yaml --suppress 0"))
    #expect(whole.reading.html.contains("cyllido explain attacked.yaml --run first"))
  }

  @Test func `a batch that keeps figures back links to its reports`() throws {
    let folder = try TemporaryFolder()
    let census = AttackedCensus(seed: 1)
    try census.write(to: folder)
    try folder.write(
      "again.yaml",
      String(contentsOfFile: folder.path("attacked.yaml"), encoding: .utf8)
        .replacing("scenario: attacked", with: "scenario: again"))
    let outcome = try Binary.run(
      ["run", "attacked.yaml", "again.yaml", "--suppress", "5", "--format", "html"],
      in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let index = try String(contentsOfFile: folder.path("out/index.html"), encoding: .utf8)
    for name in ["attacked", "again"] {
      #expect(index.contains("href=\"\(name)/report.html\""))
      let report = try ReportReading(folder.url.appending(path: "out/\(name)/report.html"))
      #expect(report.html.contains("cyllido run \(name).yaml --suppress 5"))
    }
    // The digest of what keeps figures back stands in no table.
    let table = try ResultTable(folder.url.appending(path: "out/index.csv"))
    #expect(try table.column("digest").allSatisfy(\.isEmpty))
    #expect(try Set(table.column("hidden")) == ["digest"])
  }
}

/// A made-up census, one run of the program on it, and its report.
private struct ReportAttack {
  /// Columns of the tables of gains, each a sum over a group's schools.
  static let groupColumns = [
    "Gains", "Losses", "Change", "Pupils where schools gain", "Pupils where schools lose",
  ]

  let census: AttackedCensus
  let reading: ReportReading
  let shares: ResultTable
  let factors: ResultTable
  let digest: String
  /// The digests of the files that were read, by path.
  let files: [String: String]
  let output: String

  init(seed: Int, options: [String]) throws {
    census = AttackedCensus(seed: UInt64(seed), schools: 14, range: 300)
    let folder = try TemporaryFolder()
    try census.write(to: folder)
    let outcome = try Binary.run(["run", "attacked.yaml", "--out", "o"] + options, in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.errors.contains("report.html"))
    output = outcome.output
    func file(_ name: String) -> URL { folder.url.appending(path: "o/" + name) }
    reading = try ReportReading(file("report.html"))
    shares = try ResultTable(file("shares.csv"))
    factors = try ResultTable(file("factors.csv"))
    let record =
      try JSONSerialization.jsonObject(with: Data(contentsOf: file("run.json"))) as? [String: Any]
    digest = try #require(record?["digest"] as? String)
    let inputs = record?["inputs"] as? [[String: String]] ?? []
    files = Dictionary(uniqueKeysWithValues: inputs.map { ($0["path"] ?? "", $0["sha256"] ?? "") })
  }

  /// The schools of which `shares.csv` shows nothing.
  func hiddenSchools() throws -> Set<String> {
    try Set(
      shares.rows(where: ["share": ""]).map { try $0[shares.index("school")] })
  }

  /// Everything that can be read in the report.
  var found: Set<String> { reading.figures }

  /// What must not be read: shares and changes of schools, as pennies or in words, that are no shown
  /// school's too.
  func secrets(of hidden: Set<String>) -> Set<String> {
    func pennies(_ isHidden: Bool) -> Set<String> {
      Set(
        census.schools.filter { hidden.contains($0.number) == isHidden }.flatMap { school in
          [1000, 1500].map { "\(census.share(school, meals: $0) * 100)p" }
        })
    }
    return pennies(true).subtracting(pennies(false))
  }

  /// Amounts per pupil and changes as tables write them, that are no shown school's too.
  func amounts(of hidden: Set<String>) -> Set<String> {
    func texts(_ isHidden: Bool) -> Set<String> {
      Set(
        census.schools.filter { hidden.contains($0.number) == isHidden }.flatMap { school in
          let shares = [1000, 1500].map { census.share(school, meals: $0) }
          let each = shares.map { share in
            // To the penny, halves away from nought.
            let pence = (2 * share * 100 + school.pupils) / (2 * school.pupils)
            return "£\(Self.grouped(pence / 100)).\(String(format: "%02d", pence % 100))"
          }
          return each + ["£\(Self.grouped(shares[1] - shares[0])).00"]
        })
    }
    return texts(true).subtracting(texts(false))
  }

  /// A number of pounds below a million, by thousands.
  private static func grouped(_ pounds: Int) -> String {
    pounds < 1000
      ? "\(pounds)" : "\(pounds / 1000)," + String(format: "%03d", pounds % 1000)
  }

  /// The schools of some whose figure the tables of gains give away, all others' being known.
  func givenByGroups(_ column: String, of hidden: Set<String>) throws -> Set<String> {
    let unknown = census.schools.filter { hidden.contains($0.number) }
    var equations: [[Double]] = []
    for table in reading.tables {
      guard let index = table.head.firstIndex(of: column), let first = table.head.first else {
        continue
      }
      for row in table.rows where row[index] != "[c]" {
        equations.append(
          try unknown.map { try members(of: row[0], by: first).contains($0.number) ? 1 : 0 })
      }
    }
    return Set(Differences.given(by: equations).map { unknown[$0].number })
  }

  /// The schools of a group, by hand.
  private func members(of group: String, by kind: String) throws -> Set<String> {
    func schools(_ holds: (AttackedCensus.School) -> Bool) -> Set<String> {
      Set(census.schools.filter(holds).map(\.number))
    }
    if group == "All" { return schools { _ in true } }
    switch kind {
    case "Sector": return schools { $0.sector == group.lowercased() }
    case "Authority": return schools { ($0.authority == "672") == (group == "Bridgend") }
    case "Language": return schools { ($0.language == "WM") == (group == "Welsh medium") }
    case "Size":
      let ends = group.split(separator: " ")[0].split(separator: "–").compactMap { Int($0) }
      return schools { $0.pupils >= ends[0] && $0.pupils <= ends[1] }
    case "Fifth by free school meals":
      return Set(
        ["primary", "secondary"].flatMap { sector in
          let ranked = census.schools.filter { $0.sector == sector }.sorted { left, right in
            let (one, other) = (
              (census.counts[left.number]?[0] ?? 0) * right.pupils,
              (census.counts[right.number]?[0] ?? 0) * left.pupils
            )
            return one == other ? left.number < right.number : one > other
          }
          return ranked.enumerated().filter {
            $0.offset * 5 / ranked.count + 1 == Int(group.prefix(1))
          }.map(\.element.number)
        })
    default:
      Issue.record("a table by something else: \(kind)")
      return []
    }
  }
}
