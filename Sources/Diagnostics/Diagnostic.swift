/// One thing to tell the author of a file: what is wrong, where, and what would be right.
public struct Diagnostic: Hashable, Sendable {
  /// How grave it is.
  public enum Severity: String, Hashable, Sendable {
    /// Nothing is done until it is mended.
    case error
    /// Worth knowing; the work goes on.
    case warning
  }

  /// How grave it is.
  public let severity: Severity
  /// The file, as the user named it.
  public let path: String
  /// Where; nil for the file as a whole.
  public let span: SourceSpan?
  /// What is wrong, subject first, in the reader's words, without a full stop.
  public let message: String
  /// A stable name for this kind of mistake: `unknown-field`.
  public let slug: String
  /// What would be accepted, did-you-mean, and the like: one line each.
  public let notes: [String]
  /// The other places involved, each with what is there: "first given here".
  public let related: [RelatedPlace]

  /// Makes a diagnostic; a span that names its file is in that file.
  public init(
    _ severity: Severity = .error, path: String, span: SourceSpan?, message: String, slug: String,
    notes: [String] = [], related: [RelatedPlace] = []
  ) {
    self.severity = severity
    self.path = span?.path ?? path
    self.span = span
    self.message = message
    self.slug = slug
    self.notes = notes
    self.related = related
  }
}

/// A stretch of one line of a file.
///
/// - Units: lines and columns count from 1, in characters.
public struct SourceSpan: Hashable, Comparable, Sendable {
  /// The line.
  public let line: Int
  /// The column of the first character.
  public let column: Int
  /// How many characters; at least 1.
  public let length: Int
  /// The file, where it is another than the one being read; else nil.
  public let path: String?

  /// Makes a span.
  public init(line: Int, column: Int, length: Int = 1, path: String? = nil) {
    self.line = line
    self.column = column
    self.length = Swift.max(1, length)
    self.path = path
  }

  /// Whether the left comes first: by file, the one being read before others, then by place.
  public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    (left.path ?? "", left.line, left.column, left.length)
      < (right.path ?? "", right.line, right.column, right.length)
  }
}

/// Another place that a mistake involves.
public struct RelatedPlace: Hashable, Sendable {
  /// Where, in the same file.
  public let span: SourceSpan
  /// What is there: "first given here".
  public let note: String

  /// Makes a related place.
  public init(span: SourceSpan, note: String) {
    self.span = span
    self.note = note
  }
}

/// Every mistake found in a user's files: the one error that readers throw.
public struct Mistakes: Error, Hashable, Sendable {
  /// The mistakes, by file and place.
  public let diagnostics: [Diagnostic]

  /// Makes a list.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

/// What the world refused: no such file, no permission, disk full.
public struct WorldFailure: Error, Hashable, Sendable {
  /// One line: what happened and what to do.
  public let message: String

  /// Makes a failure.
  public init(_ message: String) { self.message = message }
}
