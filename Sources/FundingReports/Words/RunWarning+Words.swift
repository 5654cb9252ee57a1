public import FundingModel

extension RunWarning {
  /// How many schools a warning names where more would hide the rest.
  static let namedAtMost = 6

  /// The warning in words, without the word that says that it is one.
  public var words: BilingualText {
    switch self {
    case .pupilsDiffer(let schools): Self.pupilsDiffer(schools)
    case .rowsSetAside(let path, let rows, let into): Self.rowsSetAside(rows, of: path, into: into)
    case .indexMovesNothing(let index):
      BilingualText(
        en: "the index '\(index)' moves no rate of any run",
        cy: "nid yw'r mynegai '\(index)' yn symud yr un gyfradd mewn unrhyw rediad")
    case .pointsDisagree(let found): PointSentences.disagreement(found)
    case .staffingDiffers(let staffing, let schools, let numbers):
      Self.staffingDiffers(staffing, schools, numbers)
    case .staffingUnknown(let staffing, let numbers): Self.staffingUnknown(staffing, numbers)
    case .linesWithoutSchools(let codes): SpendingWarnings.withoutSchools(codes)
    case .linesWithoutSector(let lines): SpendingWarnings.withoutSector(lines)
    case .linesBelowNought(let kind, let authorities, let year):
      SpendingWarnings.linesBelow(kind, authorities, year)
    case .effectiveBelowNought(let run, let authorities, let year):
      SpendingWarnings.effectiveBelow(run, authorities, year)
    case .sharesBelowNought(let path, let run, let year, let schools, let isTotalBelow):
      SpendingWarnings.sharesBelow(path, run, year, schools: schools, isTotalBelow: isTotalBelow)
    case .bandsWithoutStaffing:
      BilingualText(
        en: "bands are given without any staffing: nothing is held against them",
        cy: "rhoddwyd bandiau heb ddim staffio: ni chaiff dim ei gymharu â nhw")
    }
  }

  /// The warning as a line of its own: `warning: …`.
  public func line(_ language: Language) -> String {
    "\(Self.label[language]): \(words[language])\n"
  }

  private static let label = BilingualText(en: "warning", cy: "rhybudd")

  private static func pupilsDiffer(_ schools: [PupilDifference]) -> BilingualText {
    func list(_ stated: BilingualText, _ found: BilingualText, _ language: Language) -> String {
      schools.map {
        "\($0.school) (\($0.stated) \(stated[language]), \($0.found) \(found[language]))"
      }.joined(separator: ", ")
    }
    let stated = BilingualText(en: "stated", cy: "yn ôl y ffeil")
    let found = BilingualText(en: "found", cy: "yn y data")
    return BilingualText(
      en: "schools whose pupils are not as many as their file states: "
        + list(stated, found, .english),
      cy: "ysgolion nad yw nifer eu disgyblion fel y mae eu ffeil yn ei nodi: "
        + list(stated, found, .welsh))
  }

  private static func rowsSetAside(_ rows: Int, of path: String, into: String) -> BilingualText {
    BilingualText(
      en: "\(path): \(rows) bad \(rows == 1 ? "row was" : "rows were") set aside: \(into)",
      cy: "\(path): rhesi gwallus a neilltuwyd: \(rows), yn \(into)")
  }

  private static func staffingDiffers(
    _ staffing: String, _ schools: String?, _ numbers: [Int]
  ) -> BilingualText {
    BilingualText(
      en: "\(staffing) and \(schools ?? "the scenario's schools") say different things of "
        + "\(count(numbers)), and \(staffing) is followed: \(list(numbers, .english))",
      cy:
        "nid yw \(staffing) \(schools.map { "a \($0)" } ?? "ac ysgolion y senario") yn dweud yr un peth am rai "
        + "ysgolion (nifer: \(numbers.count)), a dilynir \(staffing): \(list(numbers, .welsh))")
  }

  private static func staffingUnknown(_ staffing: String, _ numbers: [Int]) -> BilingualText {
    BilingualText(
      en: "\(count(numbers)) of \(staffing) \(numbers.count == 1 ? "is" : "are") not in the "
        + "scenario's schools; the measures are of what \(staffing) says alone: "
        + list(numbers, .english),
      cy: "ysgolion \(staffing) nad ydynt ymhlith ysgolion y senario: \(numbers.count); daw'r "
        + "mesurau o'r hyn y mae \(staffing) yn ei ddweud yn unig: \(list(numbers, .welsh))")
  }

  private static func count(_ schools: [Int]) -> String {
    "\(schools.count) school\(schools.count == 1 ? "" : "s")"
  }

  private static func list(_ schools: [Int], _ language: Language) -> String {
    schools.prefix(namedAtMost).map(String.init).joined(separator: ", ")
      + (schools.count > namedAtMost ? more[language] : "")
  }

  private static let more = BilingualText(en: " and more", cy: " a rhagor")
}
