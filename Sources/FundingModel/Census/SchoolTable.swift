/// Every school of a run, in order of its number.
public struct SchoolTable: Sendable {
  /// The seven-digit numbers, ascending, each once.
  public let numbers: [Int]
  /// The schools' names.
  public let names: [String]
  /// The authorities' codes.
  public let authorities: [Int]
  /// The sectors, by name.
  public let sectors: [String]
  /// The pupils the school file states, in heads; nil where it states none.
  public let statedPupils: [Int?]
  /// The published budget per pupil; nil where there is none.
  public let budgetPerPupil: [Money?]
  /// The further fields, `sector` and `authority` among them, but not `roll` (which is the
  /// pupils' to tell).
  public let columns: [Column]
  /// Whether these schools are made by a model rather than real.
  public let areModelled: Bool

  /// Makes a table; all arrays have one element a school.
  public init(
    numbers: [Int], names: [String], authorities: [Int], sectors: [String],
    statedPupils: [Int?], budgetPerPupil: [Money?], columns: [Column], areModelled: Bool
  ) {
    precondition(zip(numbers, numbers.dropFirst()).allSatisfy(<), "schools must ascend by number")
    precondition(
      [names.count, authorities.count, sectors.count, statedPupils.count, budgetPerPupil.count]
        .allSatisfy { $0 == numbers.count }
        && columns.allSatisfy { $0.codes.count == numbers.count },
      "every column must have a row for each school")
    self.numbers = numbers
    self.names = names
    self.authorities = authorities
    self.sectors = sectors
    self.statedPupils = statedPupils
    self.budgetPerPupil = budgetPerPupil
    self.columns = columns
    self.areModelled = areModelled
  }

  /// How many schools.
  public var count: Int { numbers.count }

  /// The column of a field; nil where the data has none.
  public func column(_ name: String) -> Column? { columns.first { $0.field.name == name } }

  /// The row of a school's number; nil where there is none.
  public func row(of number: Int) -> Int? {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }

  /// The published budget of a school: budget per pupil × stated pupils; nil where either is
  /// missing.
  public func publishedBudget(_ row: Int) -> Money? {
    guard let each = budgetPerPupil[row], let pupils = statedPupils[row] else { return nil }
    return Money(pence: each.pence * Int64(pupils))
  }
}
