public import FundingModel

/// Writes pupils as files of counts.
public enum CountsFile {
  /// The text of a file of counts: `school`, the fields, `count`.
  ///
  /// Reading it back gives the same table, if the table is canonical. Rows are by school, then
  /// pupil; fields in the table's order.
  public static func text(_ pupils: PupilTable, of schools: SchoolTable) -> String {
    PupilRows.text(pupils, of: schools, isCounted: true)
  }
}

extension PupilsFile {
  /// The text of a file of pupils, a row each: `school` and the fields.
  ///
  /// Reading it back gives the same table, if the table is canonical.
  public static func text(_ pupils: PupilTable, of schools: SchoolTable) -> String {
    PupilRows.text(pupils, of: schools, isCounted: false)
  }
}

/// The rows that both kinds of file share.
private enum PupilRows {
  static func text(_ pupils: PupilTable, of schools: SchoolTable, isCounted: Bool) -> String {
    precondition(pupils.starts.count == schools.count + 1, "pupils must be of these schools")
    var writer = CSVWriter()
    writer.row(["school"] + pupils.columns.map(\.field.name) + (isCounted ? ["count"] : []))
    // Each distinct pupil's fields are put together once, however many rows it makes.
    let fields = (0..<pupils.distinctCount).map { pupil in
      pupils.columns.map { "," + CSVWriter.field($0[pupil]?.written ?? "") }.joined()
    }
    for row in 0..<schools.count {
      let school = SchoolNumber.text(schools.numbers[row])
      for entry in pupils.entries(ofSchool: row) {
        let line = school + fields[Int(pupils.pupils[entry])]
        if isCounted {
          writer.line(line + ",\(pupils.counts[entry])")
        } else {
          for _ in 0..<pupils.counts[entry] { writer.line(line) }
        }
      }
    }
    return writer.text
  }
}
