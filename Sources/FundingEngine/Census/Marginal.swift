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

  /// Counts the pupils of a census by all their columns: its own entries, but those of nobody.
  init(of pupils: PupilTable, unitsOf: [Int64]) {
    columns = Array(pupils.columns.indices)
    examples = (0..<Int32(pupils.distinctCount)).map(\.self)
    if pupils.counts.allSatisfy({ $0 > 0 }) {
      (starts, cells, heads) = (pupils.starts, pupils.pupils, pupils.counts)
    } else {
      let kept = pupils.counts.indices.filter { pupils.counts[$0] > 0 }
      var starts: [Int] = []
      var position = 0
      for start in pupils.starts {
        while position < kept.count, kept[position] < start { position += 1 }
        starts.append(position)
      }
      self.starts = starts
      cells = kept.map { pupils.pupils[$0] }
      heads = kept.map { pupils.counts[$0] }
    }
    // Where a product could leave 64 bits the census' counts don't fit, and nothing is read here.
    units = zip(cells, heads).map { unitsOf[Int($0)] &* $1 }
  }

  /// Adds up the counts of a finer marginal by some of its columns.
  init(by columns: [Int], from finer: Marginal, packed: [PackedColumn]) {
    let (cellOf, examples) = Self.cells(
      of: columns.map { packed[$0] }, among: finer.examples)
    let (finerStarts, finerCells) = (finer.starts, finer.cells)
    let (finerHeads, finerUnits) = (finer.heads, finer.units)
    var sums = [(heads: Int64, units: Int64)](repeating: (0, 0), count: examples.count)
    // The cells that a school has, in the order met: room for all, so that none is made on the way.
    var touched = [Int32](repeating: 0, count: examples.count)
    var starts = [0]
    var cells: [Int32] = []
    var heads: [Int64] = []
    var units: [Int64] = []
    starts.reserveCapacity(finerStarts.count)
    for row in 0..<(finerStarts.count - 1) {
      var count = 0
      for entry in finerStarts[row]..<finerStarts[row + 1] {
        let cell = cellOf[Int(finerCells[entry])]
        if sums[Int(cell)].heads == 0 {
          touched[count] = cell
          count += 1
        }
        sums[Int(cell)].heads += finerHeads[entry]
        sums[Int(cell)].units += finerUnits[entry]
      }
      for cell in touched[..<count] {
        cells.append(cell)
        heads.append(sums[Int(cell)].heads)
        units.append(sums[Int(cell)].units)
        sums[Int(cell)] = (0, 0)
      }
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

  /// Numbers the combinations of codes that occur among some pupils, in the order in which they do.
  ///
  /// - Returns: For each of the pupils its combination, and for each combination its first pupil.
  private static func cells(of columns: [PackedColumn], among pupils: [Int32]) -> (
    [Int32], [Int32]
  ) {
    var cellOf = [Int32](repeating: 0, count: pupils.count)
    var examples = Array(pupils.prefix(1))
    for column in columns {
      let codes = column.codes
      let width = column.domain.count + 1
      var known = NumbersByKey(keys: examples.count * width, expected: pupils.count)
      var next: [Int32] = []
      for (index, pupil) in pupils.enumerated() {
        let key = Int(cellOf[index]) * width + Int(codes[Int(pupil)]) + 1
        let cell = known.number(of: key, orElse: Int32(next.count))
        if Int(cell) == next.count { next.append(pupil) }
        cellOf[index] = cell
      }
      examples = next
    }
    return (cellOf, examples)
  }
}

/// Numbers given to keys: in a table where there are few keys, else in a dictionary.
private struct NumbersByKey {
  private var table: [Int32]
  private var others: [Int: Int32] = [:]

  /// Room for keys below a number, of which about so many occur.
  init(keys: Int, expected: Int) {
    table = keys <= max(4 * expected, 4096) ? [Int32](repeating: -1, count: keys) : []
  }

  /// The number of a key, which is the one given if it has none yet.
  mutating func number(of key: Int, orElse new: Int32) -> Int32 {
    guard table.isEmpty else {
      if table[key] < 0 { table[key] = new }
      return table[key]
    }
    if let known = others[key] { return known }
    others[key] = new
    return new
  }
}
