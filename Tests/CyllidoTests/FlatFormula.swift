/// A formula of £6,000 for each pupil and a scenario of it alone, for tests of what schools cost.
enum FlatFormula {
  /// Writes both beside the folder's `schools.csv` and `counts.csv`.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - each: What is paid for: `pupil` or `head`.
  ///   - run: What the run is called.
  ///   - year: The scenario's year.
  ///   - data: What follows the files of schools and pupils in the scenario's data.
  /// - Throws: what writing a file throws.
  static func write(
    to folder: TemporaryFolder, each: String, run: String = "flat", year: String = "2024-25",
    data: String = ""
  ) throws {
    try folder.write(
      "formulas/flat.yaml",
      """
      cyllido: 1
      formula: flat
      authority: any
      year: 2024-25
      title: {en: Flat, cy: Gwastad}
      status: illustrative
      sources: {hand: {title: By hand, publisher: Cyllido}}
      rates: {each: {unit: £/pupil, value: £6000, source: hand}}
      factors:
        basic:
          title: {en: Basic, cy: Sylfaenol}
          purpose: basic
          regulation: pupil_numbers
          structure: assumed
          each: \(each)
          amount: each

      """)
    try folder.write(
      "small.yaml",
      """
      cyllido: 1
      scenario: small
      title: {en: Small, cy: Bach}
      year: \(year)
      data: {schools: schools.csv, pupils: counts.csv\(data)}
      runs: {\(run): {formula: formulas/flat.yaml}}

      """)
  }
}
