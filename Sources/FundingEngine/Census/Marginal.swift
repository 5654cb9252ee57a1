internal import FundingModel

/// The pupils of every school, counted by some fields alone.
///
/// Pupils that agree in these fields make a cell. What depends on no other field of a pupil is
/// worked out once a cell.
/// - Shape: each school has a run of entries, each a cell and what the school has of it.
/// - Invariant: the entries of a school add up to its heads and its full-time equivalent.
final class Marginal: Sendable {
  /// The pupil columns that tell cells apart.
  let columns: [Int]
  /// For each cell, a distinct pupil in it.
  let examples: [Int32]
  /// Where each school's entries begin; one more than there are schools.
  let starts: [Int]
  /// For each entry, its cell.
  let cells: [Int32]
  /// For each entry, the heads; at least 1.
  let heads: [Int64]
  /// For each entry, the full-time equivalent in the census's units.
  let units: [Int64]

  /// Counts the pupils of a census by some columns.
  init(by columns: [Int], of pupils: PupilTable, packed: [PackedColumn], unitsOf: [Int64]) {
    let (cellOf, examples) = Self.cells(
      of: columns.map { packed[$0] }, pupilCount: pupils.distinctCount)
    var headsOf = [Int64](repeating: 0, count: examples.count)
    var unitsIn = [Int64](repeating: 0, count: examples.count)
    var touched: [Int32] = []
    var starts = [0]
    var cells: [Int32] = []
    var heads: [Int64] = []
    var units: [Int64] = []
    starts.reserveCapacity(pupils.starts.count)
    for row in 0..<(pupils.starts.count - 1) {
      for entry in pupils.entries(ofSchool: row) where pupils.counts[entry] > 0 {
        let pupil = Int(pupils.pupils[entry])
        let cell = cellOf[pupil]
        let count = pupils.counts[entry]
        if headsOf[Int(cell)] == 0 { touched.append(cell) }
        headsOf[Int(cell)] += count
        unitsIn[Int(cell)] += count * unitsOf[pupil]
      }
      for cell in touched {
        cells.append(cell)
        heads.append(headsOf[Int(cell)])
        units.append(unitsIn[Int(cell)])
        headsOf[Int(cell)] = 0
        unitsIn[Int(cell)] = 0
      }
      touched.removeAll(keepingCapacity: true)
      starts.append(cells.count)
    }
    self.columns = columns
    self.examples = examples
    self.starts = starts
    self.cells = cells
    self.heads = heads
    self.units = units
  }

  /// The entries of a school.
  func entries(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// Numbers the combinations of codes that occur, column by column.
  private static func cells(of columns: [PackedColumn], pupilCount: Int) -> ([Int32], [Int32]) {
    var cellOf = [Int32](repeating: 0, count: pupilCount)
    var examples: [Int32] = pupilCount == 0 ? [] : [0]
    for column in columns {
      let width = column.domain.count + 1
      var known = [Int: Int32]()
      var next: [Int32] = []
      for pupil in 0..<pupilCount {
        let key = Int(cellOf[pupil]) * width + Int(column.codes[pupil]) + 1
        if let cell = known[key] {
          cellOf[pupil] = cell
        } else {
          known[key] = Int32(next.count)
          cellOf[pupil] = Int32(next.count)
          next.append(Int32(pupil))
        }
      }
      examples = next
    }
    return (cellOf, examples)
  }
}
