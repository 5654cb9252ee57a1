import FundingModel
import Testing

@testable import FundingBatch

/// Expectations are the published facts, or figures of Welsh Government publications by hand.
@Suite struct ModellingSchoolsTests {
  static let tables = ([1, 2, 7, 2024] as [UInt64]).map {
    ModelledSchools.table(from: Modelling.facts, seed: $0)
  }
  let facts = Modelling.facts

  @Test(arguments: 0..<tables.count)
  func `Wales has its published schools, pupils and budgets`(seed: Int) {
    let table = Self.tables[seed]
    #expect(table.count == 1_449)
    #expect(Modelling.heads(table, Array(0..<table.count)) == 463_678)
    let total = (0..<table.count).reduce(Money.zero) { $0 + (table.publishedBudget($1) ?? .zero) }
    #expect(total == Money(pounds: 2_554_137_466))
    #expect(table.budgetPerPupil.count { $0 == nil } == 8)
    #expect(table.areModelled)
  }

  @Test(arguments: 0..<tables.count)
  func `every authority has its published totals of every sector, to the penny`(seed: Int) {
    let table = Self.tables[seed]
    for group in facts.groups {
      let rows = Modelling.rows(table, group)
      #expect(rows.count == group.schools, "\(group.authority) \(group.sector)")
      #expect(Modelling.heads(table, rows) == group.pupils, "\(group.authority) \(group.sector)")
      #expect(rows.allSatisfy { table.statedPupils[$0] ?? 0 >= 1 })
      let funded = rows.filter { table.budgetPerPupil[$0] != nil }
      #expect(funded.count == group.schoolsWithBudget, "\(group.authority) \(group.sector)")
      let budget = funded.reduce(Money.zero) { $0 + (table.publishedBudget($1) ?? .zero) }
      #expect(budget == group.budget, "\(group.authority) \(group.sector)")
    }
  }

  @Test func `a school without a budget whose pupils are published apart has just those`() {
    // Neath Port Talbot: 53 primary schools, 11,256 pupils; 52 with a budget, 11,238 pupils.
    for table in Self.tables {
      let rows = (0..<table.count).filter {
        table.authorities[$0] == 671 && table.sectors[$0] == "primary"
          && table.budgetPerPupil[$0] == nil
      }
      #expect(rows.map { table.statedPupils[$0] } == [18])
    }
  }

  @Test(arguments: 0..<tables.count)
  func `quartiles of budget per pupil lie within 5% of the published`(seed: Int) {
    let table = Self.tables[seed]
    for group in facts.groups {
      let budgets = Modelling.rows(table, group).compactMap { table.budgetPerPupil[$0]?.pence }
        .sorted()
      for (quarter, published) in group.spread.ascending.enumerated() {
        let position = (budgets.count - 1) * quarter
        let below = budgets[position / 4]
        let above = budgets[min(position / 4 + 1, budgets.count - 1)]
        let found = below + (above - below) * Int64(position % 4) / 4
        #expect(
          abs(found - published.pence) * 20 <= published.pence,
          "\(group.authority) \(group.sector), quarter \(quarter): \(found)")
      }
    }
  }

  @Test(arguments: 0..<tables.count)
  func `size bands are the published ones, give or take a few schools`(seed: Int) {
    let table = Self.tables[seed]
    var misfits: [String: Int] = [:]
    for band in facts.sizeBands {
      let found = (0..<table.count).count {
        table.sectors[$0] == band.sector && band.contains(table.statedPupils[$0] ?? 0)
      }
      misfits[band.sector, default: 0] += abs(found - band.schools)
    }
    // Five primary schools and one all-age school without published pupils are in no band.
    #expect(misfits["primary"] == 5)
    #expect(misfits["secondary"] ?? .max <= 4)
    #expect(misfits["special"] ?? .max <= 4)
    #expect(misfits["middle"] ?? .max <= 5)
  }

  @Test(arguments: 0..<tables.count)
  func `Welsh-medium schools and their pupils are as published`(seed: Int) {
    let table = Self.tables[seed]
    let language = table.column("language")
    let isWelsh = (0..<table.count).filter { language?[$0] == .category("WM") }
    #expect(isWelsh.count == 377)
    for group in facts.groups {
      let found = Modelling.rows(table, group).count { language?[$0] == .category("WM") }
      #expect(found == group.welshMedium, "\(group.authority) \(group.sector)")
    }
    let pupils = Modelling.heads(table, isWelsh)
    #expect(abs(pupils - 78_165) * 50 <= 78_165, "\(pupils)")
    let bilingual = ["AB", "BB", "CB"].map(FieldValue.category)
    let secondaries = (0..<table.count).count { row in
      table.sectors[row] == "secondary" && bilingual.contains { $0 == language?[row] }
    }
    #expect(secondaries == 22)
  }

  @Test(arguments: 0..<tables.count)
  func `school types are as many as published`(seed: Int) {
    let table = Self.tables[seed]
    for count in facts.schoolTypes {
      let found = (0..<table.count).count {
        table.sectors[$0] == count.sector
          && table.column("school_type")?[$0] == .category(count.category)
      }
      #expect(found == count.schools, "\(count.category)")
    }
    // No pupil of Merthyr Tydfil and Blaenau Gwent was in a sixth form.
    let sixthForms = (0..<table.count).filter {
      table.column("school_type")?[$0] == .category("Secondary (ages 11-19)")
    }
    #expect(!sixthForms.contains { [675, 677].contains(table.authorities[$0]) })
  }

  @Test(arguments: 0..<tables.count)
  func `free school meals come to the published share`(seed: Int) throws {
    let table = Self.tables[seed]
    let column = try #require(table.column("fsm_three_year_pct"))
    for group in facts.groups {
      let rows = Modelling.rows(table, group)
      guard let share = group.freeMeals else {
        #expect(rows.allSatisfy { column[$0] == nil })
        continue
      }
      var weighted = Rational.zero
      for row in rows {
        guard case .number(let percent)? = column[row] else {
          Issue.record("school \(table.numbers[row]) has no share")
          continue
        }
        #expect(try percent.multiplied(by: Rational(10)).isWhole)
        weighted = try weighted.adding(
          percent.multiplied(by: Rational(table.statedPupils[row] ?? 0)))
      }
      let found = weighted.approximation / Double(group.pupils)
      // The published share is rounded to 0.1.
      #expect(abs(found - Double(share.parts) / 10_000) <= 0.05, "\(group.authority)")
    }
  }

  @Test(arguments: 0..<tables.count)
  func `small schools cost more for each pupil, with exceptions`(seed: Int) {
    let table = Self.tables[seed]
    for group in facts.groups where group.schools >= 20 {
      let rows = Modelling.rows(table, group).filter { table.budgetPerPupil[$0] != nil }
        .sorted { (table.statedPupils[$0] ?? 0, $0) < (table.statedPupils[$1] ?? 0, $1) }
      let budgets = rows.map { table.budgetPerPupil[$0]?.pence ?? 0 }
      func mean(_ budgets: ArraySlice<Int64>) -> Int64 {
        budgets.reduce(0, +) / Int64(budgets.count)
      }
      let half = rows.count / 2
      #expect(mean(budgets[..<half]) > mean(budgets[half...]), "\(group.authority)")
      #expect(Modelling.rises(budgets) > 0, "some larger school costs more than a smaller one")
    }
  }

  @Test func `equal seeds give equal schools and other seeds others`() {
    let first = Self.tables[1]
    let again = ModelledSchools.table(from: facts, seed: 2)
    #expect(first.numbers == again.numbers)
    #expect(first.names == again.names)
    #expect(first.statedPupils == again.statedPupils)
    #expect(first.budgetPerPupil == again.budgetPerPupil)
    #expect(first.columns == again.columns)
    #expect(first.statedPupils != Self.tables[2].statedPupils)
    #expect(first.budgetPerPupil != Self.tables[2].budgetPerPupil)
  }

  @Test func `numbers and names say that a school is modelled`() {
    let table = Self.tables[0]
    for row in 0..<table.count {
      #expect(table.numbers[row] / 10_000 == table.authorities[row])
      #expect((9_001...9_999).contains(table.numbers[row] % 10_000))
      #expect(table.names[row].hasPrefix("Modelled "))
    }
    let gwynedd = table.row(of: 6_619_017)
    #expect(gwynedd.map { table.names[$0] } == "Modelled primary 17, Gwynedd")
  }
}
