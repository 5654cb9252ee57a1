public import FundingModel

/// Every label that a report shows, in both languages; sentences are in `Sentences`.
///
/// - Source: terms as the Welsh Government's own publications use them.
public enum Word: String, CaseIterable, Sendable {
  // Who and what.
  case wales, schools, pupils, authority, sector, name, title, year, run, formula, formulae
  case status, heads, fullTimeEquivalent, total, perPupil, change, all
  // Sectors.
  case nursery, primary, middle, secondary, special
  // Money.
  case budgetShare, publishedBudget
  // Sections.
  case data, years, totals, perPupilByAuthority, winnersAndLosers, belowBenchmark
  case delegatedAndRetained, schoolsLeftOut, controlTotals, otherRuns
  // Adjustments.
  case protection, partOfYear, minimumPerPupil, floor, cap, extraMoney, whichAdjustment
  case givenOrTaken, grants
  // Comparing.
  case winners, losers, unchanged, gain, loss
  // Sweeps and draws.
  case sweep, leastTotal, mostTotal, leastLosers, mostLosers
  case uncertainRates, mean, standardError, percentile5, percentile50, percentile95
  // Status of a formula.
  case published, fitted, illustrative
  // Statements.
  case estimate, eachPupilFTE, eachHead, eachSchool, eachPlace, quantum, adjustment
  case allPupils, wholeSchool, workedOutFrom, yes, no
  // Fields.
  case yearGroup, freeSchoolMeals, freeSchoolMealsProtected, additionalNeeds, deprivationDecile
  case welshMedium, englishAdditional, lookedAfter
  // Lists.
  case factors, rates, ratesEstimated
  case category, number, flag, openCategories, anyAuthority
  case fieldsOfPupils, fieldsOfSchools, functions

  /// The label in one language.
  public subscript(language: Language) -> String { text[language] }

  /// The label in both languages.
  public var text: BilingualText {
    switch self {
    case .wales: BilingualText(en: "Wales", cy: "Cymru")
    case .schools: BilingualText(en: "Schools", cy: "Ysgolion")
    case .pupils: BilingualText(en: "Pupils", cy: "Disgyblion")
    case .authority: BilingualText(en: "Authority", cy: "Awdurdod")
    case .sector: BilingualText(en: "Sector", cy: "Sector")
    case .name: BilingualText(en: "Name", cy: "Enw")
    case .title: BilingualText(en: "Title", cy: "Teitl")
    case .years: BilingualText(en: "Years", cy: "Blynyddoedd")
    case .year: BilingualText(en: "Year", cy: "Blwyddyn")
    case .run: BilingualText(en: "Run", cy: "Rhediad")
    case .formula: BilingualText(en: "Formula", cy: "Fformiwla")
    case .formulae: BilingualText(en: "Formulae", cy: "Fformiwlâu")
    case .status: BilingualText(en: "Status", cy: "Statws")
    case .heads: BilingualText(en: "Pupils on roll", cy: "Disgyblion ar y gofrestr")
    case .fullTimeEquivalent:
      BilingualText(en: "Full-time equivalent", cy: "Cyfwerth ag amser llawn")
    case .total: BilingualText(en: "Total", cy: "Cyfanswm")
    case .perPupil: BilingualText(en: "Per pupil", cy: "Fesul disgybl")
    case .change: BilingualText(en: "Change", cy: "Newid")
    case .all: BilingualText(en: "All", cy: "Pob un")
    case .nursery: BilingualText(en: "Nursery", cy: "Meithrin")
    case .primary: BilingualText(en: "Primary", cy: "Cynradd")
    case .middle: BilingualText(en: "All-age (middle)", cy: "Pob oed (canol)")
    case .secondary: BilingualText(en: "Secondary", cy: "Uwchradd")
    case .special: BilingualText(en: "Special", cy: "Arbennig")
    case .budgetShare: BilingualText(en: "Budget share", cy: "Cyfran o'r gyllideb")
    case .publishedBudget: BilingualText(en: "Published budget", cy: "Cyllideb gyhoeddedig")
    case .data: BilingualText(en: "Data", cy: "Data")
    case .totals: BilingualText(en: "Totals", cy: "Cyfansymiau")
    case .perPupilByAuthority:
      BilingualText(
        en: "Individual schools budget per pupil, by authority",
        cy: "Cyllideb ysgolion unigol fesul disgybl, yn ôl awdurdod")
    case .winnersAndLosers: BilingualText(en: "Winners and losers", cy: "Enillwyr a chollwyr")
    case .belowBenchmark:
      BilingualText(en: "Schools below a benchmark", cy: "Ysgolion islaw meincnod")
    case .delegatedAndRetained:
      BilingualText(en: "Delegated and retained", cy: "Symiau a ddirprwyir ac a gedwir yn ganolog")
    case .schoolsLeftOut: BilingualText(en: "Schools left out", cy: "Ysgolion a hepgorwyd")
    case .controlTotals:
      BilingualText(en: "Control totals met", cy: "Cyfansymiau rheoli a fodlonwyd")
    case .otherRuns: BilingualText(en: "The same school in other runs", cy: "Rhediadau eraill")
    case .protection: BilingualText(en: "Adjustments", cy: "Addasiadau")
    case .partOfYear: BilingualText(en: "Part of the year", cy: "Rhan o'r flwyddyn")
    case .minimumPerPupil: BilingualText(en: "Minimum per pupil", cy: "Isafswm fesul disgybl")
    case .floor: BilingualText(en: "Floor", cy: "Llawr diogelu")
    case .cap: BilingualText(en: "Cap", cy: "Cap ar enillion")
    case .grants: BilingualText(en: "grants", cy: "grantiau")
    case .extraMoney: BilingualText(en: "Extra money", cy: "Arian ychwanegol")
    case .whichAdjustment: BilingualText(en: "Adjustment", cy: "Addasiad")
    case .givenOrTaken: BilingualText(en: "Given or taken", cy: "Rhoddir neu cymerir")
    case .winners: BilingualText(en: "Winners", cy: "Enillwyr")
    case .losers: BilingualText(en: "Losers", cy: "Collwyr")
    case .unchanged: BilingualText(en: "Unchanged", cy: "Heb newid")
    case .gain: BilingualText(en: "Gains", cy: "Enillion")
    case .loss: BilingualText(en: "Losses", cy: "Colledion")
    case .sweep: BilingualText(en: "Sweep of rates", cy: "Cyfres o gyfraddau")
    case .leastTotal: BilingualText(en: "Least total", cy: "Cyfanswm lleiaf")
    case .mostTotal: BilingualText(en: "Greatest total", cy: "Cyfanswm mwyaf")
    case .leastLosers: BilingualText(en: "Fewest losers", cy: "Lleiaf o gollwyr")
    case .mostLosers: BilingualText(en: "Most losers", cy: "Mwyaf o gollwyr")
    case .uncertainRates: BilingualText(en: "Uncertain rates", cy: "Cyfraddau ansicr")
    case .mean: BilingualText(en: "Mean", cy: "Cymedr")
    case .standardError: BilingualText(en: "Standard error", cy: "Cyfeiliornad safonol")
    case .percentile5: BilingualText(en: "5th percentile", cy: "5ed canradd")
    case .percentile50: BilingualText(en: "Median", cy: "Canolrif")
    case .percentile95: BilingualText(en: "95th percentile", cy: "95ain canradd")
    case .published: BilingualText(en: "published", cy: "cyhoeddedig")
    case .fitted: BilingualText(en: "fitted", cy: "wedi'i ffitio")
    case .illustrative: BilingualText(en: "illustrative", cy: "enghreifftiol")
    case .estimate: BilingualText(en: "estimate", cy: "amcangyfrif")
    case .eachPupilFTE:
      BilingualText(
        en: "per pupil, full-time equivalent", cy: "fesul disgybl, cyfwerth ag amser llawn")
    case .eachHead: BilingualText(en: "per pupil, heads", cy: "fesul disgybl, fesul pen")
    case .eachSchool: BilingualText(en: "per school", cy: "fesul ysgol")
    case .eachPlace: BilingualText(en: "per place", cy: "fesul lle")
    case .quantum: BilingualText(en: "part of a fixed sum", cy: "rhan o swm sefydlog")
    case .adjustment: BilingualText(en: "adjustment", cy: "addasiad")
    case .allPupils: BilingualText(en: "all pupils", cy: "pob disgybl")
    case .wholeSchool: BilingualText(en: "the school", cy: "yr ysgol")
    case .workedOutFrom: BilingualText(en: "from", cy: "o")
    case .yes: BilingualText(en: "yes", cy: "ie")
    case .no: BilingualText(en: "no", cy: "na")
    case .yearGroup: BilingualText(en: "year group", cy: "grŵp blwyddyn")
    case .freeSchoolMeals: BilingualText(en: "free school meals", cy: "prydau ysgol am ddim")
    case .freeSchoolMealsProtected:
      BilingualText(
        en: "free school meals, protected", cy: "prydau ysgol am ddim, wedi'i ddiogelu")
    case .additionalNeeds:
      BilingualText(en: "additional learning needs", cy: "anghenion dysgu ychwanegol")
    case .deprivationDecile: BilingualText(en: "deprivation decile", cy: "degradd amddifadedd")
    case .welshMedium: BilingualText(en: "taught through Welsh", cy: "drwy gyfrwng y Gymraeg")
    case .englishAdditional:
      BilingualText(en: "English as an additional language", cy: "Saesneg fel iaith ychwanegol")
    case .lookedAfter: BilingualText(en: "looked after", cy: "yn derbyn gofal")
    case .factors: BilingualText(en: "Factors", cy: "Ffactorau")
    case .rates: BilingualText(en: "Rates", cy: "Cyfraddau")
    case .ratesEstimated: BilingualText(en: "Estimated", cy: "Amcangyfrif")
    case .category: BilingualText(en: "category", cy: "categori")
    case .number: BilingualText(en: "number", cy: "rhif")
    case .flag: BilingualText(en: "true or false", cy: "true neu false")
    case .openCategories:
      BilingualText(en: "as found in the data", cy: "fel y'u ceir yn y data")
    case .anyAuthority: BilingualText(en: "any", cy: "unrhyw un")
    case .fieldsOfPupils: BilingualText(en: "Fields of pupils", cy: "Meysydd disgyblion")
    case .fieldsOfSchools: BilingualText(en: "Fields of schools", cy: "Meysydd ysgolion")
    case .functions: BilingualText(en: "Functions", cy: "Ffwythiannau")
    }
  }
}
