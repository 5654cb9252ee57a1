import FundingBatch
import FundingModel

/// What the errors of the local formulae depend on, as far as public data tells: a section of the
/// page on fidelity.
struct FidelityResiduals {
  let schools: [FittedSchool]
  let census: Census
  let language: Language

  /// One school that was held out: by how much its published budget is above what it would get.
  private struct Held {
    let row: Int
    let above: Double
  }

  /// A way of grouping schools: its name, and each school's group in the order shown.
  private struct Grouping {
    let name: String
    let groups: [(name: String, schools: [Held])]
  }

  func lines() -> [String] {
    ["## \(ResidualWords.title[language])", ""]
      + ["primary", "secondary"].flatMap(section) + [ResidualWords.meaning[language], ""]
  }

  private func section(_ sector: String) -> [String] {
    let held = schools.filter { $0.sector == sector }.compactMap { school -> Held? in
      guard let fitted = school.heldOut, fitted > 0, let row = census.schools.row(of: school.school)
      else { return nil }
      return Held(row: row, above: school.published.pounds.approximation / fitted - 1)
    }
    guard !held.isEmpty else { return [] }
    let groupings = groupings(of: held, sector: sector)
    let middle = Self.median(held.map { abs($0.above) })
    var lines = [
      "| "
        + ResidualWords.head(FitWords.sector(sector)).map { $0[language] }
        .joined(separator: " | ") + " |",
      "|---|--:|--:|--:|",
      Self.row(FitWords.all[language], held),
    ]
    for grouping in groupings {
      for group in grouping.groups where group.schools.count >= 5 {
        lines.append(Self.row("\(grouping.name): \(group.name)", group.schools))
      }
    }
    lines.append("")
    for grouping in groupings {
      let remaining = FitFigures.percent(Self.remaining(grouping.groups.map(\.schools)))
      let words = ResidualWords.remaining(
        remaining, by: grouping.name, of: FitFigures.percent(middle))
      lines.append("- \(words[language])")
    }
    return lines + [""]
  }

  private func groupings(of held: [Held], sector: String) -> [Grouping] {
    let sizes: [Int64] = sector == "primary" ? [50, 100, 210, 420] : [600, 1000, 1500]
    var result = [
      bands(ResidualWords.pupils, held, edges: sizes.map(Double.init)) {
        Double(census.pupils.heads(ofSchool: $0))
      }
    ]
    if let meals = meals {
      result.append(
        bands(ResidualWords.meals, held, edges: [10, 20, 30, 40]) { meals[$0] * 100 })
    }
    for name in ["language", "school_type", "governance"] {
      guard let column = census.schools.column(name) else { continue }
      let groups = Dictionary(grouping: held) {
        column[$0.row]?.description ?? ResidualWords.notGiven[language]
      }
      result.append(
        Grouping(
          name: name, groups: groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    }
    if let ratio = census.schools.column("pupil_teacher_ratio"),
      case .number = ratio.field.kind
    {
      result.append(
        bands(ResidualWords.pupilsPerTeacher, held, edges: [16, 18, 20, 22, 24]) { row in
          guard case .number(let value)? = ratio[row] else { return .nan }
          return value.approximation
        })
    }
    return result
  }

  private func bands(
    _ name: BilingualText, _ held: [Held], edges: [Double], _ value: (Int) -> Double
  ) -> Grouping {
    let known = held.map { ($0, value($0.row)) }.filter { !$0.1.isNaN }
    let groups = (0...edges.count).map { index -> (String, [Held]) in
      let least = index == 0 ? nil : edges[index - 1]
      let limit = index == edges.count ? nil : edges[index]
      let words = ResidualWords.band(from: least, below: limit)[language]
      return (
        words,
        known.filter { $0.1 >= least ?? -.infinity && $0.1 < limit ?? .infinity }.map(\.0)
      )
    }
    return Grouping(name: name[language], groups: groups)
  }

  /// Each school's share of pupils eligible for free school meals; nil where it isn't known.
  private var meals: [Double]? {
    guard let column = census.pupils.column("fsm") else { return nil }
    return (0..<census.schools.count).map { row in
      let heads = census.pupils.heads(ofSchool: row)
      let eligible = census.pupils.entries(ofSchool: row).reduce(Int64(0)) {
        column[Int(census.pupils.pupils[$1])] == .flag(true) ? $0 + census.pupils.counts[$1] : $0
      }
      return heads > 0 ? Double(eligible) / Double(heads) : .nan
    }
  }

  /// The median error that is left when each group's middle is taken out of its schools.
  private static func remaining(_ groups: [[Held]]) -> Double {
    median(
      groups.flatMap { group in
        let middle = median(group.map(\.above))
        return group.map { abs($0.above - middle) }
      })
  }

  private static func row(_ name: String, _ held: [Held]) -> String {
    "| \(name) | \(held.count) | \(FitFigures.percent(median(held.map(\.above)))) "
      + "| \(FitFigures.percent(median(held.map { abs($0.above) }))) |"
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }
}
