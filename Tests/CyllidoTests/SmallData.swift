/// Three schools and a handful of pupils, small enough to work out by hand.
enum SmallData {
  static let schools = """
    school,name,authority,sector,pupils,language,months_open
    6721001,Ysgol Un,Bridgend,primary,5,WM,12
    6721002,School Two,672,primary,3,EM,6
    6724003,School Three,672,secondary,2,EM,12

    """

  static let pupils = """
    school,year_group,fsm,fte
    6721001,N2,false,0.5
    6721001,3,true,1
    6721001,3,false,1
    6721001,3,false,1
    6721001,6,true,1
    6721002,R,false,1
    6721002,R,true,1
    6721002,R,false,1
    6724003,7,true,1
    6724003,11,false,1

    """

  static let counts = """
    fsm,count,school,fte,year_group
    true,1,6724003,1,7
    false,1,6724003,1,11
    false,2,6721002,1,R
    true,1,6721002,1,R
    true,1,6721001,1,6
    false,2,6721001,1,3
    true,1,6721001,1,3
    false,1,6721001,0.5,N2

    """

  static let formula = """
    cyllido: 1
    formula: small
    authority: any
    year: 2024-25
    title: {en: Small, cy: Bach}
    status: illustrative
    sources: {hand: {title: By hand, publisher: Cyllido}}
    rates:
      basic: {unit: £/pupil, by: year_group, values: {N1..6: £1000.01, 7..11: £2000.02}, source: hand}
      meals: {unit: £/pupil, value: £333.33, source: hand}
      lump: {unit: £/school, by: sector, values: {primary: £5000, secondary: £9000}, source: hand}
      pot: {unit: £, value: £100, source: hand}
    factors:
      basic:
        title: {en: Basic, cy: Sylfaenol}
        purpose: basic
        regulation: pupil_numbers
        structure: assumed
        each: pupil
        amount: basic[year_group]
      meals:
        title: {en: Meals, cy: Prydau}
        purpose: deprivation
        regulation: other
        structure: assumed
        each: head
        where: fsm
        amount: meals
      lump:
        title: {en: Lump, cy: Cyfandaliad}
        purpose: fixed
        regulation: other
        structure: assumed
        each: school
        amount: lump[sector]
      pot:
        title: {en: Pot, cy: Pot}
        purpose: other
        regulation: other
        structure: assumed
        each: quantum
        quantum: pot
        shared_by: heads
        within: formula
    adjustments:
      - part_year: true

    """

  static let scenario = """
    cyllido: 1
    scenario: small
    title: {en: A small one, cy: Un bach}
    year: 2024-25
    data: {schools: schools.csv, pupils: pupils.csv}
    runs:
      first: {formula: formulas/small.yaml}
      second: {formula: formulas/small.yaml, set: {basic.7..11: +10%}, solve: {total: first, by: lump}}
    compare: {baseline: first, with: [second]}

    """

  /// Writes all of it into a folder.
  static func write(to folder: TemporaryFolder) throws {
    try folder.write("schools.csv", schools)
    try folder.write("pupils.csv", pupils)
    try folder.write("counts.csv", counts)
    try folder.write("formulas/small.yaml", formula)
    try folder.write("small.yaml", scenario)
  }
}
