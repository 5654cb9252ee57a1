internal import Diagnostics
internal import FundingModel

extension ScenarioReader {
  /// The most draws that there may be.
  private static let mostDraws = 1_000_000

  /// What a scenario says of 'uncertain'.
  mutating func readUncertain(_ entry: YAMLMapping.Entry) -> UncertainSpecification? {
    guard let table = entry.value.table("'uncertain'", into: &mistakes) else { return nil }
    var draws: Int?
    var seed: UInt64 = 1
    var quantities: [UncertainQuantity] = []
    if !table.entries.contains(where: { $0.key.text == "draws" }) {
      mistakes.add(.missingKey("draws", of: "'uncertain'"), at: entry.key.span)
    }
    for own in table.entries {
      guard let value = own.value.text("'\(own.key.text)'", into: &mistakes) else { continue }
      switch own.key.text {
      case "draws":
        draws = Int(value.text)
        if !(1...Self.mostDraws).contains(draws ?? 0) {
          mistakes.report(PointsMistake.notDraws(value.text, most: Self.mostDraws), at: value.span)
        }
      case "seed":
        guard let number = UInt64(value.text) else {
          mistakes.report(.notSeed(value.text), at: value.span)
          continue
        }
        seed = number
      default:
        guard let quantity = readQuantity(own.key, value) else { continue }
        if quantities.contains(where: { $0.path == quantity.path }) {
          mistakes.report(.repeatedRate(own.key.text), at: own.key.span)
        }
        quantities.append(quantity)
      }
    }
    if quantities.isEmpty, mistakes.isEmpty {
      mistakes.report(PointsMistake.nothingUncertain, at: entry.key.span)
    }
    guard mistakes.isEmpty, let draws else { return nil }
    return UncertainSpecification(
      draws: draws, seed: seed, quantities: quantities, place: entry.key.span.place)
  }

  private mutating func readQuantity(
    _ key: YAMLScalar, _ value: YAMLScalar
  ) -> UncertainQuantity? {
    guard let path = RatePath.parts(key.text) else {
      mistakes.report(.change(.badPath(key.text)), at: key.span)
      return nil
    }
    switch DistributionText.read(value.text) {
    case .failure(let problem):
      mistakes.report(problem.mistake, at: value.span)
      return nil
    case .success(let distribution):
      return UncertainQuantity(
        path: path, written: key.text, distribution: distribution,
        writtenDistribution: value.text, place: key.span.place)
    }
  }
}

/// How scenarios write a distribution: `normal(£1200, £150)`.
enum DistributionText {
  /// Why a text is no distribution.
  struct Problem: Error {
    /// What to tell.
    let mistake: PointsMistake
  }

  /// How a number is written.
  private enum Kind { case money, percent, plain }

  /// Reads a distribution.
  static func read(_ text: String) -> Result<UncertainQuantity.Distribution, Problem> {
    func failure(_ mistake: PointsMistake) -> Result<UncertainQuantity.Distribution, Problem> {
      .failure(Problem(mistake: mistake))
    }
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
      return failure(.notDistribution(text))
    }
    let name = text[..<open].trimmed
    guard let needed = ["normal": 2, "uniform": 2, "triangular": 3][String(name)] else {
      return failure(.notDistribution(text))
    }
    let parts = text[text.index(after: open)...].dropLast()
      .split(separator: ",", omittingEmptySubsequences: false).map { String($0.trimmed) }
    guard parts.count == needed else {
      return failure(.wrongNumbers(String(name), needed: needed, found: parts.count))
    }
    var numbers: [Rational] = []
    var kinds: Set<Kind> = []
    for part in parts {
      guard let (number, kind) = self.number(part) else {
        return failure(.notDistribution(text))
      }
      guard number.numerator.magnitude <= 1_000_000_000 * number.denominator.magnitude,
        number.denominator <= 100_000_000
      else { return failure(.numberTooLong(part)) }
      numbers.append(number)
      kinds.insert(kind)
    }
    guard kinds.count == 1 else { return failure(.mixedNumbers(text)) }
    switch name {
    case "normal":
      guard numbers[1] > .zero else { return failure(.noDeviation(parts[1])) }
      return .success(.normal(mean: numbers[0], deviation: numbers[1]))
    case "uniform":
      guard numbers[0] < numbers[1] else { return failure(.noRange(text)) }
      return .success(.uniform(low: numbers[0], high: numbers[1]))
    default:
      guard numbers[0] < numbers[2] else { return failure(.noRange(text)) }
      guard numbers[0] <= numbers[1], numbers[1] <= numbers[2] else {
        return failure(.modeOutside(text))
      }
      return .success(.triangular(low: numbers[0], mode: numbers[1], high: numbers[2]))
    }
  }

  /// A number with its sign, `£` or `%`: percentages as fractions.
  private static func number(_ text: String) -> (Rational, Kind)? {
    var rest = text[...]
    let isNegative = rest.first == "-" || rest.first == "−"
    if isNegative { rest = rest.dropFirst() }
    let isMoney = rest.first == "£"
    if isMoney { rest = rest.dropFirst() }
    let isPercent = rest.last == "%"
    if isPercent { rest = rest.dropLast() }
    guard !(isMoney && isPercent), rest.first?.isNumber == true,
      let size = Rational(decimal: String(rest)),
      let scaled = try? size.divided(by: Rational(isPercent ? 100 : 1)),
      let number = try? (isNegative ? scaled.negated() : scaled)
    else { return nil }
    return (number, isMoney ? .money : isPercent ? .percent : .plain)
  }
}
