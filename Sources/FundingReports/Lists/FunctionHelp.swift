import FundingModel

/// What each function of a formula does, in a line.
struct FunctionHelp: Sendable {
  /// Its name.
  let name: String
  /// How it is written.
  let form: String
  /// What it gives.
  let meaning: BilingualText

  private init(_ form: String, en: String, cy: String) {
    self.name = String(form.prefix { $0 != "(" })
    self.form = form
    self.meaning = BilingualText(en: en, cy: cy)
  }

  /// Every function, those of numbers first, then those over pupils, then over schools.
  static let all: [FunctionHelp] =
    NumberFunction.allCases.map(of) + [
      FunctionHelp(
        "if(condition, a, b)", en: "a where the condition holds, else b",
        cy: "a lle mae'r amod yn wir, fel arall b"),
      FunctionHelp(
        "pupils", en: "the school's pupils, full-time equivalent",
        cy: "disgyblion yr ysgol, cyfwerth ag amser llawn"),
      FunctionHelp(
        "pupils(condition)", en: "those of them for whom the condition holds",
        cy: "y rhai ohonynt y mae'r amod yn wir amdanynt"),
      FunctionHelp(
        "heads", en: "the school's pupils, each as one", cy: "disgyblion yr ysgol, pob un fel un"),
      FunctionHelp(
        "heads(condition)", en: "those of them for whom the condition holds",
        cy: "y rhai ohonynt y mae'r amod yn wir amdanynt"),
      FunctionHelp(
        "sum(x)", en: "x added over the school's pupils, each once",
        cy: "x wedi'i adio dros ddisgyblion yr ysgol, pob un unwaith"),
      FunctionHelp(
        "mean(x)", en: "that sum divided by heads", cy: "y swm hwnnw wedi'i rannu â nifer y pennau"),
      FunctionHelp(
        "authority(x)", en: "x added over the schools of the school's authority",
        cy: "x wedi'i adio dros ysgolion awdurdod yr ysgol"),
      FunctionHelp(
        "all(x)", en: "x added over all schools of the run",
        cy: "x wedi'i adio dros holl ysgolion y rhediad"),
    ]

  private static func of(_ function: NumberFunction) -> FunctionHelp {
    switch function {
    case .min:
      FunctionHelp("min(x, …)", en: "the least of its values", cy: "y lleiaf o'i werthoedd")
    case .max:
      FunctionHelp("max(x, …)", en: "the greatest of its values", cy: "y mwyaf o'i werthoedd")
    case .abs: FunctionHelp("abs(x)", en: "x without its sign", cy: "x heb ei arwydd")
    case .clamp:
      FunctionHelp(
        "clamp(x, low, high)", en: "x, but never below low nor above high",
        cy: "x, ond byth o dan low nac uwchlaw high")
    case .floor:
      FunctionHelp(
        "floor(x)", en: "the largest whole number not above x",
        cy: "y rhif cyfan mwyaf nad yw uwchlaw x")
    case .ceil:
      FunctionHelp(
        "ceil(x)", en: "the smallest whole number not below x",
        cy: "y rhif cyfan lleiaf nad yw o dan x")
    case .round:
      FunctionHelp(
        "round(x, step)", en: "the multiple of step nearest to x",
        cy: "y lluosrif o step sydd agosaf at x")
    case .taper:
      FunctionHelp(
        "taper(x, a, b)", en: "1 at a and beyond on its side, 0 at b and beyond, straight between",
        cy: "1 yn a a'r tu hwnt ar ei ochr ef, 0 yn b a'r tu hwnt, llinell syth rhyngddynt")
    case .share:
      FunctionHelp(
        "share(x, y)", en: "x divided by y; 0 where y is 0",
        cy: "x wedi'i rannu ag y; 0 lle mae y yn 0")
    }
  }
}
