import Foundation
import FundingModel
import Testing

@testable import FundingReports

/// A page for a browser: whole, in both languages, asking for nothing.
@Suite struct PageTests {
  private static let caption = BilingualText(en: "Shares", cy: "Cyfrannau")

  private let page = ReportPage(
    title: BilingualText(en: "Schools & <money>", cy: "Ysgolion ac arian"), kicker: Self.caption,
    sections: [
      ReportPage.Section(
        id: "shares", title: Self.caption,
        blocks: [
          .paragraph(BilingualText(en: "As given", cy: "Fel y rhoddwyd")),
          .table(
            ReportPage.Table(
              caption: Self.caption,
              head: [
                BilingualText(en: "School", cy: "Ysgol"), BilingualText(en: "Amount", cy: "Swm"),
              ], rows: [ReportPage.Row([.init("Ysgol \"Un\""), .init("£1,234")])]),
            isFolded: false),
        ]),
      PageProvenance(
        version: "1", inputs: [.init(path: "a & b.csv", sha256: "ab12")],
        command: ["icfp", "a & b.csv"]
      ).section(),
    ], language: .welsh)

  @Test func `both languages are there, and what they share is there once`() {
    let html = page.html()
    #expect(html.contains("<html lang=\"cy\""))
    #expect(html.contains("<span lang=\"en\">Shares</span><span lang=\"cy\">Cyfrannau</span>"))
    #expect(html.components(separatedBy: "£1,234").count == 2)
    #expect(html.contains("<p><span lang=\"en\">As given</span>"))
  }

  @Test func `it opens in the language asked for, its title too`() {
    let welsh = page.html()
    #expect(welsh.contains("<html lang=\"cy\""))
    #expect(welsh.contains("<title>Ysgolion ac arian · Cyllido</title>"))
    let english = ReportPage(
      title: page.title, kicker: page.kicker, sections: page.sections, language: .english
    ).html()
    #expect(english.contains("<html lang=\"en\""))
    #expect(english.contains("<title>Schools &amp; &lt;money&gt; · Cyllido</title>"))
  }

  @Test func `names can't break out of the page`() {
    let html = page.html()
    #expect(html.contains("Schools &amp; &lt;money&gt;"))
    #expect(!html.contains("<money>"))
    #expect(html.contains("Ysgol &quot;Un&quot;"))
  }

  @Test func `its foot names the files, what they held and the command`() {
    let html = page.html()
    #expect(html.contains("<code>cyllido icfp &#39;a &amp; b.csv&#39;</code>"))
    #expect(html.contains("a &amp; b.csv") && html.contains("ab12"))
  }

  @Test func `without schools to find there is no box and no data`() {
    let html = page.html()
    #expect(!html.contains("id=\"find\"") && !html.contains("id=\"data\""))
  }

  @Test func `it is one well-formed file that asks for nothing from outside`() throws {
    let all = page.html()
    #expect(all.hasPrefix("<!doctype html>"))
    for word in ["http:", "https:", "src=", "@import", "url("] { #expect(!all.contains(word)) }
    // Scripts hold < as less than.
    let html = all.replacing(/<script>(?s:.*?)<\/script>/, with: "")
    var open: [Substring] = []
    for match in html.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) {
      let (isEnd, tag) = (!match.1.isEmpty, match.2)
      if ["meta", "link", "br", "input"].contains(tag) { continue }
      if isEnd {
        #expect(open.popLast() == tag)
      } else {
        open.append(tag)
      }
    }
    #expect(open.isEmpty)
  }
}
