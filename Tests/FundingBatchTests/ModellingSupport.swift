import Foundation
import FundingFiles
import FundingModel
import Testing

/// What tests of the modelled schools and pupils share.
enum Modelling {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let facts: ModelledFacts = {
    do {
      return try ModelledFacts(folder: root + "/scenarios/data/wales-2024-25")
    } catch {
      preconditionFailure("the bundled facts must be readable: \(error)")
    }
  }()

  /// The rows of one authority's schools of a sector.
  static func rows(_ table: SchoolTable, _ group: SchoolGroupFacts) -> [Int] {
    (0..<table.count).filter {
      table.authorities[$0] == group.authority && table.sectors[$0] == group.sector
    }
  }

  /// The stated pupils of some schools.
  static func heads(_ table: SchoolTable, _ rows: [Int]) -> Int {
    rows.reduce(0) { $0 + (table.statedPupils[$1] ?? 0) }
  }

  /// Heads of some schools by a field's values.
  static func heads(_ pupils: PupilTable, by field: String, rows: some Sequence<Int>)
    -> [FieldValue: Int]
  {
    guard let column = pupils.column(field) else { return [:] }
    var heads: [FieldValue: Int] = [:]
    for row in rows {
      for entry in pupils.entries(ofSchool: row) {
        guard let value = column[Int(pupils.pupils[entry])] else { continue }
        heads[value, default: 0] += Int(pupils.counts[entry])
      }
    }
    return heads
  }

  /// A school's pupils as readable lines, whatever the dictionary they are in.
  static func lines(_ pupils: PupilTable, row: Int) -> [String] {
    pupils.entries(ofSchool: row).map { entry in
      let values = pupils.columns.map { $0[Int(pupils.pupils[entry])]?.description ?? "" }
      return values.joined(separator: ",") + " × \(pupils.counts[entry])"
    }
  }

  /// Whether two tables are the same, without printing half a million pupils where they aren't.
  static func areEqual(_ left: PupilTable, _ right: PupilTable) -> Bool {
    left.columns == right.columns && left.starts == right.starts && left.pupils == right.pupils
      && left.counts == right.counts
  }

  /// How many neighbours rise.
  static func rises(_ values: [Int64]) -> Int {
    zip(values, values.dropFirst()).count { $0 < $1 }
  }

  /// One school with the given columns.
  static func school(
    _ number: Int = 6_612_345, authority: Int = 661, sector: String, type: String? = nil,
    language: String? = nil, pupils: Int?, freeMeals: Rational? = nil,
    freeMealsColumn: String = "fsm_three_year_pct"
  ) -> SchoolTable {
    func column(_ name: String, _ value: FieldValue?) -> Column? {
      let field =
        StandardFields.school.first { $0.name == name }
        ?? Field(name, .school, .number(.number), meaning: BilingualText(en: name, cy: name))
      return value.map { Column(field: field, values: [$0]) }
    }
    return SchoolTable(
      numbers: [number], names: ["One"], authorities: [authority], sectors: [sector],
      statedPupils: [pupils], budgetPerPupil: [nil],
      columns: [
        column("school_type", type.map(FieldValue.category)),
        column("language", language.map(FieldValue.category)),
        column(freeMealsColumn, freeMeals.map(FieldValue.number)),
      ].compactMap { $0 }, areModelled: false)
  }
}
