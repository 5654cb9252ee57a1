internal import FundingModel

/// A formula's expressions for one census: names turned into columns, tables and numbers.
///
/// - Shape: nodes lie in one array, operands before what uses them, so that nothing is followed
///   but small indices.
struct Program: Sendable {
  /// One step that comes to a number; operands are indices of nodes.
  enum Node: Sendable {
    case constant(Rational)
    case schoolNumber(column: Int32, reference: Int32)
    case pupilNumber(column: Int32, reference: Int32)
    case roll
    case absent(reference: Int32)
    case lookup(Int32)
    case definition(Int32)
    case negate(Int32)
    case sum(Int32, Int32)
    case difference(Int32, Int32)
    case product(Int32, Int32)
    case quotient(Int32, Int32, place: Int32)
    case call(NumberFunction, first: Int32, count: Int32, place: Int32)
    case choice(test: Int32, Int32, Int32)
    case overPupils(term: Int32)
    case mean(term: Int32, place: Int32)
    case overSchools(total: Int32)
  }

  /// One step that comes to yes or no.
  enum Test: Sendable {
    case always(Bool)
    case schoolMember(column: Int32, members: Int32, reference: Int32)
    case pupilMember(column: Int32, members: Int32, reference: Int32)
    case absent(reference: Int32)
    case compare(Int32, Comparison, Int32)
    case within(Int32, Int32, Int32)
    case and(Int32, Int32)
    case or(Int32, Int32)
    case not(Int32)
  }

  /// A definition's own node, and what to call it.
  struct Named: Sendable {
    let name: String
    let unit: Unit
    let place: Place
    let node: Int32
  }

  let packed: PackedCensus
  let rounding: RoundingMode
  var nodes: [Node] = []
  var tests: [Test] = []
  /// Operands of calls.
  var operands: [Int32] = []
  /// For each membership test, a yes or no for each code, one run after another.
  var members: [Bool] = []
  var references: [FieldReference] = []
  var places: [Place] = []
  var lookups: [LookupTable] = []
  var definitions: [Named] = []
  var terms: [PupilTerm] = []
  var totals: [SchoolTotal] = []

  init(packed: PackedCensus, rounding: RoundingMode) {
    self.packed = packed
    self.rounding = rounding
  }
}

/// Whom an expression is worked out for.
struct Subject {
  /// The census row.
  let row: Int
  /// A distinct pupil; -1 for the school itself.
  let pupil: Int
  /// Where the values used are noted; nil where nobody asks.
  let recorder: Recorder?

  init(row: Int, pupil: Int = -1, recorder: Recorder? = nil) {
    self.row = row
    self.pupil = pupil
    self.recorder = recorder
  }
}

/// Notes the values that an expression used, each once, in the order of use.
final class Recorder {
  private(set) var workings: [Working] = []

  /// Notes a value.
  func note(_ name: String, _ value: Rational, _ unit: Unit) {
    let working = Working(name: name, value: value, unit: unit)
    if !workings.contains(working) { workings.append(working) }
  }
}
