import FundingModel

/// Finds the multiplier of some rates whose total is nearest a target.
///
/// A total is a step function of the multiplier: every school's amounts jump by a penny at places
/// of their own. So the search is over decimals of at most twelve places, each tried exactly; no
/// floating point decides anything.
///
/// - Invariant: no multiplier tried has a smaller residual than the one found.
struct MultiplierSearch {
  /// A multiplier that was tried.
  struct Trial: Hashable {
    /// The multiplier × 10¹².
    let units: Int128
    /// The pennies above the target; below it where negative.
    let residual: Int64
  }
  /// Why a search ends without a multiplier.
  enum DeadEnd: Hashable {
    /// Every trial gives the same total.
    case flat(Trial)
    /// At nought the total is still above the target.
    case aboveAtNought(Trial)
    /// At the least or the largest multiplier the total is still on the same side.
    case outOfReach(Trial)
  }
  /// What ends a search early.
  private enum Stop: Error {
    case deadEnd(DeadEnd)
    case failed(ScenarioFailure)
  }
  /// What a search finds.
  enum Finding: Hashable {
    /// The multiplier with the least residual, and then the fewest decimals.
    case found(Trial)
    /// There is none.
    case deadEnd(DeadEnd)
  }

  /// How many units make 1.
  static let one: Int128 = 1_000_000_000_000
  /// The largest multiplier tried.
  static let largest: Int128 = 10_000 * one
  /// The smallest multiplier tried where nought itself can't be.
  static let smallest: Int128 = one / 10_000

  /// Every trial, by multiplier.
  private(set) var trials: [Trial] = []
  /// 1 where a larger multiplier makes the total larger, −1 where smaller.
  private var direction: Int64 = 1
  /// The step between the multipliers that are tried, in units.
  private let finest: Int128
  private let residual: (Int128) throws(ScenarioFailure) -> Int64?

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - finest: The step between multipliers, in units of 10⁻¹²; a power of ten up to 10¹⁰.
  ///   - residual: The total less the target in pennies, for a multiplier × 10¹²; nil where the
  ///     formula can't be worked out with this multiplier though it can with another.
  init(finest: Int128 = 1, residual: @escaping (Int128) throws(ScenarioFailure) -> Int64?) {
    self.finest = finest
    self.residual = residual
  }

  /// The best multiplier, or why there is none.
  mutating func search() throws(ScenarioFailure) -> Finding {
    do throws(Stop) {
      try enclose()
      if let first = trials.first, trials.count == 1 { return .found(first) }
      try narrow()
      if let hit = try shortest(at: 0) { return .found(hit) }
      guard let nearest = trials.min(by: { Self.rank($0) < Self.rank($1) }) else {
        preconditionFailure("a search tries at least once")
      }
      return .found(try shortest(at: level(nearest)) ?? nearest)
    } catch {
      switch error {
      case .deadEnd(let end): return .deadEnd(end)
      case .failed(let failure): throw failure
      }
    }
  }

  /// Least residual first; of two alike the one below the target.
  private static func rank(_ trial: Trial) -> (UInt64, Int64, Int128) {
    (trial.residual.magnitude, trial.residual, trial.units)
  }

  /// The residual, turned so that it rises with the multiplier.
  private func level(_ trial: Trial) -> Int64 { direction * trial.residual }

  /// Tries the nearest multiplier of the grid, once.
  @discardableResult
  private mutating func attempt(_ wanted: Int128) throws(Stop) -> Trial? {
    let units = (wanted + finest / 2) / finest * finest
    let index = trials.firstIndex { $0.units >= units } ?? trials.count
    if index < trials.count, trials[index].units == units { return trials[index] }
    let found: Int64?
    do { found = try residual(units) } catch { throw .failed(error) }
    guard let found else { return nil }
    let trial = Trial(units: units, residual: found)
    trials.insert(trial, at: index)
    return trial
  }

  /// The trials on either side of a level, the lower multiplier first.
  private func ends(around wanted: Int64) -> (low: Trial?, high: Trial?) {
    let high = trials.first { level($0) > wanted }
    let low = trials.last { level($0) < wanted && $0.units < (high?.units ?? .max) }
    return (low, high)
  }

  /// Where a straight line through two trials comes to a level; the middle where it is flat.
  private func crossing(_ a: Trial, _ b: Trial, at wanted: Int64) -> Int128 {
    let rise = Int128(level(b) - level(a))
    guard rise != 0 else { return (a.units + b.units) / 2 }
    let (product, overflow) = Int128(wanted - level(a))
      .multipliedReportingOverflow(by: b.units - a.units)
    return overflow ? (a.units + b.units) / 2 : a.units + product / rise
  }

  /// Tries until totals on both sides of the target are known, or the target itself is met.
  private mutating func enclose() throws(Stop) {
    guard let first = try attempt(Self.one) else {
      preconditionFailure("the formula works with its own rates")
    }
    if first.residual == 0 { return }
    var other = first
    for percent in [101, 200, 50, 1_000] as [Int128] where other.residual == first.residual {
      other = try attempt(percent * Self.one / 100) ?? first
    }
    guard other.residual != first.residual else { throw .deadEnd(.flat(first)) }
    direction = (other.residual > first.residual) == (other.units > first.units) ? 1 : -1
    var pair = (first, other)
    var pennies: Int128 = 4
    while true {
      let (low, high) = ends(around: 0)
      guard low == nil || high == nil, let least = trials.first, let greatest = trials.last else {
        return
      }
      // A little beyond where the line meets the target, and further each time.
      let edge = low == nil ? least : greatest
      if edge.residual == 0, edge.units == 0 || edge.units >= Self.largest { return }
      let beyond = Int128(level(edge).magnitude) * 65 / 64 + pennies
      let rise = Int128((pair.0.residual - pair.1.residual).magnitude)
      let (product, overflow) = beyond.multipliedReportingOverflow(
        by: abs(pair.0.units - pair.1.units))
      let step = overflow ? Self.one : max(finest, product / rise)
      let next =
        low == nil
        ? try lower(than: edge, guess: edge.units - step)
        : try higher(than: edge, guess: edge.units + step)
      if (next.residual - edge.residual).magnitude > 1_000 { pair = (edge, next) }
      pennies *= 2
    }
  }

  /// Tries a smaller multiplier: the guess, or nought where the guess is below.
  private mutating func lower(than edge: Trial, guess: Int128) throws(Stop) -> Trial {
    if edge.units == 0 {
      throw .deadEnd(direction > 0 ? .aboveAtNought(edge) : .outOfReach(edge))
    }
    if let next = try attempt(max(0, guess)) { return next }
    // Nought can't be worked out (a divisor, say): come near it by halves.
    guard edge.units / 2 >= Self.smallest, let next = try attempt(edge.units / 2) else {
      throw .deadEnd(.outOfReach(edge))
    }
    return next
  }

  /// Tries a larger multiplier: the guess, at most ten times as large.
  private mutating func higher(than edge: Trial, guess: Int128) throws(Stop) -> Trial {
    guard edge.units < Self.largest else { throw .deadEnd(.outOfReach(edge)) }
    let furthest = min(Self.largest, max(edge.units, Self.one / 100) * 10)
    guard let next = try attempt(min(guess, furthest)) else { throw .deadEnd(.outOfReach(edge)) }
    return next
  }

  /// Draws the two sides together until a few pennies lie between them, as far as straight lines
  /// help.
  private mutating func narrow() throws(Stop) {
    for _ in 0..<8 {
      let (low, high) = ends(around: 0)
      let hit = trials.first { $0.residual == 0 }
      guard let a = low ?? hit, let b = high ?? hit, a.units < b.units else { return }
      let rise = level(b) - level(a)
      guard rise > 16, b.units - a.units > 1_000 * finest else { return }
      let middle = min(max(crossing(a, b, at: 0), a.units + 1), b.units - 1)
      guard let trial = try attempt(middle) else { return }
      // A little beyond the crossing, so that the far side comes near as well.
      let pennies = 4 + 2 * Int128(trial.residual.magnitude)
      let margin = max(1, pennies * (b.units - a.units) / Int128(rise))
      if level(trial) <= 0 { try attempt(min(middle + margin, b.units)) }
      if level(trial) >= 0 { try attempt(max(middle - margin, a.units)) }
      let now = ends(around: 0)
      guard let low = now.low, let high = now.high else { return }
      // No nearer: a jump of many pennies at one place.
      if level(high) - level(low) >= rise { return }
    }
  }

  /// The multiplier of the fewest decimals that gives a level, between its known neighbours.
  ///
  /// - Returns: nil where no multiplier gives it, or where one side isn't known.
  private mutating func shortest(at wanted: Int64) throws(Stop) -> Trial? {
    var byHalves = false
    while true {
      let (low, high) = ends(around: wanted)
      let hits = trials.filter { level($0) == wanted }
      guard let low, let high else {
        return hits.min { Self.zeros($0.units) > Self.zeros($1.units) }
      }
      let guess =
        byHalves ? (low.units + high.units) / 2 : crossing(low, high, at: wanted)
      byHalves.toggle()
      guard let (units, step) = Self.roundest(between: low.units, high.units, near: guess),
        step >= finest
      else { return hits.min { Self.zeros($0.units) > Self.zeros($1.units) } }
      if let hit = hits.first(where: { $0.units % step == 0 }) { return hit }
      guard let trial = try attempt(units) else { return hits.first }
      if level(trial) == wanted { return trial }
    }
  }

  /// The multiple of the largest power of ten strictly between two numbers that is nearest a third.
  static func roundest(
    between low: Int128, _ high: Int128, near guess: Int128
  ) -> (units: Int128, step: Int128)? {
    var step = largest
    while step >= 1 {
      let first = low / step + 1
      let last = (high - 1) / step
      if first <= last {
        let nearest = (guess + step / 2) / step
        return (min(max(nearest, first), last) * step, step)
      }
      step /= 10
    }
    return nil
  }

  /// How many zeros a number of units ends in.
  private static func zeros(_ units: Int128) -> Int {
    var count = 0
    var rest = units
    while rest != 0, rest % 10 == 0 { (count, rest) = (count + 1, rest / 10) }
    return units == 0 ? 40 : count
  }
}
