import Foundation
import Testing

/// What the sums that are shown give of schools that are not, by elimination.
///
/// Who gains and who lies below the benchmark is taken to be known.
struct DisclosureSums {
  /// The schools of which a share in either run, or the change, is given.
  let given: Set<String>
  /// Rows of other groups that show a sum though such a school is in them.
  let others: [String]
  /// How many sums with such schools in them are shown.
  let equations: Int

  /// The benchmark of the year, for each pupil.
  private static let benchmark = 6390

  /// Looks at the tables of a folder.
  init(in folder: TemporaryFolder, of census: AttackedCensus, hiding numbers: Set<String>) throws {
    let schools = census.schools.filter { numbers.contains($0.number) }
    func rows(_ name: String) throws -> [[String: String]] {
      let table = try ResultTable(folder.url.appending(path: "o/\(name).csv"))
      return table.rows.map { row in
        Dictionary(uniqueKeysWithValues: zip(table.columns, row))
      }
    }
    func isIn(_ row: [String: String], _ school: AttackedCensus.School) -> Bool {
      ["wales", school.authority].contains(row["authority"])
        && ["all", school.sector, nil].contains(row["sector"])
    }
    // For each school its share in the first run and in the second.
    var equations: [[Double]] = []
    func add(_ factors: [(Double, Double)]) { equations.append(factors.flatMap { [$0.0, $0.1] }) }
    for row in try rows("authorities") + rows("sectors") where row["isb"] != "" {
      add(
        schools.map { school in
          guard isIn(row, school) else { return (0, 0) }
          return row["run"] == "first" ? (1, 0) : row["run"] == "second" ? (0, 1) : (0, 0)
        })
    }
    for row in try rows("parity-authorities") where row["cost"] != "" {
      let meals = row["run"] == "first" ? 1000 : 1500
      add(
        schools.map { school in
          guard isIn(row, school),
            census.share(school, meals: meals) < Self.benchmark * school.pupils
          else { return (0, 0) }
          return row["run"] == "first" ? (1, 0) : (0, 1)
        })
    }
    var others: [String] = []
    for row in try rows("gains") where row["gain"] != "" {
      let group = row["group"] ?? ""
      let band = group.split(separator: ".").compactMap { Int($0) }
      let members = schools.map { school in
        switch row["by"] {
        case "all": true
        case "authority": school.authority == group
        case "sector": school.sector == group
        case "size": band.count == 2 && (band[0]...band[1]).contains(school.pupils)
        // Of these the files don't say who is in which; all of one kind is where nothing is known.
        default: group == "not_known"
        }
      }
      if ["all", "authority", "sector"].contains(row["by"]) {
        add(
          zip(schools, members).map { school, isMember in
            let gains = census.share(school, meals: 1500) > census.share(school, meals: 1000)
            return isMember && gains ? (-1, 1) : (0, 0)
          })
      } else if members.contains(true) {
        others.append("\(row)")
      }
    }
    self.others = others
    self.equations = equations.count { $0.contains { $0 != 0 } }
    // The same in terms of the first share and the change: the second is their sum.
    let changes = equations.map { row -> [Double] in
      var changed = row
      for first in stride(from: 0, to: row.count, by: 2) { changed[first] += row[first + 1] }
      return changed
    }
    let found = Differences.given(by: equations).union(Differences.given(by: changes))
    given = Set(found.map { schools[$0 / 2].number })
  }
}
