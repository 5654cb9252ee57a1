import Diagnostics
import FundingModel

/// Reads what an estimate may be: one range for all values, or a range by each value's path.
struct RateBoundsReader {
  /// The rate's unit.
  let unit: Unit
  /// The rate's values.
  let tables: [DatedTable]

  /// The bounds; nil, with mistakes, where they can't be read.
  func bounds(_ node: YAMLNode, into mistakes: inout MistakeCollector) -> RateBounds? {
    var ranges: [(path: String, range: ClosedRange<Rational>, span: SourceSpan)] = []
    collect(node, path: [], into: &ranges, &mistakes)
    var known: [String] = []
    for table in tables {
      for cell in table.cells + (table.otherwise.map { [$0] } ?? []) {
        let path = cell.path.joined(separator: ".")
        if !known.contains(path) { known.append(path) }
        guard
          let bounds = ranges.first(where: { $0.path == path })
            ?? ranges.first(where: {
              $0.path.isEmpty
            }), !bounds.range.contains(cell.value)
        else { continue }
        mistakes.add(
          .outsideBounds(
            inWords(cell.value),
            bounds: "\(inWords(bounds.range.lowerBound))..\(inWords(bounds.range.upperBound))"),
          at: cell.place.span)
      }
    }
    for (path, _, span) in ranges where !path.isEmpty && !known.contains(path) {
      mistakes.add(.unknownBounds(path, known: known), at: span)
    }
    return RateBounds(
      ranges: Dictionary(
        ranges.map { ($0.path, $0.range) }, uniquingKeysWith: { first, _ in first })
    )
  }

  private func inWords(_ value: Rational) -> String { "\(unit.isMoney ? "£" : "")\(value)" }

  private func collect(
    _ node: YAMLNode, path: [String],
    into ranges: inout [(path: String, range: ClosedRange<Rational>, span: SourceSpan)],
    _ mistakes: inout MistakeCollector
  ) {
    switch node {
    case .mapping(let mapping):
      for entry in mapping.entries {
        collect(entry.value, path: path + [entry.key.text], into: &ranges, &mistakes)
      }
    case .list(let list): mistakes.add(.badBounds("[…]"), at: list.span)
    case .scalar(let scalar):
      guard let dots = scalar.text.firstRange(of: ".."),
        case .success(let low) = RateValue.number(
          String(scalar.text[..<dots.lowerBound]), unit: unit),
        case .success(let high) = RateValue.number(
          String(scalar.text[dots.upperBound...]), unit: unit), low <= high
      else {
        mistakes.add(.badBounds(scalar.text), at: scalar.span)
        return
      }
      ranges.append((path.joined(separator: "."), low...high, scalar.span))
    }
  }
}
