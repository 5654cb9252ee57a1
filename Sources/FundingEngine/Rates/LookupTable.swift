internal import FundingModel

/// One use of a rate in a formula, prepared for a census's codes.
///
/// Keys that are columns are turned into a place in a dense table; one key may be a computed
/// number along bands; whatever else is looked up the plain way.
struct LookupTable: Sendable {
  /// What picks a value along an axis.
  enum Axis: Sendable {
    /// Written in the formula.
    case fixed(String)
    /// A column's code, times the stride, picks the slot.
    case column(Int, FieldReference, stride: Int)
    /// A column that the data lacks.
    case absent(FieldReference)
    /// A number worked out: the node that does it.
    case computed(Int32)
  }

  /// How a value is found once the keys are known.
  enum Way: Sendable {
    /// By slot.
    case slots([RateTable.Found])
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
  var way: Way

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
    columns: (FieldReference, Int) -> PackedColumn
  ) {
    self.rate = rate
    self.place = place
    self.table = table
    guard let table else {
      self.axes = axes
      self.way = way
      return
    }
    var strided: [Axis] = []
    var slots = 1
    var computed = 0
    var canPrepare = true
    for (index, axis) in axes.enumerated() {
      switch axis {
      case .fixed: strided.append(axis)
      case .column(let column, let reference, _):
        strided.append(.column(column, reference, stride: slots))
        let values = columns(reference, column).domain.count
        canPrepare = canPrepare && values > 0
        slots = min(slots * max(1, values), Self.mostSlots + 1)
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
    self.way = .plain
    guard canPrepare, computed <= 1, slots <= Self.mostSlots else { return }
    if let found = try? Self.slots(count: slots, axes: strided, table: table, columns: columns) {
      self.way = .slots(found)
    }
  }

  private static func slots(
    count: Int, axes: [Axis], table: RateTable, columns: (FieldReference, Int) -> PackedColumn
  ) throws(ArithmeticFailure) -> [RateTable.Found] {
    var found: [RateTable.Found] = []
    found.reserveCapacity(count)
    let packed = axes.map { axis -> PackedColumn? in
      switch axis {
      case .column(let column, let reference, _): columns(reference, column)
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
