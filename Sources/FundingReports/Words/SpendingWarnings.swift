public import FundingModel

/// The words of warnings about money that can't be as it is said.
///
/// They name no amount: a report may have to keep it back.
enum SpendingWarnings {
  static func withoutSchools(_ codes: [Int]) -> BilingualText {
    let names = BudgetNotes.names(of: codes)
    return BilingualText(
      en: "lines of spending are not used, since no school of theirs is funded: \(names.english)",
      cy: "ni ddefnyddir llinellau gwariant awdurdodau heb ysgol a gyllidir: \(names.welsh)")
  }

  static func withoutSector(_ lines: [AuthorityLine]) -> BilingualText {
    func names(_ language: Language) -> String {
      var names: [String] = []
      for line in lines {
        let name = SpendingWords.whose(line)[language]
        if !names.contains(name) { names.append(name) }
      }
      return names.joined(separator: "; ")
    }
    return BilingualText(
      en: "lines of spending of sectors without a school that is funded count for their authority "
        + "and stand in no sector: \(names(.english))",
      cy: "mae llinellau gwariant sectorau heb ysgol a gyllidir yn cyfrif ar gyfer eu hawdurdod ac "
        + "nid ydynt yn yr un sector: \(names(.welsh))")
  }

  static func linesBelow(
    _ kind: AuthorityLine.Kind, _ authorities: [Int?], _ year: FundingYear
  ) -> BilingualText {
    let what = SpendingWords.kind(kind)
    let whose = whose(authorities)
    return BilingualText(
      en: "lines of spending add up to less than nothing, \(year): "
        + "\(lowered(what.english)): \(whose.english)",
      cy: "mae llinellau gwariant yn dod i lai na dim, \(year): "
        + "\(lowered(what.welsh)): \(whose.welsh)")
  }

  static func effectiveBelow(
    _ run: String, _ authorities: [Int?], _ year: FundingYear
  ) -> BilingualText {
    let whose = whose(authorities)
    let name = ReportSentences.run(run)
    return BilingualText(
      en: "mandatory buy-backs and in-and-out money are more than all that is delegated, "
        + "\(name.english), \(year): \(whose.english)",
      cy: "mae'r pryniant yn ôl gorfodol a'r arian i mewn ac allan yn fwy na'r cyfan a ddirprwyir, "
        + "\(name.welsh), \(year): \(whose.welsh)")
  }

  static func sharesBelow(
    _ path: String, _ run: String, _ year: FundingYear, schools: Int, isTotalBelow: Bool
  ) -> BilingualText {
    let count = Prose.whole(schools)
    return BilingualText(
      en: "\(path): in run \(run), \(year), this formula gives schools less than nothing (schools: "
        + "\(count))" + (isTotalBelow ? "; so does its total" : ""),
      cy: "\(path): yn rhediad \(run), \(year), mae'r fformiwla hon yn rhoi llai na dim i ysgolion "
        + "(ysgolion: \(count))" + (isTotalBelow ? "; felly hefyd ei chyfanswm" : ""))
  }

  private static func lowered(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Authorities by name, Wales last.
  private static func whose(_ authorities: [Int?]) -> BilingualText {
    let codes = authorities.compactMap(\.self)
    guard !codes.isEmpty else { return Word.wales.text }
    let names = BudgetNotes.names(of: codes)
    guard codes.count < authorities.count else { return names }
    return BilingualText(
      en: "\(names.english); \(Word.wales[.english])", cy: "\(names.welsh); \(Word.wales[.welsh])")
  }
}

extension ScenarioResult {
  /// What of the lines and shares can't be as it is said.
  public var spendingWarnings: [RunWarning] {
    (spending.withoutSchools.isEmpty ? [] : [.linesWithoutSchools(spending.withoutSchools)])
      + (spending.withoutSector.isEmpty ? [] : [.linesWithoutSector(spending.withoutSector)])
      + linesBelowNought + effectiveBelowNought + sharesBelowNought
  }

  /// Lines whose sum is below nought, of any run, each kind and year once.
  private var linesBelowNought: [RunWarning] {
    AuthorityLine.Kind.allCases.flatMap { kind in
      censuses.years.compactMap { year in
        let below = whose { $0.year == year && ($0.line(kind) ?? .zero) < .zero }
        return below.isEmpty
          ? nil : RunWarning.linesBelowNought(kind, authorities: below, year: year)
      }
    }
  }

  private var effectiveBelowNought: [RunWarning] {
    var runs: [String] = []
    for row in authorities where !runs.contains(row.run) { runs.append(row.run) }
    return runs.flatMap { run in
      censuses.years.compactMap { year in
        let below = whose {
          // Where less than nothing is delegated, that is told of its formula.
          $0.run == run && $0.year == year && ($0.effectiveDelegated ?? .zero) < .zero
            && ($0.delegated ?? .zero) >= .zero
        }
        return below.isEmpty
          ? nil : RunWarning.effectiveBelowNought(run: run, authorities: below, year: year)
      }
    }
  }

  /// Whose rows are such, each once, in the rows' order.
  private func whose(_ isSuch: (BudgetRow) -> Bool) -> [Int?] {
    var found: [Int?] = []
    // Rows of all schools given are Wales's only where they are all of Wales's.
    let isWales = census.schools.coverage.isWales
    for row in authorities where isSuch(row) && (row.authority != nil || isWales) {
      if !found.contains(row.authority) { found.append(row.authority) }
    }
    return found
  }

  private var sharesBelowNought: [RunWarning] {
    var told: Set<[String]> = []
    return runs.flatMap { outcome in
      outcome.allocation.groups.compactMap { group in
        let shares = group.rows.indices.map { group.share(at: $0) }
        let below = shares.count { $0 < .zero }
        let run = outcome.allocation.run
        guard below > 0, told.insert([group.formula.path, run]).inserted else { return nil }
        return .sharesBelowNought(
          path: group.formula.path, run: run, year: outcome.allocation.year, schools: below,
          isTotalBelow: shares.reduce(.zero, +) < .zero)
      }
    }
  }
}
