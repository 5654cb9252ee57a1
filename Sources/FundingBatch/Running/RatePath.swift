import FundingModel

/// A rate and the keys of some of its values, as a path names them: `lump_sum.primary`.
struct RatePath: Hashable {
  /// The rate's name.
  let rate: String
  /// Keys, one an axis, as many as were written.
  let keys: [String]

  /// Reads the pieces of a path; nil where there are none.
  init?(_ pieces: some Collection<String>) {
    guard let rate = pieces.first else { return nil }
    self.rate = rate
    self.keys = Self.joiningRanges(Array(pieces.dropFirst()))
  }

  /// Puts together the ranges that splitting at dots took apart: `R..2` and `100..`.
  ///
  /// A range leaves an empty piece between its ends, and an open one two at the end.
  static func joiningRanges(_ pieces: [String]) -> [String] {
    var joined: [String] = []
    var index = 0
    while index < pieces.count {
      if pieces[index].isEmpty, let low = joined.popLast() {
        let high = index + 1 < pieces.count ? pieces[index + 1] : ""
        joined.append("\(low)..\(high)")
        index += 2
      } else {
        joined.append(pieces[index])
        index += 1
      }
    }
    return joined
  }

  /// Whether every value that the other path names is one of this path's.
  func contains(_ other: RatePath) -> Bool {
    rate == other.rate && other.keys.starts(with: keys)
  }
}
