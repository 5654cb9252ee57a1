public import FundingModel

extension Formula {
  /// This formula with some values of one rate changed.
  ///
  /// `becomes` changes the table that holds in the year; `times` and `plus` that one and all later
  /// ones, so that a change is not undone when the next table begins.
  ///
  /// - Parameters:
  ///   - path: The rate's name and as many keys as are wanted, split at the dots; this formula's
  ///     own name may come first.
  ///   - operation: What becomes of the values.
  ///   - year: The run's year.
  /// - Returns: The changed formula.
  /// - Throws: why the path names nothing here.
  public func changing(
    _ path: [String], _ operation: RateChange.Operation, year: FundingYear
  ) throws(RefusedChange.Reason) -> Formula {
    guard let path = ratePath(path) else {
      throw .unknownRate("", known: rates.map(\.name))
    }
    guard let index = rates.firstIndex(where: { $0.name == path.rate }) else {
      throw .unknownRate(path.rate, known: rates.map(\.name))
    }
    let rate = rates[index]
    guard let current = rate.table(in: year) else {
      throw .rateBegins(rate: rate.name, first: rate.tables.first?.from ?? year, year: year)
    }
    var tables: [DatedTable] = []
    for table in rate.tables {
      if table.from == current.from {
        tables.append(try table.changing(path.keys, of: rate, operation))
      } else if table.from > current.from, operation.lasts {
        tables.append(try table.changingIfThere(path.keys, of: rate, operation))
      } else {
        tables.append(table)
      }
    }
    var rates = rates
    rates[index] = rate.with(tables: tables)
    return with(rates: rates)
  }

  /// The rate and keys of a path, without this formula's own name.
  ///
  /// A rate of the formula's name is meant only where what follows names no rate.
  func ratePath(_ pieces: [String]) -> RatePath? {
    RatePath(isNamed(by: pieces) ? pieces.dropFirst() : pieces[...])
  }

  /// Whether a path begins with this formula's name.
  func isNamed(by path: [String]) -> Bool {
    guard path.count > 1, path[0] == name else { return false }
    return has(rate: path[1]) || !has(rate: name)
  }

  /// Whether there is a rate of a name.
  func has(rate name: String) -> Bool { rates.contains { $0.name == name } }
}

extension DatedTable {
  /// This table changed; as it is where a later table no longer has such a key.
  fileprivate func changingIfThere(
    _ keys: [String], of rate: Rate, _ operation: RateChange.Operation
  ) throws(RefusedChange.Reason) -> DatedTable {
    do {
      return try changing(keys, of: rate, operation)
    } catch .overflow(let name) {
      throw .overflow(rate: name)
    } catch {
      return self
    }
  }
}

extension RateChange.Operation {
  /// Whether a change also moves the values of later years.
  fileprivate var lasts: Bool {
    switch self {
    case .becomes: false
    case .times, .plus: true
    }
  }
}
