import FundingModel

/// The parts of a workbook that say where its other parts are.
struct WorkbookParts {
  /// The scenario's title.
  let title: String
  /// The language of the workbook.
  let language: Language

  /// All of them.
  func before(_ sheets: [Sheet]) -> [ZipArchive.Part] {
    [
      ("[Content_Types].xml", types(sheets.count)), ("_rels/.rels", packageRelations),
      ("docProps/core.xml", core), ("xl/workbook.xml", workbook(sheets)),
      ("xl/_rels/workbook.xml.rels", relations(sheets.count)),
    ].map { ZipArchive.Part(name: $0.0, bytes: Array((XMLPart.head + $0.1).utf8)) }
  }

  private func types(_ count: Int) -> String {
    let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    func part(_ name: String, _ type: String) -> String {
      "<Override PartName=\"/\(name)\" ContentType=\"\(type)+xml\"/>"
    }
    return "<Types xmlns=\"\(XMLPart.packages)/content-types\">"
      + "<Default Extension=\"rels\" "
      + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + part("xl/workbook.xml", spreadsheet + ".sheet.main")
      + (1...count).map { part("xl/worksheets/sheet\($0).xml", spreadsheet + ".worksheet") }
      .joined() + part("xl/styles.xml", spreadsheet + ".styles")
      + part("xl/sharedStrings.xml", spreadsheet + ".sharedStrings")
      + part(
        "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")
      + "</Types>"
  }

  private var packageRelations: String {
    "<Relationships xmlns=\"\(XMLPart.packages)/relationships\">"
      + "<Relationship Id=\"rId1\" Type=\"\(XMLPart.relations)/officeDocument\" "
      + "Target=\"xl/workbook.xml\"/>"
      + "<Relationship Id=\"rId2\" "
      + "Type=\"\(XMLPart.packages)/relationships/metadata/core-properties\" "
      + "Target=\"docProps/core.xml\"/></Relationships>"
  }

  private var core: String {
    "<cp:coreProperties xmlns:cp=\"\(XMLPart.packages)/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      + "<dc:title>\(XMLText.escaped(title))</dc:title><dc:creator>Cyllido</dc:creator>"
      + "<dc:language>\(language.rawValue)</dc:language></cp:coreProperties>"
  }

  private func workbook(_ sheets: [Sheet]) -> String {
    let tabs = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(XMLText.escaped(sheet.name))\" sheetId=\"\(index + 1)\" "
        + "r:id=\"rId\(index + 1)\"/>"
    }.joined()
    let names = sheets.enumerated().compactMap { index, sheet in
      sheet.repeatedRows.map { rows in
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">"
          + "'\(XMLText.escaped(sheet.name.replacing("'", with: "''")))'!\(rows)</definedName>"
      }
    }.joined()
    return "<workbook xmlns=\"\(XMLPart.main)\" xmlns:r=\"\(XMLPart.relations)\">"
      + "<bookViews><workbookView activeTab=\"0\"/></bookViews><sheets>\(tabs)</sheets>"
      + (names.isEmpty ? "" : "<definedNames>\(names)</definedNames>") + "</workbook>"
  }

  private func relations(_ count: Int) -> String {
    func relation(_ id: Int, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"rId\(id)\" Type=\"\(XMLPart.relations)/\(type)\" Target=\"\(target)\"/>"
    }
    return "<Relationships xmlns=\"\(XMLPart.packages)/relationships\">"
      + (1...count).map { relation($0, "worksheet", "worksheets/sheet\($0).xml") }.joined()
      + relation(count + 1, "styles", "styles.xml")
      + relation(count + 2, "sharedStrings", "sharedStrings.xml") + "</Relationships>"
  }
}
