public import FundingModel

extension BatchIndex {
  /// The file `index.html`: every scenario of a batch with its runs and a way to its report.
  ///
  /// - Parameters:
  ///   - language: The language that it opens in.
  ///   - folder: The folder that the index lies in, which links are relative to.
  ///   - hasReports: Whether the scenarios' folders hold reports.
  /// - Returns: The file.
  public func page(language: Language, in folder: String, hasReports: Bool) -> OutputFile {
    let done = entries.count { $0.message == nil }
    let page = ReportPage(
      title: BilingualText(en: "Scenarios run together", cy: "Senarios a redwyd gyda'i gilydd"),
      kicker: entries.contains { $0.isWales == false }
        ? BilingualText(en: "School funding", cy: "Cyllido ysgolion")
        : BilingualText(en: "School funding in Wales", cy: "Cyllido ysgolion yng Nghymru"),
      sections: [
        ReportPage.Section(
          id: "scenarios", title: BilingualText(en: "Scenarios", cy: "Senarios"),
          blocks: [
            .paragraph(
              BilingualText(
                en: "Done: \(Prose.whole(done)) of \(Prose.whole(entries.count)).",
                cy: "Cwblhawyd: \(Prose.whole(done)) o \(Prose.whole(entries.count)).")),
            .points(entries.compactMap(Self.question)),
            .table(
              ReportPage.Table(
                caption: BilingualText(en: "Runs of each scenario", cy: "Rhediadau pob senario"),
                head: [
                  BilingualText(en: "Scenario", cy: "Senario"), Word.run.text, Word.year.text,
                  Word.schools.text, Word.pupils.text, Word.total.text, Word.perPupil.text,
                ], words: 3, rows: rows(in: folder, hasReports: hasReports)), isFolded: false),
          ])
      ], language: language)
    return OutputFile(name: "index.html", bytes: Array(page.html().utf8))
  }

  /// What a scenario asks, after its title; nil where its file doesn't say.
  private static func question(_ entry: Entry) -> BilingualText? {
    guard let title = entry.title, let why = entry.why else { return nil }
    return BilingualText(
      en: "\(title.english): \(why.english)", cy: "\(title.welsh): \(why.welsh)")
  }

  private func rows(in folder: String, hasReports: Bool) -> [ReportPage.Row] {
    entries.flatMap { entry -> [ReportPage.Row] in
      if let message = entry.message {
        let failed = BilingualText(
          en: "\(entry.path): not run: \(message.english)",
          cy: "\(entry.path): heb ei redeg: \(message.welsh)")
        return [ReportPage.Row([.init(failed)] + (0..<6).map { _ in .none })]
      }
      let own = entry.folder.map {
        $0.hasPrefix(folder + "/") ? String($0.dropFirst(folder.count + 1)) : $0
      }
      let link = hasReports ? own.map { Self.address($0 + "/" + Report.fileName) } : nil
      return entry.runs.filter { !entry.waysOfSharing.contains($0.name) }.map { run in
        ReportPage.Row([
          .init(entry.title ?? ReportSentences.same(entry.path), link: link), .init(run.name),
          .init(run.year.description), .whole(run.totals.schools),
          .whole(run.totals.pupils).keptBack(if: entry.hidesTotals),
          .money(run.totals.total).keptBack(if: entry.hidesTotals),
          .money(run.totals.perPupil).keptBack(if: entry.hidesTotals),
        ])
      }
    }
  }

  /// A path as an address relative to the page: bytes that an address gives a meaning are escaped.
  static func address(_ path: String) -> String {
    var address = ""
    for byte in path.utf8 {
      let isPlain =
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "-._/~".utf8.contains(byte)
      if isPlain {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    // A first part with a colon would be read as another protocol; it is escaped above.
    return address
  }
}
