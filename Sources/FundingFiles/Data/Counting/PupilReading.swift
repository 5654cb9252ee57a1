internal import Diagnostics
internal import FundingModel
internal import Synchronization

/// Reads a file of pupils or counts in blocks, on several threads.
///
/// - Invariant: the table, the mistakes and the rows set aside are the same for any number of
///   threads and any size of block.
struct PupilReading {
  /// What became of it.
  struct Outcome {
    var table: PupilTable?
    var mistakes: [Diagnostic] = []
    var quarantined: [QuarantinedRow] = []
    var isCounted = false
    /// The lines that mistakes are in.
    var lines: [Int: String] = [:]
    var failure: WorldFailure?
  }

  let path: String
  let schools: SchoolTable
  let quarantines: Bool
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
      var header = try CSVReader(source: start, quarantine: quarantines)
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
    let enough = CSVReader.mistakesAtMost
    let mistakeCount = Mutex(0)
    @Sendable func isEnough(_ more: Int) -> Bool {
      mistakeCount.withLock { count in
        count += more
        return count >= enough
      }
    }
    // A mistake in a block stops the handing out of more, but what was handed out is finished: so
    // the first twenty mistakes of the file are among those found, whoever finds them.
    let counters = Threads.results(max(1, threads), threads: max(1, threads)) { worker in
      let counter = PupilRowCounter(
        columns: columns, header: header, schools: schools, quarantines: quarantines)
      var own = buffer
      if worker == 0, isEnough(counter.count(first, in: own, from: position)) { blocks.stop() }
      while let block = blocks.next(into: &own) {
        if isEnough(counter.count(block, in: own)) { blocks.stop() }
      }
      return Counted(counter: counter)
    }.map(\.counter)
    if let failure = blocks.failure { return Outcome(failure: failure) }
    var outcome = findings(of: counters, headerLine: headerLine)
    outcome.isCounted = columns.count != nil
    let parts = Threads.results(counters.count, threads: threads) {
      [counters = counters.map(Counted.init)] in
      CountedPupils(draining: counters[$0].counter)
    }
    let merge = PupilMerge(parts, coders: counters.map(\.coders), schoolCount: schools.count)
    if outcome.mistakes.count < enough {
      noteColumns(merge, counters, &outcome, header: header)
      if counters.allSatisfy({ $0.lineCounts.values.allSatisfy { $0 == 0 } }) {
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

  /// Every thread's findings, in the file's order and with the file's line numbers.
  private func findings(of counters: [PupilRowCounter], headerLine: Int) -> Outcome {
    var lineCounts: [Int: Int] = [:]
    for counter in counters { lineCounts.merge(counter.lineCounts) { first, _ in first } }
    var before: [Int: Int] = [:]
    var line = headerLine - 1
    for block in lineCounts.keys.sorted() {
      before[block] = line
      line += lineCounts[block] ?? 0
    }
    var outcome = Outcome()
    for findings in counters.flatMap(\.findings).sorted(by: { $0.block < $1.block }) {
      let lines = before[findings.block] ?? 0
      outcome.mistakes += findings.mistakes.map { $0.moved(down: lines) }
      outcome.quarantined += findings.quarantined.map { $0.moved(down: lines) }
      for (number, text) in findings.lines { outcome.lines[number + lines] = text }
    }
    for counter in counters {
      counter.commas = counter.commas.mapValues { comma in
        PupilRowCounter.Comma(
          block: comma.block, text: comma.text,
          span: comma.span.moved(down: before[comma.block] ?? 0))
      }
    }
    return outcome
  }

  /// Notes what is wrong with columns as a whole.
  private func noteColumns(
    _ merge: PupilMerge, _ counters: [PupilRowCounter], _ outcome: inout Outcome, header: CSVReader
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
      let commas = counters.compactMap { $0.commas[index] }
      if let first = commas.min(by: { $0.span < $1.span }),
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

extension QuarantinedRow {
  /// This row so many lines further down.
  func moved(down lines: Int) -> QuarantinedRow {
    QuarantinedRow(
      line: line + lines, bytes: bytes, mistakes: mistakes.map { $0.moved(down: lines) })
  }
}
