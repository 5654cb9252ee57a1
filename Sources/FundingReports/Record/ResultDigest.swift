internal import Crypto
import FundingModel

/// What makes two results the same result: one SHA-256 over every penny of them.
///
/// - Shape: lines of text. For each school, by number, then run, by name, then year: its share and
///   each line of its formula, by kind and name. Then each authority's budget and given lines.
/// - Invariant: names of files, threads, the time and the order of rows and runs do not count; a
///   penny anywhere does.
enum ResultDigest {
  /// The digest of a result, as 64 hexadecimal digits.
  static func hex(of result: ScenarioResult) -> String {
    var digest = SHA256()
    var text = CanonicalText()
    text.add("cyllido-digest", 1)
    let ordered = OrderedOutcomes(of: result)
    let outcomes = ordered.outcomes.indices.sorted { left, right in
      key(ordered.outcomes[left]) < key(ordered.outcomes[right])
    }
    let lineOrders = ordered.outcomes.map { outcome in
      outcome.allocation.groups.map { order(of: $0.lines) }
    }
    for (row, number) in result.census.schools.numbers.enumerated() {
      for index in outcomes {
        guard let place = ordered.place(ofSchool: row, in: index) else { continue }
        let outcome = ordered.outcomes[index]
        let group = outcome.allocation.groups[place.group]
        text.add("share", Int64(number), outcome.specification.name)
        text.add("year", Int64(outcome.allocation.year.start))
        text.add("pence", group.share(at: place.position).pence)
        let amounts = group.amounts(at: place.position)
        for line in lineOrders[index][place.group] {
          text.add(
            group.lines[line].kind.rawValue, amounts[amounts.startIndex + line].pence,
            group.lines[line].name)
        }
      }
      if text.bytes.count > 1 << 16 { text.empty(into: &digest) }
    }
    addBudgets(result.authorities, to: &text)
    text.empty(into: &digest)
    return digest.hex()
  }

  private static func addBudgets(_ rows: [BudgetRow], to text: inout CanonicalText) {
    let sorted = rows.sorted { left, right in
      (left.authority ?? 0, left.run, left.year.start)
        < (right.authority ?? 0, right.run, right.year.start)
    }
    for row in sorted {
      text.add("authority", Int64(row.authority ?? 0), row.run)
      text.add("year", Int64(row.year.start))
      text.add("schools", Int64(row.schools))
      text.add("pupils", row.pupils)
      text.add("isb", row.isb.pence)
      for kind in AuthorityLine.Kind.allCases {
        if let amount = row.line(kind) { text.add(kind.rawValue, amount.pence) }
      }
    }
  }

  private static func key(_ outcome: RunOutcome) -> (String, Int) {
    (outcome.specification.name, outcome.allocation.year.start)
  }

  /// The lines by kind and name; lines alike stay in the formula's order.
  private static func order(of lines: [AllocationLine]) -> [Int] {
    lines.indices.sorted {
      (lines[$0].kind.rawValue, lines[$0].name, $0) < (lines[$1].kind.rawValue, lines[$1].name, $1)
    }
  }
}

/// Lines of a word, a number and perhaps a name, the name after its length so that no name can pass
/// for something else.
private struct CanonicalText {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ word: String, _ number: Int64, _ name: String? = nil) {
    bytes.append(contentsOf: word.utf8)
    bytes.append(UInt8(ascii: " "))
    CSV.append(number, to: &bytes)
    if let name {
      bytes.append(UInt8(ascii: " "))
      CSV.append(Int64(name.utf8.count), to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: name.utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func empty(into digest: inout SHA256) {
    digest.update(data: bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
