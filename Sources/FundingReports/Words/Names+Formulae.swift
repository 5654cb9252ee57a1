import FundingModel

extension Names {
  /// A purpose's name.
  static func purpose(_ purpose: Purpose) -> BilingualText {
    switch purpose {
    case .basic: BilingualText(en: "Basic amounts", cy: "Symiau sylfaenol")
    case .deprivation: BilingualText(en: "Deprivation", cy: "Amddifadedd")
    case .aln:
      BilingualText(en: "Additional learning needs", cy: "Anghenion dysgu ychwanegol")
    case .welsh: BilingualText(en: "Teaching through Welsh", cy: "Addysgu drwy'r Gymraeg")
    case .language:
      BilingualText(en: "English as an additional language", cy: "Saesneg fel iaith ychwanegol")
    case .sparsity: BilingualText(en: "Sparsity", cy: "Teneurwydd poblogaeth")
    case .smallSchool: BilingualText(en: "Small schools", cy: "Ysgolion bach")
    case .fixed: BilingualText(en: "Fixed sums", cy: "Symiau sefydlog")
    case .premises: BilingualText(en: "Premises", cy: "Safleoedd ac adeiladau")
    case .staffing: BilingualText(en: "Staffing", cy: "Staffio")
    case .sixthForm: BilingualText(en: "Sixth forms", cy: "Chweched dosbarth")
    case .places: BilingualText(en: "Places", cy: "Lleoedd")
    case .grant: BilingualText(en: "Grants", cy: "Grantiau")
    case .other: BilingualText(en: "Other", cy: "Arall")
    }
  }

  /// A purpose's name where it heads a narrow column.
  static func shortPurpose(_ kind: PurposeAmounts.Kind) -> BilingualText {
    guard case .purpose(let purpose) = kind else { return Self.purpose(kind) }
    return switch purpose {
    case .basic: BilingualText(en: "Basic", cy: "Sylfaenol")
    case .aln: BilingualText(en: "ALN", cy: "ADY")
    case .welsh: BilingualText(en: "Welsh", cy: "Cymraeg")
    case .language: BilingualText(en: "EAL", cy: "SIY")
    case .premises: BilingualText(en: "Premises", cy: "Safleoedd")
    case .deprivation, .sparsity, .smallSchool, .fixed, .staffing, .sixthForm, .places, .grant,
      .other:
      Self.purpose(purpose)
    }
  }

  /// What a part of a share is called where lines are added up by purpose.
  static func purpose(_ kind: PurposeAmounts.Kind) -> BilingualText {
    switch kind {
    case .purpose(let purpose): Self.purpose(purpose)
    case .adjustments: BilingualText(en: "Adjustments", cy: "Addasiadau")
    }
  }

  /// Whose formula: the authority's name, or the formula's own where it is for any.
  static func owner(_ formula: Formula, _ language: Language) -> String {
    switch formula.reach {
    case .authority(let code): authority(code, language)
    case .any: formula.name
    }
  }

  /// The code of a formula's authority; `any` where it is for any.
  static func code(_ formula: Formula) -> String {
    switch formula.reach {
    case .authority(let code): String(code)
    case .any: "any"
    }
  }

  /// A reference school: `Primary, 210 pupils`.
  static func reference(_ school: ReferenceSchool, _ language: Language) -> String {
    let pupils = Prose.whole(school.pupils)
    return switch language {
    case .english: "\(sector(school.sector, .english)), \(pupils) pupils"
    case .welsh: "\(sector(school.sector, .welsh)), \(pupils) disgybl"
    }
  }
}
