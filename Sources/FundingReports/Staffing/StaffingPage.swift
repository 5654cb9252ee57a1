public import FundingModel

/// The measures of a staffing file as a page for a browser.
public struct StaffingPage {
  /// The name of its file.
  public static let fileName = "icfp.html"

  private let result: StaffingResult
  private let language: Language
  private let provenance: PageProvenance

  /// Makes the page of a result.
  ///
  /// - Parameters:
  ///   - result: The measures.
  ///   - language: The language that it opens in.
  ///   - provenance: Where it comes from.
  public init(_ result: StaffingResult, language: Language, provenance: PageProvenance) {
    self.result = result
    self.language = language
    self.provenance = provenance
  }

  /// The file.
  public func file() -> OutputFile {
    OutputFile(name: Self.fileName, bytes: Array(html().utf8))
  }

  /// The page as HTML.
  public func html() -> String {
    ReportPage(
      title: StaffingSentences.title,
      kicker: StaffingSentences.kicker(result.schools.count),
      sections: StaffingSections(result).all + [provenance.section()], language: language
    ).html()
  }
}
