import Diagnostics

/// Puts into words what is wrong at one place of a file: called like a function, once a mistake.
struct MistakeWords {
  /// The file.
  let path: String
  /// The place; nil for the file as a whole.
  let span: SourceSpan?

  /// A mistake.
  ///
  /// - Parameters:
  ///   - slug: Its stable name.
  ///   - message: What is wrong, subject first.
  ///   - notes: What would be accepted, a line each.
  ///   - related: Other places that it involves.
  /// - Returns: The mistake, at the place.
  func callAsFunction(
    _ slug: String, _ message: String, _ notes: [String] = [], related: [RelatedPlace] = []
  ) -> Diagnostic {
    Diagnostic(
      path: path, span: span, message: message, slug: slug, notes: notes, related: related)
  }

  /// A mistake of something given twice, with the place where it was given first.
  func callAsFunction(
    _ slug: String, _ message: String, _ notes: [String] = [], first: SourceSpan
  ) -> Diagnostic {
    self(
      slug, message, notes,
      related: [RelatedPlace(span: first, note: "first given at \(first.line):\(first.column)")])
  }
}
