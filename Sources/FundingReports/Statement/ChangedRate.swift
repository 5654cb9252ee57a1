import FundingModel

/// A value of a rate that a run uses and that isn't the one in the formula's file.
struct ChangedRate {
  /// The rate and its keys, as paths write them: `deprivation.fsm`.
  let path: String
  /// The value in the file; nil where the file has none of its own.
  let before: Rational?
  /// The value used.
  let after: Rational
  /// The unit of both.
  let unit: Unit

  /// The values that differ between a formula as it was run and as its file has it, in the file's
  /// order; rates that were solved for apart, since the solve tells of them.
  static func all(in used: Formula, against file: Formula, year: FundingYear, solved: [String])
    -> [ChangedRate]
  {
    let solvedNames = Set(solved.map { String($0.prefix { $0 != "." }) })
    return zip(used.rates, file.rates).flatMap { mine, theirs -> [ChangedRate] in
      guard mine != theirs, !solvedNames.contains(mine.name),
        let table = mine.table(in: year), let old = theirs.table(in: year)
      else { return [] }
      let cells = table.cells + (table.otherwise.map { [$0] } ?? [])
      return cells.compactMap { cell in
        let before =
          cell.path == ["otherwise"]
          ? old.otherwise : old.cells.first { $0.path == cell.path } ?? old.otherwise
        guard before?.value != cell.value else { return nil }
        return ChangedRate(
          path: ([mine.name] + cell.path).joined(separator: "."), before: before?.value,
          after: cell.value, unit: mine.unit)
      }
    }
  }
}
