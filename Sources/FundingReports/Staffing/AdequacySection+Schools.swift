import FundingModel

extension AdequacySection {
  /// The gap by authority and by size of school, a pair of drawings a run.
  var drawings: [ReportPage.Block] {
    runs.compactMap { run in
      let pair = [tileMap(run), bySize(run)].compactMap(\.self)
      return pair.isEmpty ? nil : .drawings(pair)
    }
  }

  private func tileMap(_ run: String) -> (drawing: Drawing, figures: ReportPage.Table)? {
    guard let firstYear else { return nil }
    let known = shownGroups.filter {
      $0.run == run && $0.year == firstYear && $0.sector == nil && $0.schools > 0
    }.compactMap { group -> (code: Int, group: Adequacy.Group, each: Money)? in
      guard let code = group.authority,
        let each = Adequacy.perPupil(group.gap, group.pupils)
      else { return nil }
      return (code, group, each)
    }.sorted { $0.each == $1.each ? $0.code < $1.code : $0.each > $1.each }
    guard let most = known.first, let least = known.last else { return nil }
    let title = AdequacySentences.gapByAuthority(label(run, firstYear))
    let (high, low) = (
      ReportSentences.authority(most.code), ReportSentences.authority(least.code)
    )
    let drawing = TileMap(
      tiles: known.map { .init(authority: $0.code, value: $0.each) }, title: title,
      description: BilingualText(
        en: "Highest: \(high.english), \(Prose.pounds(most.each)). "
          + "Lowest: \(low.english), \(Prose.pounds(least.each)).",
        cy: "Uchaf: \(high.welsh), \(Prose.pounds(most.each)). "
          + "Isaf: \(low.welsh), \(Prose.pounds(least.each))."),
      legend: (AdequacySentences.aboveCost, AdequacySentences.belowCost)
    ).drawing
    return (
      drawing,
      ReportPage.Table(
        caption: title,
        head: [
          Word.authority.text, AdequacySentences.gapPerPupil, AdequacySentences.covered,
          Word.schools.text, AdequacySentences.schoolsBelow,
        ],
        rows: known.map { one in
          ReportPage.Row([
            .init(ReportSentences.authority(one.code)), .init(Prose.pounds(one.each), mark: mark),
            covered(one.group.share, of: one.group.cost),
            .whole(one.group.schools), .whole(one.group.below),
          ])
        })
    )
  }

  private func bySize(_ run: String) -> (drawing: Drawing, figures: ReportPage.Table)? {
    let own = rows(run)
    guard let firstYear, !own.isEmpty else { return nil }
    let title = AdequacySentences.gapBySize(label(run, firstYear))
    let above = Prose.whole(own.count { $0.gap > .zero })
    let below = Prose.whole(own.count { $0.gap < .zero })
    let drawing = GainsBySize(
      points: own.map { .init(pupils: $0.row.pupils, change: $0.gap) }, title: title,
      description: BilingualText(
        en: "A dot is a school. Above the line: \(above) get more than their cost; below: "
          + "\(below) get less.",
        cy: "Ysgol yw pob dot. Uwchben y llinell, yn cael mwy na'u cost: \(above); oddi tani, "
          + "yn cael llai: \(below)."), axis: AdequacySentences.gapAxis
    ).drawing
    let bands = SchoolGroups.sizes
    let rows = bands.enumerated().compactMap { index, from -> ReportPage.Row? in
      let next = index + 1 < bands.count ? bands[index + 1] : nil
      let band = own.filter { school in
        school.row.pupils >= from && (next.map { school.row.pupils < $0 } ?? true)
      }
      guard !band.isEmpty else { return nil }
      let pupils = band.reduce(Int64(0)) { $0 + $1.row.pupils }
      let name = next.map { "\(Prose.whole(from))–\(Prose.whole($0 - 1))" }
      return ReportPage.Row([
        .init(ReportSentences.group(.size, name ?? "\(Prose.whole(from))+")), .whole(band.count),
        .whole(band.count { $0.gap < .zero }),
        each(band.reduce(.zero) { $0 + $1.cost }, pupils),
        each(band.reduce(.zero) { $0 + $1.gap }, pupils),
      ])
    }
    return (
      drawing,
      ReportPage.Table(
        caption: title,
        head: [
          AdequacySentences.size, Word.schools.text, AdequacySentences.schoolsBelow,
          AdequacySentences.costPerPupil, AdequacySentences.gapPerPupil,
        ], rows: rows)
    )
  }

  /// A school's row of a run, with its cost and gap.
  typealias Costed = (row: Adequacy.Row, cost: Money, gap: Money)

  /// The schools of a run whose cost is known, in the first year.
  func rows(_ run: String) -> [Costed] {
    adequacy.rows.compactMap { row in
      guard row.run == run, row.year == firstYear, isShown(row), let cost = row.cost,
        let gap = row.gap
      else { return nil }
      return (row, cost, gap)
    }
  }

  /// The schools furthest below and above their cost, for each pupil, a pair of tables a run.
  var ends: [ReportPage.Block] {
    runs.flatMap { run -> [ReportPage.Block] in
      guard let firstYear else { return [] }
      let own = rows(run).filter { $0.row.pupils > 0 }.sorted { left, right in
        // Gaps per pupil, held against each other exactly.
        let (one, other) = (
          Int128(left.gap.pence) * Int128(right.row.pupils),
          Int128(right.gap.pence) * Int128(left.row.pupils)
        )
        return one == other ? left.row.row < right.row.row : one < other
      }
      guard own.count > Self.extremes else { return [] }
      let name = label(run, firstYear)
      return [
        .table(
          schools(Array(own.prefix(Self.extremes)), AdequacySentences.furthestBelow(name)),
          isFolded: true),
        .table(
          schools(
            Array(own.suffix(Self.extremes).reversed()), AdequacySentences.furthestAbove(name)),
          isFolded: true),
      ]
    }
  }

  /// Schools of one run, each with its cost, share and gap.
  func schools(_ rows: [Costed], _ caption: BilingualText) -> ReportPage.Table {
    let table = adequacy.census.schools
    return ReportPage.Table(
      caption: caption,
      head: [
        StaffingSentences.school, Word.authority.text, Word.sector.text, Word.pupils.text,
        AdequacySentences.cost, AdequacySentences.share, AdequacySentences.gap,
        AdequacySentences.gapPerPupil, AdequacySentences.covered,
      ], words: 3,
      rows: rows.map { one in
        let row = one.row.row
        return ReportPage.Row([
          .init(Names.school(table.names[row], numbered: table.numbers[row])),
          .init(ReportSentences.authority(table.authorities[row])),
          .init(ReportSentences.sector(table.sectors[row])), .whole(one.row.pupils),
          .money(one.cost, mark: mark),
          .money(one.row.share, mark: shareMark(one.row.run, one.row.year)),
          .money(one.gap, mark: mark), each(one.gap, one.row.pupils),
          covered(one.row.share, of: one.cost),
        ])
      })
  }

  /// What the cost is made of: each line, for each pupil of a sector.
  var byLine: ReportPage.Table {
    let table = adequacy.census.schools
    let costs = adequacy.costs.first { $0.year == firstYear }
    // A school funded by some run, shown or not; its cost does not depend on which.
    let costed = Set(
      adequacy.rows.filter { $0.year == firstYear && $0.cost != nil && isShown($0) }.map(\.row))
    var sums: [String: [String: Money]] = [:]
    var pupils: [String: Int64] = [:]
    var lines: [AllocationLine] = []
    for group in costs?.groups ?? [] {
      if lines.isEmpty { lines = group.lines }
      for (position, row) in group.rows.enumerated() where costed.contains(row) {
        let sector = table.sectors[row]
        for (line, amount) in zip(group.lines, group.amounts(at: position)) {
          sums[line.name, default: [:]][sector, default: .zero] += amount
        }
      }
    }
    var seen: Set<Int> = []
    for row in adequacy.rows where row.year == firstYear && costed.contains(row.row) {
      guard seen.insert(row.row).inserted else { continue }
      pupils[table.sectors[row.row], default: 0] += row.pupils
    }
    let sectors = table.sectorsFound.filter { pupils[$0] != nil }
    func row(_ name: BilingualText, isSummary: Bool, _ amount: (String) -> Money) -> ReportPage.Row
    {
      ReportPage.Row(
        [.init(name)] + sectors.map { each(amount($0), pupils[$0] ?? 0) }, isSummary: isSummary)
    }
    return ReportPage.Table(
      caption: AdequacySentences.byLine(firstYear),
      head: [AdequacySentences.line] + sectors.map(ReportSentences.sector),
      rows: lines.map { line in
        row(line.title, isSummary: false) { sums[line.name]?[$0] ?? .zero }
      } + [
        row(AdequacySentences.cost, isSummary: true) { sector in
          lines.reduce(.zero) { $0 + (sums[$1.name]?[sector] ?? .zero) }
        }
      ])
  }

  /// Whether a school's figures are shown.
  func isShown(_ row: Adequacy.Row) -> Bool {
    !disclosure.figures.hides(school: adequacy.census.schools.numbers[row.row])
  }
}
