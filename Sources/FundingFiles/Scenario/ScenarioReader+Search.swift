internal import Diagnostics
internal import FundingModel

extension ScenarioReader {
  /// What a solve makes as small as possible, and within which bounds; nil for nothing.
  mutating func readSearch(_ table: MappingReader, by rates: [[String]]) -> SearchSpecification? {
    guard let entry = table.entry("minimise") else {
      for key in ["bounds", "balance"] {
        guard let entry = table.entry(key) else { continue }
        mistakes.report(.onlyWithMinimise(key), at: entry.key.span)
      }
      return nil
    }
    let aim = table.choice("minimise", SearchSpecification.Aim.self, into: &mistakes)
    if rates.count == 1 { mistakes.report(.oneUnknown, at: entry.key.span) }
    let limits = table.entry("bounds").map { readBounds($0, by: rates) } ?? []
    var balance = 0
    if let scalar = table.text("balance", into: &mistakes) {
      balance = position(of: scalar, among: rates, key: "balance") ?? 0
    }
    guard let aim else { return nil }
    return SearchSpecification(
      aim: aim, limits: limits, balance: balance, place: entry.key.span.place)
  }

  /// Which of the rates a text names; a mistake where none.
  private mutating func position(
    of scalar: YAMLScalar, among rates: [[String]], key: String
  ) -> Int? {
    let known = rates.map { $0.joined(separator: ".") }
    guard let position = known.firstIndex(of: scalar.text) else {
      mistakes.report(.notAmongRates(scalar.text, key: key, known: known), at: scalar.span)
      return nil
    }
    return position
  }

  private mutating func readBounds(
    _ entry: YAMLMapping.Entry, by rates: [[String]]
  ) -> [SearchSpecification.Limits] {
    guard let table = entry.value.table("'bounds'", into: &mistakes) else { return [] }
    return table.entries.compactMap { item in
      guard let position = position(of: item.key, among: rates, key: "bounds"),
        let scalar = item.value.text("bounds", into: &mistakes)
      else { return nil }
      guard let dots = scalar.text.firstRange(of: ".."),
        let low = Self.bound(scalar.text[..<dots.lowerBound]),
        let high = Self.bound(scalar.text[dots.upperBound...]),
        low.isMoney == high.isMoney, low.value <= high.value
      else {
        mistakes.report(.notBounds(scalar.text), at: scalar.span)
        return nil
      }
      return SearchSpecification.Limits(
        path: rates[position], kind: low.isMoney ? .amounts : .multipliers,
        low: low.value, high: high.value, place: scalar.span.place)
    }
  }

  /// A number that is not below nought, with a pound sign or without.
  private static func bound(_ text: Substring) -> (value: Rational, isMoney: Bool)? {
    let isMoney = text.first == "£"
    guard let value = Rational(decimal: isMoney ? text.dropFirst() : text), value >= .zero else {
      return nil
    }
    return (value, isMoney)
  }
}
