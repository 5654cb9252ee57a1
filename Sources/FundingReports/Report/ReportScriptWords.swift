import FundingModel

/// What the report's script says, in both languages; it is given to the page as JSON.
///
/// The Welsh puts figures after nouns and a colon, so that no mutation depends on a figure. In a text,
/// `{}` stands for a figure.
enum ReportScriptWords: String, CaseIterable {
  case noneFound, oneFound, found, firstFound, noSuchSchool, opened
  case line, amount, share, eachPupil, pupils, change, changeEachPupil, of
  case published, estimated, estimatedData, distance, againstPublished
  case absent, empty, notPublished, modelled, explain, linesElsewhere
  case kept, keptSchool, keptMeans

  /// The text in both languages.
  var text: BilingualText {
    switch self {
    case .noneFound:
      BilingualText(en: "No school is like that.", cy: "Nid oes ysgol fel hynny.")
    case .oneFound: BilingualText(en: "{} school found", cy: "Ysgolion: {}")
    case .found: BilingualText(en: "{} schools found", cy: "Ysgolion: {}")
    case .firstFound:
      BilingualText(
        en: "{} schools found, of which 24 are listed: type more",
        cy: "Ysgolion: {}; rhestrir 24 ohonynt: teipiwch ragor")
    case .noSuchSchool:
      BilingualText(
        en: "No school here has the number {}.", cy: "Nid oes ysgol yma â'r rhif {}.")
    case .opened: BilingualText(en: "Shown below: {}", cy: "Dangosir isod: {}")
    case .line: BilingualText(en: "Line", cy: "Llinell")
    case .amount: BilingualText(en: "Amount", cy: "Swm")
    case .share: Word.budgetShare.text
    case .eachPupil: Word.perPupil.text
    case .pupils: Word.pupils.text
    case .change: BilingualText(en: "Change against", cy: "Newid o gymharu â:")
    case .changeEachPupil: BilingualText(en: "Change per pupil", cy: "Newid fesul disgybl")
    case .of: BilingualText(en: "of", cy: "o")
    case .published: Word.publishedBudget.text
    case .estimated: ReportSentences.estimated
    case .estimatedData:
      BilingualText(
        en:
          "est.: an estimate, or it rests on one. What of the pupils is estimated is named at the foot "
          + "of this page.",
        cy:
          "amc.: amcangyfrif, neu ffigur sy'n dibynnu ar un. Enwir ar waelod y dudalen hon yr hyn a "
          + "amcangyfrifwyd am y disgyblion.")
    case .againstPublished:
      BilingualText(
        en: "Difference from the published budget",
        cy: "Gwahaniaeth oddi wrth y gyllideb gyhoeddedig")
    case .distance:
      BilingualText(
        en: "Estimate less published budget", cy: "Amcangyfrif llai'r gyllideb gyhoeddedig")
    case .absent:
      BilingualText(en: "not funded by this run", cy: "heb ei chyllido gan y rhediad hwn")
    case .empty:
      BilingualText(
        en: "not funded, since the data gives the school no pupils",
        cy: "heb ei chyllido, gan nad yw'r data'n rhoi disgyblion i'r ysgol")
    case .notPublished:
      BilingualText(
        en: "the data does not give it", cy: "nid yw'r data'n ei rhoi")
    case .modelled: Sentences.modelledSchool
    case .explain:
      BilingualText(
        en: "Every rate and driver behind each line:",
        cy: "Pob cyfradd a gyrrwr y tu ôl i bob llinell:")
    case .linesElsewhere:
      BilingualText(
        en: "Too many runs for this page: the lines are in factors.csv.",
        cy: "Gormod o rediadau i'r dudalen hon: mae'r llinellau yn factors.csv.")
    case .kept: DisclosureWords.keptBack
    case .keptSchool: DisclosureWords.school
    case .keptMeans: DisclosureWords.meaning
    }
  }

  /// All of them as JSON that may stand inside a script element: `{"line":["Line","Llinell"],…}`.
  static var json: String {
    let members = allCases.map { word in
      "\"\(word.rawValue)\":\(EmbeddedSchools.pair(word.text))"
    }
    return "{\(members.joined(separator: ","))}"
  }
}
