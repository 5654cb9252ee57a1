import FundingModel

extension RandomFormula {
  mutating func amount(_ level: FieldLevel, depth: Int) -> Amount {
    guard depth > 0 else { return leaf(level) }
    let next = depth - 1
    // What is added up over others is kept small: the reference walks it for each of them.
    let inner = min(next, 1)
    switch random.below(20) {
    case 0: return .negate(amount(level, depth: next))
    case 1, 2: return .sum(amount(level, depth: next), amount(level, depth: next))
    case 3: return .difference(amount(level, depth: next), amount(level, depth: next))
    case 4, 5: return .product(amount(level, depth: next), amount(level, depth: next))
    case 6: return .quotient(amount(level, depth: next), divisor(level, next), place())
    case 7, 8, 9: return call(level, next)
    case 10:
      return .choice(
        condition(level, depth: next), amount(level, depth: next), amount(level, depth: next))
    case 11: return .pupils(random.chance(70) ? condition(.pupil, depth: inner) : nil)
    case 12: return .heads(random.chance(70) ? condition(.pupil, depth: inner) : nil)
    case 13: return .sumOverPupils(amount(.pupil, depth: inner))
    case 14: return .meanOverPupils(amount(.pupil, depth: inner), place())
    case 15: return .overAuthority(amount(.school, depth: inner))
    case 16: return .overRun(amount(.school, depth: inner))
    default: return leaf(level)
    }
  }

  /// Mostly something that is not nought.
  private mutating func divisor(_ level: FieldLevel, _ depth: Int) -> Amount {
    random.chance(85)
      ? .constant(Rational(1 + random.below(30))) : amount(level, depth: depth)
  }

  private mutating func call(_ level: FieldLevel, _ depth: Int) -> Amount {
    let function = random.pick(NumberFunction.allCases)
    let count: Int
    switch function {
    case .min, .max: count = 1 + random.below(3)
    case .abs, .floor, .ceil: count = 1
    case .round, .share: count = 2
    case .clamp, .taper: count = 3
    }
    var arguments: [Amount] = []
    for index in 0..<count {
      if function == .round, index == 1, random.chance(90) {
        arguments.append(.constant(random.pick([RandomNumber.penny, .one, Rational(5)])))
      } else {
        arguments.append(amount(level, depth: depth))
      }
    }
    return .call(function, arguments, place())
  }

  private mutating func leaf(_ level: FieldLevel) -> Amount {
    switch random.below(10) {
    case 0, 1, 2: return .constant(RandomNumber.decimal(&random, upTo: 50))
    case 3: return .constant(Rational(random.below(3) - 1))
    case 4, 5: return .field(number(level))
    case 6:
      guard !definitions.isEmpty else { return .field(number(level)) }
      return .definition(random.below(definitions.count))
    default: return rate(level)
    }
  }

  private mutating func number(_ level: FieldLevel) -> FieldReference {
    if level == .pupil, random.chance(60) {
      return reference(random.pick(["fte", "wimd_decile", "distance"]), .pupil)
    }
    return reference(
      random.pick(["roll", "roll", "sites", "places", "floor_area", "months_open"]), .school)
  }

  private mutating func reference(_ name: String, _ level: FieldLevel) -> FieldReference {
    FieldReference(name: name, level: level, place: place())
  }

  private mutating func rate(_ level: FieldLevel) -> Amount {
    let usable = rates.indices.filter { index in
      level == .pupil || rates[index].axes.allSatisfy { !$0.isOfPupils }
    }
    let index = random.pick(usable)
    var keys: [LookupKey] = []
    for axis in rates[index].axes {
      switch axis {
      case .labels: keys.append(.fixed(random.pick(["fsm", "eal"])))
      case .field(let name):
        if random.chance(15) {
          keys.append(.fixed(random.pick(RandomRates.categories(of: name))))
        } else {
          let isPupils = ["year_group", "aln", "fsm"].contains(name)
          keys.append(.field(reference(name, isPupils ? .pupil : .school)))
        }
      case .bands(let name, _, _), .numbers(let name, _):
        let isPupils = name == "wimd_decile" || name == "distance"
        keys.append(
          .number(
            random.chance(75)
              ? .field(reference(name, isPupils ? .pupil : .school))
              : amount(level, depth: 1)))
      }
    }
    return .rate(RateLookup(rate: index, keys: keys, place: place()))
  }

  mutating func condition(_ level: FieldLevel, depth: Int) -> Condition {
    let next = max(0, depth - 1)
    switch random.below(depth > 0 ? 9 : 4) {
    case 0:
      return .flag(
        level == .pupil && random.chance(70)
          ? reference("fsm", .pupil) : reference("rural", .school)
      )
    case 1, 2: return among(level)
    case 3:
      return .compare(
        .field(number(level)), random.pick(Comparison.allCases),
        .constant(RandomNumber.decimal(&random, upTo: 40)))
    case 4:
      return .compare(
        amount(level, depth: next), random.pick(Comparison.allCases), amount(level, depth: next))
    case 5:
      return .within(
        amount(level, depth: min(next, 1)), .constant(Rational(random.below(5))),
        .constant(Rational(5 + random.below(60))))
    case 6: return .and(condition(level, depth: next), condition(level, depth: next))
    case 7: return .or(condition(level, depth: next), condition(level, depth: next))
    default:
      return random.chance(20)
        ? .always(random.chance(70)) : .not(condition(level, depth: next))
    }
  }

  private mutating func among(_ level: FieldLevel) -> Condition {
    let names =
      level == .pupil
      ? ["year_group", "aln", "sector", "authority"]
      : ["sector", "language", "school_type", "authority"]
    let name = random.pick(names)
    let isPupils = name == "year_group" || name == "aln"
    let categories = RandomRates.categories(of: name)
    var chosen: Set<String> = [random.pick(categories)]
    for category in categories where random.chance(40) { chosen.insert(category) }
    return .among(reference(name, isPupils ? .pupil : .school), chosen)
  }
}

extension RateAxis {
  fileprivate var isOfPupils: Bool {
    switch self {
    case .field(let name), .bands(let name, _, _), .numbers(let name, _):
      ["year_group", "aln", "fsm", "wimd_decile", "distance"].contains(name)
    case .labels: false
    }
  }
}
