import Diagnostics
import FundingModel

/// The lines that only the command line says, in both languages.
///
/// The Welsh puts figures after nouns and a colon, so that no mutation depends on a figure.
enum ConsoleWords {
  /// Where outputs are; a colon and their place follow.
  static let written = BilingualText(en: "Written to", cy: "Ysgrifennwyd i")

  /// That a sweep was stopped.
  static let interrupted = BilingualText(
    en: "interrupted: the files named 'partial' hold only what was done",
    cy: "torrwyd ar draws: dim ond yr hyn a wnaed sydd yn y ffeiliau â 'partial' yn eu henwau")

  /// That a scenario of a batch failed, after why.
  static func notRun(_ path: String) -> BilingualText {
    BilingualText(
      en: "error: \(path): this scenario was not run",
      cy: "gwall: \(path): ni redwyd y senario hwn")
  }

  /// How many more mistakes there are than are shown.
  static func more(_ count: Int) -> BilingualText {
    BilingualText(en: [Diagnostic].more(count), cy: "… a rhagor: \(count)")
  }

  /// How many mistakes there are, in how many files.
  static func mistakes(_ count: Int, files: Int) -> BilingualText {
    BilingualText(
      en: [Diagnostic].total(count, files), cy: "gwallau: \(count); ffeiliau: \(files)")
  }

  /// A mistake in a line, and how many others there are.
  static func message(_ message: String, more: Int) -> BilingualText {
    BilingualText(en: "\(message) (and \(more) more)", cy: "\(message) (a rhagor: \(more))")
  }

  /// What an author or the world's messages say, which are in English.
  static func same(_ message: String) -> BilingualText {
    BilingualText(en: message, cy: message)
  }

  /// What `generate` made.
  static func generated(
    schools: Int, pupils: Int64, seed: UInt64, in folder: String
  ) -> BilingualText {
    BilingualText(
      en: "\(schools) school\(schools == 1 ? "" : "s"), "
        + "\(pupils) modelled pupil\(pupils == 1 ? "" : "s"), seed \(seed): \(folder)",
      cy: "ysgolion: \(schools); disgyblion a fodelwyd: \(pupils); hedyn: \(seed): \(folder)")
  }

  /// What `count` made.
  static func counted(_ pupils: Int64, rows: Int, in path: String) -> BilingualText {
    BilingualText(
      en: "\(pupils) pupil\(pupils == 1 ? "" : "s") in \(rows) row\(rows == 1 ? "" : "s"): \(path)",
      cy: "disgyblion: \(pupils); rhesi: \(rows): \(path)")
  }
}
