import Testing

@testable import Diagnostics

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "ab", 2), ("fsm", "fsm", 0), ("fsm", "fms", 1),
    ("sector", "sectr", 1), ("sector", "ssector", 1), ("sector", "sektor", 1),
    ("kitten", "sitting", 3), ("aln", "fsm", 3), ("ca", "abc", 3), ("tŷ", "ty", 1),
  ])
  func `edits are counted, swapped neighbours as one`(a: String, b: String, expected: Int) {
    #expect(Suggestion.distance(a, b) == expected)
    #expect(Suggestion.distance(b, a) == expected)
  }

  @Test(arguments: [
    ("fms", "fsm"), ("fsx", "fsm"), ("fxx", nil), ("FSM", "fsm"), ("sektr", "sector"),
    ("sxxxor", nil), ("wimd_decle", "wimd_decile"), ("year_gruop", "year_group"),
    ("year_xxxup", "year_group"), ("yxxx_xroup", nil), ("", nil),
  ])
  func `a name is suggested only when it is close for its length`(word: String, expected: String?) {
    let known = ["fsm", "sector", "wimd_decile", "year_group"]
    #expect(Suggestion.closest(to: word, among: known) == expected)
  }

  @Test func `of names equally close the first is suggested, of others the closest`() {
    #expect(Suggestion.closest(to: "ab", among: ["ac", "ad"]) == "ac")
    #expect(Suggestion.closest(to: "primry", among: ["prim", "primary"]) == "primary")
    #expect(Suggestion.closest(to: "x", among: [String]()) == nil)
  }

  @Test func `up to six names are all listed, of more the nearest three`() {
    let six = ["a", "b", "c", "d", "e", "f"]
    #expect(Suggestion.list(six, near: "f") == "a, b, c, d, e, f")
    let seven = ["alpha", "beta", "gamma", "delta", "sector", "sectors", "sect"]
    #expect(Suggestion.list(seven, near: "sector") == "sector, sectors, sect, …")
  }

  @Test func `notes say what there is and what was probably meant`() {
    #expect(
      Suggestion.notes(for: "fms", among: ["aln", "fsm"], has: "the pupils have") == [
        "the pupils have: aln, fsm", "did you mean 'fsm'?",
      ])
    #expect(
      Suggestion.notes(for: "zzz", among: ["aln", "fsm"], has: "the pupils have") == [
        "the pupils have: aln, fsm"
      ])
    #expect(Suggestion.notes(for: "fms", among: [], has: "the pupils have") == [])
  }
}
