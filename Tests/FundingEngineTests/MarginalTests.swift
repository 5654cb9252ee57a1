import FundingModel
import Testing

@testable import FundingEngine

/// Two schools, three fields; the third group of the first school is of nobody.
private let table: PupilTable = {
  func flags(_ name: String, _ values: [Bool?]) -> Column {
    Column(
      field: Field(name, .pupil, .flag, meaning: Sample.title),
      values: values.map { $0.map { .flag($0) } })
  }
  return PupilTable(
    columns: [
      flags("fsm", [true, false, true, nil]),
      flags("welsh", [false, false, true, true]),
      Column(
        field: StandardFields.pupil[1], values: Array(repeating: .number(Rational(1)), count: 4)),
    ], starts: [0, 3, 5], pupils: [0, 1, 3, 1, 2], counts: [2, 3, 0, 4, 5])
}()
private let packed = table.columns.map(PackedColumn.init)
/// Halves of a full-time equivalent.
private let finest = Marginal(of: table, unitsOf: [2, 1, 2, 2])

/// Each school's cells, heads and units.
private func entries(_ marginal: Marginal) -> [[[Int64]]] {
  (0..<2).map { row in
    marginal.entries(row).map {
      [Int64(marginal.cells[$0]), marginal.heads[$0], marginal.units[$0]]
    }
  }
}

struct MarginalTests {
  @Test func `groups of nobody are left out`() {
    #expect(entries(finest) == [[[0, 2, 4], [1, 3, 3]], [[1, 4, 4], [2, 5, 10]]])
    #expect(finest.examples == [0, 1, 2, 3])
  }

  @Test func `pupils are added up by some of their fields`() {
    let meals = Marginal(by: [0], from: finest, packed: packed)
    #expect(entries(meals) == [[[0, 2, 4], [1, 3, 3]], [[1, 4, 4], [0, 5, 10]]])
    #expect(meals.examples == [0, 1, 3])
    let welsh = Marginal(by: [1], from: finest, packed: packed)
    #expect(entries(welsh) == [[[0, 5, 7]], [[0, 4, 4], [1, 5, 10]]])
    let all = Marginal(by: [], from: finest, packed: packed)
    #expect(entries(all) == [[[0, 5, 7]], [[0, 9, 14]]])
  }

  @Test func `it does not matter from which finer marginal they are added up`() {
    let both = Marginal(by: [0, 1], from: finest, packed: packed)
    for column in [0, 1] {
      let (direct, again) = (
        Marginal(by: [column], from: finest, packed: packed),
        Marginal(by: [column], from: both, packed: packed)
      )
      #expect(entries(direct) == entries(again))
      #expect(direct.examples == again.examples)
    }
  }

  @Test func `no pupils at all make no cells`() {
    let nobody = PupilTable(
      columns: [Column(field: StandardFields.pupil[1], values: [])], starts: [0, 0], pupils: [],
      counts: [])
    let marginal = Marginal(
      by: [0], from: Marginal(of: nobody, unitsOf: []),
      packed: nobody.columns.map(PackedColumn.init))
    #expect(marginal.examples.isEmpty && marginal.starts == [0, 0])
  }
}
