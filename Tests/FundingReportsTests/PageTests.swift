import Foundation
import FundingModel
import Testing

@testable import FundingReports

/// A page for a browser: whole, in both languages, asking for nothing.
@Suite struct PageTests {
  private let page = Page(
    title: BilingualText(en: "Schools & <money>", cy: "Ysgolion ac arian"),
    sections: [
      Page.Section(
        title: BilingualText(en: "Shares", cy: "Cyfrannau"),
        lead: [BilingualText(en: "As given", cy: "Fel y rhoddwyd")],
        head: [
          BilingualText(en: "School", cy: "Ysgol"), BilingualText(en: "Amount", cy: "Swm"),
        ],
        rows: [
          Page.Row(
            name: BilingualText(en: "Ysgol \"Un\"", cy: "Ysgol \"Un\""),
            cells: [BilingualText(en: "£1,234", cy: "£1,234")])
        ], notes: [])
    ])

  @Test func `both languages are there, and what they share is there once`() {
    let html = page.html()
    #expect(html.contains("<span lang=\"en\">Shares</span><span lang=\"cy\">Cyfrannau</span>"))
    #expect(html.components(separatedBy: "£1,234").count == 2)
    #expect(html.contains("<p><span lang=\"en\">As given</span>"))
  }

  @Test func `it opens in the language asked for, its title too`() {
    let welsh = page.html(.welsh)
    #expect(welsh.contains("<html lang=\"cy\""))
    #expect(welsh.contains("<title>Ysgolion ac arian · Cyllido</title>"))
    #expect(page.html().contains("<html lang=\"en\""))
    #expect(page.html().contains("<title>Schools &amp; &lt;money&gt; · Cyllido</title>"))
  }

  @Test func `names can't break out of the page`() {
    let html = page.html()
    #expect(html.contains("Schools &amp; &lt;money&gt;"))
    #expect(!html.contains("<money>"))
    #expect(html.contains("Ysgol &quot;Un&quot;"))
  }

  @Test func `it is one well-formed file that asks for nothing from outside`() throws {
    let html = page.html()
    #expect(html.hasPrefix("<!doctype html>"))
    for word in ["http:", "https:", "src=", "@import", "url("] { #expect(!html.contains(word)) }
    var open: [Substring] = []
    for match in html.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) {
      let (isEnd, tag) = (!match.1.isEmpty, match.2)
      if ["meta", "link"].contains(tag) { continue }
      if isEnd {
        #expect(open.popLast() == tag)
      } else {
        open.append(tag)
      }
    }
    #expect(open.isEmpty)
  }
}
