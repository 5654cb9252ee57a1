public import FundingModel

extension SchoolsFile {
  /// The text of a schools file: number, name, authority's code, sector, pupils, budget, then the
  /// other fields; `modelled` last, where a model made them.
  ///
  /// Reading it back gives the same table, if its columns are in the order that reading gives.
  public static func text(_ schools: SchoolTable) -> String {
    let others = schools.columns.filter { !["authority", "sector"].contains($0.field.name) }
    var writer = CSVWriter()
    writer.row(
      ["school", "name", "authority", "sector", "pupils", "budget_per_pupil"]
        + others.map(\.field.name) + (schools.areModelled ? [modelledColumn] : []))
    for row in 0..<schools.count {
      let known = [
        SchoolNumber.text(schools.numbers[row]), schools.names[row],
        String(schools.authorities[row]), schools.sectors[row],
        schools.statedPupils[row].map(String.init) ?? "",
        schools.budgetPerPupil[row]?.description ?? "",
      ]
      writer.row(
        known + others.map { $0[row]?.written ?? "" } + (schools.areModelled ? ["true"] : []))
    }
    return writer.text
  }
}
