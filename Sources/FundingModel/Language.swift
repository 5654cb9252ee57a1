/// A language that Cyllido speaks.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Cymraeg.
  case welsh = "cy"
}

/// A text that exists in both languages, since neither is second.
public struct BilingualText: Hashable, Sendable {
  /// The English text.
  public let english: String
  /// The Welsh text.
  public let welsh: String

  /// Makes a text of its two sides.
  public init(en english: String, cy welsh: String) {
    self.english = english
    self.welsh = welsh
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .welsh: welsh
    }
  }
}

/// Where in its file something was written.
///
/// - Units: lines and columns count from 1; columns and length in characters.
public struct Place: Hashable, Comparable, Sendable {
  /// The line.
  public let line: Int
  /// The column of the first character.
  public let column: Int
  /// How many characters; at least 1.
  public let length: Int
  /// The file, where it is another than that of what holds the place; else nil.
  public let path: String?

  /// Makes a place.
  public init(line: Int, column: Int, length: Int = 1, path: String? = nil) {
    self.line = line
    self.column = column
    self.length = length
    self.path = path
  }

  /// Whether the left comes first in the file.
  public static func < (left: Place, right: Place) -> Bool {
    (left.line, left.column, left.length) < (right.line, right.column, right.length)
  }
}
