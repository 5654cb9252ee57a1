import Foundation
import Testing

/// Someone who knows the formula, the rolls and every file that is written, and wants to know how
/// many pupils of a school have free meals, a plan, or a carer.
///
/// That a number is kept back says that it is 1, 2, 3 or 4. It is worked back where what is shown rules
/// any of them out, as far as sums tell. What is possible is found here from the corners of what the
/// equations allow: not as the program finds it.
@Suite struct DisclosureAttackTests {
  @Test func `the attacker finds every number where nothing is hidden`() throws {
    let attack = try Attack(seed: 1, options: ["--suppress", "0"])
    // Two sorts of plans are paid by one factor, which by itself doesn't tell them apart.
    let single = attack.small.filter { !$0.contains("plan") }
    #expect(single.count > 3)
    #expect(single.allSatisfy(attack.recovered.contains))
  }

  @Test func `the sums over groups tell of a school where nothing is hidden`() throws {
    let hidden = (1...6).flatMap { seed -> [(UInt64, String)] in
      let blank = (try? Attack(seed: UInt64(seed), options: ["--suppress", "5"]).blank) ?? []
      return blank.sorted().map { (UInt64(seed), $0) }
    }
    let (seed, school) = try #require(hidden.first)
    let whole = try Attack(seed: seed, options: ["--suppress", "0"])
    let sums = try DisclosureSums(
      in: whole.folder, of: AttackedCensus(seed: seed), hiding: [school])
    #expect(sums.given == [school])
    // By size, and by being rural or not, which nobody knows: one of each is its own.
    #expect(sums.others.count >= 2)
  }

  @Test(arguments: 1...6) func `with suppression nothing small is worked back`(seed: Int) throws {
    let attack = try Attack(seed: UInt64(seed), options: ["--suppress", "5"])
    #expect(attack.recovered.isEmpty, "\(attack.recovered)")
    #expect(attack.alone.isEmpty, "\(attack.alone)")
    let sums = try DisclosureSums(
      in: attack.folder, of: AttackedCensus(seed: UInt64(seed)), hiding: attack.blank)
    #expect(sums.given.isEmpty, "\(sums.given)")
    #expect(sums.others.isEmpty, "\(sums.others)")
    // What everybody asks for is shown where two or more schools are kept back.
    #expect(sums.equations > 4 || attack.blank.isEmpty)
    #expect(attack.hiddenCells > 0)
    // Totals are shown, and true.
    #expect(try attack.total() == AttackedCensus(seed: UInt64(seed)).total)
  }

  @Test func `years of other pupils tell of each other where nothing is hidden`() throws {
    let attack = try Attack(seed: 1, options: ["--suppress", "0"], isHalved: true)
    let single = attack.small.filter { !$0.contains("plan") }
    #expect(single.count > 3)
    #expect(single.allSatisfy(attack.recovered.contains))
  }

  @Test(arguments: 1...12) func `with suppression no small number comes of years`(
    seed: Int
  ) throws {
    let attack = try Attack(seed: UInt64(seed), options: ["--suppress", "5"], isHalved: true)
    #expect(attack.recovered.isEmpty, "\(attack.recovered)")
    #expect(attack.alone.isEmpty, "\(attack.alone)")
    #expect(attack.hiddenCells > 0)
  }

  @Test func `working tables are whole unless something is asked for, the workbook is not`() throws
  {
    let whole = try Attack(seed: 2, options: ["--suppress", "0"])
    let usual = try Attack(seed: 2, options: ["--format", "csv,xlsx"])
    #expect(usual.hiddenCells == 0)
    #expect(usual.recovered.count == whole.recovered.count)
    let said = try #require(usual.record["disclosure"] as? [String: Any])
    let published = try #require(said["published"] as? [String: Any])
    #expect(published["reason"] as? String == "published")
    #expect(published["fewer_than"] as? Int == 5)
    #expect(usual.output.contains("Workbook: Figures that rest on 1 to 4 pupils are kept back"))
  }

  @Test func `modelled pupils are not hidden`() throws {
    let folder = try TemporaryFolder()
    try folder.write("schools.csv", SmallData.schools)
    try folder.write("formulas/small.yaml", SmallData.formula)
    try folder.write(
      "small.yaml", SmallData.scenario.replacing("pupils: pupils.csv", with: "pupils: modelled"))
    let facts = Binary.root.appending(path: "scenarios/data/wales-2024-25").path
    try FileManager.default.createDirectory(
      atPath: folder.path("scenarios/data"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("scenarios/data/wales-2024-25"), withDestinationPath: facts)
    let outcome = try Binary.run(
      ["run", "small.yaml", "--out", "o", "--format", "xlsx"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("The pupils are modelled, not real"))
  }
}

/// One census made at random, one run of the program on it, and what its files tell.
private struct Attack {
  /// What is counted.
  static let unknowns = ["meals", "school plan", "authority plan", "carer", "language"]

  let outcome: Binary.Outcome
  let record: [String: Any]
  /// The numbers of 1 to 4.
  private(set) var small: [String] = []
  /// Those that the files give away.
  private(set) var recovered: [String] = []
  /// Schools kept back alone in a sum that is shown.
  private(set) var alone: [String] = []
  private(set) var hiddenCells = 0
  /// The schools whose share is kept back.
  private(set) var blank: Set<String> = []
  let folder: TemporaryFolder
  /// What the formula pays for a meal in each run and year, and the year's part of the first's pupils.
  private let views: [(run: String, year: String, part: Double, meals: Double)]
  private let shares: ResultTable
  private let factors: ResultTable
  private let authorities: ResultTable

  var output: String { outcome.output }

  func total() throws -> String? {
    try authorities.cell("isb", where: ["authority": "wales", "run": "first"])
  }

  init(seed: UInt64, options: [String], isHalved: Bool = false) throws {
    let data = AttackedCensus(seed: seed, isHalved: isHalved)
    let first = [("first", "2024-25", 1.0, 1000.0), ("second", "2024-25", 1.0, 1500.0)]
    views =
      first + (isHalved ? [("first", "2025-26", 0.5, 1100), ("second", "2025-26", 0.5, 1650)] : [])
    folder = try TemporaryFolder()
    try data.write(to: folder)
    outcome = try Binary.run(["run", "attacked.yaml", "--out", "o"] + options, in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    shares = try ResultTable(folder.url.appending(path: "o/shares.csv"))
    factors = try ResultTable(folder.url.appending(path: "o/factors.csv"))
    authorities = try ResultTable(folder.url.appending(path: "o/authorities.csv"))
    let json = try Data(contentsOf: folder.url.appending(path: "o/run.json"))
    record = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
    hiddenCells = try factors.column("amount").filter(\.isEmpty).count
    for school in data.schools {
      let counts = data.counts[school.number] ?? []
      for part in Set(views.map(\.part)) {
        for (index, count) in counts.enumerated()
        where (1..<5).contains(Double(count) * part) {
          let name = "\(school.number) \(Self.unknowns[index]) \(Double(count) * part)"
          small.append(name)
          if let range = try range(of: index, school: school),
            range.lowerBound * part > 1 + 1e-6 || range.upperBound * part < 4 - 1e-6
          {
            recovered.append(name)
          }
        }
      }
    }
    for code in Set(data.schools.map(\.authority)) {
      let blank = try shares.rows(where: ["authority": code, "run": "first"])
        .filter { try $0[shares.index("share")].isEmpty && $0[shares.index("year")] == "2024-25" }
      let sum = try authorities.cell(
        "isb", where: ["authority": code, "run": "first", "year": "2024-25"])
      if blank.count == 1, sum?.isEmpty == false { alone.append(code) }
    }
    blank = Set(
      try shares.rows(where: ["run": "first", "share": ""]).map { $0[try shares.index("school")] })
  }

  /// What a school's number can be; nil where the school shows nothing.
  private func range(
    of unknown: Int, school: AttackedCensus.School
  ) throws -> ClosedRange<Double>? {
    let number = school.number
    var equations: [[Double]] = []
    for view in views {
      let place = ["school": number, "run": view.run, "year": view.year]
      guard let heads = try shares.cell("pupils", where: place), let roll = Double(heads) else {
        #expect(
          try factors.rows(where: place).allSatisfy {
            try $0[factors.index("amount")].isEmpty
          })
        continue
      }
      let rates: [(String, [Double])] = [
        ("meals", [view.meals, 0, 0, 0, 0]), ("need", [0, 2000, 6000, 0, 0]),
        ("care", [0, 0, 0, 3000, 0]), ("support", [0, 0, 0, 0, 500]),
      ]
      // Of the first year's pupils, since each year has the same part of every kind.
      for (factor, rate) in rates {
        let cell = try factors.cell("amount", where: place.merging(["factor": factor]) { $1 })
        if let amount = cell.flatMap(Double.init) {
          equations.append(rate.map { $0 * view.part } + [amount])
        }
      }
      if let share = try shares.cell("share", where: place).flatMap(Double.init) {
        // The basic amount and the lump sum are no secret: they follow from the roll.
        equations.append(
          rates.reduce([0, 0, 0, 0, 0]) { sum, rate in
            zip(sum, rate.1).map { $0 + $1 * view.part }
          } + [share - 4000 * roll - 100_000])
      }
    }
    guard !equations.isEmpty else { return nil }
    return Corners(equations: equations, largest: Double(school.pupils)).range(of: unknown)
  }
}

/// The corners of what equations allow of numbers from nought to a largest.
private struct Corners {
  let equations: [[Double]]
  let largest: Double

  /// The range of one number over all corners.
  func range(of unknown: Int) -> ClosedRange<Double> {
    let count = (equations.first?.count ?? 1) - 1
    var (least, most) = (Double.infinity, -Double.infinity)
    for choice in 0..<Int(pow(3, Double(count))) {
      // For each number: free, nought or the largest.
      let states = (0..<count).map { choice / Int(pow(3, Double($0))) % 3 }
      guard let corner = corner(states) else { continue }
      (least, most) = (min(least, corner[unknown]), max(most, corner[unknown]))
    }
    #expect(least.isFinite, "the truth is allowed")
    return least...max(least, most)
  }

  /// The one solution with the others held; nil where there is none or more than one.
  private func corner(_ states: [Int]) -> [Double]? {
    let free = states.indices.filter { states[$0] == 0 }
    let held = states.map { $0 == 2 ? largest : 0 }
    var rows = equations.map { equation in
      let rest = zip(equation, held).reduce(0) { $0 + $1.0 * $1.1 }
      return free.map { equation[$0] } + [(equation.last ?? 0) - rest]
    }
    for (place, _) in free.enumerated() {
      guard place < rows.count,
        let row = (place..<rows.count).max(by: { abs(rows[$0][place]) < abs(rows[$1][place]) }),
        abs(rows[row][place]) > 1e-9
      else { return nil }
      rows.swapAt(place, row)
      for other in rows.indices where other != place {
        let factor = rows[other][place] / rows[place][place]
        for index in rows[other].indices { rows[other][index] -= factor * rows[place][index] }
      }
    }
    guard rows.dropFirst(free.count).allSatisfy({ abs($0.last ?? 0) < 1e-4 }) else { return nil }
    var found = held
    for (place, unknown) in free.enumerated() {
      found[unknown] = (rows[place].last ?? 0) / rows[place][place]
    }
    return found.allSatisfy { -1e-6...(largest + 1e-6) ~= $0 } ? found : nil
  }
}
