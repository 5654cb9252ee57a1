internal import FundingModel

/// Something added up over a school's pupils: a factor, or `pupils(…)`, `heads(…)`, `sum(…)`.
///
/// - Invariant: with tables, the sum needs the school's counts by cell and nothing else.
final class PupilTerm: Sendable {
  /// What each pupil counts as.
  enum Weight: Hashable, Sendable {
    case fte
    case heads
  }

  let weight: Weight
  /// Which pupils; nil for all.
  let test: Int32?
  /// The amount for one; nil for 1.
  let amount: Int32?
  /// As a formula would write it.
  let label: String
  let unit: Unit
  let marginal: Marginal
  /// Which schools share a table; nil where each school has its own values.
  let groups: Grouping?
  /// One a group.
  let tables: [TermTable]

  init(
    _ weight: Weight, test: Int32?, amount: Int32?, label: String, unit: Unit, rows: [Int],
    program: Program
  ) {
    self.weight = weight
    self.test = test
    self.amount = amount
    self.label = label
    self.unit = unit
    let packed = program.packed
    let inputs = program.inputs(
      nodes: amount.map { [$0] } ?? [], tests: test.map { [$0] } ?? [])
    var columns = inputs.pupilColumns
    if weight == .fte, let fte = packed.incompleteFTE { columns.insert(fte) }
    marginal = packed.marginal(by: columns.sorted())
    groups = Grouping(rows, by: inputs, in: packed)
    var tables: [TermTable] = []
    if let groups {
      let occurring = Self.occurring(rows, groups, marginal)
      let cells = marginal.examples.count
      for (group, example) in groups.examples.enumerated() {
        var values = [Rational?](repeating: nil, count: cells)
        var troubles: [Int32: Trouble] = [:]
        for cell in 0..<cells where occurring[group * cells + cell] {
          do throws(Trouble) {
            values[cell] = try program.value(
              weight, test, amount,
              Subject(row: example, pupil: Int(marginal.examples[cell])))
          } catch {
            troubles[Int32(cell)] = error
          }
        }
        tables.append(
          TermTable(
            values, troubles: troubles, mostWeight: packed.mostWeight,
            unitsPerPupil: weight == .fte ? packed.unitsPerPupil : 1))
      }
    }
    self.tables = tables
  }

  /// What each entry of the counts weighs.
  var weights: [Int64] {
    switch weight {
    case .fte: marginal.units
    case .heads: marginal.heads
    }
  }

  /// For each group and cell, whether a school of the group has such a pupil.
  private static func occurring(_ rows: [Int], _ groups: Grouping, _ marginal: Marginal)
    -> [Bool]
  {
    let cells = marginal.examples.count
    let (starts, cellOf) = (marginal.starts, marginal.cells)
    if groups.examples.count == 1, rows.count == marginal.starts.count - 1 {
      var occurring = [Bool](repeating: false, count: cells)
      for cell in cellOf { occurring[Int(cell)] = true }
      return occurring
    }
    var occurring = [Bool](repeating: false, count: cells * groups.examples.count)
    for row in rows {
      let base = Int(groups.groupOf[row]) * cells
      for entry in starts[row]..<starts[row + 1] { occurring[base + Int(cellOf[entry])] = true }
    }
    return occurring
  }
}

extension Program {
  /// The value for one pupil; nil where the pupil is not meant.
  func value(_ weight: PupilTerm.Weight, _ test: Int32?, _ amount: Int32?, _ subject: Subject)
    throws(Trouble) -> Rational?
  {
    if let test { guard try holds(test, subject) else { return nil } }
    let value: Rational
    if let amount { value = try self.value(amount, subject) } else { value = .one }
    switch weight {
    case .heads: break
    case .fte:
      if let fte = packed.incompleteFTE {
        let column = packed.pupilColumns[fte]
        let code = Int(column.codes[subject.pupil])
        guard code >= 0, column.numbers[code] != nil else {
          throw Trouble(.noValue(field: "fte", level: .pupil))
        }
      }
    }
    return value
  }

  /// A term's sum for a school, exactly.
  func total(of term: PupilTerm, row: Int) throws(Trouble) -> Rational {
    do throws(Troubles) { return try sum(of: term, row: row) } catch {
      throw error.first
    }
  }

  /// A term's sum for a school, exactly; every trouble of its pupils is told.
  func sum(of term: PupilTerm, row: Int) throws(Troubles) -> Rational {
    let entries = term.marginal.entries(row)
    if let groups = term.groups {
      let table = term.tables[Int(groups.groupOf[row])]
      try table.check(entries, of: term.marginal)
      return try table.sum(entries, cells: term.marginal.cells, weights: term.weights)
    }
    var values: [Rational] = []
    var troubles: [Trouble] = []
    for entry in entries {
      let pupil = Int(term.marginal.examples[Int(term.marginal.cells[entry])])
      do throws(Trouble) {
        values.append(
          try value(term.weight, term.test, term.amount, Subject(row: row, pupil: pupil)) ?? .zero)
      } catch {
        troubles.append(error)
      }
    }
    guard troubles.isEmpty else { throw Troubles(all: troubles) }
    return try weightedSum(of: values, entries, term)
  }

  private func weightedSum(of values: [Rational], _ entries: Range<Int>, _ term: PupilTerm)
    throws(Troubles) -> Rational
  {
    let weights = term.weights
    do throws(ArithmeticFailure) {
      var sum = Rational.zero
      for (offset, entry) in entries.enumerated() {
        sum = try sum.adding(values[offset].multiplied(by: Rational(Int(weights[entry]))))
      }
      switch term.weight {
      case .heads: return sum
      case .fte: return try sum.divided(by: Rational(Int(packed.unitsPerPupil)))
      }
    } catch {
      throw Troubles(all: [Trouble(arithmetic: error)])
    }
  }
}

/// All that is wrong with one school's amount; at least one trouble.
struct Troubles: Error {
  let all: [Trouble]

  /// The one that is told where only one can be.
  var first: Trouble {
    guard let first = Trouble.first(of: all) else { preconditionFailure("no trouble to tell") }
    return first
  }
}
