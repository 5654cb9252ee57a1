import Diagnostics
import FundingModel

/// Reads a whole formula, section by section.
struct FormulaReader {
  /// The file, as the user named it.
  let path: String
  /// The fields there are.
  let fields: FieldCatalogue

  /// A formula; nil only where there are mistakes.
  func formula(_ root: YAMLNode, into mistakes: inout MistakeCollector) -> Formula? {
    guard
      let reader = MappingReader(
        root, "a formula file",
        required: ["cyllido", "formula", "authority", "year", "title", "status", "factors"],
        optional: ["sources", "rates", "definitions", "rounding", "adjustments"], into: &mistakes)
    else { return nil }
    let header = FormulaHeader(reader, path: path, into: &mistakes)
    let sources = FundingSource.list(reader, into: &mistakes)
    let (rates, unread) = self.rates(
      reader, RateReader(fields: fields, sources: sources.map(\.key), year: header.year),
      into: &mistakes)
    var scope = ExpressionScope(fields: fields, rates: rates, broken: unread)
    var used = definitions(reader, in: &scope, into: &mistakes)
    var factorReader = FactorReader(scope: scope, sources: sources.map(\.key))
    let factors = self.factors(reader, &factorReader, into: &mistakes)
    used.formUnion(factorReader.used)
    var adjusting = AdjustmentReader(
      fields: fields, sources: sources.map(\.key), year: header.year,
      names: .formula(factors: factors), scope: scope, rates: rates)
    let adjustments =
      reader["adjustments"].map { adjusting.adjustments($0, into: &mistakes) } ?? []
    used.formUnion(adjusting.used)
    // What couldn't be read has its own mistakes, and is not called unused as well.
    reportUnused(reader, used: used.union(scope.broken), into: &mistakes)
    let rounding = reader["rounding"].map { RoundingPolicy($0, into: &mistakes) } ?? .standard
    return Formula(
      name: header.name, path: path, reach: header.reach, year: header.year, title: header.title,
      status: header.status, sources: sources, rates: adjusting.rates,
      definitions: scope.definitions, factors: factors, adjustments: adjustments,
      rounding: rounding)
  }

  /// The rates that can be read, and the names of those that can't.
  private func rates(
    _ reader: MappingReader, _ rateReader: RateReader, into mistakes: inout MistakeCollector
  ) -> ([Rate], Set<String>) {
    guard let mapping = reader["rates"]?.table("'rates'", into: &mistakes) else { return ([], []) }
    var rates: [Rate] = []
    var unread: Set<String> = []
    for entry in mapping.entries {
      let before = mistakes.count
      let isNamed = FormulaName.check(entry.key, of: "a rate", fields: fields, into: &mistakes)
      let rate = rateReader.rate(named: entry.key, entry.value, into: &mistakes)
      if let rate, isNamed, mistakes.count == before {
        rates.append(rate)
      } else {
        unread.insert(entry.key.text)
      }
    }
    return (rates, unread)
  }

  /// Reads the definitions into the scope, each seeing those above it.
  ///
  /// - Returns: The rates and definitions that they use.
  private func definitions(
    _ reader: MappingReader, in scope: inout ExpressionScope,
    into mistakes: inout MistakeCollector
  ) -> Set<String> {
    guard let mapping = reader["definitions"]?.table("'definitions'", into: &mistakes)
    else { return [] }
    var used: Set<String> = []
    let rates = reader["rates"].flatMap { node -> YAMLMapping? in
      if case .mapping(let mapping) = node { mapping } else { nil }
    }
    scope.later = mapping.entries.map { ($0.key.text, $0.key.span) }
    for entry in mapping.entries {
      let name = entry.key.text
      var isNamed = FormulaName.check(
        entry.key, of: "a definition", fields: fields, into: &mistakes)
      if let rate = rates?[name] {
        mistakes.add(.nameTwice(name, first: rate.key.span), at: entry.key.span)
        isNamed = false
      }
      if entry.value.isNothing {
        mistakes.add(.noValue(of: "'\(name)'"), at: entry.key.span)
      }
      let scalar =
        entry.value.isNothing
        ? nil : entry.value.text("the definition '\(name)'", into: &mistakes)
      let result = scalar.map {
        CheckedExpression.amount($0, in: scope, at: .school, into: &mistakes)
      }
      used.formUnion(result?.used ?? [])
      scope.later.removeAll { $0.name == name }
      if let amount = result?.value, isNamed {
        scope.definitions.append(
          Definition(
            name: name, unit: amount.unit ?? .number, amount: amount.amount,
            place: entry.key.span.place))
      } else {
        scope.broken.insert(name)
      }
    }
    return used
  }

  private func factors(
    _ reader: MappingReader, _ factorReader: inout FactorReader,
    into mistakes: inout MistakeCollector
  ) -> [Factor] {
    guard let mapping = reader["factors"]?.table("'factors'", into: &mistakes) else { return [] }
    if mapping.entries.isEmpty { mistakes.add(.noFactors, at: mapping.span) }
    var factors: [Factor] = []
    for entry in mapping.entries {
      if let factor = factorReader.factor(named: entry.key, entry.value, into: &mistakes) {
        factors.append(factor)
      }
    }
    return factors
  }

  private func reportUnused(
    _ reader: MappingReader, used: Set<String>, into mistakes: inout MistakeCollector
  ) {
    for (section, kind) in [("rates", NameKind.rate), ("definitions", .definition)] {
      guard case .mapping(let mapping)? = reader[section] else { continue }
      for entry in mapping.entries where !used.contains(entry.key.text) {
        mistakes.add(.unused(entry.key.text, kind: kind), at: entry.key.span)
      }
    }
  }
}
