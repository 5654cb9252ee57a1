public import Diagnostics
public import FundingModel

extension EvaluationFailures {
  /// Why the formula can't be worked out on the data, in the reader's words, in the file's order.
  ///
  /// - Parameter formula: The formula, for the other values that a rate has; nil where it isn't at
  ///   hand.
  /// - Returns: One mistake for each failure.
  public func mistakes(in formula: Formula? = nil) -> Mistakes {
    Mistakes(failures.map { $0.diagnostic(in: formula) })
  }
}

extension EvaluationFailure {
  /// This failure in the reader's words.
  ///
  /// - Parameters:
  ///   - formula: The formula, for the other values that a rate has; nil where it isn't at hand.
  ///   - columns: What columns the files of the data have.
  /// - Returns: The failure at its place in the formula's file.
  public func diagnostic(
    in formula: Formula? = nil, data columns: DataColumns = DataColumns()
  ) -> Diagnostic {
    let rate = formula?.rates.first {
      switch reason {
      case .noRate(let name, _): $0.name == name
      case .overflow, .divisionByZero, .noColumn, .noValue, .rateBegins, .nobodyToAverage,
        .nothingToShareBy, .negativePart, .quantumNotPennies, .notNumbers, .noBaselinePupils,
        .scaleOutOfRange, .changeOutOfRange, .noFloorBefore, .floorAfter:
        false
      }
    }
    let (slug, message, notes) = words(of: rate)
    var found: [String] = []
    if case .noColumn(let field, let level) = reason {
      found = columns.notes(missing: field, of: level)
    }
    return Diagnostic(
      path: path, span: place?.span, message: "'\(part)': \(message)", slug: slug,
      notes: found + notes)
  }

  private func words(of rate: Rate?) -> (slug: String, message: String, notes: [String]) {
    switch reason {
    case .overflow:
      return (
        "overflow", "a number grows beyond what can be computed exactly\(inSchool)",
        ["exact numbers reach 38 digits; round on the way: round(x, £0.01)"]
      )
    case .divisionByZero:
      return (
        "division-by-zero", "this is nought, and something is divided by it\(inSchool)",
        ["share(x, y) gives 0 where y is 0"]
      )
    case .noColumn(let field, let level):
      return (
        "no-column", "the \(level.rawValue)s of the data have no column '\(field)'",
        [
          Self.lastYearColumns.contains(field)
            ? "add the column; or, in a run of a scenario, 'first: RUN' lets an earlier run stand for "
              + "last year in the first year"
            : "add the column, or don't use the field"
        ]
      )
    case .noValue(let field, let level):
      return (
        "no-value",
        level == .school
          ? "'\(field)' has no value\(inSchool)"
          : "'\(field)' has no value for a pupil\(inSchool)",
        ["fill it in, or don't use the field"]
      )
    case .noRate(let name, let keys):
      return (
        "no-rate", "the rate '\(name)' gives no value for \(keyWords(keys, of: rate))\(whichHas)",
        ["add it to the rate, or give the rate 'otherwise'"]
      )
    case .rateBegins(let name, let first, let year):
      return (
        "rate-begins", "the rate '\(name)' begins in \(first), and the run is of \(year)",
        ["give the rate a value for \(year) or earlier"]
      )
    case .nobodyToAverage:
      return (
        "nobody-to-average", "there are no pupils to average over\(inSchool)",
        ["write if(pupils > 0, mean(x), 0)"]
      )
    case .nothingToShareBy(let total):
      return (
        "nothing-to-share-by",
        "£\(total) has nobody to go to: every school's part is nought\(inSchool)",
        ["check 'shared_by' and 'where'"]
      )
    case .negativePart:
      return (
        "negative-part", "the school's part of the quantum is below nought\(inSchool)",
        ["write max(0, …)"]
      )
    case .quantumNotPennies(let amount):
      return (
        "quantum-not-pennies", "the quantum £\(amount) is not a whole number of pennies",
        ["write round(…, £0.01)"]
      )
    case .notNumbers(let field):
      return (
        "not-numbers", "the column '\(field)' of the schools is not all numbers",
        ["write plain numbers, without £ and commas, and leave new schools blank"]
      )
    case .noBaselinePupils(let field):
      return (
        "no-baseline-pupils", "'\(field)' is not above nought\(inSchool)",
        ["leave it and 'previous_share' blank for a school that is new"]
      )
    case .scaleOutOfRange(let scale):
      return (
        "scale", "the scale is \(percent(scale)), and a cap takes from 0% to 100%",
        ["100% takes all that is above the cap"]
      )
    case .changeOutOfRange(let change):
      return (
        "change", "the change is \(percent(change)), and nothing can lose more than 100%",
        ["write it like -1.5%"]
      )
    case .noFloorBefore:
      return (
        "total", "its total is what floors give, and no floor stands before it",
        ["put a floor before the cap, or delete 'total'"]
      )
    case .floorAfter(let floor):
      return (
        "total", "its total is what floors give, and '\(floor)' stands after it",
        ["put every floor before the cap, or delete 'total'"]
      )
    }
  }

  /// The columns that `against: previous` reads.
  private static let lastYearColumns = [Protection.shareColumn, Protection.pupilsColumn]

  /// "year group 12", "primary, la_idp".
  private func keyWords(_ keys: [String], of rate: Rate?) -> String {
    guard let rate, rate.axes.count == keys.count else {
      return keys.map { "'\($0)'" }.joined(separator: ", ")
    }
    return zip(rate.axes, keys).map { axis, key in
      axis.inWords == "label"
        ? "'\(key)'" : "\(axis.inWords.replacing("_", with: " ")) \(key)"
    }.joined(separator: ", ")
  }

  /// ", in school 6602130 and 4 more".
  private var inSchool: String {
    guard let school else { return "" }
    return ", in school \(school)" + others
  }

  /// ", which school 6602130 has".
  private var whichHas: String {
    guard let school else { return "" }
    return schools > 1
      ? ", which school \(school) and \(schools - 1) more have" : ", which school \(school) has"
  }

  private func percent(_ fraction: Rational) -> String {
    (try? fraction.multiplied(by: Rational(100))).map { "\($0)%" } ?? "\(fraction)"
  }

  private var others: String { schools > 1 ? " and \(schools - 1) more" : "" }
}
