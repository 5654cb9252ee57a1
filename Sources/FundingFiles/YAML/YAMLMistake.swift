import Diagnostics

/// What can be wrong with the form of a YAML file, whatever it says.
enum YAMLMistake: Hashable, Sendable {
  /// Nothing is written in the file.
  case empty
  /// YAML's rules are broken.
  case syntax(YAMLSyntax)
  /// A tab stands where only spaces may.
  case tab
  /// A line ends in a character that only some programs take for a line break.
  case oddLineBreak
  /// A control character that YAML forbids.
  case controlCharacter
  /// A second document begins (`---`).
  case secondDocument
  /// An anchor (`&name`), and with it every alias (`*name`).
  case anchor
  /// A tag (`!name`).
  case tag
  /// A key that is not a single text.
  case keyNotText
  /// A key given twice in one place.
  case duplicateKey(String, first: SourceSpan)
  /// The pieces of a number with thousands commas inside `{ }` or `[ ]`.
  case thousandsInFlow(written: String, plain: String)
  /// The pieces of a value with a comma inside `{ }`.
  case commaInFlow(written: String)
  /// A key that the place doesn't know, without a value: perhaps the rest of one with a comma.
  case strayKey(String, of: String, known: [String])
  /// A key that the place doesn't know.
  case unknownKey(String, of: String, known: [String])
  /// A key that must be there is not.
  case missingKey(String, of: String)
  /// A key without a value.
  case noValue(of: String)
  /// Something else than the kind of value that is needed.
  case wrongKind(of: String, needed: String, found: String)
  /// A word that is not one of those allowed.
  case notOneOf(String, of: String, known: [String])
}

/// Which of YAML's rules is broken.
enum YAMLSyntax: Hashable, Sendable {
  /// A second `: ` in a value.
  case colonInValue
  /// A line that is neither a key nor part of a value.
  case noColon
  /// `{` or `[` without its end; where it was opened.
  case unclosedBracket(opened: SourceSpan?)
  /// Brackets in a value inside `{ }` or `[ ]`.
  case bracketInFlow
  /// A quote without its end; where it was opened.
  case unclosedQuote(opened: SourceSpan?)
  /// A line that is not under the one it belongs to.
  case indentation
  /// A value that begins with a character which YAML keeps for itself.
  case reservedStart(Character)
  /// A backslash in double quotes before a character that takes none.
  case escape
  /// Anything else, in the YAML reader's words.
  case other(String)
}
