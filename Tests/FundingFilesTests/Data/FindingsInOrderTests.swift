import Diagnostics
import Testing

@testable import FundingFiles

@Suite struct FindingsInOrderTests {
  private func findings(_ block: Int, lines: Int, bad: [Int]) -> PupilRowCounter.Findings {
    var found = PupilRowCounter.Findings(block: block)
    found.lineCount = lines
    found.quarantined = bad.map { QuarantinedRow(line: $0, bytes: [], mistakes: []) }
    return found
  }

  @Test func `rows are handed on by line, as soon as all before them are known`() {
    let aside = RowsAside()
    let findings = FindingsInOrder(linesBefore: 1, taker: aside.take)
    #expect(!findings.settle(self.findings(2, lines: 5, bad: [5])))
    #expect(!findings.settle(self.findings(1, lines: 10, bad: [1, 10])))
    #expect(aside.all.isEmpty)
    #expect(!findings.settle(self.findings(0, lines: 3, bad: [2])))
    // One line before, then blocks of 3, 10 and 5 lines.
    #expect(aside.all.map(\.line) == [3, 5, 14, 19])
    #expect(!findings.settle(self.findings(3, lines: 1, bad: [1])))
    #expect(aside.all.map(\.line) == [3, 5, 14, 19, 20])
    #expect(findings.collected().setAside == 5 && findings.collected().lineCount == 19)
  }

  @Test func `rows that can't be written end the reading`() {
    struct Full: Error {}
    let findings = FindingsInOrder(linesBefore: 1) { _ in throw Full() }
    #expect(!findings.settle(self.findings(0, lines: 3, bad: [])))
    #expect(findings.settle(self.findings(1, lines: 3, bad: [1])))
    #expect(findings.collected().failure is Full)
  }
}
