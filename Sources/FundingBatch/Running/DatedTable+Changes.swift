import FundingModel

extension DatedTable {
  /// This table with the values that some keys pick changed, and no others.
  ///
  /// A value that is for more than the keys pick is split: the rest keeps it. A category that only
  /// `otherwise` covers gets a value of its own. Without keys every value changes, `otherwise` too.
  ///
  /// - Parameters:
  ///   - keys: Keys of the first axes; all beneath them change.
  ///   - rate: The rate whose table this is.
  ///   - operation: What becomes of each value.
  /// - Returns: The changed table.
  /// - Throws: why the keys pick nothing.
  func changing(
    _ keys: [String], of rate: Rate, _ operation: RateChange.Operation
  ) throws(RefusedChange.Reason) -> DatedTable {
    func changed(_ cell: RateCell) throws(RefusedChange.Reason) -> RateCell {
      guard let value = try? operation.applied(to: cell.value) else {
        throw .overflow(rate: rate.name)
      }
      return cell.with(value: value)
    }
    if keys.isEmpty {
      var all: [RateCell] = []
      for cell in cells { all.append(try changed(cell)) }
      guard let otherwise else { return DatedTable(from: from, cells: all) }
      return DatedTable(from: from, cells: all, otherwise: try changed(otherwise))
    }
    if keys == ["otherwise"], let otherwise {
      return DatedTable(from: from, cells: cells, otherwise: try changed(otherwise))
    }
    guard keys.count <= rate.axes.count else {
      throw .tooManyKeys(rate: rate.name, axes: rate.axes.count)
    }
    let selections = try selections(of: keys, rate: rate)
    var all: [RateCell] = []
    var found = false
    for cell in cells {
      let (picked, rest) = cell.split(by: selections, keys: keys)
      if let picked {
        all.append(try changed(picked))
        found = true
      }
      all += rest
    }
    if let otherwise {
      for cell in uncovered(by: selections, keys: keys, axes: rate.axes, otherwise: otherwise) {
        all.append(try changed(cell))
        found = true
      }
    }
    guard found else {
      throw unknown(keys[keys.count - 1], at: keys.count - 1, of: rate)
    }
    return DatedTable(from: from, cells: all, otherwise: otherwise)
  }

  private func selections(
    of keys: [String], rate: Rate
  ) throws(RefusedChange.Reason) -> [KeySelection] {
    var selections: [KeySelection] = []
    for (position, key) in keys.enumerated() {
      do {
        selections.append(
          try rate.axes[position].selection(of: key, in: cells, at: position, rate: rate.name))
      } catch .unknownCategory {
        throw unknown(key, at: position, of: rate)
      }
    }
    return selections
  }

  private func unknown(_ key: String, at position: Int, of rate: Rate) -> RefusedChange.Reason {
    var known = RateAxis.keys(of: cells, at: position)
    if otherwise != nil, position == 0 { known.append("otherwise") }
    return .unknownCategory(rate: rate.name, key: key, known: known)
  }

  /// Values for the picked categories that no cell names, each a copy of `otherwise`.
  ///
  /// Axes beyond the keys are spelled out where all their categories are known.
  private func uncovered(
    by selections: [KeySelection], keys: [String], axes: [RateAxis], otherwise: RateCell
  ) -> [RateCell] {
    var combinations: [[String]] = [[]]
    for (position, axis) in axes.enumerated() {
      let names: [String]
      if selections.indices.contains(position) {
        guard case .categories(let wanted) = selections[position] else { return [] }
        names = axis.allCategories?.filter(wanted.contains) ?? wanted.sorted()
      } else {
        guard let all = axis.allCategories else { return [] }
        names = all
      }
      combinations = combinations.flatMap { start in names.map { start + [$0] } }
    }
    return
      combinations
      .filter { combination in
        !cells.contains { cell in
          combination.enumerated().allSatisfy { cell.categories(at: $0).contains($1) }
        }
      }
      .map { combination in
        RateCell(
          keys: combination.map { .categories([$0]) }, value: otherwise.value, path: combination,
          place: otherwise.place)
      }
  }
}

extension RateCell {
  /// The part of this value that the selections pick, and the rest of it.
  fileprivate func split(
    by selections: [KeySelection], keys written: [String]
  ) -> (picked: RateCell?, rest: [RateCell]) {
    var keys = keys
    var path = path
    var rest: [RateCell] = []
    for (position, selection) in selections.enumerated() {
      switch selection {
      case .written(let text):
        guard path[position] == text else { return (nil, [self]) }
      case .categories(let wanted):
        let names = categories(at: position)
        let common = names.filter(wanted.contains)
        guard !common.isEmpty else { return (nil, [self]) }
        guard common.count < names.count else { continue }
        var others = keys
        others[position] = .categories(names.filter { !wanted.contains($0) })
        rest.append(RateCell(keys: others, value: value, path: path, place: place))
        keys[position] = .categories(common)
        path[position] = common.count == 1 ? common[0] : written[position]
      }
    }
    return (RateCell(keys: keys, value: value, path: path, place: place), rest)
  }
}

extension RateChange.Operation {
  /// What becomes of a value.
  func applied(to value: Rational) throws(ArithmeticFailure) -> Rational {
    switch self {
    case .becomes(let new): new
    case .times(let multiplier): try value.multiplied(by: multiplier)
    case .plus(let more): try value.adding(more)
    }
  }
}
