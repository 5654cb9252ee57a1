public import FundingModel

/// What the columns and sheets of the tables are called, for people; files keep the short names.
public enum ColumnWords {
  /// A sheet's name: at most 31 characters; nil for a table without words yet.
  public static func sheet(of table: String) -> BilingualText? {
    switch table {
    case "shares": BilingualText(en: "Budget shares", cy: "Cyfrannau o'r gyllideb")
    case "factors": BilingualText(en: "Factors", cy: "Ffactorau")
    case "comparison": BilingualText(en: "Comparison", cy: "Cymharu")
    case "authorities": BilingualText(en: "Authorities", cy: "Awdurdodau")
    case "sectors": BilingualText(en: "Sectors", cy: "Sectorau")
    case "parity": BilingualText(en: "Below a benchmark", cy: "Islaw meincnod")
    case "parity-authorities":
      BilingualText(en: "Below, by authority", cy: "Islaw, yn ôl awdurdod")
    case "winners": BilingualText(en: "Winners and losers", cy: "Enillwyr a chollwyr")
    case "gains": BilingualText(en: "Gains by group", cy: "Enillion yn ôl grŵp")
    case "protection": BilingualText(en: "Cost of protection", cy: "Cost diogelu")
    case "protection-authorities":
      BilingualText(en: "Protection, by authority", cy: "Diogelu, yn ôl awdurdod")
    case "equity": BilingualText(en: "Equity", cy: "Tegwch")
    default: furtherSheet(of: table) ?? staffingSheet(of: table)
    }
  }

  /// A column's label; nil for a column without words yet, such as one that is called as a rate is.
  ///
  /// The same name may mean one thing in one table and another in the next: `cost`, `line`.
  ///
  /// - Parameters:
  ///   - column: The column's name.
  ///   - table: The table's name, where it matters; nil for none.
  /// - Returns: The label.
  public static func label(of column: String, in table: String? = nil) -> BilingualText? {
    (table.flatMap { own(column, $0) }) ?? school(column) ?? money(column) ?? measure(column)
      ?? ofGroup(column) ?? point(column) ?? year(column) ?? twin(column)
  }

  /// What a column means in one table alone.
  private static func own(_ column: String, _ table: String) -> BilingualText? {
    if staffingSheet(of: table) != nil { return staffing(column) }
    switch table {
    case "twins": return twin(column)
    case "transition" where column == "status":
      return BilingualText(en: "Where it stands at the end", cy: "Y sefyllfa ar y diwedd")
    default: return nil
    }
  }

  /// Columns as a sentence lists them: `retained centrally; delegation rate, %`.
  static func list(_ columns: [String]) -> BilingualText {
    func words(_ language: Language) -> String {
      columns.map { column in
        let label = label(of: column)?[language] ?? column
        return label.prefix(1).lowercased() + label.dropFirst()
      }.joined(separator: "; ")
    }
    return BilingualText(en: words(.english), cy: words(.welsh))
  }

  private static func school(_ column: String) -> BilingualText? {
    switch column {
    case "school": BilingualText(en: "School number", cy: "Rhif yr ysgol")
    case "name": BilingualText(en: "School", cy: "Ysgol")
    case "authority": BilingualText(en: "Authority code", cy: "Cod yr awdurdod")
    case "authority_name": BilingualText(en: "Authority", cy: "Awdurdod")
    case "sector": Word.sector.text
    case "run": Word.run.text
    case "year": Word.year.text
    case "pupils": Word.heads.text
    case "fte":
      BilingualText(
        en: "Pupils, full-time equivalent", cy: "Disgyblion, cyfwerth ag amser llawn")
    case "formula": Word.formula.text
    case "status": BilingualText(en: "Status of the formula", cy: "Statws y fformiwla")
    case "modelled": BilingualText(en: "Modelled school", cy: "Ysgol a fodelwyd")
    case "kind": BilingualText(en: "Kind of line", cy: "Math o linell")
    case "factor": BilingualText(en: "Factor or adjustment", cy: "Ffactor neu addasiad")
    case "baseline": BilingualText(en: "Baseline", cy: "Llinell sylfaen")
    case "schools": Word.schools.text
    case "group": BilingualText(en: "Group of schools", cy: "Grŵp o ysgolion")
    case "estimated":
      BilingualText(
        en: "Columns of this row that are estimates", cy: "Colofnau'r rhes sy'n amcangyfrifon")
    case "hidden":
      BilingualText(
        en: "Columns of this row that are kept back", cy: "Colofnau'r rhes a gedwir yn ôl")
    default: nil
    }
  }

  private static func money(_ column: String) -> BilingualText? {
    switch column {
    case "share": Word.budgetShare.text
    case "per_pupil": BilingualText(en: "Share per pupil", cy: "Cyfran fesul disgybl")
    case "amount": BilingualText(en: "Amount", cy: "Swm")
    case "baseline_share":
      BilingualText(en: "Budget share, baseline", cy: "Cyfran o'r gyllideb, llinell sylfaen")
    case "run_share":
      BilingualText(en: "Budget share, this run", cy: "Cyfran o'r gyllideb, y rhediad hwn")
    case "change": Word.change.text
    case "change_per_pupil": BilingualText(en: "Change per pupil", cy: "Newid fesul disgybl")
    case "change_pct": BilingualText(en: "Change, %", cy: "Newid, %")
    case "isb":
      BilingualText(en: "Individual schools budget", cy: "Cyllideb ysgolion unigol")
    case "isb_per_pupil":
      BilingualText(
        en: "Individual schools budget per pupil", cy: "Cyllideb ysgolion unigol fesul disgybl")
    case "devolved": BilingualText(en: "Devolved", cy: "A ddatganolwyd")
    case "delegated": BilingualText(en: "Delegated", cy: "Dirprwyedig")
    case "delegated_per_pupil":
      BilingualText(en: "Delegated per pupil", cy: "Dirprwyedig fesul disgybl")
    case "retained": BilingualText(en: "Retained centrally", cy: "A gedwir yn ganolog")
    case "retained_per_pupil":
      BilingualText(
        en: "Retained centrally per pupil", cy: "A gedwir yn ganolog fesul disgybl")
    case "gross":
      BilingualText(en: "Gross expenditure on schools", cy: "Gwariant gros ar ysgolion")
    case "gross_per_pupil":
      BilingualText(
        en: "Gross expenditure on schools per pupil",
        cy: "Gwariant gros ar ysgolion fesul disgybl")
    case "delegation_rate": BilingualText(en: "Delegation rate, %", cy: "Cyfradd ddirprwyo, %")
    case "mandatory_buyback":
      BilingualText(en: "Mandatory buy-back", cy: "Pryniant yn ôl gorfodol")
    case "unallocated": BilingualText(en: "Not yet allocated", cy: "Heb ei ddyrannu eto")
    case "in_out": BilingualText(en: "In-and-out money", cy: "Arian i mewn ac allan")
    case "effective_delegated_per_pupil":
      BilingualText(
        en: "Effectively delegated per pupil", cy: "Dirprwyedig mewn gwirionedd fesul disgybl")
    case "effective_delegation_rate":
      BilingualText(
        en: "Effective delegation rate, %", cy: "Cyfradd ddirprwyo wirioneddol, %")
    case "pupil_led_pct":
      BilingualText(en: "Pupil-led share, %", cy: "Cyfran dan arweiniad disgyblion, %")
    default: nil
    }
  }

  private static func measure(_ column: String) -> BilingualText? {
    switch column {
    case "benchmark": BilingualText(en: "Benchmark per pupil", cy: "Meincnod fesul disgybl")
    case "below": BilingualText(en: "Schools below", cy: "Ysgolion islaw")
    case "below_pct": BilingualText(en: "Schools below, %", cy: "Ysgolion islaw, %")
    case "winners": Word.winners.text
    case "losers": Word.losers.text
    case "unchanged": Word.unchanged.text
    case "gain": Word.gain.text
    case "loss": Word.loss.text
    case "largest_gain": BilingualText(en: "Largest gain", cy: "Yr enillion mwyaf")
    case "largest_loss": BilingualText(en: "Largest loss", cy: "Y golled fwyaf")
    case "unit": BilingualText(en: "Unit", cy: "Uned")
    case "measure": BilingualText(en: "Measure", cy: "Mesur")
    case "convention": BilingualText(en: "Convention", cy: "Confensiwn")
    case "value": BilingualText(en: "Value", cy: "Gwerth")
    default: nil
    }
  }

  /// Columns of groups of schools: gains, parity, protection.
  private static func ofGroup(_ column: String) -> BilingualText? {
    switch column {
    case "by": BilingualText(en: "Grouped by", cy: "Grwpiwyd yn ôl")
    case "pupils_winning": ReportSentences.pupilsGaining
    case "pupils_losing": ReportSentences.pupilsLosing
    case "pupils_unchanged": ReportSentences.pupilsUnmoved
    case "largest_gain_school":
      BilingualText(en: "School that gains most", cy: "Yr ysgol sy'n ennill fwyaf")
    case "largest_loss_school":
      BilingualText(en: "School that loses most", cy: "Yr ysgol sy'n colli fwyaf")
    case "pupils_below":
      BilingualText(en: "Pupils of the schools below", cy: "Disgyblion yr ysgolion islaw")
    case "distance_per_pupil": ReportSentences.distance
    case "cost": ReportSentences.costOfParity
    case "line": Word.whichAdjustment.text
    case "without_baseline":
      BilingualText(en: "Schools without a baseline", cy: "Ysgolion heb linell sylfaen")
    default: nil
    }
  }
}
