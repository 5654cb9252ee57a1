internal import Diagnostics
internal import FundingModel

extension ScenarioReader {
  /// A run's changes of the authorities' lines, in order.
  mutating func readLines(_ entry: YAMLMapping.Entry) -> [LineChange] {
    guard let table = entry.value.table("'lines'", into: &mistakes) else { return [] }
    if table.entries.isEmpty { mistakes.report(.noLines, at: entry.key.span) }
    return table.entries.compactMap { readLine($0) }
  }

  private mutating func readLine(_ entry: YAMLMapping.Entry) -> LineChange? {
    let path = entry.key.text
    let kinds = AuthorityLine.Kind.allCases
    let kind = kinds.first { path == $0.rawValue || path.hasPrefix($0.rawValue + ".") }
    let name = kind.flatMap { kind in
      path == kind.rawValue ? nil : String(path.dropFirst(kind.rawValue.count + 1))
    }
    guard let kind, name?.isEmpty != true else {
      mistakes.report(.unknownLine(path, known: kinds.map(\.rawValue)), at: entry.key.span)
      return nil
    }
    guard !entry.value.isNothing else {
      mistakes.add(.noValue(of: "'\(path)'"), at: entry.key.span)
      return nil
    }
    guard let value = entry.value.text("a change", into: &mistakes) else { return nil }
    let change: RateChange
    do throws(RateChangeMistake) {
      change = try RateChange(path: path, value: value.text, place: entry.key.span.place)
    } catch .notAChange(let text) {
      mistakes.report(.notLineChange(text), at: value.span)
      return nil
    } catch {
      mistakes.report(.change(error), at: error.isOfPath ? entry.key.span : value.span)
      return nil
    }
    switch change.operation {
    case .becomes(let amount):
      if value.text.last == "%", !amount.isZero {
        mistakes.report(.percentageOfNothing(value.text), at: value.span)
        return nil
      }
      guard isWholePennies(amount, value) else { return nil }
    case .plus(let amount):
      guard isWholePennies(amount, value) else { return nil }
    case .times: break
    }
    return LineChange(
      kind: kind, name: name, operation: change.operation, written: change.written,
      place: entry.key.span.place)
  }

  private mutating func isWholePennies(_ amount: Rational, _ scalar: YAMLScalar) -> Bool {
    let isWhole = (try? amount.multiplied(by: Rational(100)))?.isWhole ?? false
    if !isWhole { mistakes.report(.partOfPenny(scalar.text), at: scalar.span) }
    return isWhole
  }
}
