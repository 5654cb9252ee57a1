public import FundingModel

/// A result as a workbook that spreadsheets open: a sheet of words, then a sheet for each table.
///
/// - Invariant: equal results give equal bytes; it holds no time.
/// - Source: ECMA-376 (Office Open XML), part 1, 18 (SpreadsheetML).
public struct Workbook: Sendable {
  private let result: ScenarioResult
  private let tables: [Table]
  private let language: Language
  private let version: String
  private let disclosure: Disclosure
  /// How many rows of a table go on a sheet.
  private let rowLimit: Int

  /// Makes the workbook of a result.
  ///
  /// - Parameters:
  ///   - result: What the run found.
  ///   - language: The language of all labels.
  ///   - version: The program's version.
  ///   - disclosure: What is kept back.
  ///   - more: Further tables, without what is kept back.
  public init(
    of result: ScenarioResult, language: Language, version: String, disclosure: Disclosure,
    more: [Table] = []
  ) {
    self.init(
      of: result, language: language, version: version, disclosure: disclosure, more: more,
      rowLimit: TableSheet.rowLimit)
  }

  init(
    of result: ScenarioResult, language: Language, version: String,
    disclosure: Disclosure = Disclosure(), more: [Table] = [], rowLimit: Int
  ) {
    self.result = result
    tables = ResultTables.all(of: result, language: language).map(disclosure.hiding) + more
    self.language = language
    self.version = version
    self.disclosure = disclosure
    self.rowLimit = rowLimit
  }

  /// The workbook's file, named for its scenario.
  public func file() -> OutputFile {
    OutputFile(name: result.scenario.name + ".xlsx", bytes: bytes())
  }

  private func bytes() -> [UInt8] {
    var texts = SharedTexts()
    let planned = tableSheets()
    var about = AboutSheet(
      result: result, language: language, version: version, disclosure: disclosure,
      entries: planned.map {
        AboutSheet.Entry(sheet: $0.name, table: $0.table.name, rows: $0.rows.count)
      })
    var sheets = [about.sheet(texts: &texts)]
    for sheet in planned { sheets.append(sheet.sheet(texts: &texts)) }
    let parts = WorkbookParts(title: result.scenario.title[language], language: language)
    return ZipArchive.bytes(
      of: parts.before(sheets)
        + sheets.enumerated().map { index, sheet in
          ZipArchive.Part(name: "xl/worksheets/sheet\(index + 1).xml", bytes: sheet.part)
        } + [
          ZipArchive.Part(name: "xl/styles.xml", bytes: Array(CellStyle.part.utf8)),
          ZipArchive.Part(name: "xl/sharedStrings.xml", bytes: texts.part()),
        ])
  }

  /// A sheet for each table; several where one can't hold it.
  private func tableSheets() -> [TableSheet] {
    let estimates = EstimatedFigures(of: result)
    return tables.flatMap { table -> [TableSheet] in
      let name = ColumnWords.sheet(of: table.name)?[language] ?? table.name
      let starts = Array(stride(from: 0, to: max(1, table.rowCount), by: rowLimit))
      return starts.enumerated().map { index, start in
        TableSheet(
          table: table, rows: start..<min(start + rowLimit, table.rowCount),
          name: starts.count == 1 ? name : "\(name) (\(index + 1))", language: language,
          estimates: estimates)
      }
    }
  }
}
