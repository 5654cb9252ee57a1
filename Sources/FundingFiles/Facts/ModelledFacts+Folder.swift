internal import Diagnostics
public import FundingModel

extension ModelledFacts {
  /// Reads published facts from a folder such as `scenarios/data/wales-2024-25`.
  ///
  /// - Parameter folder: The folder; its `README.md` says what each file holds and where it is
  ///   from.
  /// - Throws: `WorldFailure` where a file is missing; `Mistakes`, all those of all files, where
  ///   one can't be understood or contradicts itself.
  public init(folder: String) throws {
    var reader = FactsReader(folder: folder)
    let (groups, freeMeals) = try reader.groups()
    let sizeBands = try reader.sizeBands()
    let types = try reader.categories("school-types", column: "school_type", known: nil)
    let languages = try reader.categories(
      "school-languages", column: "language", known: StandardFields.languages.names)
    let years = try reader.yearGroups()
    let deprivation = try reader.deprivation()
    let needs = try reader.needs()
    let additionalLanguage = try reader.additionalLanguage()
    let national = try reader.national()
    guard reader.mistakes.isEmpty, let national else { throw Mistakes(reader.mistakes) }
    self.init(
      groups: groups, freeMeals: freeMeals, sizeBands: sizeBands, schoolTypes: types,
      languages: languages, yearGroups: years, deprivation: deprivation, needs: needs,
      additionalLanguage: additionalLanguage, national: national)
  }
}

/// Reads the files of a folder of facts one by one, their mistakes collected.
struct FactsReader {
  let folder: String
  var mistakes: [Diagnostic] = []

  init(folder: String) { self.folder = folder }

  static let sectors = StandardFields.sectors.names

  /// Reads a file row by row.
  mutating func read<Row>(
    _ name: String, columns: [String], optional: [String] = [],
    _ row: (inout FactsTable, Int) -> Row?
  ) throws -> [Row] {
    var table: FactsTable
    do {
      table = try FactsTable(name, in: folder, columns: columns, optional: optional)
    } catch let failure as Mistakes {
      mistakes += failure.diagnostics
      return []
    }
    let rows = table.rows.compactMap { row(&table, $0) }
    mistakes += table.mistakes
    return rows
  }
}
