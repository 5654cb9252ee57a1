import FundingModel

extension Report {
  /// What each authority delegates and keeps per pupil in the baseline, as bars.
  ///
  /// Devolved and retained money are in the bars only where every authority gives them: a bar
  /// without them beside one with them would say that the authority keeps nothing.
  var authorityBars: ReportPage.Block? {
    let rows = result.authorities.filter {
      $0.authority != nil && $0.run == result.comparison.baseline && $0.year == result.scenario.year
    }
    guard !rows.isEmpty else { return nil }
    let hasLines = rows.allSatisfy { $0.devolved != nil && $0.retained != nil }
    let parts =
      hasLines
      ? [
        BilingualText(en: "Individual schools budget", cy: "Cyllideb ysgolion unigol"),
        BilingualText(en: "Devolved", cy: "A ddatganolwyd"),
        BilingualText(en: "Retained", cy: "A gedwir yn ganolog"),
      ] : [BilingualText(en: "Individual schools budget", cy: "Cyllideb ysgolion unigol")]
    let bars = rows.compactMap { row -> (code: Int, amounts: [Money])? in
      let amounts = (hasLines ? [row.isb, row.devolved, row.retained] : [row.isb]).compactMap {
        $0?.each(of: Rational(Int(row.pupils)))
      }
      return amounts.count == parts.count && !hidesSums(row) ? (row.authority ?? 0, amounts) : nil
    }
    let name = ReportSentences.run(result.comparison.baseline)
    let title = BilingualText(
      en: "Pounds per pupil by authority, \(result.scenario.year): \(name.english)",
      cy: "Punnoedd fesul disgybl yn ôl awdurdod, \(result.scenario.year): \(name.welsh)")
    let sorted = bars.sorted { left, right in
      let (more, less) = (left.amounts.reduce(.zero, +), right.amounts.reduce(.zero, +))
      return more == less ? left.code < right.code : more > less
    }
    let drawing = StackedBars(
      rows: sorted.map { .init(label: ReportSentences.authority($0.code), parts: $0.amounts) },
      parts: parts, title: title,
      description: extremes(sorted.map { ($0.code, $0.amounts.reduce(.zero, +)) })
    ).drawing
    let table = ReportPage.Table(
      caption: title, head: [Word.authority.text] + parts,
      rows: sorted.map { bar in
        ReportPage.Row(
          [.init(ReportSentences.authority(bar.code))] + bar.amounts.map { .money($0) })
      }
        + rows.filter(hidesSums).map { row in
          ReportPage.Row(
            [.init(ReportSentences.authority(row.authority ?? 0))]
              + parts.map { _ in .whole(0).keptBack(if: true) })
        })
    return .drawings([(drawing, table)])
  }

  /// Which authority has the most and which the least, for those who can't see a drawing.
  private func extremes(_ amounts: [(code: Int, amount: Money)]) -> BilingualText {
    guard let first = amounts.first, let last = amounts.last else {
      return BilingualText(en: "No authority.", cy: "Dim awdurdod.")
    }
    let (most, least) = (
      ReportSentences.authority(first.code), ReportSentences.authority(last.code)
    )
    return BilingualText(
      en: "Highest: \(most.english), \(Prose.pounds(first.amount)). "
        + "Lowest: \(least.english), \(Prose.pounds(last.amount)).",
      cy: "Uchaf: \(most.welsh), \(Prose.pounds(first.amount)). "
        + "Isaf: \(least.welsh), \(Prose.pounds(last.amount)).")
  }

  /// Every school's amount per pupil in its sector, with the benchmark's line, a drawing a run.
  func strips(_ benchmark: Benchmark) -> ReportPage.Block? {
    let drawn = runs.filter { $0.year == result.scenario.year }.map { ($0, strips(of: $0)) }
    // One axis for all, so that the benchmark stands at the same place in each.
    let amounts = drawn.flatMap { $0.1.filter(\.isDrawn).flatMap(\.shown) }
    let drawings = drawn.compactMap { strip($0, $1, scaledTo: amounts, benchmark) }
    return drawings.isEmpty ? nil : .drawings(drawings)
  }

  /// The amounts per pupil of a sector's schools.
  private struct Strip {
    let sector: String
    /// All of them, the lowest first.
    let amounts: [Money]
    /// Those that are not kept back.
    let shown: [Money]

    /// Nursery and special schools, whose amounts are of another order, are in the table alone.
    var isDrawn: Bool { !["nursery", "special"].contains(sector) && !shown.isEmpty }
  }

  private func strips(of run: ReportRun) -> [Strip] {
    run.sectorsFound.map { sector in
      let rows = run.rowsWithPupils.filter { run.sectors[$0] == sector }
      return Strip(
        sector: sector, amounts: rows.compactMap(run.perPupil).sorted(),
        shown: rows.filter { !run.isHidden[$0] }.compactMap(run.perPupil))
    }.filter { !$0.amounts.isEmpty }
  }

  private func strip(
    _ run: ReportRun, _ amounts: [Strip], scaledTo scaled: [Money], _ benchmark: Benchmark
  ) -> (drawing: Drawing, figures: ReportPage.Table)? {
    let drawn = amounts.filter(\.isDrawn)
    guard !drawn.isEmpty else { return nil }
    let title = BilingualText(
      en: "Schools’ amounts per pupil: \(run.label.english)",
      cy: "Symiau ysgolion fesul disgybl: \(run.label.welsh)")
    let left = amounts.filter { !$0.isDrawn }.map { ReportSentences.sector($0.sector) }
    func tableOnly(_ words: String, _ language: Language) -> String {
      guard !left.isEmpty else { return "" }
      let list = left.map { $0[language].lowercased() }.joined(separator: ", ")
      return " \(words): \(list)."
    }
    let amount = Prose.shortPounds(benchmark.amount)
    func words(_ language: Language) -> String {
      drawn.map { row in
        let below = row.amounts.count { $0 < benchmark.amount }
        let of = BilingualText(en: "of", cy: "o")[language]
        return "\(Names.sector(row.sector, language)): \(Prose.whole(below)) \(of) "
          + Prose.whole(row.amounts.count)
      }.joined(separator: "; ")
    }
    let drawing = StripPlot(
      rows: drawn.map { .init(label: ReportSentences.sector($0.sector), values: $0.shown) },
      scaledTo: scaled,
      reference: (BilingualText(en: amount, cy: amount), benchmark.amount), title: title,
      description: BilingualText(
        en: "A dot is a school. Below \(amount): \(words(.english))."
          + tableOnly("Schools in the table only", .english),
        cy: "Ysgol yw pob dot. O dan \(amount): \(words(.welsh))."
          + tableOnly("Ysgolion yn y tabl yn unig", .welsh))
    ).drawing
    let table = ReportPage.Table(
      caption: title,
      head: [
        Word.sector.text, Word.schools.text, BilingualText(en: "Lowest", cy: "Isaf"),
        BilingualText(en: "A quarter are at or below", cy: "Chwarter ar y swm hwn neu'n is"),
        BilingualText(en: "Half are at or below", cy: "Hanner ar y swm hwn neu'n is"),
        BilingualText(
          en: "Three quarters are at or below", cy: "Tri chwarter ar y swm hwn neu'n is"),
        BilingualText(en: "Highest", cy: "Uchaf"),
      ],
      rows: amounts.map { row in
        ReportPage.Row(
          [.init(ReportSentences.sector(row.sector)), .whole(row.amounts.count)]
            + [0, 1, 2, 3, 4].map {
              .money(Self.quarter($0, of: row.amounts)).keptBack(
                if: disclosure.figures.hidesMeasures(
                  of: HiddenFigures.Group(authority: nil, sector: row.sector)))
            })
      })
    return (drawing, table)
  }

  /// The smallest of sorted amounts that so many quarters of them do not exceed.
  static func quarter(_ quarters: Int, of sorted: [Money]) -> Money? {
    guard !sorted.isEmpty else { return nil }
    return sorted[max(0, (sorted.count * quarters + 3) / 4 - 1)]
  }

  /// How equally the money goes round, a curve a run; nothing where there is no run.
  ///
  /// Each school is a corner of a curve and could be read off it.
  var lorenz: [ReportPage.Block] {
    let shown = runs.filter { $0.year == result.scenario.year }.prefix(4)
    guard !shown.isEmpty else { return [] }
    let isHidden = disclosure.figures.hidesMeasures(of: .wales)
    let title = BilingualText(
      en: "Share of the money that goes to the least funded pupils",
      cy: "Cyfran o'r arian sy'n mynd i'r disgyblion lleiaf eu cyllid")
    let units = shown.map { run in
      run.rowsWithPupils.compactMap { row in
        run.shares[row].map { (pupils: run.heads[row], money: $0) }
      }
    }
    let drawing = LorenzCurves(
      curves: zip(shown, units).map { .init(label: $0.label, units: $1) }, title: title,
      description: BilingualText(
        en:
          "The nearer a curve is to the straight line, the more alike schools are funded per pupil.",
        cy:
          "Po agosaf y bo cromlin at y llinell syth, tebycaf y caiff ysgolion eu cyllido fesul disgybl."
      )
    ).drawing
    let table = ReportPage.Table(
      caption: title,
      head: [
        Word.run.text, BilingualText(en: "Least funded tenth", cy: "Y ddegfed ran isaf ei chyllid"),
        BilingualText(en: "Quarter", cy: "Chwarter"), BilingualText(en: "Half", cy: "Hanner"),
        BilingualText(en: "Three quarters", cy: "Tri chwarter"),
      ],
      rows: zip(shown, units).map { run, units in
        ReportPage.Row(
          [.init(run.label)]
            + [10, 25, 50, 75].map {
              .percent(Self.lorenz(units, percent: $0), places: 2).keptBack(if: isHidden)
            })
      })
    return isHidden
      ? [.paragraph(DisclosureWords.drawing), .table(table, isFolded: false)]
      : [.drawings([(drawing, table)])]
  }

  /// The share of the money, 0 to 100, that goes to so many of a hundred pupils, the least funded
  /// first, a school at the border counted in part.
  static func lorenz(_ units: [(pupils: Int64, money: Money)], percent: Int) -> Rational? {
    let sorted = units.filter { $0.pupils > 0 }.sorted { left, right in
      let (less, more) = (
        Int128(left.money.pence) * Int128(right.pupils),
        Int128(right.money.pence) * Int128(left.pupils)
      )
      return less == more ? left.pupils < right.pupils : less < more
    }
    let all = sorted.reduce(Int128(0)) { $0 + Int128($1.pupils) }
    let money = sorted.reduce(Int128(0)) { $0 + Int128($1.money.pence) }
    guard money > 0 else { return nil }
    // Hundredths of pupils, so that the border is a whole number.
    var left = all * Int128(percent)
    var taken = Int128(0)
    for unit in sorted {
      let pupils = Int128(unit.pupils) * 100
      guard pupils > left else {
        taken += Int128(unit.money.pence)
        left -= pupils
        continue
      }
      let part = try? Rational(Int128(unit.money.pence) * left, over: pupils)
      return (try? part?.adding(Rational(taken, over: 1)).divided(by: Rational(money, over: 1)))
        .flatMap(Names.percent)
    }
    return (try? Rational(taken, over: money)).flatMap(Names.percent)
  }

  /// Each school's change against its size.
  func gainsBySize(_ run: ReportRun, _ comparisons: [SchoolComparison]) -> ReportPage.Block {
    let title = BilingualText(
      en: "Change per pupil by size of school: \(run.label.english)",
      cy: "Newid fesul disgybl yn ôl maint yr ysgol: \(run.label.welsh)")
    let all = gains(run, comparisons, by: .all)
    let winners = Prose.whole(all.first?.winners ?? 0)
    let losers = Prose.whole(all.first?.losers ?? 0)
    let points = comparisons.filter { !run.isHidden[$0.row] }.map {
      GainsBySize.Point(pupils: $0.pupils, change: $0.change)
    }
    let drawing = GainsBySize(
      points: points, title: title,
      description: BilingualText(
        en: "A dot is a school. Above the line: \(winners) gain; below: \(losers) lose.",
        cy: "Ysgol yw pob dot. Uwchben y llinell, ar eu hennill: \(winners); oddi tani, ar eu "
          + "colled: \(losers).")
    ).drawing
    let rows = gains(run, comparisons, by: .size)
    return .drawings([
      (
        drawing,
        table(rows, all: all, by: .size, against(run, comparisons))
      )
    ])
  }

  /// The authorities as tiles.
  func tileMap(_ run: ReportRun) -> Drawing {
    var known: [(code: Int, amount: Money)] = []
    for row in changes(run) {
      if let code = row.authority, let change = row.change, !row.isHidden {
        known.append((code, change))
      }
    }
    known.sort { $0.amount == $1.amount ? $0.code < $1.code : $0.amount > $1.amount }
    let tiles = known.map { TileMap.Tile(authority: $0.code, value: $0.amount) }
    let base = ReportSentences.run(result.comparison.baseline)
    let title = BilingualText(
      en: "Change per pupil, \(run.label.english) against \(base.english)",
      cy: "Newid fesul disgybl, \(run.label.welsh) o gymharu â: \(base.welsh)")
    return TileMap(tiles: tiles, title: title, description: extremes(known)).drawing
  }
}
