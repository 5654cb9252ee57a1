import FundingModel

extension Formula {
  /// This formula with the rates of a year moved by the indices that their `uprate` names.
  ///
  /// The table that holds in the year is moved by each year's change after the table's own first
  /// year, up to the year; a newer table starts from itself. Rates without `uprate` stay as they
  /// are, and so do other years' tables: the result is for this year alone, and is never moved a
  /// second time. Rounding of rates (`rounding: {rate: …}`) comes after it, where it always does.
  ///
  /// - Rounding: none; the values are exact.
  /// - Parameters:
  ///   - indices: The scenario's indices; every `uprate` must name one of them.
  ///   - year: The year.
  /// - Returns: The formula of that year.
  /// - Throws: `noIndex`, `indexBegins` or `rateTooLong`, of the first such rate.
  func uprated(
    by indices: [RateIndex], in year: FundingYear
  ) throws(UpratingMistake) -> Formula {
    var moved = rates
    var isMoved = false
    for (position, rate) in rates.enumerated() {
      guard let name = rate.uprate, let table = rate.table(in: year), table.from < year else {
        continue
      }
      guard let index = indices.first(where: { $0.name == name }) else {
        throw .noIndex(
          name, rate: rate.name, formula: self.name, run: "", rates: 1, formulas: 1,
          known: indices.map(\.name), place: nil)
      }
      let tooLong = UpratingMistake.rateTooLong(
        rate: rate.name, formula: self.name, year: year, place: index.place)
      let factor: Rational
      do throws(YearlyChange.ProductFailure) {
        factor = try index.change.product(after: table.from, to: year)
      } catch {
        switch error {
        case .notGiven(let missing):
          throw .indexBegins(
            name, rate: rate.name, formula: self.name, from: table.from, missing: missing,
            place: index.place)
        case .overflow: throw tooLong
        }
      }
      guard factor != .one else { continue }
      guard let multiplied = try? table.multiplied(by: factor) else { throw tooLong }
      moved[position] = rate.with(
        tables: rate.tables.map { $0.from == table.from ? multiplied : $0 })
      isMoved = true
    }
    return isMoved ? with(rates: moved) : self
  }
}

extension DatedTable {
  /// This table with every value multiplied, `otherwise` too.
  fileprivate func multiplied(by factor: Rational) throws(ArithmeticFailure) -> DatedTable {
    func moved(_ cell: RateCell) throws(ArithmeticFailure) -> RateCell {
      cell.with(value: try cell.value.multiplied(by: factor))
    }
    var all: [RateCell] = []
    for cell in cells { all.append(try moved(cell)) }
    guard let otherwise else { return DatedTable(from: from, cells: all) }
    return DatedTable(from: from, cells: all, otherwise: try moved(otherwise))
  }
}
