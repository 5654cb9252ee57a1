import Diagnostics
import FundingModel

/// The mistakes found so far in one file, so that all are told in one go.
struct MistakeCollector: Sendable {
  /// The file, as the user named it.
  let path: String
  /// The mistakes, as found.
  private(set) var diagnostics: [Diagnostic] = []

  /// Starts with none.
  init(path: String) { self.path = path }

  /// Whether nothing is wrong so far.
  var isEmpty: Bool { diagnostics.isEmpty }
  /// How many so far.
  var count: Int { diagnostics.count }

  /// Adds one; the same twice is told once.
  mutating func add(_ diagnostic: Diagnostic) {
    guard !diagnostics.contains(diagnostic) else { return }
    diagnostics.append(diagnostic)
  }

  /// Adds a mistake of the file's form.
  mutating func add(_ mistake: YAMLMistake, at span: SourceSpan?) {
    add(mistake.diagnostic(path: path, at: span))
  }

  /// The mistakes in the file's order; those of the file as a whole come first.
  var mistakes: Mistakes {
    let sorted = diagnostics.enumerated().sorted { left, right in
      switch (left.element.span, right.element.span) {
      case (nil, nil): left.offset < right.offset
      case (nil, _): true
      case (_, nil): false
      case (let a?, let b?): a == b ? left.offset < right.offset : a < b
      }
    }
    return Mistakes(sorted.map(\.element))
  }

  /// Ends the reading where something is wrong.
  ///
  /// - Throws: every mistake, in the file's order, if there is any.
  func check() throws(Mistakes) {
    guard isEmpty else { throw mistakes }
  }
}

extension SourceSpan {
  /// The same stretch, in the model's words.
  var place: Place { Place(line: line, column: column, length: length, path: path) }
}

extension Place {
  /// The same stretch, in the words of diagnostics.
  var span: SourceSpan {
    SourceSpan(line: line, column: column, length: length, path: path)
  }
}
