import FundingModel

/// What a workbook's first sheet says.
enum WorkbookWords {
  static let question = BilingualText(en: "The question", cy: "Y cwestiwn")
  static let source = BilingualText(en: "Asked by", cy: "Gofynnwyd gan")
  static let madeBy = BilingualText(en: "Made by", cy: "Gwnaed gan")
  static let digest = BilingualText(en: "Digest of the results", cy: "Crynodeb digidol")
  static let runs = BilingualText(en: "Runs", cy: "Rhediadau")
  static let baseline = BilingualText(en: "Baseline", cy: "Llinell sylfaen")
  static let reading = BilingualText(en: "How to read it", cy: "Sut i'w ddarllen")
  static let sheets = BilingualText(en: "Sheets", cy: "Taflenni")

  /// A run's schools and money.
  static func total(schools: Int, total: Money) -> BilingualText {
    let (count, amount) = (Prose.whole(schools), Prose.pounds(total))
    return BilingualText(
      en: "Schools: \(count). Total: \(amount).", cy: "Ysgolion: \(count). Cyfanswm: \(amount).")
  }

  /// How the sheets of tables are to be read.
  static let howToRead = [
    BilingualText(
      en: "Each sheet is a table that is also written as a CSV file, with the same figures. Row 1 "
        + "says what a column is; row 2 has its name in the CSV file.",
      cy: "Tabl yw pob taflen, a'r un ffigurau sydd yn y ffeil CSV. Mae rhes 1 yn dweud beth yw "
        + "colofn; yn rhes 2 mae ei henw yn y ffeil CSV."),
    BilingualText(
      en: "Money is in pounds and pence, exact. Percentages are of a hundred. Figures per pupil "
        + "are per head.",
      cy: "Mewn punnoedd a cheiniogau y mae'r arian, yn union. Mae canrannau allan o gant. Fesul "
        + "pen y mae ffigurau fesul disgybl."),
    BilingualText(
      en: "In italics on yellow: an estimate, or a figure of a modelled school or of a fitted "
        + "formula.",
      cy: "Llythrennau italig ar felyn: amcangyfrif, neu ffigur ysgol a fodelwyd neu fformiwla "
        + "wedi'i ffitio."),
    BilingualText(
      en: "A blank cell: not known, or nothing to divide by. It does not mean nought.",
      cy: "Cell wag: anhysbys, neu ddim i rannu ag ef. Nid yw'n golygu sero."),
  ]

  /// What a sheet holds.
  static func rows(_ count: Int, of table: String, parts: Int) -> BilingualText {
    let rows = Prose.whole(count)
    guard parts > 1 else {
      return BilingualText(en: "\(table).csv: rows \(rows)", cy: "\(table).csv: rhesi \(rows)")
    }
    return BilingualText(
      en: "\(table).csv, part of it: rows \(rows). The table has more rows than a sheet can hold, "
        + "so it is on \(parts) sheets.",
      cy: "\(table).csv, rhan ohoni: rhesi \(rows). Mae gan y tabl fwy o resi nag a ddeil taflen, "
        + "felly mae ar \(parts) o daflenni.")
  }
}
