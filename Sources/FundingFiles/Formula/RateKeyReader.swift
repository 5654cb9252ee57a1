import Diagnostics
import FundingModel

/// Reads the keys of a rate's table along one axis, and sees that no two claim the same value.
struct RateKeyReader {
  /// The fields there are.
  let fields: FieldCatalogue
  /// What the keys are of.
  let axis: RateAxis
  private var seen: [(key: RateKey, scalar: YAMLScalar)] = []

  /// Begins a table.
  init(fields: FieldCatalogue, axis: RateAxis) {
    self.fields = fields
    self.axis = axis
  }

  /// One key; nil, with a mistake, where it can't be read or is claimed already.
  mutating func key(_ scalar: YAMLScalar, into mistakes: inout MistakeCollector) -> RateKey? {
    let key: RateKey?
    switch axis {
    case .field(let name):
      guard let field = fields.field(named: name) else { return nil }
      switch field.kind {
      case .category(let domain): key = category(scalar, of: name, domain, into: &mistakes)
      case .flag:
        guard scalar.text == "true" || scalar.text == "false" else {
          mistakes.add(.badFlagKey(scalar.text, field: name), at: scalar.span)
          return nil
        }
        key = .categories([scalar.text])
      case .number: return nil
      }
    case .labels:
      guard FormulaName.isName(scalar.text) else {
        mistakes.add(FormulaMistake.badName(scalar.text, of: "a label"), at: scalar.span)
        return nil
      }
      key = .categories([scalar.text])
    case .bands: key = range(scalar, .badBand(scalar.text), isBand: true, into: &mistakes)
    case .numbers(let name, _):
      key = range(
        scalar, .badNumberKey(scalar.text, field: name), isBand: false, into: &mistakes)
    }
    guard let key, isFree(key, scalar, into: &mistakes) else { return nil }
    seen.append((key, scalar))
    return key
  }

  private func category(
    _ scalar: YAMLScalar, of field: String, _ domain: CategoryDomain,
    into mistakes: inout MistakeCollector
  ) -> RateKey? {
    let names = CategoryNames(field: field, domain: domain)
    func one(_ text: String, _ range: Range<Int>) -> String? {
      if let name = names.category(text, knowsData: fields.knowsData) { return name }
      let mistake: ExpressionMistake =
        domain.isClosed
        ? .unknownCategory(text, field: field, known: domain.names)
        : .absentCategory(text, field: field, known: domain.names)
      mistakes.add(mistake, at: scalar.isQuoted ? scalar.span : scalar.span(of: range))
      return nil
    }
    let text = scalar.text
    guard names.category(text, knowsData: true) == nil, let dots = text.firstRange(of: "..") else {
      return one(text, 0..<text.count).map { .categories([$0]) }
    }
    guard domain.isOrdered else {
      mistakes.add(.rangeWithoutOrder(field), at: scalar.span)
      return nil
    }
    let (low, high) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let first = one(low.trimmed, 0..<low.count)
    let last = one(high.trimmed, low.count + 2..<text.count)
    guard let first, let last, let start = domain.names.firstIndex(of: first),
      let end = domain.names.firstIndex(of: last)
    else { return nil }
    guard start <= end else {
      mistakes.add(.backwardsRange(first, last), at: scalar.span)
      return nil
    }
    return .categories(Array(domain.names[start...end]))
  }

  private func range(
    _ scalar: YAMLScalar, _ mistake: FormulaMistake, isBand: Bool,
    into mistakes: inout MistakeCollector
  ) -> RateKey? {
    let text = scalar.text
    func number(_ text: Substring) -> Rational? {
      let trimmed = text.trimmed
      return Rational(decimal: trimmed.first == "£" ? String(trimmed.dropFirst()) : trimmed)
    }
    guard let dots = text.firstRange(of: "..") else {
      guard let value = number(text[...]) else {
        mistakes.add(mistake, at: scalar.span)
        return nil
      }
      return .range(value, value)
    }
    let (low, high) = (text[..<dots.lowerBound], text[dots.upperBound...])
    guard let first = number(low), isBand || !high.trimmed.isEmpty else {
      mistakes.add(mistake, at: scalar.span)
      return nil
    }
    if high.trimmed.isEmpty { return .range(first, nil) }
    guard let last = number(high) else {
      mistakes.add(mistake, at: scalar.span)
      return nil
    }
    guard first <= last else {
      mistakes.add(.backwardsRange(low.trimmed, high.trimmed), at: scalar.span)
      return nil
    }
    return .range(first, last)
  }

  private func isFree(
    _ key: RateKey, _ scalar: YAMLScalar, into mistakes: inout MistakeCollector
  ) -> Bool {
    for other in seen {
      switch (key, other.key) {
      case (.categories(let some), .categories(let others)):
        guard let twice = some.first(where: { others.contains($0) }) else { continue }
        mistakes.add(.categoryTwice(twice, first: other.scalar.span), at: scalar.span)
        return false
      case (.range(let low, let high), .range(let otherLow, let otherHigh)):
        guard overlap(low, high, otherLow, otherHigh) else { continue }
        mistakes.add(
          .overlap(scalar.text, other: other.scalar.text, first: other.scalar.span),
          at: scalar.span)
        return false
      case (.categories, .range), (.range, .categories): continue
      }
    }
    return true
  }

  /// Whether two ranges share a number; bands may share an end, which belongs to the upper one.
  private func overlap(
    _ low: Rational, _ high: Rational?, _ otherLow: Rational, _ otherHigh: Rational?
  ) -> Bool {
    if low == otherLow { return true }
    let (upper, lowerHigh) = low < otherLow ? (otherLow, high) : (low, otherHigh)
    guard let lowerHigh else { return true }
    switch axis {
    case .bands: return upper < lowerHigh
    case .field, .numbers, .labels: return upper <= lowerHigh
    }
  }
}
