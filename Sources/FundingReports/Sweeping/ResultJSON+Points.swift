internal import Crypto
import FundingModel

extension ResultJSON {
  /// A sweep or draws: what was set, how far it came, and a fingerprint of its table.
  static func points(_ results: PointResults, seed: UInt64? = nil) -> JSON {
    let table = CSV.bytes(of: .points(of: results))
    return .members([
      "file": .text(results.tableName + ".csv"),
      "sha256": .text(SHA256.hex(of: table)),
      "asked": .whole(Int64(results.asked)),
      "done": .whole(Int64(results.figures.count)),
      "partial": .flag(results.isPartial),
      "checked": .whole(Int64(results.checked)),
      "each_by_itself": .optional(results.disagreement, disagreement),
      "rates": .array(results.paths.map { .text($0) }),
      "seed": .optional(seed) { .text(String($0)) },
      "drawn_again": .array(results.redrawn.map { .whole(Int64($0)) }),
      "totals": .array(
        UncertaintyRow.rows(of: results).filter { $0.group == .all }.map(uncertainty)),
    ])
  }

  private static func disagreement(_ found: PointDisagreement) -> JSON {
    .text(PointSentences.disagreement(found)[.english])
  }

  private static func uncertainty(_ row: UncertaintyRow) -> JSON {
    .members([
      "run": .text(row.run),
      "year": .text(row.year.description),
      "draws": .whole(Int64(row.draws)),
      "mean": .money(row.mean),
      "standard_deviation": .optional(row.deviation) { .money($0) },
      "standard_error": .optional(row.standardError) { .money($0) },
      "p5": .money(row.p5),
      "p50": .money(row.median),
      "p95": .money(row.p95),
    ])
  }
}
