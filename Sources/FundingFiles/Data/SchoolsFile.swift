public import Diagnostics
public import FundingModel

/// A file of schools, one row a school.
///
/// The columns `school`, `authority` (or `authority_code`), `sector` and `pupils` must be there;
/// standard school fields are read as such, and any further column becomes a field.
public struct SchoolsFile: Sendable {
  /// The schools, by number, whatever the rows' order.
  public let table: SchoolTable
  /// Bad rows that were set aside.
  public let quarantined: [QuarantinedRow]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - quarantine: Whether bad rows are set aside instead of failing.
  ///   - areModelled: Whether the schools are made by a model rather than real; a column `modelled`
  ///     with `true` says so too.
  /// - Throws: every mistake in it, at most twenty.
  public init(
    source: SourceFile, quarantine: Bool = false, areModelled: Bool = false
  ) throws(Mistakes) {
    var reader = try CSVReader(source: source, quarantine: quarantine)
    let roles = SchoolColumns(&reader)
    try reader.checkHeader()
    var rows: [SchoolRow] = []
    var firstSpans: [Int: SourceSpan] = [:]
    while reader.nextRow() {
      guard let row = SchoolRow(&reader, roles) else { continue }
      if let first = firstSpans[row.number] {
        reader.note(
          .duplicateSchool(SchoolNumber.text(row.number), first: first), inColumn: roles.number)
        continue
      }
      firstSpans[row.number] = reader.span(ofColumn: roles.number)
      rows.append(row)
    }
    roles.noteCommas(of: rows, in: &reader)
    try reader.finish()
    rows.sort { $0.number < $1.number }
    table = Self.table(of: rows, roles, areModelled: areModelled)
    quarantined = reader.quarantined
  }

  /// The column by which a file says that its schools are made by a model.
  static let modelledColumn = "modelled"

  private static func table(
    of rows: [SchoolRow], _ roles: SchoolColumns, areModelled: Bool
  ) -> SchoolTable {
    var columns: [Column] = []
    var saysModelled = false
    for field in StandardFields.school {
      if field.name == "authority" {
        columns.append(
          .sorted(field: field, values: rows.map { .category(String($0.authority)) }))
      } else if field.name == "sector" {
        columns.append(.sorted(field: field, values: rows.map { .category($0.sector) }))
      } else if let index = roles.standard.firstIndex(where: { $0.field == field }) {
        columns.append(.sorted(field: field, values: rows.map { $0.standard[index] }))
      } else if field.name == "months_open" {
        let all = FieldValue.number(Rational(12))
        columns.append(.sorted(field: field, values: rows.map { _ in all }))
      }
    }
    for (index, further) in roles.further.enumerated().sorted(by: { $0.1.name < $1.1.name }) {
      let texts = rows.map { $0.further[index] }
      let kind = FurtherColumn.kind(of: texts.filter { !$0.isEmpty })
      if further.name == modelledColumn, kind == .flag {
        // The file says of itself that its schools are made by a model: this must not be lost.
        saysModelled = texts.contains { CellValue.flag($0) == true }
        continue
      }
      columns.append(
        .sorted(
          field: FurtherColumn.field(further.name, .school, kind),
          values: texts.map { $0.isEmpty ? nil : FurtherColumn.value($0, as: kind) }))
    }
    return SchoolTable(
      numbers: rows.map(\.number), names: rows.map(\.name), authorities: rows.map(\.authority),
      sectors: rows.map(\.sector), statedPupils: rows.map(\.pupils),
      budgetPerPupil: rows.map(\.budgetPerPupil), columns: columns,
      areModelled: areModelled || saysModelled)
  }
}
