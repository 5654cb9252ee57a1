import Diagnostics
import FundingModel

/// The names that an expression may use.
struct ExpressionScope: Sendable {
  /// The fields.
  let fields: FieldCatalogue
  /// The formula's rates.
  let rates: [Rate]
  /// The definitions above the expression.
  var definitions: [Definition] = []
  /// The definitions that aren't, with where they are.
  var later: [(name: String, span: SourceSpan)] = []
  /// Rates and definitions that are there but could not be read: nothing more is said about them.
  var broken: Set<String> = []

  /// The names of all functions, as people list them.
  static let functions = FormulaFunction.all.map(\.name)

  /// How a function is written.
  static func usage(of function: String) -> String {
    FormulaFunction.all.first { $0.name == function }?.usage ?? "\(function)(x)"
  }

  /// Words that no rate or definition may be called.
  static let reserved =
    functions + ExpressionToken.Keyword.allCases.map(\.rawValue) + ["otherwise"]

  /// What a name stands for; nil where nothing is called that.
  func kind(of name: String) -> NameKind? {
    if rates.contains(where: { $0.name == name }) { return .rate }
    if definitions.contains(where: { $0.name == name }) { return .definition }
    if fields.pupilFields.contains(where: { $0.name == name }) { return .pupilField }
    if fields.schoolFields.contains(where: { $0.name == name }) { return .schoolField }
    if Self.functions.contains(name) { return .function }
    return nil
  }

  /// Every name that stands for a value.
  var valueNames: [String] {
    rates.map(\.name) + definitions.map(\.name) + fields.all.map(\.name) + ["pupils", "heads"]
  }

  /// The few fields to show for an unknown one: those used most and the one most alike.
  func fieldsToShow(near word: String, level: FieldLevel) -> [String] {
    let all = (level == .pupil ? fields.pupilFields : fields.schoolFields).map(\.name)
    guard all.count > 6 else { return all }
    let usual = level == .pupil ? ["year_group", "fsm", "aln"] : ["sector", "roll", "authority"]
    let likest = all.filter { !usual.contains($0) }
      .max { commonStart($0, word) < commonStart($1, word) }
    return (usual + (likest.map { [$0] } ?? [])).filter { all.contains($0) }.sorted() + ["…"]
  }

  /// The field that an unknown word most likely means: one misspelt, or one that it lengthens.
  func suggestion(for word: String) -> String? {
    let all = fields.all.map(\.name)
    return Suggestion.closest(to: word, among: all)
      ?? all.filter { word.hasPrefix($0 + "_") }.max { $0.count < $1.count }
  }

  private func commonStart(_ a: String, _ b: String) -> Int {
    zip(a, b).prefix { $0 == $1 }.count
  }
}

/// What an expression is worked out for.
enum ExpressionLevel: Hashable, Sendable {
  /// Each pupil; the school's own things may be used too.
  case pupil
  /// A school.
  case school
  /// A quantum, for all the schools that share it.
  case quantum(Factor.QuantumScope)
}

/// A checked number with its unit.
struct MeasuredAmount: Hashable, Sendable {
  /// The number.
  let amount: Amount
  /// Its unit; nil for bare numbers, which take the unit of what they meet.
  let unit: Unit?
  /// The number itself, where the author wrote it.
  var literal: Rational? {
    guard case .constant(let value) = amount else { return nil }
    return value
  }
}
