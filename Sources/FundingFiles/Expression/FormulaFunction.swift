public import FundingModel

/// A function that expressions may use, for lists and guides.
public struct FormulaFunction: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// How it is written: `clamp(x, low, high)`.
  public let usage: String
  /// What it comes to, for a person.
  public let meaning: BilingualText

  private init(_ usage: String, en: String, cy: String) {
    name = String(usage.prefix { $0.isLetter })
    self.usage = usage
    meaning = BilingualText(en: en, cy: cy)
  }

  /// Every function, in the order in which people list them.
  public static let all: [FormulaFunction] = [
    FormulaFunction("min(x, y)", en: "the least", cy: "y lleiaf"),
    FormulaFunction("max(x, y)", en: "the greatest", cy: "y mwyaf"),
    FormulaFunction("abs(x)", en: "x without its sign", cy: "x heb ei arwydd"),
    FormulaFunction(
      "clamp(x, low, high)", en: "x, but no lower than low and no higher than high",
      cy: "x, ond heb fod yn is na low nac yn uwch na high"),
    FormulaFunction(
      "floor(x)", en: "the largest whole number not above x",
      cy: "y rhif cyfan mwyaf nad yw'n fwy nag x"),
    FormulaFunction(
      "ceil(x)", en: "the smallest whole number not below x",
      cy: "y rhif cyfan lleiaf nad yw'n llai nag x"),
    FormulaFunction(
      "round(x, step)", en: "the nearest multiple of step", cy: "y lluosrif agosaf o step"),
    FormulaFunction(
      "taper(x, a, b)",
      en: "1 at a and beyond on its side, 0 at b and beyond, a straight line between",
      cy: "1 yn a a thu hwnt ar ei ochr ef, 0 yn b a thu hwnt, llinell syth rhyngddynt"),
    FormulaFunction("share(x, y)", en: "x ÷ y, 0 where y is 0", cy: "x ÷ y, 0 lle mae y yn 0"),
    FormulaFunction(
      "if(condition, x, y)", en: "x where the condition holds, else y",
      cy: "x lle mae'r amod yn wir, fel arall y"),
    FormulaFunction(
      "pupils or pupils(condition)",
      en: "the school's pupils, full-time equivalent, for whom the condition holds",
      cy: "disgyblion yr ysgol, cyfwerth ag amser llawn, y mae'r amod yn wir amdanynt"),
    FormulaFunction(
      "heads or heads(condition)", en: "the school's pupils, each as one",
      cy: "disgyblion yr ysgol, pob un yn un"),
    FormulaFunction(
      "sum(x)", en: "x added over the school's pupils, each once",
      cy: "x wedi'i adio dros ddisgyblion yr ysgol, pob un unwaith"),
    FormulaFunction(
      "mean(x)", en: "that sum ÷ the school's pupils", cy: "y swm hwnnw ÷ disgyblion yr ysgol"),
    FormulaFunction(
      "authority(x)", en: "x added over the schools of the authority",
      cy: "x wedi'i adio dros ysgolion yr awdurdod"),
    FormulaFunction(
      "all(x)", en: "x added over all schools of the run",
      cy: "x wedi'i adio dros bob ysgol yn y rhediad"),
  ]
}
