import FundingModel
import Testing

@testable import FundingBatch

/// Authorities' lines beside what schools get: what is delegated, retained and handed back.
@Suite struct SpendingLinesTests {
  private func line(
    _ authority: Int?, _ kind: AuthorityLine.Kind, _ pounds: Int64,
    _ status: AuthorityLine.Status = .published, year: Int = 2024
  ) -> AuthorityLine {
    AuthorityLine(
      authority: authority, year: FundingYear(start: year), kind: kind, name: "x",
      amount: Money(pounds: pounds), status: status, source: "s")
  }

  @Test func `Wales's lines are all authorities' or none`() throws {
    let bridgend = [
      line(672, .devolved, 100), line(672, .retained, 50, .estimate),
      line(672, .retained, 900, year: 2023),
    ]
    let alone = try Samples.result(lines: bridgend + [line(nil, .retained, 9_999)]).authorities
    #expect(alone[1].retained == Money(pounds: 50))
    #expect(alone[1].estimated == ["retained"])
    #expect(alone[1].delegationRate != nil)
    #expect(alone[3].lines == nil)
    #expect(alone[6].lines == nil)
    let both = try Samples.result(
      lines: bridgend + [line(681, .devolved, 7), line(681, .retained, 0)]
    ).authorities
    #expect(both[6].devolved == Money(pounds: 107))
    #expect(both[6].retained == Money(pounds: 50))
    #expect(both[6].estimated == ["retained"])
  }

  @Test func `what no line says is retained is unknown, for the authority and for Wales`() throws {
    let rows = try Samples.result(
      lines: [line(672, .devolved, 100), line(672, .retained, 50), line(681, .devolved, 7)]
    ).authorities
    #expect(rows[1].retained == Money(pounds: 50))
    #expect(rows[3].devolved == Money(pounds: 7))
    #expect(rows[3].retained == nil && rows[3].gross == nil && rows[3].delegationRate == nil)
    #expect(rows[6].devolved == Money(pounds: 107))
    #expect(rows[6].retained == nil && rows[6].gross == nil && rows[6].delegationRate == nil)
  }

  @Test func `devolved money that no line names is nought, and marked as taken for granted`() throws
  {
    let row = try Samples.result(lines: [line(672, .retained, 50)]).authorities[1]
    #expect(row.devolved == .zero && row.delegated == row.isb)
    #expect(row.estimated == ["devolved"])
    #expect(row.assumed == [.devolved])
  }

  @Test func `one authority's buy-backs are Wales's, and marked, where others name none`() throws {
    let rows = try Samples.result(
      lines: [
        line(672, .devolved, 1), line(672, .retained, 50), line(672, .mandatoryBuyback, 20),
        line(681, .devolved, 1), line(681, .retained, 5),
      ]
    ).authorities
    #expect(rows[3].effectiveDelegated == nil)
    #expect(rows[6].line(.mandatoryBuyback) == Money(pounds: 20))
    #expect(rows[6].estimated.contains("mandatory_buyback"))
    #expect(rows[6].assumed.contains(.mandatoryBuyback))
    #expect(!rows[1].estimated.contains("mandatory_buyback"))
  }

  @Test func `of what is handed back, the kind that no line names is nought and marked`() throws {
    let rows = try Samples.result(
      lines: [
        line(672, .devolved, 1), line(672, .retained, 50), line(672, .mandatoryBuyback, 20),
        line(681, .devolved, 1), line(681, .retained, 5), line(681, .inOut, 3),
      ]
    ).authorities
    let effective = ["effective_delegated_per_pupil", "effective_delegation_rate"]
    #expect(rows[1].line(.inOut) == .zero && rows[1].assumed == [.inOut])
    #expect(rows[1].estimated == effective + ["in_out"])
    #expect(rows[3].line(.mandatoryBuyback) == .zero && rows[3].assumed == [.mandatoryBuyback])
    #expect(rows[3].estimated == effective + ["mandatory_buyback"])
    // Wales: each kind is one authority's alone.
    #expect(rows[6].line(.mandatoryBuyback) == Money(pounds: 20))
    #expect(rows[6].line(.inOut) == Money(pounds: 3))
    #expect(rows[6].assumed == [.mandatoryBuyback, .inOut])
    #expect(rows[6].estimated == effective + ["in_out", "mandatory_buyback"])
  }

  @Test func `an amount is known as one line's, or a sum of several`() throws {
    let rows = try Samples.result(
      lines: [
        line(672, .devolved, 1), line(672, .retained, 50),
        AuthorityLine(
          authority: 672, year: Samples.year, kind: .retained, name: "y", amount: Money(pounds: 2),
          status: .published, source: "s"),
        line(681, .devolved, 1), line(681, .retained, 5),
      ]
    ).authorities
    #expect(rows[1].origins == [.devolved: .oneLine, .retained: .severalLines])
    #expect(rows[3].origins == [.devolved: .oneLine, .retained: .oneLine])
    #expect(rows[6].origins == [.devolved: .severalLines, .retained: .severalLines])
  }

  @Test func `published budgets of some schools beside lines of all are estimates`() throws {
    let census = Samples.census([
      .init(number: 6_720_001, pupils: ["3": 100], stated: 100, budgetPerPupil: 500_000),
      .init(number: 6_720_002, pupils: ["3": 60], stated: 60),
      .init(number: 6_810_001, authority: 681, pupils: ["3": 60], stated: 60, budgetPerPupil: 1),
    ])
    func rows(_ lines: [AuthorityLine]) throws -> [BudgetRow] {
      try ScenarioRunner(
        ScenarioInputs(
          scenario: Samples.scenario([Samples.run("old")]), census: census,
          formulas: ["national": Samples.simple(basic: "5000", lump: "0")], authorityLines: lines)
      ).result().authorities.filter { $0.run == "published" }
    }
    let given = [672, 681].flatMap { [line($0, .devolved, 1), line($0, .retained, 5)] }
    let found = try rows(given)
    #expect(found.map(\.schoolsWithoutShare) == [1, 0, 1])
    #expect(
      found.map(\.estimated) == [
        ["delegated", "retained_per_pupil"], [], ["delegated", "retained_per_pupil"],
      ])
    #expect(try rows([]).allSatisfy(\.estimated.isEmpty))
  }

  @Test func `the lines that count are kept in order, and those of nobody named`() throws {
    let found = try Samples.result(
      lines: [
        line(nil, .retained, 1), line(681, .retained, 2), line(672, .retained, 3),
        line(672, .devolved, 4, year: 2023), line(660, .retained, 5),
        line(662, .devolved, 6, year: 2023), line(672, .devolved, 7),
      ]
    ).spending
    // Wales's own are for all 22 authorities, of which there are two.
    #expect(found.used.map(\.amount) == [3, 7, 2].map { Money(pounds: $0) })
    #expect(found.withoutSchools == [660])
    // Authority 681 has a primary school alone.
    let ofSectors = ["primary", "nursery"].map { sector in
      AuthorityLine(
        authority: 681, sector: sector, year: Samples.year, kind: .retained, name: "x",
        amount: .zero, status: .published, source: "s")
    }
    #expect(try Samples.result(lines: ofSectors).spending.withoutSector == [ofSectors[1]])
  }

  @Test func `lines of sectors give each sector its own, and add up to the authority's`() throws {
    func line(
      _ authority: Int, _ sector: String?, _ kind: AuthorityLine.Kind, _ pounds: Int64
    ) -> AuthorityLine {
      AuthorityLine(
        authority: authority, sector: sector, year: Samples.year, kind: kind, name: "x",
        amount: Money(pounds: pounds), status: .published, source: "s")
    }
    let found = try Samples.result(
      lines: [
        line(672, "primary", .devolved, 100), line(672, "secondary", .devolved, 40),
        line(672, nil, .retained, 9), line(681, "primary", .devolved, 7),
        line(681, nil, .retained, 1),
      ])
    let old = found.sectors.filter { $0.run == "old" }
    func row(_ authority: Int?, _ sector: String) throws -> BudgetRow {
      try #require(old.first { $0.authority == authority && $0.sector == sector })
    }
    #expect(try row(672, "primary").devolved == Money(pounds: 100))
    #expect(try row(672, "secondary").devolved == Money(pounds: 40))
    // The lines of sectors are the account: special schools have none of them.
    #expect(try row(672, "special").devolved == .zero)
    // What is retained is not told by sector.
    #expect(try row(672, "primary").retained == nil)
    #expect(try row(672, "primary").delegationRate == nil)
    let primary = try row(672, "primary")
    #expect(primary.delegated == primary.isb + Money(pounds: 100))
    #expect(try row(nil, "primary").devolved == Money(pounds: 107))
    let authority = found.authorities.filter { $0.run == "old" }
    #expect(authority.map(\.devolved) == [140, 7, 147].map { Money(pounds: $0) })
    #expect(authority.map(\.retained) == [9, 1, 10].map { Money(pounds: $0) })
    // A line for all sectors together leaves each sector's unknown.
    let mixed = try Samples.result(
      lines: [line(672, "primary", .devolved, 100), line(672, nil, .devolved, 5)])
    let sector = mixed.sectors.first { $0.run == "old" && $0.authority == 672 }
    #expect(sector?.devolved == nil)
    #expect(mixed.authorities[1].devolved == Money(pounds: 105))
  }

  @Test func `figures without estimated buy-backs are marked as estimates too`() throws {
    let marked = try Samples.result(
      lines: [
        line(672, .devolved, 100), line(672, .retained, 50),
        line(672, .optionalBuyback, 5, .estimate),
        line(672, .mandatoryBuyback, 20, .estimate), line(672, .inOut, 10),
      ]
    ).authorities[1]
    #expect(
      marked.estimated == [
        "effective_delegated_per_pupil", "effective_delegation_rate", "mandatory_buyback",
      ])
    #expect(marked.effectiveDelegated == marked.isb + Money(pounds: 100 - 20 - 10))
  }

  @Test func `the file's own lines for Wales hold beside all 22 authorities`() {
    let lines = AuthorityLines([line(nil, .retained, 9_999)])
    let all = Authority.all.map(\.code)
    #expect(
      lines.sums(ofAll: all, year: Samples.year)?.amounts == [.retained: Money(pounds: 9_999)])
    #expect(lines.sums(ofAll: Array(all.dropLast()), year: Samples.year) == nil)
  }
}
