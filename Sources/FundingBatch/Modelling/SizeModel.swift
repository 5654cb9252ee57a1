import FundingModel

/// The sizes of a sector's modelled schools, authority by authority.
///
/// - Invariant: each authority's sizes sum to its published pupils, exactly, and none is below 1.
///   How many schools fall into each published size band is met as closely as those totals allow.
struct SizeModel {
  /// The sizes of one authority's schools.
  struct Group: Hashable {
    /// Schools with a published budget.
    var funded: [Int]
    /// Schools without.
    var unfunded: [Int]
  }

  /// The sizes, one group for each of the facts'.
  private(set) var groups: [Group]

  private let bands: [SizeBand]

  /// Models the sizes of one sector's schools.
  ///
  /// Sizes are spread evenly within each national band, dealt to the authorities, and exchanged
  /// between them until each has about its pupils; the rest is made up pupil by pupil.
  init(_ facts: [SchoolGroupFacts], bands: [SizeBand], using random: inout SeededGenerator) {
    self.bands = bands
    groups = []
    var settled: [[Int]] = []
    for group in facts {
      // Schools without a budget whose pupils are known apart have just those; where they are
      // not known, such a school takes its pupils from the published total like any other.
      let unfunded = group.schools - group.schoolsWithBudget
      let apart = group.pupils - group.pupilsInThose
      let weights = (0..<unfunded).map { _ in 1 + random.below(8) }
      settled.append(
        unfunded > 0 && !group.hasSchoolsOfUnknownSize
          ? WholeParts.limited(
            apart - unfunded, by: weights, limits: weights.map { _ in apart }
          ).map { $0 + 1 } : [])
    }
    let open = zip(facts, settled).map { $0.schools - $1.count }
    var targets = zip(facts, settled).map { $0.pupils - $1.reduce(0, +) }
    var dealt = deal(open: open, targets: targets, settled: settled.flatMap { $0 }, using: &random)
    exchange(&dealt, targets: &targets, using: &random)
    for index in dealt.indices {
      makeUp(
        &dealt[index],
        target: facts[index].pupils
          - settled[index].reduce(0, +), using: &random)
    }
    for (index, group) in facts.enumerated() {
      let unfunded = group.schools - group.schoolsWithBudget - settled[index].count
      let sizes = dealt[index].sorted()
      groups.append(
        Group(
          funded: Array(sizes.dropFirst(unfunded)),
          unfunded: settled[index] + sizes.prefix(unfunded)))
    }
  }

  /// Deals national sizes to the authorities; one with a single school gets what it must have.
  private func deal(
    open: [Int], targets: [Int], settled: [Int], using random: inout SeededGenerator
  ) -> [[Int]] {
    let single = zip(open, targets).filter { $0.0 == 1 }.map(\.1)
    let wanted = open.reduce(0) { $0 + ($1 == 1 ? 0 : $1) }
    var sizes = nationalSizes(without: single + settled)
    if sizes.isEmpty {
      // No bands are published: every authority's schools are spread around its own mean.
      return zip(open, targets).map { spread(count: $0, sum: $1, from: 1, through: $1) }
    }
    random.shuffle(&sizes)
    while sizes.count > wanted { sizes.removeLast() }
    let smallest = bands.first.map { $0.schools > 0 ? $0.pupils / $0.schools : $0.from } ?? 1
    while sizes.count < wanted { sizes.append(max(1, smallest)) }
    random.shuffle(&sizes)
    var next = 0
    return zip(open, targets).map { count, target in
      if count == 1 { return [target] }
      defer { next += count }
      return Array(sizes[next..<next + count])
    }
  }

  private func nationalSizes(without settled: [Int]) -> [Int] {
    bands.flatMap { band -> [Int] in
      let taken = settled.filter(band.contains)
      let count = max(0, band.schools - taken.count)
      guard count > 0 else { return [] }
      let top = band.through ?? .max
      let sum = min(
        max(band.pupils - taken.reduce(0, +), count * max(1, band.from)),
        top == .max ? .max : count * top)
      return spread(count: count, sum: sum, from: max(1, band.from), through: top)
    }
  }

  /// Sizes evenly spread about their mean, within bounds, that sum to `sum`.
  private func spread(count: Int, sum: Int, from: Int, through: Int) -> [Int] {
    guard count > 1 else { return count == 1 ? [sum] : [] }
    let mean = sum / count
    let reach = max(0, min(mean - from, through - mean))
    var sizes = (0..<count).map { mean + reach * (2 * $0 + 1 - count) / count }
    var left = sum - sizes.reduce(0, +)
    var index = 0
    while left != 0 {
      let step = left > 0 ? 1 : -1
      let size = sizes[index % count] + step
      if size >= from, size <= through {
        sizes[index % count] = size
        left -= step
      }
      index += 1
    }
    return sizes
  }

  /// Exchanges schools between the authority furthest above its pupils and the one furthest
  /// below, as long as that brings both closer.
  private func exchange(
    _ groups: inout [[Int]], targets: inout [Int], using random: inout SeededGenerator
  ) {
    var over = zip(groups, targets).map { $0.reduce(0, +) - $1 }
    for _ in 0..<20_000 {
      guard let high = over.indices.max(by: { (over[$0], $1) < (over[$1], $0) }),
        let low = over.indices.min(by: { (over[$0], $0) < (over[$1], $1) }),
        over[high] > 0, over[low] < 0,
        let (from, to) = pair(
          groups[high], groups[low], within: min(over[high], -over[low]),
          using: &random)
      else { return }
      let larger = groups[high][from]
      let smaller = groups[low][to]
      groups[high][from] = smaller
      groups[low][to] = larger
      over[high] -= larger - smaller
      over[low] += larger - smaller
    }
  }

  /// A school of each, the first larger by no more than `limit`: at random if luck finds one soon,
  /// else the pair that comes closest to the limit.
  private func pair(
    _ larger: [Int], _ smaller: [Int], within limit: Int, using random: inout SeededGenerator
  ) -> (Int, Int)? {
    for _ in 0..<12 {
      let from = random.below(larger.count)
      let to = random.below(smaller.count)
      if (1...limit).contains(larger[from] - smaller[to]) { return (from, to) }
    }
    var best: (gain: Int, from: Int, to: Int)?
    for from in larger.indices {
      for to in smaller.indices where (1...limit).contains(larger[from] - smaller[to]) {
        let gain = larger[from] - smaller[to]
        if gain > best?.gain ?? 0 { best = (gain, from, to) }
      }
    }
    return best.map { ($0.from, $0.to) }
  }

  /// Adds or removes single pupils until the sizes sum to the target: within each school's band as
  /// long as any has room, then beyond.
  private func makeUp(_ sizes: inout [Int], target: Int, using random: inout SeededGenerator) {
    guard !sizes.isEmpty else { return }
    var left = target - sizes.reduce(0, +)
    var order = Array(sizes.indices)
    random.shuffle(&order)
    var staysInBand = true
    while left != 0 {
      let step = left > 0 ? 1 : -1
      var moved = false
      for index in order where left != 0 {
        let size = sizes[index] + step
        guard size >= 1, !staysInBand || band(of: size) == band(of: sizes[index]) else { continue }
        sizes[index] = size
        left -= step
        moved = true
      }
      if !moved {
        precondition(staysInBand, "an authority has at least one pupil a school")
        staysInBand = false
      }
    }
  }

  private func band(of size: Int) -> Int? { bands.firstIndex { $0.contains(size) } }
}

extension SchoolGroupFacts {
  /// Whether it has schools without a published budget whose pupils aren't published either, or not
  /// one for each.
  var hasSchoolsOfUnknownSize: Bool { pupils - pupilsInThose < schools - schoolsWithBudget }
}
