import FundingModel
import Testing

@testable import FundingFiles

/// Tails are a short cut: whatever they hold, the table must be what reading every field gives.
@Suite struct RowTailsTests {
  private func found(_ tails: borrowing RowTails, _ text: String) -> RowTails.Found {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: RowBlocks.padding)
    return unsafe bytes.withUnsafeBytes { buffer in
      let nothing = RowTails.Found(key: 0, length: 0, place: 0)
      guard let base = buffer.baseAddress else { return nothing }
      return unsafe tails.find(base)
    }
  }

  private func remember(_ tails: borrowing RowTails, _ text: String, key: UInt64) {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: RowBlocks.padding)
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe tails.remember(base, tails.find(base), key: key)
    }
  }

  @Test(arguments: 1...64)
  func `a tail of any length up to 64 bytes is known again by all its bytes`(length: Int) {
    let tails = RowTails()
    let tail = String(repeating: "x", count: length - 1) + "\n"
    #expect(found(tails, tail).key == 0 && found(tails, tail).length == length)
    remember(tails, tail, key: 7)
    #expect(found(tails, tail).key == 7)
    // What follows the line feed is another row and counts for nothing.
    #expect(found(tails, tail + "6602130,x\n").key == 7)
    #expect(found(tails, tail + "6602130,x\n").length == length)
    for place in 0..<(length - 1) {
      var other = Array(tail.utf8)
      other[place] = UInt8(ascii: "y")
      #expect(found(tails, String(decoding: other, as: UTF8.self)).key == 0)
    }
    #expect(found(tails, "x" + tail).key == 0 && found(tails, String(tail.dropFirst())).key == 0)
  }

  @Test func `a tail of more than 64 bytes, or without a line feed, is left to the fields`() {
    let tails = RowTails()
    #expect(found(tails, String(repeating: "x", count: 64) + "\n").length == 0)
    #expect(found(tails, "true,3").length == 0)
  }

  @Test func `newcomers take places and nothing is taken for another`() {
    let tails = RowTails()
    // More tails than there are places.
    for number in 1...80_000 { remember(tails, "\(number),a\n", key: UInt64(number)) }
    var known = 0
    for number in 1...80_000 {
      let key = found(tails, "\(number),a\n").key
      #expect(key == 0 || key == UInt64(number))
      if key != 0 { known += 1 }
    }
    #expect(known > 10_000 && known < 80_000)
  }

  @Test func `tails rest where rows are all different and are tried again`() {
    var use = TailUse()
    #expect(use.isWorthwhile)
    use.add(hits: 1, of: 100)
    use.endBlock()
    for _ in 0..<15 {
      #expect(!use.isWorthwhile)
      use.add(hits: 0, of: 100)
      use.endBlock()
    }
    #expect(use.isWorthwhile)
    use.add(hits: 60, of: 100)
    use.endBlock()
    #expect(use.isWorthwhile)
  }

  private func table(_ text: String, block: Int, threads: Int) throws -> PupilTable? {
    PupilReading(
      path: "data.csv", schools: try Example.schools(Example.threeSchools), taker: nil,
      fields: nil, threads: threads, blockSize: block
    ).outcome(of: .memory(Array(text.utf8))).table
  }

  @Test(arguments: [80, 400, 1 << 20], [1, 3])
  func `the same rows are counted alike with the school first and with it last`(
    block: Int, threads: Int
  ) throws {
    // Rows whose tails have quotes, commas, line breaks and both line ends; every fifth row is new.
    let wards = [
      "Tŷ", "\"a, b\"", "\"two\nlines\"", "", "\"the \"\"x\"\"\"", "a long name of a ward",
    ]
    var (first, last) = ("school,ward,points\n", "ward,points,school\n")
    for row in 0..<900 {
      let school = ["6602130", "6814000", "6602131"][row / 7 % 3]
      let rest = "\(wards[row % 6]),\(row % 5 == 0 ? row % 400 : 3)"
      let end = row % 4 == 0 ? "\r\n" : "\n"
      first += "\(school),\(rest)\(end)"
      last += "\(rest),\(school)\(end)"
    }
    let read = try #require(try table(first, block: block, threads: threads))
    let apart = try #require(try table(last, block: block, threads: threads))
    #expect(PupilContents(read) == PupilContents(apart))
    #expect(read.counts.reduce(0, +) == 900)
  }
}
