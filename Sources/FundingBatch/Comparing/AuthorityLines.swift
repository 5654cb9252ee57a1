import FundingModel

/// The authorities' planned spending beside the shares, by year.
struct AuthorityLines {
  /// What an authority, or Wales, keeps and passes on in a year, to all its schools or one sector's.
  struct Sums {
    /// By kind.
    var amounts: [AuthorityLine.Kind: Money] = [:]
    /// How each amount comes from lines.
    var origins: [AuthorityLine.Kind: BudgetRow.Origin] = [:]
    /// Kinds of money of which the lines leave the amount unknown.
    var unknown: Set<AuthorityLine.Kind> = []
    /// Kinds of money that no line names, so that they are taken as nought.
    var assumed: Set<AuthorityLine.Kind> = []
    /// The columns whose figure is an estimate, or rests on one.
    var estimated: Set<String> = []
  }
  private let lines: [AuthorityLine]
  /// Kinds of money that a run's changes moved.
  private let moved: Set<AuthorityLine.Kind>

  /// Takes the lines as read.
  init(_ lines: [AuthorityLine]) {
    self.lines = lines
    moved = []
  }

  /// Takes the lines as a run changes them.
  init(_ changed: ChangedLines) {
    lines = changed.lines
    moved = Set(changed.steps.map(\.kind))
  }

  /// One authority's lines in a year, or those of Wales as a whole; nil where there are none, or, for
  /// a sector, where none tells sectors apart.
  ///
  /// Every authority keeps something, so what it keeps is unknown where no line says it. Money of a
  /// kind that is given for all sectors together is unknown for each.
  func sums(authority: Int?, sector: String? = nil, year: FundingYear) -> Sums? {
    let own = lines.filter { $0.authority == authority && $0.year == year }
    guard sector == nil ? !own.isEmpty : own.contains(where: { $0.sector != nil }) else {
      return nil
    }
    var sums = Sums()
    for kind in AuthorityLine.Kind.allCases {
      let all = own.filter { $0.kind == kind }
      guard !all.isEmpty else {
        if kind == .retained { sums.unknown.insert(kind) }
        if kind == .devolved { sums.assumed.insert(kind) }
        continue
      }
      guard sector == nil || all.allSatisfy({ $0.sector != nil }) else {
        sums.unknown.insert(kind)
        continue
      }
      let meant = all.filter { sector == nil || $0.sector == sector }
      sums.amounts[kind] = meant.reduce(.zero) { $0 + $1.amount }
      sums.origins[kind] =
        moved.contains(kind) ? .changed : meant.count == 1 ? .oneLine : .severalLines
      if meant.contains(where: { $0.status == .estimate }) {
        sums.estimated.formUnion(kind.columns)
      }
    }
    // What schools hand back is of two kinds: where one is named, the other is taken as nought.
    if sums.handsBack {
      for kind in AuthorityLine.Kind.handedBack
      where sums.amounts[kind] == nil && !sums.unknown.contains(kind) {
        sums.assumed.insert(kind)
      }
    }
    sums.markAssumed()
    return sums
  }

  /// Whose lines are those of all the authorities together: the authorities' own, or Wales's (nil).
  ///
  /// Where one of them has none, the file's lines for Wales as a whole hold, but only beside all
  /// 22 authorities: beside some of them they would be another country's.
  func counted(ofAll authorities: [Int], year: FundingYear) -> [Int?]? {
    func has(_ authority: Int?) -> Bool {
      lines.contains { $0.authority == authority && $0.year == year }
    }
    if !authorities.isEmpty, authorities.allSatisfy({ has($0) }) { return authorities }
    return authorities.count == Authority.all.count && has(nil) ? [nil] : nil
  }

  /// The lines of all the authorities together, for all schools or one sector's; nil where they are
  /// not known.
  ///
  /// What one authority leaves unknown is unknown for all. Where some name what schools must hand
  /// back, the others are taken to have none.
  func sums(ofAll authorities: [Int], sector: String? = nil, year: FundingYear) -> Sums? {
    guard let counted = counted(ofAll: authorities, year: year) else { return nil }
    let each = counted.map { sums(authority: $0, sector: sector, year: year) }
    guard !each.contains(where: { $0 == nil }) else { return nil }
    var all = each.compactMap(\.self).reduce(into: Sums()) { all, one in
      for (kind, amount) in one.amounts { all.amounts[kind, default: .zero] += amount }
      all.origins.merge(one.origins) { one, other in
        one == .changed || other == .changed ? .changed : .severalLines
      }
      all.unknown.formUnion(one.unknown)
      all.assumed.formUnion(one.assumed)
      all.estimated.formUnion(one.estimated)
    }
    if all.handsBack {
      for kind in AuthorityLine.Kind.handedBack
      where !all.unknown.contains(kind) && each.contains(where: { $0?.amounts[kind] == nil }) {
        all.assumed.insert(kind)
      }
    }
    all.markAssumed()
    return all
  }
}

extension AuthorityLines.Sums {
  /// Whether a line names something that schools must hand back.
  fileprivate var handsBack: Bool {
    AuthorityLine.Kind.handedBack.contains { amounts[$0] != nil }
  }

  /// A nought that is taken for granted is an estimate.
  fileprivate mutating func markAssumed() {
    for kind in assumed { estimated.formUnion(kind.columns) }
  }
}

extension AuthorityLine.Kind {
  /// The column that shows this money, and the first figures that an estimate of it makes one: for
  /// buy-backs and in-and-out money the effective figures, which only they make other than the
  /// delegated ones.
  var columns: [String] {
    let effective = ["effective_delegated_per_pupil", "effective_delegation_rate"]
    let own = [column].compactMap(\.self)
    return switch self {
    case .retained, .devolved, .optionalBuyback: own
    case .mandatoryBuyback, .inOut: own + effective
    case .unallocated: own + ["gross"]
    }
  }
}
