import FundingModel

/// Rates of a formula that an index has moved from one year to another.
struct RateMove {
  /// The index.
  let index: String
  /// The year that the rates were of.
  let from: FundingYear
  /// What they were multiplied by.
  let factor: Rational
  /// Their names, in the formula's order.
  var rates: [String]
}

extension StatementText {
  /// The moves of this year's rates, in the indices' order; none in a first year.
  ///
  /// The formula is as it was run: its rates are moved already.
  var rateMoves: [RateMove] {
    indices.flatMap { index in
      var moves: [RateMove] = []
      for rate in statement.formula.rates where rate.uprate == index.name {
        guard let from = rate.table(in: year)?.from, from < year,
          let factor = try? index.change.product(after: from, to: year), factor != .one
        else { continue }
        if let known = moves.firstIndex(where: { $0.from == from }) {
          moves[known].rates.append(rate.name)
        } else {
          moves.append(
            RateMove(index: index.name, from: from, factor: factor, rates: [rate.name]))
        }
      }
      return moves
    }
  }
}

extension StatementSentences {
  /// What an index did to which rates.
  static func moved(_ move: RateMove, to year: FundingYear) -> BilingualText {
    let factor = Prose.number(move.factor, places: 10)
    let rates = move.rates.joined(separator: ", ")
    return BilingualText(
      en: "Moved from \(move.from) to \(year) by the index \(move.index), × \(factor): \(rates).",
      cy: "Symudwyd o \(move.from) i \(year) yn ôl y mynegai \(move.index), × \(factor): "
        + "\(rates).")
  }
}
