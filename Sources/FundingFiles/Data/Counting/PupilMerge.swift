internal import FundingModel

/// What all threads counted, put together as the one right table.
///
/// - Invariant: the table is the same for any number of threads and any sharing out of the rows.
struct PupilMerge {
  /// The fields as found, and the values of the codes, all threads' together.
  let fields: [(name: String, values: [FieldValue])]
  private let table: (Int) -> PupilTable

  /// The table.
  func table(threads: Int) -> PupilTable { table(threads) }

  init(_ parts: [CountedPupils], coders: [[PupilColumnCoder]], schoolCount: Int) {
    let first = coders[0]
    var values: [[FieldValue]] = []
    // For each thread and column, what each code is when all threads' values are together.
    var codeOf = coders.map { $0.map { _ in [Int32]() } }
    for column in first.indices {
      var together: [FieldValue] = []
      var known: [FieldValue: Int32] = [:]
      for thread in coders.indices {
        for value in coders[thread][column].values {
          let code = known[value] ?? Int32(together.count)
          if known[value] == nil {
            known[value] = code
            together.append(value)
          }
          codeOf[thread][column].append(code)
        }
      }
      values.append(together)
    }
    fields = zip(first, values).map { ($0.name, $1) }
    var dictionary = PupilDictionary(width: first.count)
    let numberOf = parts.enumerated().map { thread, part in
      (0..<part.distinctCount).map { pupil in
        dictionary.number(
          of: first.indices.map { column in
            let code = part.codes[pupil * part.width + column]
            return code < 0 ? -1 : codeOf[thread][column][Int(code)]
          })
      }
    }
    var isUsed = values.map { [Bool](repeating: false, count: $0.count) }
    for (position, code) in dictionary.codes.enumerated() where code >= 0 {
      isUsed[position % first.count][Int(code)] = true
    }
    let columns = first.indices.map {
      first[$0].finished(values: values[$0], isUsed: isUsed[$0])
    }
    let ranking = DistinctPupils(
      fields: columns.map(\.field), values: columns.map(\.values), codes: dictionary.codes,
      entries: PupilEntries()
    ).ranking(isUsed: [Bool](repeating: true, count: dictionary.count))
    let rankOf = numberOf.map { $0.map { ranking.rankOf[Int($0)] } }
    table = { threads in
      let ranges = Threads.parts(of: schoolCount, into: max(1, min(threads, schoolCount)))
      let sums = Threads.results(ranges.count, threads: threads) { part in
        Self.sums(of: ranges[part], parts, rankOf, distinctCount: ranking.count)
      }
      var starts = [0]
      for sum in sums {
        starts += sum.starts.map { [base = starts[starts.count - 1]] in base + $0 }
      }
      return PupilTable(
        columns: ranking.columns, starts: starts, pupils: sums.flatMap(\.pupils),
        counts: sums.flatMap(\.counts))
    }
  }

  /// The entries of some schools.
  private struct Sums: Sendable {
    /// Where each school's entries end.
    var starts: [Int] = []
    var pupils: [Int32] = []
    var counts: [Int64] = []
  }

  /// Adds up the threads' entries of some schools, each school's in the order of the pupils.
  private static func sums(
    of schools: Range<Int>, _ parts: [CountedPupils], _ rankOf: [[Int32]], distinctCount: Int
  ) -> Sums {
    var sums = Sums()
    var counts = [Int64](repeating: 0, count: distinctCount)
    // One bit a distinct pupil: whether the school at hand has it.
    var here = [UInt64](repeating: 0, count: distinctCount / 64 + 1)
    for school in schools {
      for (part, ranks) in zip(parts, rankOf) {
        for entry in part.starts[school]..<part.starts[school + 1] {
          let rank = Int(ranks[Int(part.pupils[entry])])
          counts[rank] += part.counts[entry]
          here[rank >> 6] |= 1 << UInt64(rank & 63)
        }
      }
      for word in here.indices where here[word] != 0 {
        while here[word] != 0 {
          let rank = word << 6 + here[word].trailingZeroBitCount
          sums.pupils.append(Int32(rank))
          sums.counts.append(counts[rank])
          counts[rank] = 0
          here[word] &= here[word] - 1
        }
      }
      sums.starts.append(sums.pupils.count)
    }
    return sums
  }
}
