import FundingModel
import Testing

@testable import FundingReports

/// The report as a whole: what is in it, that it adds up, and that nothing breaks out of it.
struct ReportTests {
  static func report(
    _ result: ScenarioResult = Sample.result(), _ language: Language = .english,
    disclosure: Disclosure = Disclosure()
  ) -> Report {
    Report(
      RunRecord(
        version: "1", inputs: [.init(path: "scenarios/one-formula.yaml", sha256: "ab12")],
        options: [], warnings: [], files: [], result: result),
      language: language, command: ["run", "scenarios/one-formula.yaml"],
      disclosure: disclosure)
  }

  /// How often a text occurs in another.
  static func count(_ part: String, in text: String) -> Int {
    text.split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  @Test func `the sections stand in the order of the argument`() throws {
    let html = Self.report().html()
    let places = try [
      "answer", "delegated", "parity", "equity", "gains", "map", "school", "provenance",
    ].map { id in try #require(html.firstRange(of: "<h2 id=\"\(id)\">")).lowerBound }
    #expect(zip(places, places.dropFirst()).allSatisfy(<))
  }

  @Test func `it opens in the language of the run and holds both`() {
    #expect(Self.report().html().contains("<html lang=\"en\""))
    let welsh = Self.report(Sample.result(), .welsh).html()
    #expect(welsh.contains("<html lang=\"cy\""))
    #expect(welsh.contains("<title>Un fformiwla · Cyllido</title>"))
    #expect(
      welsh.contains("<span lang=\"en\">One formula</span><span lang=\"cy\">Un fformiwla</span>"))
    #expect(
      welsh.contains(
        "<span lang=\"en\">Winners and losers</span><span lang=\"cy\">Enillwyr a chollwyr</span>"))
  }

  @Test func `it asks for nothing outside itself`() {
    let html = Self.report().html()
    for request in ["src=", "href=\"http", "url(", "@import", "<iframe", "<link rel=\"style"] {
      #expect(!html.contains(request), "\(request)")
    }
  }

  @Test func `every drawing has a title, a description and a table`() {
    let html = Self.report().html()
    let drawings = Self.count("<svg", in: html)
    #expect(drawings >= 4)
    #expect(Self.count("</svg>", in: html) == drawings)
    #expect(Self.count("aria-describedby", in: html) == drawings)
    #expect(Self.count("role=\"img\"", in: html) == drawings)
    #expect(Self.count("The figures as a table", in: html) == drawings)
  }

  @Test func `a drawing is named by words of which the page hides one language`() throws {
    let html = Self.report().html()
    let matches = html.matches(of: /aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/)
    try #require(!matches.isEmpty)
    for match in matches {
      let title = "<figcaption id=\"\(match.1)\"><span lang=\"en\">"
      #expect(html.contains(title), "\(title)")
      #expect(html.contains("id=\"\(match.2)\"><span lang=\"en\">"), "\(match.2)")
    }
  }

  @Test func `without scripts a reader can choose either language`() {
    let html = Self.report().html()
    for language in ["cy", "en"] {
      #expect(html.contains("<span id=\"\(language)\"></span>"))
      #expect(html.contains("id=\"in-\(language)\"><label for=\"in-\(language)\">"))
      #expect(html.contains("html:not(.scripted):is(:has(#in-\(language):checked)"))
    }
  }

  @Test func `its figures are those of the tables, to the penny`() {
    let html = Self.report().html()
    // One school gains £10,000.02, one loses £100,000.00, one does not move.
    #expect(
      html.contains(
        "national, against local: of 3 schools 1 gain £10,000.02, 1 lose £100,000.00, and 1 do not "
          + "move by a penny. It costs £89,999.98 less for these schools."))
    #expect(html.contains("Pupils in schools that lose: 300; in schools that gain: 50."))
    // Wales gets £2,450,100.49 by local, £5,444.67 for each of 450 pupils.
    #expect(html.contains("£2,450,100.49"))
    #expect(html.contains("£5,444.67"))
  }

  @Test func `what an authority does not give is not given, never nought`() {
    let rows = [Sample.budget(nil, "local", 4, 450, 245_010_049)]
    let html = Self.report(Sample.result(authorities: rows)).html()
    #expect(html.contains("Not given: no data on what authorities keep centrally or devolve"))
    #expect(html.contains("<span lang=\"en\">not given</span><span lang=\"cy\">heb ei roi</span>"))
    #expect(!html.contains("£0.00 <small>"))
  }

  @Test func `the bulletin's figures are put together from their parts`() {
    let html = Self.report().html()
    #expect(html.contains("2024-25: £7,926 = £6,390 + £1,536."))
    #expect(html.contains("2025-26: £8,616 = £6,902 + £1,714."))
    #expect(
      html.contains(
        "2025-26: (£2,768,624,000 + £331,564,000) ÷ 449,183 = £6,901.84 ≈ £6,902."))
    let calculated = "<span lang=\"en\">calc.</span><span lang=\"cy\">cyf.</span>"
    let published = "<span lang=\"en\">pub.</span><span lang=\"cy\">cyh.</span>"
    #expect(html.contains("£3,100,188,000 <small>\(calculated)"))
    #expect(html.contains("449,183 <small>\(published)"))
    #expect(html.contains("£6,901.84 <small>\(calculated)"))
    #expect(
      html.contains("£7,926 <small>\(calculated)") && html.contains("£7,926 <small>\(published)"))
  }

  @Test func `tables of gains that stand open are no wider than a page`() {
    var open = 0
    for case .table(let table, let isFolded) in Self.report().gains.blocks where !isFolded {
      open += 1
      #expect(table.head.count <= 9, "\(table.caption.english)")
    }
    #expect(open > 0)
  }

  @Test func `no name breaks out of the page or its data`() throws {
    let bad = "</script><script>alert(1)</script><img src=x> & \u{2028}'\""
    let plain = Self.report().html()
    let html = Self.report(
      Sample.result(census: Sample.census(names: [bad, bad, bad, bad]))
    ).html()
    #expect(Self.count("<script", in: html) == Self.count("<script", in: plain))
    #expect(Self.count("</script", in: html) == Self.count("</script", in: plain))
    #expect(!html.contains("<img"))
    #expect(html.contains("\\u003c/script\\u003e\\u003cscript\\u003ealert(1)"))
  }

  @Test func `the same result is the same bytes`() {
    #expect(Self.report().html() == Self.report().html())
  }

  @Test func `it says how to make it again and how to explain a school`() {
    let html = Self.report().html()
    #expect(html.contains("<code>cyllido run scenarios/one-formula.yaml</code>"))
    #expect(
      html.contains(
        "<code>cyllido explain scenarios/one-formula.yaml --run local --school NUMBER</code>"))
    #expect(html.contains("ab12"))
    #expect(Report.shell(["a b", "it's", "£5", ""]) == "'a b' 'it'\\''s' £5 ''")
  }
}
