import FundingModel
import Testing

@testable import FundingBatch

/// Expectations are the published facts, or figures of Welsh Government publications by hand.
@Suite struct ModellingPupilsTests {
  static let schools = ModelledSchools.table(from: Modelling.facts, seed: 1)
  static let modelled = ModelledPupils.make(for: schools, facts: Modelling.facts, seed: 1)
  let facts = Modelling.facts
  let schools = Self.schools
  let pupils = Self.modelled.table

  private func heads(_ field: String, where isMeant: (Int) -> Bool = { _ in true })
    -> [FieldValue: Int]
  {
    Modelling.heads(pupils, by: field, rows: (0..<schools.count).filter(isMeant))
  }

  @Test func `each school has exactly its stated pupils`() {
    for row in 0..<schools.count {
      #expect(pupils.heads(ofSchool: row) == schools.statedPupils[row].map(Int64.init))
    }
    #expect(pupils.counts.reduce(0, +) == 463_678)
    #expect(pupils.counts.allSatisfy { $0 > 0 })
  }

  @Test func `distinct pupils are distinct and ascend in every school`() {
    let rows = (0..<pupils.distinctCount).map { row in pupils.columns.map { $0.codes[row] } }
    #expect(Set(rows).count == rows.count)
    #expect(pupils.columns.map(\.field.name) == StandardFields.pupil.map(\.name))
    for row in 0..<schools.count {
      let entries = pupils.entries(ofSchool: row).map { pupils.pupils[$0] }
      #expect(zip(entries, entries.dropFirst()).allSatisfy(<))
    }
  }

  @Test func `free school meals are the nearest whole number to a school's share`() throws {
    let column = try #require(schools.column("fsm_three_year_pct"))
    for row in 0..<schools.count {
      guard case .number(let percent)? = column[row], let roll = schools.statedPupils[row] else {
        continue
      }
      let found = Modelling.heads(pupils, by: "fsm", rows: [row])[.flag(true)] ?? 0
      let exact = percent.approximation * Double(roll) / 100
      #expect(abs(Double(found) - exact) <= 0.5 + 1e-9, "school \(schools.numbers[row])")
    }
  }

  @Test func `a share of 12.5% of 20 pupils is 3, in either column`() {
    for column in ["fsm_three_year_pct", "fsm_pct"] {
      let school = Modelling.school(
        sector: "primary", pupils: 20, freeMeals: Rational(decimal: "12.5"),
        freeMealsColumn: column)
      let made = ModelledPupils.make(for: school, facts: facts, seed: 1)
      #expect(Modelling.heads(made.table, by: "fsm", rows: [0])[.flag(true)] == 3)
      #expect(!made.estimates.contains { $0.what == "fsm" })
    }
  }

  @Test func `a school that states no share has its authority's and sector's, as an estimate`() {
    // Gwynedd, primary: 15.4% of 1,000.
    let made = ModelledPupils.make(
      for: Modelling.school(sector: "primary", pupils: 1_000), facts: facts, seed: 1)
    #expect(Modelling.heads(made.table, by: "fsm", rows: [0])[.flag(true)] == 154)
    #expect(made.estimates.contains { $0.what == "fsm" })
    // Gwynedd, special: none published, so 14.2%, all sectors together.
    let special = ModelledPupils.make(
      for: Modelling.school(sector: "special", pupils: 1_000), facts: facts, seed: 1)
    #expect(Modelling.heads(special.table, by: "fsm", rows: [0])[.flag(true)] == 142)
  }

  @Test func `a school that states no pupils has no entries`() {
    let made = ModelledPupils.make(
      for: Modelling.school(sector: "primary", pupils: nil), facts: facts, seed: 1)
    #expect(made.table.starts == [0, 0])
    #expect(made.table.pupils.isEmpty)
  }

  @Test(arguments: [
    ("primary", "Juniors", ["3", "4", "5", "6"]),
    ("primary", "Nursery & Infants", ["N1", "N2", "R", "1", "2"]),
    ("primary", "Infants & Juniors", ["R", "1", "2", "3", "4", "5", "6"]),
    ("secondary", "Secondary (ages 11-16)", ["7", "8", "9", "10", "11"]),
    ("secondary", "Secondary (ages 11-19)", ["7", "8", "9", "10", "11", "12", "13"]),
    (
      "middle", "Middle (ages 4-19)",
      ["R", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"]
    ),
    ("nursery", "Nursery", ["N1", "N2"]),
  ])
  func `year groups are those of the type`(sector: String, type: String, years: [String]) {
    // Cardiff has nursery years and sixth forms.
    let school = Modelling.school(
      6_819_999, authority: 681, sector: sector, type: type, pupils: 2_000)
    let made = ModelledPupils.make(for: school, facts: facts, seed: 1)
    let found = Modelling.heads(made.table, by: "year_group", rows: [0])
    #expect(Set(found.keys) == Set(years.map(FieldValue.category)))
  }

  @Test func `junior years are shared out by hand`() {
    // Gwynedd, January 2019: years 3 to 6 have 1,220, 1,265, 1,215 and 1,210 of 4,910; of 491
    // pupils these are 122, 126.5, 121.5 and 121.
    let school = Modelling.school(sector: "primary", type: "Juniors", pupils: 491)
    let made = ModelledPupils.make(for: school, facts: facts, seed: 1)
    let found = Modelling.heads(made.table, by: "year_group", rows: [0])
    #expect(found[.category("3")] == 122)
    #expect([126, 127].contains(found[.category("4")] ?? 0))
    #expect([121, 122].contains(found[.category("5")] ?? 0))
    #expect(found[.category("6")] == 121)
  }

  @Test func `nursery years count half`() {
    let fte = pupils.column("fte")
    let year = pupils.column("year_group")
    let nursery: Set<FieldValue> = [.category("N1"), .category("N2")]
    for row in 0..<pupils.distinctCount {
      let isNursery = year?[row].map(nursery.contains) ?? false
      #expect(fte?[row] == .number(isNursery ? Rational(decimal: "0.5") ?? .zero : .one))
    }
  }

  @Test func `the full-time equivalent comes near the bulletin's`() {
    // 449,183 in the bulletin for 2025-26, a year later.
    let twice = heads("fte").reduce(0) { $0 + ($1.key == .number(.one) ? 2 : 1) * $1.value }
    #expect(abs(twice - 2 * 449_183) * 100 <= 2 * 449_183, "\(twice)")
  }

  @Test func `additional learning needs come to 11.2% of pupils, 4.6% with a plan`() {
    // January 2024: 52,152 and 21,319 of 465,840 pupils.
    let needs = heads("aln")
    let none = needs[.category("none")] ?? 0
    #expect(abs(463_678 - none - 51_910) <= 500, "\(463_678 - none)")
    let plans = (needs[.category("school_idp")] ?? 0) + (needs[.category("la_idp")] ?? 0)
    #expect(abs(plans - 21_220) <= 500, "\(plans)")
  }

  @Test(arguments: [
    ("statemented", 128), ("school_action", 688), ("school_action_plus", 160),
    ("school_idp", 945), ("la_idp", 432),
  ])
  func `an authority with published needs has them`(level: String, expected: Int) {
    // Powys: 0.8, 4.3, 1.0, 5.9 and 2.7% of 16,009 pupils.
    let found = heads("aln") { schools.authorities[$0] == 666 }[.category(level)] ?? 0
    #expect(abs(found - expected) <= 25)
  }

  @Test func `every pupil of a special school has a plan or a statement`() {
    let needs = heads("aln") { schools.sectors[$0] == "special" }
    for level in ["none", "school_action", "school_action_plus"] {
      #expect(needs[.category(level)] == nil, "\(level)")
    }
    #expect(needs.values.reduce(0, +) == 6_025)
  }

  @Test func `nobody is both eligible and only protected`() {
    let eligible = pupils.column("fsm")
    let protected = pupils.column("fsm_protected")
    for row in 0..<pupils.distinctCount {
      #expect(!(eligible?[row] == .flag(true) && protected?[row] == .flag(true)))
    }
  }

  @Test func `protected pupils are in proportion to those eligible`() {
    // 8.0 points more in January 2024, of pupils aged 5 to 15.
    let found = heads("fsm_protected")[.flag(true)] ?? 0
    #expect((7_000...8_500).contains(found * 100_000 / 463_678), "\(found)")
    // Gwynedd: 2,117 eligible, 3,254 either: 537 protected for each 1,000 eligible.
    let isGwynedd = { (row: Int) in schools.authorities[row] == 661 }
    let own = heads("fsm_protected", where: isGwynedd)[.flag(true)] ?? 0
    let meals = heads("fsm", where: isGwynedd)[.flag(true)] ?? 1
    #expect((520...555).contains(own * 1_000 / meals), "\(own) of \(meals)")
  }

  @Test func `an authority's pupils live in its areas by decile`() {
    for authority in facts.deprivation {
      let found = heads("wimd_decile") { schools.authorities[$0] == authority.authority }
      let areas = authority.areas.reduce(0, +)
      let total = found.values.reduce(0, +)
      for (index, count) in authority.areas.enumerated() {
        let share = Double(found[.number(Rational(index + 1))] ?? 0) / Double(total)
        #expect(
          abs(share - Double(count) / Double(areas)) <= 0.02,
          "\(authority.authority), decile \(index + 1)")
      }
    }
  }

  @Test func `pupils eligible for free school meals live in more deprived areas`() {
    let decile = pupils.column("wimd_decile")
    let meals = pupils.column("fsm")
    var deciles: [FieldValue: Double] = [:]
    var heads: [FieldValue: Double] = [:]
    for (row, count) in zip(pupils.pupils, pupils.counts) {
      guard case .number(let value)? = decile?[Int(row)], let key = meals?[Int(row)] else {
        continue
      }
      deciles[key, default: 0] += value.approximation * Double(count)
      heads[key, default: 0] += Double(count)
    }
    let eligible = (deciles[.flag(true)] ?? 0) / (heads[.flag(true)] ?? 1)
    let others = (deciles[.flag(false)] ?? 0) / (heads[.flag(false)] ?? 1)
    #expect(eligible + 1.5 < others, "\(eligible) and \(others)")
  }

  @Test(arguments: [("WM", 200), ("EM", 0), ("DS", 100), ("AB", 160), ("EW", 40)])
  func `pupils are taught through Welsh by the school's category`(language: String, heads: Int) {
    let school = Modelling.school(sector: "primary", language: language, pupils: 200)
    let made = ModelledPupils.make(for: school, facts: facts, seed: 9)
    #expect(Modelling.heads(made.table, by: "welsh", rows: [0])[.flag(true)] ?? 0 == heads)
  }

  @Test func `English as an additional language and care follow their sources`() {
    // Wrexham, 2023/24: 370 of 18,735 at stage A.
    let stages = heads("eal") { schools.authorities[$0] == 665 }
    let total = stages.values.reduce(0, +)
    #expect(abs((stages[.category("A")] ?? 0) - 370 * total / 18_735) <= 25)
    // 116.3 per 10,000.
    let care = heads("looked_after")[.flag(true)] ?? 0
    #expect(abs(care - 5_393) <= 60, "\(care)")
  }

  @Test func `a school's pupils don't depend on the other schools`() {
    for row in stride(from: 0, to: schools.count, by: 97) {
      func only<Value>(_ values: [Value]) -> [Value] { [values[row]] }
      let alone = SchoolTable(
        numbers: only(schools.numbers), names: only(schools.names),
        authorities: only(schools.authorities), sectors: only(schools.sectors),
        statedPupils: only(schools.statedPupils), budgetPerPupil: only(schools.budgetPerPupil),
        columns: schools.columns.map { Column(field: $0.field, values: [$0[row]]) },
        areModelled: true)
      let made = ModelledPupils.make(for: alone, facts: facts, seed: 1)
      #expect(Modelling.lines(made.table, row: 0) == Modelling.lines(pupils, row: row))
    }
  }

  @Test func `equal seeds give equal pupils and other seeds others`() {
    let again = ModelledPupils.make(for: schools, facts: facts, seed: 1)
    #expect(Modelling.areEqual(again.table, pupils))
    #expect(again.estimates == Self.modelled.estimates)
    let other = ModelledPupils.make(for: schools, facts: facts, seed: 2)
    #expect(!Modelling.areEqual(other.table, pupils))
  }

  @Test func `every modelled field is named as an estimate in both languages`() {
    let named = Self.modelled.estimates.map(\.what)
    // And which modelled schools have pupils of a published total that was for others.
    #expect(Set(named) == Set(StandardFields.pupil.map(\.name) + ["pupils"]))
    let moved = Self.modelled.estimates[0].how
    #expect(moved.english.hasPrefix("Schools whose pupils are not published: 5."))
    #expect(moved.welsh.contains("Powys, Ceredigion, Sir Benfro, Rhondda Cynon Taf, Sir Fynwy"))
    #expect(Set(named).count == named.count)
    for estimate in Self.modelled.estimates {
      #expect(!estimate.how.english.isEmpty && !estimate.how.welsh.isEmpty)
      #expect(estimate.how.english != estimate.how.welsh)
    }
  }
}
