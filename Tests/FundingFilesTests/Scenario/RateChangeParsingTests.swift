import Diagnostics
import FundingFiles
import FundingModel
import Testing

struct RateChangeParsingTests {
  @Test(arguments: [
    ("£1500", RateChange.Operation.becomes(Rational(1500))),
    ("1500", .becomes(Rational(1500))),
    ("1_500", .becomes(Rational(1500))),
    ("0", .becomes(.zero)),
    ("+£50", .plus(Rational(50))),
    ("-£50", .plus(Rational(-50))),
    ("−£50", .plus(Rational(-50))),
    ("+2", .plus(Rational(2))),
    ("-2", .plus(Rational(-2))),
    ("×2", .times(Rational(2))),
    ("x2", .times(Rational(2))),
    ("*0", .times(.zero)),
    ("+0%", .times(.one)),
    ("-100%", .times(.zero)),
    ("+100%", .times(Rational(2))),
    ("100%", .becomes(.one)),
  ])
  func `a change is a new value, a multiple or an addition`(
    text: String, operation: RateChange.Operation
  ) throws {
    #expect(try RateChange(parsing: "a=\(text)").operation == operation)
  }

  @Test func `per cents and decimals are exact`() throws {
    #expect(
      try RateChange(parsing: "a=10%").operation == .becomes(Rational(1, over: 10)))
    #expect(try RateChange(parsing: "a=+10%").operation == .times(Rational(11, over: 10)))
    #expect(try RateChange(parsing: "a=-10%").operation == .times(Rational(9, over: 10)))
    #expect(try RateChange(parsing: "a=×1.05").operation == .times(Rational(21, over: 20)))
    #expect(try RateChange(parsing: "a=-0.1%").operation == .times(Rational(999, over: 1000)))
    #expect(try RateChange(parsing: "a=£0.005").operation == .becomes(Rational(1, over: 200)))
  }

  @Test(arguments: [
    ("basic", ["basic"]),
    ("basic.R..2", ["basic", "R..2"]),
    ("bands.100..", ["bands", "100.."]),
    ("bands.100...primary", ["bands", "100..", "primary"]),
    ("local.bridgend.lump_sum.primary", ["local", "bridgend", "lump_sum", "primary"]),
    ("t.N1..N2.Infants & Juniors", ["t", "N1..N2", "Infants & Juniors"]),
  ])
  func `a path is split at single dots`(text: String, path: [String]) throws {
    let change = try RateChange(parsing: "\(text)=1")
    #expect(change.path == path)
    #expect(change.written == "\(text)=1")
    #expect(change.place == nil)
  }

  @Test(arguments: [
    ("a", "not-a-change"), ("a=", "not-a-change"), ("a=b", "not-a-change"),
    ("a=£", "not-a-change"), ("a=+", "not-a-change"), ("a=%", "not-a-change"),
    ("a=x-1", "not-a-change"), ("a=+-1", "not-a-change"), ("a=£-1", "not-a-change"),
    ("a=1e3", "not-a-change"), ("a= 1", "not-a-change"), ("a=x10%", "not-a-change"),
    ("a=£1,500", "thousands-comma"), ("a=+1,000", "thousands-comma"),
    ("a=1,000%", "thousands-comma"), ("a=-101%", "out-of-range"),
    ("=1", "not-a-path"), ("a.=1", "not-a-path"), (".a=1", "not-a-path"),
    ("a .b=1", "not-a-path"), ("..=1", "not-a-path"),
  ])
  func `anything else is a mistake`(text: String, slug: String) {
    #expect(Example.slugs { _ = try RateChange(parsing: text) } == [slug], "\(text)")
  }

  @Test func `a mistake names the option and says what to write`() throws {
    let mistakes = try #require(throws: Mistakes.self) {
      try RateChange(parsing: "basic=£1,500")
    }
    #expect(
      mistakes.diagnostics.rendered { _, _ in nil } == """
        --set basic=£1,500: error: the amount '£1,500' has commas in it [thousands-comma]
           = write £1500
        1 error in 1 file

        """)
  }
}
