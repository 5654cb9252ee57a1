import Diagnostics
import FundingModel

extension FormulaMistake {
  /// This mistake in the reader's words.
  func diagnostic(path: String, at span: SourceSpan?) -> Diagnostic {
    let words = MistakeWords(path: path, span: span)
    switch self {
    case .version(let text):
      return words(
        "version", "format version '\(text)' is not known", ["this program reads 'cyllido: 1'"])
    case .nameIsNotTheFiles(let name, let file):
      return words(
        "formula-name", "the formula is called '\(name)', and its file '\(file)'",
        ["write 'formula: \(file)', or rename the file"])
    case .unknownAuthority(let text):
      return words(
        "unknown-authority", "no authority is called '\(text)'",
        Suggestion.notes(
          for: text, among: ["any"] + Authority.all.map(\.slug), has: "there are")
          + ["a code from 660 to 681 will do too"])
    case .badYear(let text):
      return words("bad-year", "'\(text)' is not a financial year", ["years look like 2024-25"])
    case .badName(let name, let what):
      return words(
        "bad-name", "\(what) can't be called '\(name)'",
        ["a name is letters, digits and _, and begins with a letter"])
    case .nameTaken(let name, let what, let owner):
      return words(
        "name-taken", "\(what) can't be called '\(name)': that is \(owner)",
        ["choose another name"])
    case .nameTwice(let name, let first):
      return words("name-taken", "'\(name)' is given twice", first: first)
    case .unused(let name, let kind):
      return words(
        "unused", "nothing uses \(kind == .rate ? "the rate" : "the definition") '\(name)'",
        ["use it in a factor, or delete it"])
    case .unknownSource(let key, let known):
      return words(
        "unknown-source", "no source is called '\(key)'",
        known.isEmpty
          ? ["list it under 'sources'"]
          : Suggestion.notes(for: key, among: known, has: "the sources are"))
    case .badUnit(let text):
      return words(
        "bad-unit", "'\(text)' is not a unit",
        ["units look like £, £/pupil, pupil/teacher or number"])
    case .pluralUnit(let text, let singular):
      return words(
        "bad-unit", "'\(text)' is not a unit: units are in the singular", ["write \(singular)"])
    case .needsPounds(let text, let unit, let suggestion):
      return words(
        "needs-pounds", "'\(text)' is not money, and the unit is \(unit)", ["write \(suggestion)"])
    case .noPounds(let text, let unit):
      return words("no-pounds", "'\(text)' is money, and the unit is \(unit)")
    case .percentOfUnit(let text, let unit):
      return words(
        "percent", "'\(text)' is a percentage, and the unit is \(unit)",
        ["percentages need 'unit: number'"])
    case .badValue(let text, let example):
      return words("bad-value", "'\(text)' is not a number", ["write it like \(example)"])
    case .badThousands(let text):
      return words(
        "bad-value", "'\(text)' has a comma that does not part thousands",
        ["write thousands like £61,200, and decimals with a point"])
    case .oneOfValues(let what, let given):
      return words(
        "values",
        given.isEmpty
          ? "\(what) has no value"
          : "\(what) has \(given.map { "'\($0)'" }.joined(separator: " and "))",
        ["give one of: value, values (with by), from"])
    case .tableWithoutBy(let what):
      return words(
        "values", "\(what) has a table of values, and no 'by'",
        ["say what they go by: 'by: sector'; or give one 'value'"])
    case .valueWithBy(let what):
      return words(
        "values", "\(what) has 'by', and a single value", ["give 'values', or delete 'by'"])
    case .unknownAxis(let name, let known):
      return words(
        "unknown-field", "no field is called '\(name)'",
        Suggestion.notes(for: name, among: known, has: "a rate can go by"))
    case .badAxis:
      return words(
        "by", "'by' can't be read", ["write by: sector, by: [sector, aln], or by: {roll: bands}"])
    case .bandsOfCategory(let name):
      return words(
        "by", "'\(name)' has no bands: it is not a number", ["write by: \(name)"])
    case .axisTwice(let name): return words("by", "'\(name)' is in 'by' twice")
    case .interpolateWithoutBands:
      return words(
        "interpolate", "'interpolate' joins bands, and there is not one axis of them",
        ["write by: {roll: bands}"])
    case .categoryTwice(let name, let first):
      return words("category-twice", "'\(name)' is given twice", first: first)
    case .overlap(let text, let other, let first):
      return words("overlap", "\(text) overlaps \(other)", first: first)
    case .rangeWithoutOrder(let field):
      return words(
        "no-order", "'\(field)' has no order, so it has no ranges",
        ["give each category its own value"])
    case .badBand(let text):
      return words(
        "bad-band", "'\(text)' is not a band", ["bands look like 0..49 and, for the last, 100.."])
    case .badNumberKey(let text, let field):
      return words(
        "bad-key", "'\(text)' is no number or range of '\(field)'",
        ["keys look like 1 or 1..3; for open ends write by: {\(field): bands}"])
    case .badFlagKey(let text, let field):
      return words("bad-key", "'\(field)' can't be '\(text)'", ["it can be: true, false"])
    case .otherwiseAmongValues:
      return words(
        "otherwise", "'otherwise' stands beside 'values', not among them", ["move it out one level"]
      )
    case .tooShallow(let needed):
      return words(
        "table-depth", "a table by \(needed) is needed here, and this is one value")
    case .tooDeep:
      return words("table-depth", "one value is needed here, and this is a table")
    case .emptyTable: return words("table-depth", "the table is empty", ["give a value"])
    case .badBounds(let text):
      return words(
        "bad-bounds", "'\(text)' is no pair of bounds", ["bounds look like £0..£9000"])
    case .boundsWithoutFitted:
      return words(
        "bounds", "'bounds' are for estimates, and this rate is none", ["add 'fitted: true'"])
    case .unknownBounds(let path, let known):
      return words(
        "bounds", "no value is at '\(path)'",
        Suggestion.notes(for: path, among: known, has: "the values are at"))
    case .outsideBounds(let text, let bounds):
      return words("bounds", "\(text) is outside its bounds, \(bounds)")
    case .noFactors: return words("no-factors", "a formula needs at least one factor")
    case .unknownEach(let text):
      let known = ["pupil", "head", "school", "place", "quantum"]
      return words(
        "not-one-of", "'each' can't be '\(text)'",
        Suggestion.notes(for: text, among: known, has: "it can be"))
    case .keyOfOtherEach(let key, let each, let needed):
      return words(
        "key-of-other-each", "'\(key)' does not go with 'each: \(each)'", ["write \(needed)"])
    case .amountUnit(let unit, let each, let accepted):
      return words(
        "amount-unit",
        "the amount comes to \(unit.inWords), and '\(each)' needs "
          + accepted.map(\.description).joined(separator: " or "),
        unit.isNumber ? ["money is written with £: £500"] : [])
    case .badStructure:
      return words(
        "structure", "'structure' can't be read",
        ["write 'structure: assumed', or {published: a source's key}"])
    case .badStep(let text, let example):
      return words("bad-step", "'\(text)' is no step to round to", ["write \(example)"])
    case .notPercent(let text, let key, let suggestion):
      return words(
        "not-a-percentage", "'\(key)' is a percentage, and '\(text)' is none",
        ["write \(suggestion ?? "it like -1.5%")"])
    case .percentOutOfRange(let text, let key, let accepted):
      return words("out-of-range", "'\(key)' can't be \(text)", ["it is \(accepted)"])
    case .extraInFormula:
      return words(
        "extra-in-formula", "'extra' is shared out by a run's shares, and a formula has no runs",
        ["a scenario's run may have it; in a formula write a factor with 'each: quantum'"])
    case .againstInFormula(let text):
      return words(
        "against", "a formula's own floor or cap can't be held against '\(text)'",
        [
          "write 'against: previous', and give the school file previous_share and previous_pupils",
          "a run of a scenario can add a floor or cap that is held against an earlier run",
        ])
    case .unknownFactor(let name, let known):
      return words(
        "unknown-factor", "no factor is called '\(name)'",
        Suggestion.notes(for: name, among: known, has: "the factors are"))
    case .columnTaken(let name, let column):
      return words(
        "column-taken",
        "last year's '\(name)' can't be left out: the column '\(column)' holds something else",
        ["give the factor another name"])
    case .leftOutTwice(let name, let first):
      return words("left-out-twice", "'\(name)' is left out twice", first: first)
    case .totalWithoutFloor:
      return words(
        "total", "the cap's total is what floors give, and there is no floor",
        ["put a floor before the cap, or delete 'total'"])
    case .totalBeforeFloor(let floor):
      return Diagnostic(
        path: path, span: span,
        message: "the cap's total is what floors give, and the floor comes after it",
        slug: "total", notes: ["put the floor before the cap, or delete 'total'"],
        related: [RelatedPlace(span: floor, note: "the floor is at \(floor.line):\(floor.column)")])
    case .adjustmentTwice(let name, let first):
      return words("adjustment-twice", "'\(name)' is given twice", first: first)
    case .oneAdjustmentEach:
      return words(
        "adjustment", "an item of 'adjustments' is one adjustment",
        ["write '- part_year: true' or '- minimum_per_pupil: {…}'"])
    case .minimumByPupil(let name):
      return words(
        "pupil-field", "'\(name)' belongs to each pupil; a minimum is worked out for a school",
        ["go by a school field"])
    }
  }
}

extension MistakeCollector {
  /// Adds a mistake of a formula.
  mutating func add(_ mistake: FormulaMistake, at span: SourceSpan?) {
    add(mistake.diagnostic(path: path, at: span))
  }

  /// Adds a mistake of an expression, or of what is named as in one.
  mutating func add(_ mistake: ExpressionMistake, at span: SourceSpan) {
    add(mistake.diagnostic(path: path, at: span))
  }
}
