internal import FundingModel

/// One use of a rate in a formula, prepared for a census's codes.
///
/// Keys that are columns are turned into a place in a dense table; one key may be a computed
/// number along bands; whatever else is looked up the plain way.
final class LookupTable: Sendable {
  /// What picks a value along an axis.
  enum Axis: Sendable {
    /// Written in the formula.
    case fixed(String)
    /// A column's code, times the stride, picks the slot.
    case column(Int32, FieldLevel, stride: Int, reference: Int32)
    /// A column that the data lacks.
    case absent(reference: Int32)
    /// A number worked out: the node that does it.
    case computed(Int32)
  }

  /// What one slot holds.
  enum Slot: Sendable {
    case missing
    case value(Rational)
    /// One of the curves, to be asked for the computed number.
    case curve(Int)
  }

  /// How a value is found once the keys are known.
  enum Way: Sendable {
    /// By slot.
    case slots
    /// The plain way, every time.
    case plain
    /// The rate begins only in a later year.
    case begins(EvaluationFailure.Reason)
    /// The rate's own numbers are too large to round.
    case tooLarge
  }

  /// A table with more slots is not worth its making.
  static let mostSlots = 1 << 16

  let rate: Rate
  let place: Place
  let axes: [Axis]
  let table: RateTable?
  let way: Way
  /// By slot, what is found there.
  let slots: [Slot]
  let curves: [RateCurve]

  /// Whether some key is worked out or looked up by column.
  var isFixed: Bool {
    axes.allSatisfy { axis in
      switch axis {
      case .fixed: true
      case .column, .absent, .computed: false
      }
    }
  }

  init(
    _ rate: Rate, place: Place, axes: [Axis], table: RateTable?, otherwise way: Way,
    columns: PackedCensus
  ) {
    self.rate = rate
    self.place = place
    self.table = table
    guard let table else {
      self.axes = axes
      self.way = way
      (slots, curves) = ([], [])
      return
    }
    var strided: [Axis] = []
    var count = 1
    var computed = 0
    var canPrepare = true
    for (index, axis) in axes.enumerated() {
      switch axis {
      case .fixed: strided.append(axis)
      case .column(let column, let level, _, let reference):
        strided.append(.column(column, level, stride: count, reference: reference))
        let values = columns.column(Int(column), level).domain.count
        canPrepare = canPrepare && values > 0
        count = min(count * max(1, values), Self.mostSlots + 1)
      case .absent:
        strided.append(axis)
        canPrepare = false
      case .computed:
        strided.append(axis)
        computed += 1
        if case .bands = rate.axes[index] { continue }
        canPrepare = false
      }
    }
    self.axes = strided
    guard canPrepare, computed <= 1, count <= Self.mostSlots,
      let found = try? Self.found(count: count, axes: strided, table: table, columns: columns)
    else {
      self.way = .plain
      (slots, curves) = ([], [])
      return
    }
    var curves: [RateCurve] = []
    slots = found.map { found in
      switch found {
      case .missing: return .missing
      case .value(let value): return .value(value)
      case .curve(let curve):
        curves.append(curve)
        return .curve(curves.count - 1)
      }
    }
    self.curves = curves
    self.way = .slots
  }

  private static func found(
    count: Int, axes: [Axis], table: RateTable, columns: PackedCensus
  ) throws(ArithmeticFailure) -> [RateTable.Found] {
    var found: [RateTable.Found] = []
    found.reserveCapacity(count)
    let packed = axes.map { axis -> PackedColumn? in
      switch axis {
      case .column(let column, let level, _, _): columns.column(Int(column), level)
      case .fixed, .absent, .computed: nil
      }
    }
    for slot in 0..<count {
      var keys: [RateTable.Key] = []
      var rest = slot
      for (index, axis) in axes.enumerated() {
        switch axis {
        case .fixed(let text): keys.append(.text(text))
        case .absent, .computed: keys.append(.open)
        case .column:
          guard let column = packed[index] else { preconditionFailure("a column was packed above") }
          keys.append(key(rest % column.domain.count, column, along: table.rate.axes[index]))
          rest /= column.domain.count
        }
      }
      found.append(try table.found(keys))
    }
    return found
  }

  /// A column's value as a key of an axis.
  static func key(_ code: Int, _ column: PackedColumn, along axis: RateAxis) -> RateTable.Key {
    switch axis {
    case .field, .labels: .text(column.texts[code])
    case .bands, .numbers: column.numbers[code].map { .number($0) } ?? .text(column.texts[code])
    }
  }
}
