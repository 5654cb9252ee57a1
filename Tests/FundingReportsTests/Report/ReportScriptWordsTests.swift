import Foundation
import FundingModel
import Testing

@testable import FundingReports

@Suite struct ReportScriptWordsTests {
  @Test func `the script asks for every word that there is, and for no other`() {
    let asked = ReportScript.text.matches(of: /word\(\s*"(\w+)"/).map { String($0.1) }
    let kinds = ReportScript.text.matches(of: /[?:] "(\w*[fF]ound|notPublished|empty|absent)"/).map
    { String($0.1) }
    #expect(Set(asked + kinds) == Set(ReportScriptWords.allCases.map(\.rawValue)))
  }

  @Test func `the words are JSON of pairs that can't end the element they stand in`() throws {
    let json = ReportScriptWords.json
    #expect(!json.contains { "<>&".contains($0) })
    let words = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [String]])
    #expect(words.count == ReportScriptWords.allCases.count)
    #expect(words["line"] == ["Line", "Llinell"])
    #expect(words["noneFound"] == ["No school is like that.", "Nid oes ysgol fel hynny."])
    for pair in words.values { #expect(pair.count == 2 && pair[0] != pair[1]) }
  }

  @Test func `no word of the page stands in the script itself`() {
    // What people read has a capital or a space and letters beyond ASCII's code words.
    for text in ["Ysgol", "school found", "Disgybl", "Cyfran", "Pupils"] {
      #expect(!ReportScript.text.contains(text), "\(text)")
    }
  }

  @Test func `the words of the search say how many in each language`() {
    #expect(ReportScriptWords.oneFound.text.english == "{} school found")
    for word in [ReportScriptWords.oneFound, .found, .firstFound] {
      #expect(word.text.welsh.hasPrefix("Ysgolion: {}"))
    }
  }
}
