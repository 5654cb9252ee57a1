import FundingModel

extension Census {
  /// The rows of the schools that a run funds: those that have pupils.
  var fundedRows: [Int] {
    (0..<schools.count).filter { pupils.heads(ofSchool: $0) > 0 }
  }

  /// The heads of all schools that a run funds.
  var fundedHeads: Int64 { fundedRows.reduce(0) { $0 + pupils.heads(ofSchool: $1) } }

  /// This census with every school named that can't be funded, or that is funded but can't be
  /// compared with a published budget; by school, each reason once.
  ///
  /// Where no school at all has a published budget there is nothing to compare, and nobody is
  /// named for it.
  func namingLeftOut() -> Census {
    let hasBudgets = (0..<schools.count).contains { schools.publishedBudget($0) != nil }
    var notes = leftOut
    for row in 0..<schools.count {
      if pupils.heads(ofSchool: row) == 0 {
        notes.append(note(row, .noPupils))
      } else if hasBudgets, schools.publishedBudget(row) == nil {
        notes.append(note(row, .noBudget))
      }
    }
    var seen = Set<[String]>()
    let once = notes.filter { seen.insert([String($0.school), $0.reason.rawValue]).inserted }
    return Census(
      schools: schools, pupils: pupils,
      leftOut: once.sorted { ($0.school, $0.reason.order) < ($1.school, $1.reason.order) },
      estimates: estimates)
  }

  private func note(_ row: Int, _ reason: SchoolLeftOut.Reason) -> SchoolLeftOut {
    SchoolLeftOut(
      school: schools.numbers[row], name: schools.names[row],
      authority: schools.authorities[row], reason: reason)
  }

  /// The schools whose pupils are not as many as the school file states, by number.
  var pupilDifferences: [PupilDifference] {
    (0..<schools.count).compactMap { row in
      let found = pupils.heads(ofSchool: row)
      guard let stated = schools.statedPupils[row], Int64(stated) != found else { return nil }
      return PupilDifference(
        school: schools.numbers[row], name: schools.names[row], stated: Int64(stated),
        found: found)
    }
  }
}

extension SchoolLeftOut.Reason {
  /// The graver reason first.
  fileprivate var order: Int {
    switch self {
    case .noPupils: 0
    case .noBudget: 1
    }
  }
}
