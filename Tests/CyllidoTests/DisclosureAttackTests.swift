import Foundation
import FundingTestSupport
import Testing

/// Someone who knows the formula, the rolls and every file that is written, and wants to know how
/// many pupils of a school have free meals, a plan, or a carer.
///
/// A number is worked back where what is shown leaves it fewer than five values wide, as far as sums
/// tell. The range is found here from the corners of what the equations allow: not as the program
/// finds it.
@Suite struct DisclosureAttackTests {
  @Test func `the attacker finds every number where nothing is hidden`() throws {
    let attack = try Attack(seed: 1, options: ["--suppress", "0"])
    // Two sorts of plans are paid by one factor, which by itself doesn't tell them apart.
    let single = attack.small.filter { !$0.contains("plan") }
    #expect(single.count > 3)
    #expect(single.allSatisfy(attack.recovered.contains))
  }

  @Test(arguments: 1...6) func `with suppression nothing small is worked back`(seed: Int) throws {
    let attack = try Attack(seed: UInt64(seed), options: ["--suppress", "5"])
    #expect(attack.recovered.isEmpty, "\(attack.recovered)")
    #expect(attack.alone.isEmpty, "\(attack.alone)")
    #expect(attack.hiddenCells > 0)
    // Totals are shown, and true.
    #expect(try attack.total() == AttackedCensus(seed: UInt64(seed)).total)
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
  /// What is counted, with what the formula pays for each in each run.
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
  private let shares: ResultTable
  private let factors: ResultTable
  private let authorities: ResultTable

  var output: String { outcome.output }

  func total() throws -> String? {
    try authorities.cell("isb", where: ["authority": "wales", "run": "first"])
  }

  init(seed: UInt64, options: [String]) throws {
    let data = AttackedCensus(seed: seed)
    let folder = try TemporaryFolder()
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
      for (index, count) in counts.enumerated() where (1..<5).contains(count) {
        let name = "\(school.number) \(Self.unknowns[index]) \(count)"
        small.append(name)
        if let range = try range(of: index, school: school), range < 5 - 1e-6 {
          recovered.append(name)
        }
      }
    }
    for code in Set(data.schools.map(\.authority)) {
      let blank = try shares.rows(where: ["authority": code, "run": "first"])
        .filter { try $0[shares.index("share")].isEmpty }
      let sum = try authorities.cell("isb", where: ["authority": code, "run": "first"])
      if blank.count == 1, sum?.isEmpty == false { alone.append(code) }
    }
  }

  /// How wide the range of a school's number is; nil where the school shows nothing.
  private func range(of unknown: Int, school: AttackedCensus.School) throws -> Double? {
    let number = school.number
    guard let heads = try shares.cell("pupils", where: ["school": number, "run": "first"]),
      let roll = Double(heads)
    else {
      #expect(
        try factors.rows(where: ["school": number]).allSatisfy {
          try $0[factors.index("amount")].isEmpty
        })
      return nil
    }
    var equations: [[Double]] = []
    for (run, meals) in [("first", 1000.0), ("second", 1500.0)] {
      let rates: [(String, [Double])] = [
        ("meals", [meals, 0, 0, 0, 0]), ("need", [0, 2000, 6000, 0, 0]),
        ("care", [0, 0, 0, 3000, 0]), ("support", [0, 0, 0, 0, 500]),
      ]
      for (factor, rate) in rates {
        let cell = try factors.cell(
          "amount", where: ["school": number, "run": run, "factor": factor])
        if let amount = cell.flatMap(Double.init) { equations.append(rate + [amount]) }
      }
      if let share = try shares.cell("share", where: ["school": number, "run": run])
        .flatMap(Double.init)
      {
        // The basic amount and the lump sum are no secret: they follow from the roll.
        equations.append([meals, 2000, 6000, 3000, 500] + [share - 4000 * roll - 100_000])
      }
    }
    return Corners(equations: equations, largest: roll).width(of: unknown)
  }
}

/// The corners of what equations allow of numbers from nought to a largest.
private struct Corners {
  let equations: [[Double]]
  let largest: Double

  /// The range of one number over all corners.
  func width(of unknown: Int) -> Double {
    let count = (equations.first?.count ?? 1) - 1
    guard count > 0 else { return largest }
    var (least, most) = (Double.infinity, -Double.infinity)
    for choice in 0..<Int(pow(3, Double(count))) {
      // For each number: free, nought or the largest.
      let states = (0..<count).map { choice / Int(pow(3, Double($0))) % 3 }
      guard let corner = corner(states) else { continue }
      (least, most) = (min(least, corner[unknown]), max(most, corner[unknown]))
    }
    #expect(least.isFinite, "the truth is allowed")
    return most - least
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
