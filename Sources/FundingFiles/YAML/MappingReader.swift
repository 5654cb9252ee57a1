import Diagnostics

/// Reads one table of known keys, and says what is unknown or missing.
struct MappingReader {
  /// The table.
  let mapping: YAMLMapping
  /// What it is, for messages: "a rate", "the formula".
  let subject: String
  private let known: [String]

  /// Begins to read a table; nil, with a mistake, where it is none.
  ///
  /// Unknown keys are reported at once, and required ones that are not there; a key without a
  /// value counts as not there, and is reported.
  ///
  /// - Parameters:
  ///   - node: The table.
  ///   - subject: What it is, for messages: "a rate".
  ///   - required: Keys that must be there.
  ///   - optional: Keys that may be.
  ///   - owner: Where a missing key is reported, such as the table's own key.
  ///   - mistakes: Where mistakes go.
  init?(
    _ node: YAMLNode, _ subject: String, required: [String], optional: [String] = [],
    owner: SourceSpan? = nil, into mistakes: inout MistakeCollector
  ) {
    guard case .mapping(let mapping) = node else {
      mistakes.add(
        .wrongKind(of: subject, needed: "keys and values", found: node.kindInWords),
        at: node.isNothing ? owner ?? node.span : node.span)
      return nil
    }
    self.mapping = mapping
    self.subject = subject
    known = required + optional
    for entry in mapping.entries {
      if !known.contains(entry.key.text) {
        mistakes.add(
          entry.value.isNothing
            ? .strayKey(entry.key.text, of: subject, known: known)
            : .unknownKey(entry.key.text, of: subject, known: known), at: entry.key.span)
      } else if entry.value.isNothing {
        mistakes.add(.noValue(of: "'\(entry.key.text)'"), at: entry.key.span)
      }
    }
    for key in required where mapping[key] == nil {
      mistakes.add(.missingKey(key, of: subject), at: owner ?? mapping.span)
    }
  }

  /// The value of a key; nil where there is none.
  subscript(key: String) -> YAMLNode? {
    guard let entry = entry(key) else { return nil }
    return entry.value
  }

  /// The key and its value; nil where there is none.
  func entry(_ key: String) -> YAMLMapping.Entry? {
    precondition(known.contains(key), "the key '\(key)' must be declared to its reader")
    guard let entry = mapping[key], !entry.value.isNothing else { return nil }
    return entry
  }

  /// The text of a key; nil where there is none or, with a mistake, where it is no single text.
  func text(_ key: String, into mistakes: inout MistakeCollector) -> YAMLScalar? {
    self[key]?.text("'\(key)'", into: &mistakes)
  }

  /// Yes or no; `false` where the key isn't there.
  func flag(_ key: String, into mistakes: inout MistakeCollector) -> Bool {
    guard let scalar = text(key, into: &mistakes) else { return false }
    switch scalar.text {
    case "true": return true
    case "false": return false
    default:
      mistakes.add(
        .notOneOf(scalar.text, of: "'\(key)'", known: ["true", "false"]), at: scalar.span)
      return false
    }
  }

  /// One of some words; nil where there is none or, with a mistake, where it is another.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _: Choice.Type, into mistakes: inout MistakeCollector
  ) -> Choice? {
    guard let scalar = text(key, into: &mistakes) else { return nil }
    if let choice = Choice(rawValue: scalar.text) { return choice }
    mistakes.add(
      .notOneOf(scalar.text, of: "'\(key)'", known: Choice.allCases.map(\.rawValue)),
      at: scalar.span)
    return nil
  }
}

extension YAMLNode {
  /// The single text that this is; nil, with a mistake, for a table or a list.
  func text(_ what: String, into mistakes: inout MistakeCollector) -> YAMLScalar? {
    guard case .scalar(let scalar) = self else {
      mistakes.add(
        .wrongKind(of: what, needed: "a single value", found: kindInWords), at: span)
      return nil
    }
    return scalar
  }

  /// The table that this is; nil, with a mistake, for anything else.
  func table(_ what: String, into mistakes: inout MistakeCollector) -> YAMLMapping? {
    guard case .mapping(let mapping) = self else {
      mistakes.add(
        .wrongKind(of: what, needed: "keys and values", found: kindInWords), at: span)
      return nil
    }
    return mapping
  }

  /// The items of a list; nil, with a mistake, for anything else.
  func items(_ what: String, into mistakes: inout MistakeCollector) -> [YAMLNode]? {
    guard case .list(let list) = self else {
      mistakes.add(.wrongKind(of: what, needed: "a list", found: kindInWords), at: span)
      return nil
    }
    return list.items
  }
}
