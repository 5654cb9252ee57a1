import FundingModel

/// The points of a sweep, or the draws of uncertain rates: what is set at each.
struct SweepPoints: Sendable {
  /// One thing that is set, and all that it can be.
  struct Dimension: Sendable {
    /// The path as written.
    let written: String
    /// The path, split at the dots.
    let path: [String]
    /// Where it is written.
    let place: Place
    /// Whether it is an index of the scenario's years: what it becomes is its change every year.
    var isIndex = false
    /// What may become of it: by step of a grid, or by draw.
    let options: [RateChange.Operation]
    /// The options as tables show them.
    let texts: [String]
    /// How many values were drawn again.
    var redrawn = 0
  }

  /// What the points are.
  let kind: PointResults.Kind
  /// What is set, in the file's order.
  let dimensions: [Dimension]
  /// How many points there are.
  let count: Int

  /// The grid of a sweep; the last rate varies fastest.
  init(_ sweep: SweepSpecification, years: YearsSpecification?) {
    kind = .point
    count = sweep.points ?? 0
    dimensions = sweep.rates.map { rate in
      Dimension(
        written: rate.written, path: rate.changes.first?.path ?? [], place: rate.place,
        isIndex: years.isIndex(rate.changes.first?.path ?? []),
        options: rate.changes.map(\.operation), texts: rate.changes.map(\.valueText))
    }
  }

  /// The draws of uncertain rates.
  init(_ uncertain: UncertainSpecification, years: YearsSpecification?) {
    kind = .draw
    count = uncertain.draws
    dimensions = uncertain.quantities.enumerated().map { position, quantity in
      let isIndex = years.isIndex(quantity.path)
      var values: [Rational] = []
      var redrawn = 0
      for draw in 0..<uncertain.draws {
        var stream = DrawStream(seed: uncertain.seed, draw: draw, position: position)
        let (value, again) = stream.value(
          from: quantity.distribution, ofIndex: isIndex)
        values.append(value)
        redrawn += again
      }
      return Dimension(
        written: quantity.written, path: quantity.path, place: quantity.place, isIndex: isIndex,
        options: values.map { .becomes($0) }, texts: values.map(\.description),
        redrawn: redrawn)
    }
  }

  /// Which option of a dimension a point takes.
  func option(_ dimension: Int, at point: Int) -> Int {
    switch kind {
    case .draw: return point
    case .point:
      var stride = 1
      for later in dimensions[(dimension + 1)...] { stride *= later.options.count }
      return point / stride % dimensions[dimension].options.count
    }
  }

  /// What becomes of a dimension's rate at a point.
  func operation(_ dimension: Int, at point: Int) -> RateChange.Operation {
    dimensions[dimension].options[option(dimension, at: point)]
  }

  /// The values set at a point, as tables show them.
  func texts(at point: Int) -> [String] {
    dimensions.indices.map { dimensions[$0].texts[option($0, at: point)] }
  }

  /// What is set at a point, each as `path=value`.
  func settings(at point: Int) -> [String] {
    zip(dimensions, texts(at: point)).map { "\($0.written)=\($1)" }
  }

  /// A dimension's change with one operation.
  func change(_ dimension: Int, _ operation: RateChange.Operation) -> RateChange {
    let own = dimensions[dimension]
    return RateChange(
      path: own.path, operation: operation, written: own.written, place: own.place)
  }

  /// Makes a point's changes.
  ///
  /// - Throws: `changes`, with every path that names nothing.
  func apply(
    to runs: [RunFormulas], year: FundingYear, _ operation: (Int) -> RateChange.Operation
  ) throws(ScenarioFailure) -> [RunFormulas] {
    var runs = runs
    var refused: [RefusedChange] = []
    for dimension in dimensions.indices where !dimensions[dimension].isIndex {
      if let refusal = ScenarioChanges.apply(
        change(dimension, operation(dimension)), to: &runs, year: year)
      {
        refused.append(refusal)
      }
    }
    guard refused.isEmpty else { throw .changes(refused) }
    return runs
  }

  /// A scenario's years with the indices that a point sets; a swept index takes a change every year.
  func years(_ years: YearsSpecification, at point: Int) -> YearsSpecification {
    self.years(years) { dimension in
      guard case .becomes(let change) = operation(dimension, at: point) else { return nil }
      return change
    }
  }

  /// A scenario's years with each index of the dimensions at a change every year; nil leaves it.
  func years(
    _ years: YearsSpecification, _ change: (Int) -> Rational?
  ) -> YearsSpecification {
    var indices = years.indices
    for dimension in dimensions.indices where dimensions[dimension].isIndex {
      guard let change = change(dimension),
        let position = indices.firstIndex(where: { [$0.name] == dimensions[dimension].path })
      else { continue }
      indices[position] = RateIndex(
        name: indices[position].name, change: .everyYear(change), place: indices[position].place)
    }
    return YearsSpecification(
      through: years.through, indices: indices, pupilChanges: years.pupilChanges,
      place: years.place)
  }
}

extension YearsSpecification? {
  /// Whether a path is the name of one of the indices.
  fileprivate func isIndex(_ path: [String]) -> Bool {
    self?.indices.contains { [$0.name] == path } ?? false
  }
}

extension RateChange {
  /// The value as tables show it: a number where it is set, `×1.1` where it is multiplied, `+50` or
  /// `-50` where it is added to.
  fileprivate var valueText: String {
    switch operation {
    case .becomes(let value): value.description
    case .times(let value): "×\(value.description)"
    case .plus(let more): more.isNegative ? more.description : "+\(more.description)"
    }
  }
}
