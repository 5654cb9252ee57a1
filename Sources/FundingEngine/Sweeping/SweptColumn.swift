public import FundingModel

/// One factor's amount for every school, where it moves in proportion to numbers.
public enum SweptColumn: Sendable {
  /// From whole numbers.
  case whole(AffineColumn)
  /// From numbers cut to binary places.
  case cut(CutColumn)

  /// Makes the quickest column that holds the numbers; nil where none does.
  ///
  /// - Parameters:
  ///   - constants: Each school's amount with every number at nought, in pounds.
  ///   - parameters: The numbers, in the order in which a point gives them.
  ///   - rounding: The formula's.
  public init?(
    constants: [Rational], parameters: [AffineParameter], rounding: RoundingPolicy
  ) {
    if let column = AffineColumn(
      constants: constants, parameters: parameters, rounding: rounding)
    {
      self = .whole(column)
    } else if let column = CutColumn(
      constants: constants, parameters: parameters, rounding: rounding)
    {
      self = .cut(column)
    } else {
      return nil
    }
  }

  /// Whether a solve moves it.
  public var isSolved: Bool {
    switch self {
    case .whole(let column): column.isSolved
    case .cut(let column): column.isSolved
    }
  }

  /// Whether it needs a point's numbers cut to binary places.
  var isCut: Bool {
    switch self {
    case .whole: false
    case .cut: true
    }
  }

  /// How many schools.
  var count: Int {
    switch self {
    case .whole(let column): column.denominators.count
    case .cut(let column): column.constants.count
    }
  }

  var pencePerStep: Int64 {
    switch self {
    case .whole(let column): column.pencePerStep
    case .cut(let column): column.pencePerStep
    }
  }

  /// Adds each school's pennies at a point where nothing is solved.
  ///
  /// - Returns: false where only a plain evaluation can tell.
  func addPence(at numbers: PointNumbers, to totals: inout [Int64]) -> Bool {
    switch self {
    case .whole(let column):
      column.addPence(at: numbers.whole, to: &totals)
      return true
    case .cut(let column): return column.addPence(at: numbers.cut, to: &totals)
    }
  }
}
