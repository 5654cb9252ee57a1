internal import Diagnostics
internal import FundingModel

/// Reads a file of pupils or counts in blocks, on several threads.
///
/// - Invariant: the table, the mistakes and the rows set aside are the same for any number of
///   threads and any size of block.
struct PupilReading {
  /// What became of it.
  struct Outcome {
    var table: PupilTable?
    var mistakes: [Diagnostic] = []
    /// How many rows were set aside.
    var setAside = 0
    var isCounted = false
    /// The lines that mistakes are in.
    var lines: [Int: String] = [:]
    /// What the system refused: to read on, or to write rows that were set aside.
    var failure: (any Error)?
  }

  let path: String
  let schools: SchoolTable
  /// Takes bad rows; nil where these are mistakes.
  let taker: QuarantinedRow.Taker?
  let fields: [String]?
  let threads: Int
  var blockSize = RowBlocks.usualSize
  var rowAtMost = RowBlocks.rowAtMost

  /// Reads all of it.
  func outcome(of source: RowBlocks.Source) -> Outcome {
    let blocks = RowBlocks(source, size: blockSize, rowAtMost: rowAtMost)
    var buffer: [UInt8] = []
    let first = blocks.next(into: &buffer)
    if let failure = blocks.failure { return Outcome(failure: failure) }
    let start = SourceFile(path: path, bytes: first.map { Array(buffer[..<$0.count]) } ?? [])
    do throws(Mistakes) {
      guard let first else { throw Mistakes([Diagnostic(.emptyFile, path: path, span: nil)]) }
      guard !first.isCut || RowEnds.next(in: buffer, 0..<first.count) != nil else {
        let place = SourceSpan(line: 1, column: 1)
        return Outcome(mistakes: [Diagnostic(.rowTooLong, path: path, span: place)])
      }
      var header = try CSVReader(source: start, quarantine: taker != nil)
      let columns = PupilColumns(&header, schools: schools, fields: fields)
      try header.checkHeader()
      return outcome(of: blocks, first, buffer, header: header, columns: columns)
    } catch {
      var lines: [Int: String] = [:]
      for case let line? in error.diagnostics.map(\.span?.line) { lines[line] = start.line(line) }
      return Outcome(mistakes: error.diagnostics, lines: lines)
    }
  }

  private func outcome(
    of blocks: RowBlocks, _ first: RowBlocks.Block, _ buffer: [UInt8], header: CSVReader,
    columns: PupilColumns
  ) -> Outcome {
    let (position, headerLine) = header.afterHeader
    let findings = FindingsInOrder(linesBefore: headerLine - 1, taker: taker)
    // A mistake in a block stops the handing out of more, but what was handed out is finished: so
    // the first twenty mistakes of the file are among those found, whoever finds them.
    let counters = Threads.results(max(1, threads), threads: max(1, threads)) { worker in
      let counter = PupilRowCounter(
        columns: columns, header: header, schools: schools, quarantines: taker != nil)
      var own = buffer
      if worker == 0, findings.settle(counter.count(first, in: own, from: position)) {
        blocks.stop()
      }
      while let block = blocks.next(into: &own) {
        if findings.settle(counter.count(block, in: own)) { blocks.stop() }
      }
      return Counted(counter: counter)
    }.map(\.counter)
    let found = findings.collected()
    if let failure = found.failure ?? blocks.failure { return Outcome(failure: failure) }
    var outcome = Outcome(
      mistakes: found.mistakes, setAside: found.setAside, isCounted: columns.count != nil,
      lines: found.lines)
    let parts = Threads.results(counters.count, threads: threads) {
      [counters = counters.map(Counted.init)] in
      CountedPupils(draining: counters[$0].counter)
    }
    let merge = PupilMerge(parts, coders: counters.map(\.coders), schoolCount: schools.count)
    if outcome.mistakes.count < CSVReader.mistakesAtMost {
      noteColumns(merge, counters, found.commas, &outcome, header: header)
      if found.lineCount == 0 {
        outcome.mistakes.append(Diagnostic(.headerOnly, path: path, span: nil))
      }
    }
    outcome.mistakes = Self.firstOnes(outcome.mistakes)
    if outcome.mistakes.isEmpty { outcome.table = merge.table(threads: threads) }
    return outcome
  }

  /// A counter, which one thread at a time uses: the one that made it, then the one that drains it.
  private struct Counted: @unchecked Sendable {
    let counter: PupilRowCounter
  }

  /// Notes what is wrong with columns as a whole.
  private func noteColumns(
    _ merge: PupilMerge, _ counters: [PupilRowCounter], _ commas: [Int: PupilRowCounter.Comma],
    _ outcome: inout Outcome, header: CSVReader
  ) {
    for (index, coder) in counters[0].coders.enumerated() {
      let values = merge.fields[index].values
      if let column = coder.column,
        values.count > coder.limit || counters.contains(where: { $0.overflowed.contains(index) })
      {
        let span = header.columnSpans[column]
        outcome.mistakes.append(
          Diagnostic(
            .tooManyValues(column: coder.name, limit: coder.limit), path: path, span: span))
        outcome.lines[span.line] = header.source.line(span.line)
      }
      if let first = commas[index],
        FurtherColumn.areNumbersWithCommas(values.map(\.description))
      {
        outcome.mistakes.append(
          Diagnostic(
            .thousandsCommas(column: coder.name, text: first.text), path: path, span: first.span))
      }
    }
  }

  /// The first mistakes by place; where there are enough of them, the last says that reading
  /// stopped.
  private static func firstOnes(_ mistakes: [Diagnostic]) -> [Diagnostic] {
    let ordered = CSVReader.inOrder(mistakes)
    let most = CSVReader.mistakesAtMost
    guard ordered.count >= most else { return ordered }
    let last = ordered[most - 1]
    return ordered.prefix(most - 1) + [
      last.notes.contains(DataMistake.stoppedNote) ? last : last.with(note: DataMistake.stoppedNote)
    ]
  }
}
