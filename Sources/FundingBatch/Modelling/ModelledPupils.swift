public import FundingModel

/// Pupils that stand for those of real or modelled schools, with the totals that are published.
public enum ModelledPupils {
  /// Makes every school's pupils, counted.
  ///
  /// A school has exactly its stated pupils; one that states none has none here. A school's pupils
  /// depend on the seed, on its own row and on the facts, never on other schools of the table.
  /// - Parameters:
  ///   - schools: Real or modelled schools. A column `fsm_three_year_pct` or `fsm_pct` gives each
  ///     school's share eligible for free school meals; `school_type` its year groups; `language`
  ///     its share taught through Welsh.
  ///   - facts: The published figures.
  ///   - seed: Equal seeds give equal pupils, on any machine.
  ///   - threads: How many threads make them; they are the same for any number.
  /// - Returns: The pupils, and how each attribute that no school's own figure gives was estimated.
  public static func make(
    for schools: SchoolTable, facts: ModelledFacts, seed: UInt64, threads: Int = 1
  ) -> (table: PupilTable, estimates: [Estimate]) {
    let columns = SchoolColumns(schools)
    let pieces = max(1, threads) == 1 ? 1 : threads * 8
    let parts = ParallelWork.results(pieces, threads: threads) { piece in
      part(
        of: schools, (schools.count * piece / pieces)..<(schools.count * (piece + 1) / pieces),
        columns, facts: facts, seed: seed)
    }
    var counter = CodeCounter()
    var unstatedMeals = 0
    for part in parts {
      counter.append(part.counter)
      unstatedMeals += part.unstatedMeals
    }
    return (
      counter.table(facts: facts.national),
      PupilEstimates.list(
        schoolsWithoutMeals: unstatedMeals, facts: facts, areSchoolsModelled: schools.areModelled)
    )
  }

  /// The pupils of some schools, and how many of these state no share of free school meals.
  private static func part(
    of schools: SchoolTable, _ rows: Range<Int>, _ columns: SchoolColumns, facts: ModelledFacts,
    seed: UInt64
  ) -> (counter: CodeCounter, unstatedMeals: Int) {
    var shapes = PupilShapes(facts)
    var counter = CodeCounter()
    var unstatedMeals = 0
    for row in rows {
      if let heads = schools.statedPupils[row], heads > 0 {
        let shape = shapes.shape(
          authority: schools.authorities[row], sector: schools.sectors[row],
          schoolType: columns.schoolType(row))
        let stated = columns.freeMeals(row, heads: heads)
        if stated == nil { unstatedMeals += 1 }
        let model = PupilModel(
          school: schools.numbers[row], heads: heads,
          freeMeals: stated ?? shape.freeMealsIfUnstated.nearest(of: heads),
          taughtThroughWelsh: columns.taughtThroughWelsh(row, facts: facts.national),
          shape: shape, facts: facts.national, seed: seed)
        counter.add(model.pupils)
      }
      counter.endSchool()
    }
    return (counter, unstatedMeals)
  }
}

/// The columns of a school file that the pupils of a school follow.
struct SchoolColumns {
  private let meals: Column?
  private let types: Column?
  private let languages: Column?

  init(_ schools: SchoolTable) {
    meals = schools.column("fsm_three_year_pct") ?? schools.column("fsm_pct")
    types = schools.column("school_type")
    languages = schools.column("language")
  }

  /// The nearest whole number of pupils to the school's share; nil where it states none.
  func freeMeals(_ row: Int, heads: Int) -> Int? {
    guard case .number(let percent)? = meals?[row],
      let exact = try? percent.multiplied(by: Rational(heads)).divided(by: Rational(100)),
      !exact.isNegative
    else { return nil }
    return min(heads, Int(exact.rounded()))
  }

  func schoolType(_ row: Int) -> String? {
    guard case .category(let type)? = types?[row] else { return nil }
    return type
  }

  /// Nobody where the school has no language category.
  func taughtThroughWelsh(_ row: Int, facts: NationalFacts) -> Millionths {
    guard case .category(let language)? = languages?[row],
      let index = StandardFields.languages.names.firstIndex(of: language)
    else { return Millionths(0) }
    return facts.taughtThroughWelsh[index]
  }
}

/// Counts pupils alike, school by school.
struct CodeCounter {
  private var counts = [Int64](repeating: 0, count: PupilAttributes.count)
  /// One bit a code: whether the school at hand has it.
  private var here = [UInt64](repeating: 0, count: PupilAttributes.count / 64 + 1)
  private var codes: [Int32] = []
  private var heads: [Int64] = []
  private var starts = [0]

  mutating func add(_ pupils: [PupilAttributes.Code]) {
    for code in pupils {
      here[code >> 6] |= 1 << UInt64(code & 63)
      counts[code] += 1
    }
  }

  /// Adds the schools that another has counted.
  mutating func append(_ other: CodeCounter) {
    starts += other.starts.dropFirst().map { [base = codes.count] in base + $0 }
    codes += other.codes
    heads += other.heads
  }

  /// Moves the school's counts to the list, codes ascending.
  mutating func endSchool() {
    for word in here.indices where here[word] != 0 {
      while here[word] != 0 {
        let code = word << 6 + here[word].trailingZeroBitCount
        codes.append(Int32(code))
        heads.append(counts[code])
        counts[code] = 0
        here[word] &= here[word] - 1
      }
    }
    starts.append(codes.count)
  }

  /// The table, whose distinct pupils are the codes that occur, ascending.
  func table(facts: NationalFacts) -> PupilTable {
    var rows = [Int32](repeating: -1, count: PupilAttributes.count)
    for code in codes { rows[Int(code)] = 0 }
    var distinct: [PupilAttributes.Code] = []
    for code in rows.indices where rows[code] == 0 {
      rows[code] = Int32(distinct.count)
      distinct.append(code)
    }
    return PupilTable(
      columns: PupilAttributes.columns(of: distinct, facts: facts), starts: starts,
      pupils: codes.map { rows[Int($0)] }, counts: heads)
  }
}
