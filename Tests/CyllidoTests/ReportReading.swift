import Foundation
import Testing

/// A written `report.html` as somebody reads it who is after single schools: the schools embedded for
/// the search box, and every cell of every table.
struct ReportReading {
  /// A table with its English texts.
  struct Table {
    let caption: String
    let head: [String]
    let rows: [[String]]
  }

  let html: String
  let tables: [Table]
  /// What is embedded of the schools.
  let data: [String: Any]

  init(_ url: URL) throws {
    html = try String(contentsOf: url, encoding: .utf8)
    let json = html.split(separator: "id=\"data\">")[1].split(separator: "</script>")[0]
    data = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
    tables = html.components(separatedBy: "<p class=\"caption\"").dropFirst().map { part in
      let text = part.components(separatedBy: "</table>")[0]
      func cells(_ row: String) -> [String] {
        row.replacing("<th", with: "<td").components(separatedBy: "<td").dropFirst().map(Self.words)
      }
      let rows = text.components(separatedBy: "<tr").dropFirst().map(cells)
      return Table(
        caption: Self.words(text.components(separatedBy: "</p>")[0]), head: rows.first ?? [],
        rows: Array(rows.dropFirst()))
    }
  }

  /// A school's entries, one a run, by number.
  func entries(of number: String) -> [Any] {
    let schools = data["schools"] as? [[Any]] ?? []
    return schools.first { $0[0] as? Int == Int(number) }?[4] as? [Any] ?? []
  }

  /// The names of the runs, in the entries' order.
  var runs: [String] {
    (data["runs"] as? [[String: Any]] ?? []).map { ($0["name"] as? [String])?.first ?? "" }
  }

  /// Every whole number that is embedded, and every text of a table's cell.
  var figures: Set<String> {
    var figures = Set(tables.flatMap { $0.rows.joined() })
    func collect(_ value: Any) {
      if let list = value as? [Any] { list.forEach(collect) }
      if let number = value as? Int { figures.insert("\(number)p") }
    }
    collect(data["schools"] ?? [])
    return figures
  }

  /// How many dots are drawn in all.
  var dots: Int { html.components(separatedBy: "h0").count - 1 }

  /// The English words of a piece of HTML that follows a tag's name; no marks, nothing only heard.
  private static func words(_ piece: String) -> String {
    var text = piece.drop { $0 != ">" }.dropFirst().description
    for pattern in [
      "<small>.*?</small>", "<span class=\"heard\">.*?</span></span>",
      "<span lang=\"cy\">.*?</span>",
      "<[^>]*>",
    ] {
      text = text.replacingOccurrences(of: pattern, with: "", options: .regularExpression)
    }
    return text.replacing("&amp;", with: "&").trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// What sums and differences of shown figures tell of single unknowns.
enum Differences {
  /// The unknowns that some mixture of equations gives, by elimination.
  ///
  /// - Parameter equations: For each how often each unknown is in it.
  /// - Returns: The unknowns' places.
  static func given(by equations: [[Double]]) -> Set<Int> {
    var rows = equations
    var next = 0
    for column in 0..<(rows.first?.count ?? 0) {
      guard
        let row = (next..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[row][column]) > 1e-9
      else { continue }
      rows.swapAt(next, row)
      let by = rows[next][column]
      rows[next] = rows[next].map { $0 / by }
      for other in rows.indices where other != next && rows[other][column] != 0 {
        let factor = rows[other][column]
        for index in rows[other].indices { rows[other][index] -= factor * rows[next][index] }
      }
      next += 1
      if next == rows.count { break }
    }
    return Set(
      rows.compactMap { row in
        let found = row.indices.filter { abs(row[$0]) > 1e-9 }
        return found.count == 1 ? found[0] : nil
      })
  }
}
