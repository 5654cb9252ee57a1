import FundingModel

extension ResultDifferences {
  /// The summary as JSON; schools in one result only are all named.
  public func json() -> JSON {
    .members([
      "a": Self.json(of: first),
      "b": Self.json(of: second),
      "equal": .flag(areEqual),
      "equal_digests": .flag(haveSameDigest),
      "not_compared": .members([
        "a": Self.json(runsLeftOut(of: first, \.first), yearsLeftOut(of: first)),
        "b": Self.json(runsLeftOut(of: second, \.second), yearsLeftOut(of: second)),
      ]),
      "runs": .array(
        groups.map { group in
          .members([
            "run": .text(group.run.name),
            "year": .text(group.year.description),
            "schools": .whole(Int64(group.schools.count)),
            "kept_back": .whole(Int64(group.keptBack.count)),
            "moved": .whole(Int64(group.moved)),
            "total_a": .money(group.firstTotal),
            "total_b": .money(group.secondTotal),
            "difference": .money(group.difference),
            "largest_gain": .optional(group.largestGain, Self.json(of:)),
            "largest_loss": .optional(group.largestLoss, Self.json(of:)),
            "only_a": Self.json(of: group.onlyFirst),
            "only_b": Self.json(of: group.onlySecond),
          ])
        }),
    ])
  }

  private static func json(of result: FinishedShares) -> JSON {
    .members([
      "folder": .text(result.path), "scenario": .text(result.scenario),
      "title": .bilingual(result.title), "digest": .text(result.digest),
    ])
  }

  private static func json(_ runs: [String], _ years: [FundingYear]) -> JSON {
    .members([
      "runs": .array(runs.map { .text($0) }),
      "years": .array(years.map { .text($0.description) }),
    ])
  }

  private static func json(of school: School) -> JSON {
    .members([
      "school": .whole(Int64(school.known.school)),
      "name": .text(school.known.name),
      "difference": .optional(school.difference) { .money($0) },
      "difference_per_pupil": .optional(school.differencePerPupil) { .money($0) },
      "difference_pct": .optional(school.differencePercent) { .percent($0) },
    ])
  }

  private static func json(of schools: [School]) -> JSON {
    .array(
      schools.map {
        .members([
          "school": .whole(Int64($0.known.school)), "name": .text($0.known.name),
          "share": .optional($0.known.share) { .money($0) },
        ])
      })
  }
}
