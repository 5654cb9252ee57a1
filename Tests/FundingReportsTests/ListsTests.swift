import Foundation
import FundingModel
import Testing

@testable import FundingReports

@Suite struct ListsTests {
  private let formulas = [
    Sample.formula("cardiff", .authority(681), .fitted, fitted: ["teacher"]),
    Sample.formula(
      "national", .any, .illustrative, factors: [Sample.factor("basic", each: .pupil)]),
  ]

  @Test func `formulae are listed with their authority, status and estimates`() {
    #expect(
      FormulaList.text(formulas, language: .english) == """
        Name      Authority  Year     Status        Factors  Rates  Estimated  Title
        cardiff   Cardiff    2024-25  fitted              0      2          1  Formula of cardiff
        national  any        2024-25  illustrative        1      2          0  Formula of national

        """)
    #expect(FormulaList.text(formulas, language: .welsh).contains("\ncardiff   Caerdydd "))
  }

  @Test func `formulae are listed as JSON`() throws {
    let data = Data(FormulaList.json(formulas).rendered().utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(json.map { $0["authority"] as? String } == ["681", "any"])
    #expect(json.map { $0["rates_fitted"] as? Int } == [1, 0])
  }

  @Test func `every field and function is listed with its meaning, in lines of at most 100`() {
    for language in Language.allCases {
      let text = FieldList.text(.standard, language: language)
      let lines = text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 100 })
      for field in FieldCatalogue.standard.all {
        let first = field.meaning[language].split(separator: " ")[0]
        #expect(
          lines.contains { line in
            let words = line.split(separator: " ")
            return words.first == Substring(field.name) && words.count > 1 && words[1] == first
          }, "\(field.name) is not listed")
      }
      for function in FunctionHelp.all {
        #expect(lines.contains { $0.hasPrefix("  \(function.form)  ") })
        #expect(function.meaning[language].count > 5)
      }
    }
  }

  @Test func `every function of numbers is explained`() {
    let names = FunctionHelp.all.map(\.name)
    for function in NumberFunction.allCases { #expect(names.contains(function.rawValue)) }
    for name in ["if", "pupils", "heads", "sum", "mean", "authority", "all"] {
      #expect(names.contains(name))
    }
  }

  @Test func `fields are listed as JSON with level, kind, unit and categories`() throws {
    let data = Data(FieldList.json(.standard).rendered().utf8)
    let json = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]])
    let fields = try #require(json["fields"])
    #expect(fields.count == StandardFields.pupil.count + StandardFields.school.count)
    let year = try #require(fields.first { $0["field"] as? String == "year_group" })
    #expect(year["level"] as? String == "pupil")
    #expect(year["kind"] as? String == "category")
    #expect(year["ordered"] as? Bool == true)
    #expect((year["categories"] as? [String])?.count == 17)
    let area = try #require(fields.first { $0["field"] as? String == "floor_area" })
    #expect(area["unit"] as? String == "m2")
    #expect(area["categories"] is NSNull)
  }
}
