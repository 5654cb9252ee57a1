/// What a floor or cap holds a school's share per pupil against.
///
/// - Units: pupils are heads, on both sides.
public struct Protection: Hashable, Sendable {
  /// Where a school's baseline comes from.
  public enum Baseline: Hashable, Sendable {
    /// Last year: the same run's own share and heads; in a scenario's first year the school
    /// file's `previous_share`, `previous_pupils` and, for each factor left out,
    /// `previous_<factor>`.
    case previous
    /// An earlier run of the same scenario.
    case run(String)
  }

  /// A factor that is taken out of the share and of the baseline before they are compared.
  public struct LeftOut: Hashable, Sendable {
    /// The factor's name.
    public let name: String
    /// Where it is written.
    public let place: Place

    /// Makes a reference.
    public init(name: String, place: Place) {
      self.name = name
      self.place = place
    }

    /// The column of the school file with last year's amount.
    public var column: String { "previous_\(name)" }
  }

  /// The change of the baseline per pupil that is let be: −0.015 for −1.5%.
  public let change: Amount
  /// What the share is held against.
  public let baseline: Baseline
  /// The earlier run that stands for last year in a scenario's first year, in place of the school
  /// file's columns; nil for none, and always for a baseline other than `previous`.
  public let first: String?
  /// Where that is written.
  public let place: Place
  /// The factors left out on both sides, each once.
  public let leavingOut: [LeftOut]

  /// Makes a protection.
  public init(
    change: Amount, baseline: Baseline, first: String? = nil, place: Place,
    leavingOut: [LeftOut] = []
  ) {
    precondition(first == nil || baseline == .previous, "only last year needs a first one")
    self.first = first
    self.change = change
    self.baseline = baseline
    self.place = place
    self.leavingOut = leavingOut
  }

  /// The column of the school file with last year's share.
  public static let shareColumn = "previous_share"
  /// The column of the school file with last year's pupils, in heads.
  public static let pupilsColumn = "previous_pupils"

  /// The earlier run of the same year that it needs; in a scenario's later years none for
  /// `previous`.
  ///
  /// - Parameter isFirstYear: Whether it is the scenario's first year.
  /// - Returns: The run's name; nil where it needs none.
  public func run(isFirstYear: Bool) -> String? {
    switch baseline {
    case .previous: isFirstYear ? first : nil
    case .run(let name): name
    }
  }

  /// The columns of the school file that it needs in a scenario's first year.
  public var columns: [String] {
    switch baseline {
    case .previous where first != nil: []
    case .previous: [Self.shareColumn, Self.pupilsColumn] + leavingOut.map(\.column)
    case .run: []
    }
  }
}

/// An adjustment that a scenario's run adds to its formulae, with the rate its numbers stand in.
public struct AddedAdjustment: Hashable, Sendable {
  /// The adjustment; its amounts look up rate 0.
  public let adjustment: Adjustment
  /// Its rate; nil where it has no numbers.
  public let rate: Rate?

  /// Makes an addition.
  public init(adjustment: Adjustment, rate: Rate?) {
    self.adjustment = adjustment
    self.rate = rate
  }
}

extension Formula {
  /// The same formula with more adjustments after its own.
  ///
  /// One whose name the formula already uses for something is called `floor_2`, `floor_3` and so
  /// on, and its rate with it.
  public func adding(_ added: [AddedAdjustment]) -> Formula {
    var rates = rates
    var adjustments = adjustments
    for addition in added {
      let own = addition.adjustment
      let taken =
        rates.map(\.name) + factors.map(\.name) + definitions.map(\.name)
        + adjustments.map(\.name)
      var name = own.name
      var count = 1
      while taken.contains(name) {
        count += 1
        name = "\(own.name)_\(count)"
      }
      adjustments.append(
        Adjustment(
          name: name, kind: own.kind.lookingUp(rate: rates.count), place: own.place,
          path: own.path))
      if let rate = addition.rate { rates.append(rate.named(name)) }
    }
    return with(rates: rates, adjustments: adjustments, rounding: rounding)
  }
}

extension Rate {
  fileprivate func named(_ name: String) -> Rate {
    Rate(
      name: name, title: title, unit: unit, axes: axes, tables: tables, isDated: isDated,
      uprate: uprate, isFitted: isFitted, bounds: bounds, sources: sources, place: place)
  }
}

extension Adjustment.Kind {
  fileprivate func lookingUp(rate: Int) -> Adjustment.Kind {
    func moved(_ amount: Amount) -> Amount {
      guard case .rate(let lookup) = amount else {
        preconditionFailure("an added adjustment's numbers stand in its rate")
      }
      return .rate(RateLookup(rate: rate, keys: lookup.keys, place: lookup.place))
    }
    func moved(_ protection: Protection) -> Protection {
      Protection(
        change: moved(protection.change), baseline: protection.baseline,
        first: protection.first, place: protection.place,
        leavingOut: protection.leavingOut)
    }
    switch self {
    case .partYear: return .partYear
    case .minimumPerPupil(let amount): return .minimumPerPupil(moved(amount))
    case .floor(let protection): return .floor(moved(protection))
    case .cap(let protection, let scale, let total):
      return .cap(moved(protection), scale: moved(scale), total: total)
    case .extra(let extra):
      return .extra(
        ExtraMoney(
          title: extra.title, total: moved(extra.total), run: extra.run, place: extra.place))
    }
  }
}
