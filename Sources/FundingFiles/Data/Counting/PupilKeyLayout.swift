internal import FundingModel

/// How the codes of a pupil's fields lie in one number.
///
/// - Shape: each field has so many bits, in which its code + 1 stands; 0 is a blank. Where 64 bits
///   are too few, the number is instead that of the pupil in a dictionary, + 1.
struct PupilKeyLayout {
  /// For each field, where its bits begin.
  let shifts: [UInt64]
  /// For each field, how many bits it has.
  let bits: [UInt64]
  /// Whether all fields fit.
  let isPacked: Bool

  /// The most values that a number field (such as `fte`) may have; a blank is one more.
  static let numbersAtMost = (1 << 14) - 2

  init(coders: [PupilColumnCoder]) {
    bits = coders.map { Self.bits(of: $0.field) }
    var shift: UInt64 = 0
    var shifts: [UInt64] = []
    for width in bits {
      shifts.append(shift)
      shift += width
    }
    isPacked = shift <= 64
    self.shifts = shifts
  }

  /// What a code adds to a key; in a dictionary's row, the code + 1 itself.
  func part(of code: Int32, coder: Int) -> UInt64 {
    let part = UInt64(code + 1)
    return isPacked ? part << shifts[coder] : part
  }

  /// The codes that a packed key holds.
  func codes(of key: UInt64) -> [Int32] {
    zip(shifts, bits).map { Int32(truncatingIfNeeded: key >> $0 & (1 << $1 - 1)) - 1 }
  }

  /// Enough bits for every value there can be, and a blank.
  private static func bits(of field: Field?) -> UInt64 {
    let values =
      switch field?.kind {
      case nil: PupilColumnCoder.valuesAtMost
      case .flag: 2
      case .category(let domain):
        domain.isClosed ? domain.names.count : PupilColumnCoder.valuesAtMost
      case .number: field?.name == "wimd_decile" ? 10 : numbersAtMost
      }
    return UInt64(Int.bitWidth - values.leadingZeroBitCount)
  }
}

/// The distinct pupils among many, each a row of codes and a number.
struct PupilDictionary {
  /// How many codes a pupil has.
  let width: Int
  /// The distinct pupils' codes, one after the other.
  private(set) var codes: [Int32] = []
  /// How many distinct pupils.
  private(set) var count = 0
  private var slots = [Int32](repeating: -1, count: 1 << 10)

  init(width: Int) { self.width = width }

  /// The number of a pupil, from 0; a new one where it was not known.
  mutating func number(of row: [Int32]) -> Int32 {
    let mask = slots.count - 1
    var slot = Self.hash(row[...]) & mask
    while slots[slot] >= 0 {
      let start = Int(slots[slot]) * width
      var column = 0
      while column < width, codes[start + column] == row[column] { column += 1 }
      if column == width { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(count)
    slots[slot] = number
    codes += row
    count += 1
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The codes of a pupil.
  func row(_ number: Int) -> ArraySlice<Int32> { codes[(number * width)..<((number + 1) * width)] }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<count {
      var slot = Self.hash(row(number)) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  private static func hash(_ row: ArraySlice<Int32>) -> Int {
    var hash: UInt64 = 0
    for code in row {
      let product =
        ((hash << 5 | hash >> 59) ^ UInt64(UInt32(bitPattern: code))) &* 0x9E37_79B9_7F4A_7C15
      hash = product ^ product >> 29
    }
    return Int(truncatingIfNeeded: hash >> 20)
  }
}
