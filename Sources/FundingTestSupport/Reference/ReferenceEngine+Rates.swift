import BigInt
import FundingModel

/// A key as the reference holds it against a cell.
private enum ReferenceKey {
  case text(String)
  case number(BigRational)
  /// The band that begins exactly here.
  case lowerEnd(BigRational)
}

extension ReferenceEngine {
  /// The value of a rate.
  func rate(_ lookup: RateLookup, row: Int, pupil: Int?) throws(ReferenceFailures)
    -> BigRational
  {
    let rate = formula.rates[lookup.rate]
    guard let table = rate.tables.filter({ $0.from <= year }).max(by: { $0.from < $1.from }) else {
      let first = rate.tables.map(\.from).min() ?? year
      throw ReferenceFailures(
        .rateBegins(rate: rate.name, first: first, year: year), lookup.place)
    }
    var keys: [ReferenceKey] = []
    for (axis, key) in lookup.keys.enumerated() {
      switch key {
      case .fixed(let text): keys.append(.text(text))
      case .field(let reference):
        let value = try field(reference, row: row, pupil: pupil)
        if case .number(let number) = value, rate.axes[axis].isNumeric {
          keys.append(.number(BigRational(number)))
        } else {
          keys.append(.text(value.description))
        }
      case .number(let amount):
        keys.append(.number(try value(amount, row: row, pupil: pupil)))
      }
    }
    if let found = value(of: rate, table, keys) { return found }
    if let otherwise = table.otherwise { return cellValue(BigRational(otherwise.value), rate) }
    throw ReferenceFailures(
      .noRate(
        rate: rate.name,
        keys: keys.map { key in
          switch key {
          case .text(let text): text
          case .number(let number), .lowerEnd(let number): number.rational?.description ?? "?"
          }
        }), lookup.place)
  }

  /// A cell's value, rounded where the formula rounds rates: before anything is mixed of it.
  private func cellValue(_ value: BigRational, _ rate: Rate) -> BigRational {
    guard let step = formula.rounding.rate, rate.unit.isMoney else { return value }
    return value.rounded(to: BigRational(step), formula.rounding.mode)
  }

  private func value(of rate: Rate, _ table: DatedTable, _ keys: [ReferenceKey]) -> BigRational? {
    // Joined bands first: twice the same question, for the lower ends on either side.
    for axis in keys.indices {
      guard case .bands(_, _, true) = rate.axes[axis], case .number(let x) = keys[axis] else {
        continue
      }
      let lowers = Set(
        siblings(table, keys, before: axis, rate).compactMap { lower(of: $0.keys[axis]) }
      ).sorted()
      guard let low = lowers.last(where: { $0 <= x }) else { return nil }
      var atLow = keys
      atLow[axis] = .lowerEnd(low)
      guard let high = lowers.first(where: { $0 > x }), x != low else {
        return value(of: rate, table, atLow)
      }
      var atHigh = keys
      atHigh[axis] = .lowerEnd(high)
      guard let left = value(of: rate, table, atLow), let right = value(of: rate, table, atHigh)
      else { return nil }
      let weight = (x - low) / (high - low)
      return left * (BigRational(1) - weight) + right * weight
    }
    let cell = table.cells.first { cell in
      keys.indices.allSatisfy { matches(cell, keys, $0, rate, table) }
    }
    return cell.map { cellValue(BigRational($0.value), rate) }
  }

  private func siblings(
    _ table: DatedTable, _ keys: [ReferenceKey], before axis: Int, _ rate: Rate
  ) -> [RateCell] {
    table.cells.filter { cell in
      (0..<axis).allSatisfy { matches(cell, keys, $0, rate, table) }
    }
  }

  private func matches(
    _ cell: RateCell, _ keys: [ReferenceKey], _ axis: Int, _ rate: Rate, _ table: DatedTable
  ) -> Bool {
    switch (cell.keys[axis], keys[axis]) {
    case (.categories(let names), .text(let text)): return names.contains(text)
    case (.range(let lower, _), .lowerEnd(let end)): return BigRational(lower) == end
    case (.range(let lower, let upper), .number(let x)):
      let isBand = rate.axes[axis].isBand
      guard BigRational(lower) <= x else { return false }
      guard let upper else { return true }
      let later = siblings(table, keys, before: axis, rate)
        .compactMap { self.lower(of: $0.keys[axis]) }.filter { $0 > BigRational(lower) }.min()
      if isBand, let later {
        if later <= x { return false }
        if x > BigRational(upper) { return later - BigRational(upper) <= BigRational(1) }
      }
      return x <= BigRational(upper)
    case (.categories, _), (.range, .text): return false
    }
  }

  private func lower(of key: RateKey) -> BigRational? {
    if case .range(let lower, _) = key { BigRational(lower) } else { nil }
  }
}

extension RateAxis {
  fileprivate var isNumeric: Bool {
    switch self {
    case .field, .labels: false
    case .bands, .numbers: true
    }
  }

  fileprivate var isBand: Bool {
    if case .bands = self { true } else { false }
  }
}
