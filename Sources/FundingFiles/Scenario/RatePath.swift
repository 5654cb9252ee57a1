/// A path to a rate, as scenarios and `--set` write it: `lump_sum.primary`, `basic.R..2`.
enum RatePath {
  /// The parts between single dots; two dots are part of a range, `R..2` or `100..`.
  ///
  /// - Returns: nil where a part is empty or has spaces around it.
  static func parts(_ text: String) -> [String]? {
    var parts = [""]
    var rest = text[...]
    while let character = rest.popFirst() {
      if character != "." {
        parts[parts.count - 1].append(character)
      } else if rest.first == "." {
        rest.removeFirst()
        parts[parts.count - 1] += ".."
      } else {
        parts.append("")
      }
    }
    let isSound = parts.allSatisfy {
      !$0.isEmpty && !$0.hasPrefix("..") && !CSVReader.hasSpacesAround($0)
    }
    return isSound ? parts : nil
  }
}
