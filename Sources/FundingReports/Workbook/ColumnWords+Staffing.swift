import FundingModel

/// The columns of what schools cost and how they are staffed.
extension ColumnWords {
  /// A sheet of costs or staffing.
  static func staffingSheet(of table: String) -> BilingualText? {
    switch table {
    case "adequacy": BilingualText(en: "Costs of schools", cy: "Costau ysgolion")
    case "adequacy-summary": BilingualText(en: "Costs by authority", cy: "Costau fesul awdurdod")
    case "adequacy-lines": BilingualText(en: "Lines of costs", cy: "Llinellau costau")
    case "icfp": BilingualText(en: "Staffing measures", cy: "Mesurau staffio")
    case "families": BilingualText(en: "Families of schools", cy: "Teuluoedd o ysgolion")
    default: nil
    }
  }

  /// A column of costs or staffing.
  static func staffing(_ column: String) -> BilingualText? {
    switch column {
    case "cost": AdequacySentences.cost
    case "gap": BilingualText(en: "Share less cost", cy: "Cyfran namyn cost")
    case "gap_per_pupil":
      BilingualText(en: "Share less cost, per pupil", cy: "Cyfran namyn cost, fesul disgybl")
    case "cost_per_pupil": AdequacySentences.costPerPupil
    case "covered_pct": BilingualText(en: "Cost covered, %", cy: "Cost a gwmpesir, %")
    case "schools_below": AdequacySentences.schoolsBelow
    case "left_out": BilingualText(en: "Schools without a cost", cy: "Ysgolion heb gost")
    case "line": BilingualText(en: "Line, short name", cy: "Llinell, enw byr")
    case "title": AdequacySentences.line
    case "measure_name": BilingualText(en: "Measure, in words", cy: "Mesur, mewn geiriau")
    case "band": StaffingSentences.band
    case "family": StaffingSentences.familySchools
    case "family_schools": BilingualText(en: "Schools with a value", cy: "Ysgolion â gwerth")
    case "family_median": BilingualText(en: "Median of the family", cy: "Canolrif y teulu")
    case "family_p25": StaffingSentences.lower
    case "family_p75": StaffingSentences.upper
    case "why_empty": BilingualText(en: "Why there is no value", cy: "Pam nad oes gwerth")
    case "made_up": BilingualText(en: "Made up", cy: "Dychmygol")
    case "member": BilingualText(en: "Number of a school of it", cy: "Rhif ysgol ynddo")
    case "member_name": BilingualText(en: "School of the family", cy: "Ysgol yn y teulu")
    case "wider_because": BilingualText(en: "Why it is wider", cy: "Pam y mae'n ehangach")
    default: nil
    }
  }
}
