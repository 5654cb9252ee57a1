import FundingModel

/// Where a page's figures come from: the program, the command and every file that was read.
public struct PageProvenance: Sendable {
  /// The program's version.
  let version: String
  /// The files that were read.
  let inputs: [RunRecord.Input]
  /// The words of the command that makes the page again, after the program's name.
  let command: [String]

  /// Notes where a page comes from.
  public init(version: String, inputs: [RunRecord.Input], command: [String]) {
    self.version = version
    self.inputs = inputs
    self.command = command
  }

  /// The section at the foot of a page.
  ///
  /// - Parameters:
  ///   - digest: What equal results are known by; nil for none.
  ///   - keepsBack: Whether the page keeps figures back: then data have no digests, by which guesses at
  ///     those figures could be checked.
  ///   - more: What follows the files.
  /// - Returns: The section.
  func section(
    digest: BilingualText? = nil, keepsBack: Bool = false, more: [ReportPage.Block] = []
  ) -> ReportPage.Section {
    ReportPage.Section(
      id: "provenance",
      title: BilingualText(en: "Where it all comes from", cy: "O ble y daw'r cyfan"),
      blocks: [
        .paragraph(
          BilingualText(
            en: "This command makes the report again, to the byte, from the same files:",
            cy: "Mae'r gorchymyn hwn yn gwneud yr adroddiad eto, i'r beit, o'r un ffeiliau:")),
        .command(Report.shell(["cyllido"] + command)),
        .points(
          [ReportSentences.same("Cyllido \(version)")] + [digest].compactMap(\.self)),
        .table(files(keepsBack), isFolded: false),
      ] + more)
  }

  private func files(_ keepsBack: Bool) -> ReportPage.Table {
    ReportPage.Table(
      caption: BilingualText(en: "Files that were read", cy: "Ffeiliau a ddarllenwyd"),
      head: [BilingualText(en: "File", cy: "Ffeil"), ReportSentences.same("SHA-256")], words: 2,
      rows: inputs.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }.map {
        // Scenarios and formulae hold no pupils.
        ReportPage.Row([
          .init($0.path),
          keepsBack && !$0.path.hasSuffix(".yaml")
            ? .init(DisclosureWords.digest) : .init($0.sha256),
        ])
      })
  }
}
