/// What to offer when a name is not known.
public enum Suggestion {
  /// The known name closest to a mistyped one, if it is close: one edit in a word of up to four
  /// letters, two up to eight, three beyond; transposed neighbours count as one.
  public static func closest(to word: String, among known: some Sequence<String>) -> String? {
    let allowed = word.count <= 4 ? 1 : word.count <= 8 ? 2 : 3
    var best: (distance: Int, name: String)?
    for name in known {
      let distance = distance(word.lowercased(), name.lowercased())
      if distance <= allowed, distance < (best?.distance ?? .max) { best = (distance, name) }
    }
    return best?.name
  }

  /// Names as a list for a message: all when at most six, else the nearest three.
  public static func list(_ known: [String], near word: String) -> String {
    guard known.count > 6 else { return known.joined(separator: ", ") }
    let nearest = known.enumerated()
      .map { (distance(word.lowercased(), $0.element.lowercased()), $0.offset, $0.element) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    return nearest.prefix(3).map(\.2).joined(separator: ", ") + ", …"
  }

  /// The notes for an unknown name: what there is, and what was probably meant.
  ///
  /// - Parameters:
  ///   - word: The unknown name.
  ///   - known: The names there are.
  ///   - has: The sentence's beginning: "the pupils have".
  /// - Returns: One line each; none where there are no names.
  public static func notes(for word: String, among known: [String], has: String) -> [String] {
    guard !known.isEmpty else { return [] }
    var notes = ["\(has): \(list(known, near: word))"]
    if let near = closest(to: word, among: known) { notes.append("did you mean '\(near)'?") }
    return notes
  }

  /// Edits between two words: insertions, deletions, replacements and swapped neighbours.
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    guard !a.isEmpty, !b.isEmpty else { return Swift.max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        current[j] = Swift.min(
          previous[j] + 1, current[j - 1] + 1, previous[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = Swift.min(current[j], before[j - 2] + 1)
        }
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
