internal import Diagnostics
internal import FundingModel

extension ScenarioReader {
  /// The most that an amount in a scenario may be.
  private static let greatest = Money(pounds: 1_000_000_000_000)

  /// Which runs are compared with which.
  mutating func readComparison(
    _ entry: YAMLMapping.Entry, runs names: [String]
  ) -> ComparisonSpecification? {
    guard
      let table = MappingReader(
        entry.value, "'compare'", required: ["baseline", "with"], owner: entry.key.span,
        into: &mistakes)
    else { return nil }
    let baseline = table.text("baseline", into: &mistakes)
    if let baseline, baseline.text != "published", !names.contains(baseline.text) {
      mistakes.report(.unknownRun(baseline.text, known: names + ["published"]), at: baseline.span)
    }
    guard let others = table.entry("with") else { return nil }
    let nodes = oneOrMany(others.value)
    if nodes.isEmpty { mistakes.report(.nothingCompared, at: others.key.span) }
    var with: [String] = []
    for node in nodes {
      guard let scalar = node.text("'with'", into: &mistakes) else { continue }
      if scalar.text == "published" {
        mistakes.report(.publishedBudgets, at: scalar.span)
      } else if !names.contains(scalar.text) {
        mistakes.report(.unknownRun(scalar.text, known: names), at: scalar.span)
      } else if scalar.text == baseline?.text {
        mistakes.report(.comparedWithItself(scalar.text), at: scalar.span)
      } else if with.contains(scalar.text) {
        mistakes.report(.repeatedRun(scalar.text), at: scalar.span)
      }
      with.append(scalar.text)
    }
    guard let baseline else { return nil }
    return ComparisonSpecification(
      baseline: baseline.text, with: with, place: entry.key.span.place)
  }

  /// The amounts per pupil that schools are held against: one, one with its source, or a list.
  mutating func readBenchmarks(_ entry: YAMLMapping.Entry) -> [Benchmark] {
    let nodes = oneOrMany(entry.value)
    if nodes.isEmpty { mistakes.report(.noBenchmarks, at: entry.key.span) }
    return nodes.compactMap { readBenchmark($0) }
  }

  private mutating func readBenchmark(_ node: YAMLNode) -> Benchmark? {
    if case .mapping = node {
      guard
        let table = MappingReader(
          node, "a benchmark", required: ["value"], optional: ["source"],
          into: &mistakes)
      else { return nil }
      let source = table["source"].flatMap { readSource($0, owner: table.entry("source")) }
      guard let value = table.text("value", into: &mistakes), let amount = readMoney(value) else {
        return nil
      }
      return Benchmark(amount: amount, source: source)
    }
    guard let scalar = node.text("a benchmark", into: &mistakes) else { return nil }
    return readMoney(scalar).map { Benchmark(amount: $0, source: nil) }
  }

  /// An amount of money above nought.
  mutating func readMoney(_ scalar: YAMLScalar) -> Money? {
    let text = scalar.text.hasPrefix("£") ? String(scalar.text.dropFirst()) : scalar.text
    func refuse(_ mistake: ScenarioMistake) -> Money? {
      mistakes.report(mistake, at: scalar.span)
      return nil
    }
    if CellValue.hasThousandsCommas(text) { return refuse(.thousandsCommas(scalar.text)) }
    guard let pounds = Rational(decimal: text) else { return refuse(.notAmount(scalar.text)) }
    guard pounds > .zero else { return refuse(.notPositive(scalar.text)) }
    guard pounds <= Self.greatest.pounds else { return refuse(.tooLarge(scalar.text)) }
    guard let pence = try? pounds.multiplied(by: Rational(100)), pence.isWhole,
      let money = try? pounds.roundedToPenny()
    else { return refuse(.partOfPenny(scalar.text)) }
    return money
  }
}
