/// How one school's share comes about, line by line.
public struct Statement: Sendable {
  /// The census row.
  public let row: Int
  /// The formula, with the rates it was run with.
  public let formula: Formula
  /// The heads on roll.
  public let heads: Int64
  /// The full-time equivalent.
  public let fte: Rational
  /// The lines, in the formula's order.
  public let lines: [StatementLine]
  /// The sum of the lines.
  public let share: Money

  /// Makes a statement.
  public init(
    row: Int, formula: Formula, heads: Int64, fte: Rational, lines: [StatementLine], share: Money
  ) {
    self.row = row
    self.formula = formula
    self.heads = heads
    self.fte = fte
    self.lines = lines
    self.share = share
  }
}

/// One line of a statement and its working.
public struct StatementLine: Sendable {
  /// The line.
  public let line: AllocationLine
  /// The parts that add up to the exact amount; for an adjustment, one.
  public let parts: [StatementPart]
  /// The steps by which an adjustment comes to its amount; none for a factor.
  public let walk: [WalkStep]
  /// The amount before rounding, in pounds.
  public let exact: Rational
  /// The amount.
  public let amount: Money

  /// Makes a line.
  public init(
    line: AllocationLine, parts: [StatementPart], walk: [WalkStep] = [], exact: Rational,
    amount: Money
  ) {
    self.line = line
    self.parts = parts
    self.walk = walk
    self.exact = exact
    self.amount = amount
  }
}

/// A rate × a driver = an amount.
public struct StatementPart: Sendable {
  /// Which pupils: the fields the amount depends on and their values; none for a school's own.
  public let pupils: [FieldReading]
  /// What was looked up or counted on the way: rates with their keys, definitions, aggregates,
  /// numeric fields.
  public let workings: [Working]
  /// The amount for one of the driver, in pounds.
  public let rate: Rational
  /// How many: FTE, heads, places, or 1.
  public let driver: Rational
  /// rate × driver, in pounds, before rounding.
  public let amount: Rational

  /// Makes a part.
  public init(
    pupils: [FieldReading], workings: [Working], rate: Rational, driver: Rational,
    amount: Rational
  ) {
    self.pupils = pupils
    self.workings = workings
    self.rate = rate
    self.driver = driver
    self.amount = amount
  }
}

/// A field and one of its values.
public struct FieldReading: Hashable, Sendable {
  /// The field's name.
  public let field: String
  /// The value.
  public let value: FieldValue

  /// Makes a reading.
  public init(field: String, value: FieldValue) {
    self.field = field
    self.value = value
  }
}

/// One value that an expression used.
public struct Working: Hashable, Sendable {
  /// Its name with its keys, as a formula would write it: `lump_sum[primary]`, `roll`,
  /// `pupils(…)`.
  public let name: String
  /// The value.
  public let value: Rational
  /// Its unit.
  public let unit: Unit

  /// Makes a working.
  public init(name: String, value: Rational, unit: Unit) {
    self.name = name
    self.value = value
    self.unit = unit
  }
}
