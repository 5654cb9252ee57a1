import FundingModel

/// Year groups in words: `nursery N2 to year 2`, `years 3 to 6`.
enum YearWords {
  /// Year groups in runs of neighbours, youngest first.
  ///
  /// What is no year group comes last, each alone.
  static func segments(_ names: [String]) -> [[String]] {
    let years = StandardFields.yearGroups.names
    var segments: [[String]] = []
    var last: Int?
    for (index, year) in years.enumerated() where names.contains(year) {
      if last == index - 1, !segments.isEmpty {
        segments[segments.count - 1].append(year)
      } else {
        segments.append([year])
      }
      last = index
    }
    return segments + names.filter { !years.contains($0) }.map { [$0] }
  }

  /// The words for some year groups.
  static func words(_ names: [String], _ language: Language) -> String {
    segments(names).map { segment in
      guard let first = segment.first, let last = segment.last, first != last else {
        return one(segment.first ?? "", language)
      }
      switch language {
      case .english:
        if isNumbered(first) { return "years \(first) to \(last)" }
        if last == "N2" { return "nursery \(first) to \(last)" }
        return "\(one(first, language)) to \(one(last, language))"
      case .welsh:
        if isNumbered(first) { return "blynyddoedd \(first) i \(last)" }
        if last == "N2" { return "meithrin \(first) i \(last)" }
        // 'i' softens what follows: blwyddyn, derbyn.
        return "\(one(first, language)) i "
          + (last == "R" ? "dderbyn" : "flwyddyn \(last)")
      }
    }.joined(separator: ", ")
  }

  private static func one(_ name: String, _ language: Language) -> String {
    switch name {
    case "N1", "N2": BilingualText(en: "nursery \(name)", cy: "meithrin \(name)")[language]
    case "R": BilingualText(en: "reception", cy: "derbyn")[language]
    default: BilingualText(en: "year \(name)", cy: "blwyddyn \(name)")[language]
    }
  }

  private static func isNumbered(_ name: String) -> Bool { name.first?.isNumber == true }
}
