public import FundingModel

/// Valid formulae made at random, with every kind of rate, expression, factor and adjustment.
///
/// Units are not kept: the engine never looks at them but to round money.
public struct RandomFormula {
  var random: SplitMix64
  let year: FundingYear
  private(set) var rates: [Rate] = []
  private(set) var definitions: [Definition] = []
  private var line = 10

  /// A formula, the same for the same generator.
  public static func make(_ random: inout SplitMix64, year: FundingYear) -> Formula {
    var maker = RandomFormula(random: random, year: year)
    let formula = maker.formula()
    random = maker.random
    return formula
  }

  private init(random: SplitMix64, year: FundingYear) {
    self.random = random
    self.year = year
  }

  mutating func place() -> Place {
    line += 1
    return Place(line: line, column: 1 + random.below(40))
  }

  private mutating func formula() -> Formula {
    rates = RandomRates.make(&random, year: year)
    for index in 0..<random.below(4) {
      definitions.append(
        Definition(
          name: "definition_\(index)", unit: .number, amount: amount(.school, depth: 3),
          place: place()))
    }
    var factors: [Factor] = []
    for index in 0..<1 + random.below(5) { factors.append(factor(index)) }
    var adjustments: [Adjustment] = []
    if random.chance(30) {
      adjustments.append(Adjustment(name: "part_year", kind: .partYear, place: place()))
    }
    if random.chance(30) {
      adjustments.append(
        Adjustment(
          name: "minimum_per_pupil", kind: .minimumPerPupil(amount(.school, depth: 1)),
          place: place()))
    }
    if random.chance(40) { adjustments.append(protection("floor", of: factors)) }
    if random.chance(40) { adjustments.append(protection("cap", of: factors)) }
    if random.chance(15) { adjustments.append(extra()) }
    adjustments.shuffle(using: &random)
    holdToTotal(&adjustments)
    return Formula(
      name: "random", path: "formulas/random.yaml", reach: .any, year: year,
      title: BilingualText(en: "Random", cy: "Hap"), status: .illustrative, sources: [],
      rates: rates, definitions: definitions, factors: factors, adjustments: adjustments,
      rounding: rounding())
  }

  /// A floor or cap against last year, where the census tells it, or against the run `before`.
  private mutating func protection(_ name: String, of factors: [Factor]) -> Adjustment {
    var leavingOut: [Protection.LeftOut] = []
    if random.chance(40), let factor = factors.first {
      leavingOut.append(Protection.LeftOut(name: factor.name, place: place()))
    }
    func percent(_ number: Int) -> Amount {
      .constant((try? Rational(Int128(number), over: 1000)) ?? .zero)
    }
    let protection = Protection(
      change: percent(random.below(150) - 75 - (random.chance(2) ? 1000 : 0)),
      baseline: random.chance(50) ? .previous : .run(RandomBaseline.name), place: place(),
      leavingOut: leavingOut)
    let scale = percent(random.pick([0, 250, 500, 1000, 1000, random.chance(3) ? 1500 : 125]))
    return Adjustment(
      name: name, kind: name == "floor" ? .floor(protection) : .cap(protection, scale: scale),
      place: place())
  }

  /// Money shared out by the run `before`.
  private mutating func extra() -> Adjustment {
    let total = (try? Rational(Int128(random.below(3_000_000) - 1_000_000), over: 8)) ?? .one
    return Adjustment(
      name: "extra",
      kind: .extra(
        ExtraMoney(
          title: BilingualText(en: "Extra", cy: "Ychwanegol"), total: .constant(total),
          run: RandomBaseline.name, place: place())), place: place())
  }

  /// Lets a cap take no more than floors give, mostly where a floor comes before it.
  private mutating func holdToTotal(_ adjustments: inout [Adjustment]) {
    guard let cap = adjustments.firstIndex(where: { $0.name == "cap" }),
      case .cap(let protection, let scale, _) = adjustments[cap].kind
    else { return }
    let floor = adjustments.firstIndex { $0.name == "floor" }
    guard random.chance(floor.map { $0 < cap } == true ? 80 : 10) else { return }
    adjustments[cap] = Adjustment(
      name: "cap", kind: .cap(protection, scale: scale, total: .given),
      place: adjustments[cap].place)
  }

  private mutating func rounding() -> RoundingPolicy {
    let penny = RandomNumber.penny
    let factor = random.pick([penny, penny, penny, Rational(1), nil])
    let rate = random.pick([nil, nil, penny, Rational(1)])
    return RoundingPolicy(factor: factor, rate: rate, mode: random.pick(RoundingMode.allCases))
  }

  private mutating func factor(_ index: Int) -> Factor {
    let each: Factor.Each
    switch random.below(7) {
    case 0, 1: each = .pupil
    case 2: each = .head
    case 3, 4: each = .school
    case 5: each = .place
    default:
      let total: Amount =
        random.chance(60)
        ? .constant(RandomNumber.decimal(&random, upTo: 100_000))
        : random.chance(50)
          ? .product(.overRun(.pupils(nil)), .constant(Rational(random.below(900) - 100)))
          : amount(.school, depth: 1)
      each = .quantum(
        total: total, within: random.pick(Factor.QuantumScope.allCases))
    }
    let level: FieldLevel = each == .pupil || each == .head ? .pupil : .school
    var amount = amount(level, depth: 3)
    if case .quantum = each, random.chance(85) { amount = .call(.abs, [amount], place()) }
    return Factor(
      name: "factor_\(index)", title: BilingualText(en: "Factor", cy: "Ffactor"),
      purpose: random.pick(Purpose.allCases), regulation: random.pick(RegulationTag.allCases),
      structure: .assumed, each: each,
      condition: random.chance(50) ? condition(level, depth: 2) : nil, amount: amount,
      place: place())
  }
}

extension RandomNumber {
  /// A penny in pounds.
  public static let penny = (try? Rational(1, over: 100)) ?? .one
}
