/// A rate: the numbers of a formula, and nothing else.
public struct Rate: Hashable, Sendable {
  /// Its name in the file.
  public let name: String
  /// What people call it; nil where the file gives it no title.
  public let title: BilingualText?
  /// Its unit.
  public let unit: Unit
  /// What its values depend on; none for a single value.
  public let axes: [RateAxis]
  /// Its values, by the year from which they hold, oldest first.
  ///
  /// Where the file gives no years there is one table, from the formula's own year.
  public let tables: [DatedTable]
  /// Whether the file dates the values itself (`from:`).
  public let isDated: Bool
  /// The index of a scenario that moves this rate after its year; nil where none does.
  public let uprate: String?
  /// Whether the value is an estimate.
  public let isFitted: Bool
  /// What an estimate may be, where the file bounds it.
  public let bounds: RateBounds?
  /// The keys of the formula's sources that it comes from.
  public let sources: [String]
  /// Where it is named.
  public let place: Place

  /// Makes a rate.
  public init(
    name: String, title: BilingualText? = nil, unit: Unit, axes: [RateAxis],
    tables: [DatedTable], isDated: Bool = false,
    uprate: String? = nil, isFitted: Bool = false, bounds: RateBounds? = nil,
    sources: [String], place: Place
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.axes = axes
    self.tables = tables
    self.isDated = isDated
    self.uprate = uprate
    self.isFitted = isFitted
    self.bounds = bounds
    self.sources = sources
    self.place = place
  }

  /// The table that holds in a year: the latest at or before it; nil where all come later.
  public func table(in year: FundingYear) -> DatedTable? { tables.last { $0.from <= year } }

  /// The same rate with other tables.
  public func with(tables: [DatedTable]) -> Rate {
    Rate(
      name: name, title: title, unit: unit, axes: axes, tables: tables, isDated: isDated,
      uprate: uprate, isFitted: isFitted, bounds: bounds, sources: sources, place: place)
  }
}

extension Formula {
  /// The same formula with rates that no index moves.
  public var withoutIndices: Formula {
    with(
      rates: rates.map {
        Rate(
          name: $0.name, title: $0.title, unit: $0.unit, axes: $0.axes, tables: $0.tables,
          isDated: $0.isDated, isFitted: $0.isFitted, bounds: $0.bounds, sources: $0.sources,
          place: $0.place)
      })
  }
}

/// What a rate's values depend on, along one axis.
public enum RateAxis: Hashable, Sendable {
  /// A category or flag field; a flag's categories are `true` and `false`.
  case field(String)
  /// A number, in bands; with `interpolated`, straight lines join the bands' lower ends.
  case bands(of: String, unit: Unit, interpolated: Bool)
  /// A number matched against listed numbers and closed ranges.
  case numbers(of: String, unit: Unit)
  /// Names the file itself gives, written as such in expressions: `deprivation[fsm]`.
  case labels
}

/// A rate's values from one year on.
public struct DatedTable: Hashable, Sendable {
  /// The first year in which they hold.
  public let from: FundingYear
  /// The values.
  public let cells: [RateCell]
  /// What holds for every key that no cell names; nil where that is an error.
  public let otherwise: RateCell?

  /// Makes a table.
  public init(from: FundingYear, cells: [RateCell], otherwise: RateCell? = nil) {
    self.from = from
    self.cells = cells
    self.otherwise = otherwise
  }
}

/// One value of a rate, as one place in the file gives it.
public struct RateCell: Hashable, Sendable {
  /// One key an axis; none for a single value and for `otherwise`.
  public let keys: [RateKey]
  /// The value, in the rate's unit; percentages as fractions.
  public let value: Rational
  /// The keys as written, for paths: `["R..2"]`, `["primary", "la_idp"]`, `["otherwise"]`.
  public let path: [String]
  /// Where the value is written.
  public let place: Place

  /// Makes a cell.
  public init(keys: [RateKey], value: Rational, path: [String], place: Place) {
    self.keys = keys
    self.value = value
    self.path = path
    self.place = place
  }

  /// The same cell with another value.
  public func with(value: Rational) -> RateCell {
    RateCell(keys: keys, value: value, path: path, place: place)
  }
}

/// Which of an axis's values a cell is for.
public enum RateKey: Hashable, Sendable {
  /// Any of these categories or labels.
  case categories([String])
  /// The numbers from the first to the second, or without end. On an axis of numbers both ends
  /// belong. In bands, a band reaches up to where the next begins, if that is at most 1 beyond its
  /// own end, so that 49.5 lies in 0..49 where the next is 50..99; a shared end belongs to the
  /// upper band.
  case range(Rational, Rational?)
}

/// The least and the greatest that an estimate may be.
public struct RateBounds: Hashable, Sendable {
  /// Bounds by the cell's written path joined by dots; the key "" is for every other cell.
  public let ranges: [String: ClosedRange<Rational>]

  /// Makes bounds.
  public init(ranges: [String: ClosedRange<Rational>]) { self.ranges = ranges }
}
