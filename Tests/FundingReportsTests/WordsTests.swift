import FundingModel
import Testing

@testable import FundingReports

@Suite struct WordsTests {
  @Test(arguments: Word.allCases)
  func `every label exists in both languages`(word: Word) {
    for language in Language.allCases {
      #expect(word[language].contains { $0.isLetter })
      #expect(word[language].first?.isWhitespace == false)
    }
  }

  /// The labels that are spelled alike in both languages.
  @Test func `only the labels that are one word in both languages are the same`() {
    let same = Word.allCases.filter { $0.text.english == $0.text.welsh }
    #expect(same == [.sector, .data])
  }

  @Test(arguments: Authority.all)
  func `every authority has its own name in each language`(authority: Authority) {
    #expect(Names.authority(authority.code, .english) == authority.name.english)
    #expect(Names.authority(authority.code, .welsh) == authority.name.welsh)
  }

  @Test(arguments: StandardFields.sectors.names)
  func `every sector has a name in each language`(sector: String) {
    for language in Language.allCases { #expect(Names.sector(sector, language) != sector) }
    #expect(Names.sector(sector, .english) != Names.sector(sector, .welsh))
  }

  @Test(arguments: StandardFields.pupil)
  func `every standard pupil field has a short name in each language`(field: Field) {
    #expect(Names.field(field.name, .english) != Names.field(field.name, .welsh))
  }

  @Test(arguments: SchoolLeftOut.Reason.allCases)
  func `every reason for leaving a school out is explained`(reason: SchoolLeftOut.Reason) {
    #expect(Sentences.reason(reason).english.count > 10)
    #expect(Sentences.reason(reason).welsh.count > 10)
  }

  @Test(arguments: Formula.Status.allCases)
  func `every status of a formula is explained, beginning with its name`(status: Formula.Status) {
    for language in Language.allCases {
      let name = Names.status(status)[language]
      #expect(Sentences.meaning(of: status)[language].hasPrefix(name + ": "))
    }
  }
}

@Suite struct ProseTests {
  @Test(arguments: [
    (Int64(0), "£0.00"), (5, "£0.05"), (-5, "-£0.05"), (99_999, "£999.99"),
    (100_000, "£1,000.00"), (-123_456_789, "-£1,234,567.89"),
    (255_412_345_678, "£2,554,123,456.78"),
  ])
  func `pounds have separators and two decimals`(pence: Int64, expected: String) {
    #expect(Prose.pounds(Money(pence: pence)) == expected)
  }

  @Test(arguments: [(Int64(100), "+£1.00"), (0, "£0.00"), (-1, "-£0.01")])
  func `a change shows its sign, and nought has none`(pence: Int64, expected: String) {
    #expect(Prose.change(Money(pence: pence)) == expected)
  }

  @Test(arguments: [
    (Int128(1), Int128(3), "£0.333333…"), (2, 3, "£0.666666…"), (-2, 3, "-£0.666666…"),
    (391_240, 100, "£3,912.40"), (1, 8, "£0.125"), (5, 1, "£5.00"), (1, 1_000_000, "£0.000001"),
    (1, 10_000_000, "£0.000000…"), (-1_234_567, 1, "-£1,234,567.00"),
  ])
  func `exact pounds are cut, not rounded, after six decimals`(
    top: Int128, bottom: Int128, expected: String
  ) throws {
    #expect(Prose.pounds(try Rational(top, over: bottom)) == expected)
  }

  @Test func `a number too large to scale is shown as its fraction`() throws {
    let huge = try Rational(Int128.max, over: 7)
    #expect(Prose.number(huge) == "170141183460469231731687303715884105727/7")
  }

  @Test(arguments: [
    ("one two", 3, "one two\n"), ("", 0, ""),
    (
      String(repeating: "abcde ", count: 20), 2,
      String(repeating: "abcde ", count: 15) + "abcde\nabcde abcde abcde abcde\n"
    ),
  ])
  func `texts are broken between words`(text: String, indent: Int, expected: String) {
    let wrapped = TextLines.wrapped(text, indent: indent)
    #expect(
      wrapped.split(separator: "\n").map { $0.drop { $0 == " " } }
        == expected.split(separator: "\n"))
    #expect(wrapped.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
