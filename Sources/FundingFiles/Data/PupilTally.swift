/// Counts pupils alike: a dictionary of distinct rows of codes, and how many of each a school has.
struct PupilTally {
  /// How many codes a pupil has.
  let width: Int
  /// The distinct pupils' codes, one after the other.
  private(set) var codes: [Int32] = []
  /// How many of which each school has.
  private(set) var entries = PupilEntries()

  private var pupilCount = 0
  private var pupilSlots = [Int32](repeating: -1, count: 1 << 10)

  init(width: Int) { self.width = width }

  /// Adds some pupils alike.
  mutating func add(_ row: [Int32], school: Int32, count: Int64) {
    entries.append(school: school, pupil: distinct(row), count: count)
  }

  private mutating func distinct(_ row: [Int32]) -> Int32 {
    let mask = pupilSlots.count - 1
    var slot = Self.hash(row[...]) & mask
    while pupilSlots[slot] >= 0 {
      let start = Int(pupilSlots[slot]) * width
      var column = 0
      while column < width, codes[start + column] == row[column] { column += 1 }
      if column == width { return pupilSlots[slot] }
      slot = (slot + 1) & mask
    }
    let pupil = Int32(pupilCount)
    pupilSlots[slot] = pupil
    codes += row
    pupilCount += 1
    if pupilCount * 2 > pupilSlots.count { growPupils() }
    return pupil
  }

  private mutating func growPupils() {
    pupilSlots = [Int32](repeating: -1, count: pupilSlots.count * 2)
    let mask = pupilSlots.count - 1
    for pupil in 0..<pupilCount {
      var slot = Self.hash(codes[(pupil * width)..<((pupil + 1) * width)]) & mask
      while pupilSlots[slot] >= 0 { slot = (slot + 1) & mask }
      pupilSlots[slot] = Int32(pupil)
    }
  }

  private static func hash(_ row: ArraySlice<Int32>) -> Int {
    var hash: UInt64 = 0
    for code in row { hash = mix(hash, UInt64(UInt32(bitPattern: code))) }
    return Int(truncatingIfNeeded: hash >> 20)
  }

  private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = ((hash << 5 | hash >> 59) ^ value) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }
}
