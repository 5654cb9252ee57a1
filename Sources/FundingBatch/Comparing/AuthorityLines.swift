import FundingModel

/// The authorities' planned spending beside the shares, by year.
struct AuthorityLines {
  /// What an authority, or Wales, keeps and passes on in a year, to all its schools or one sector's.
  struct Sums {
    /// By kind.
    var amounts: [AuthorityLine.Kind: Money] = [:]
    /// Kinds of money of which the lines leave the amount unknown.
    var unknown: Set<AuthorityLine.Kind> = []
    /// Kinds of money that no line names, so that they are taken as nought.
    var assumed: Set<AuthorityLine.Kind> = []
    /// The columns whose figure is an estimate, or rests on one.
    var estimated: Set<String> = []
  }
  private let lines: [AuthorityLine]

  /// Takes the lines as read.
  init(_ lines: [AuthorityLine]) { self.lines = lines }

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
      if meant.contains(where: { $0.status == .estimate }) {
        sums.estimated.formUnion(kind.columns)
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
      all.unknown.formUnion(one.unknown)
      all.assumed.formUnion(one.assumed)
      all.estimated.formUnion(one.estimated)
    }
    for kind in [AuthorityLine.Kind.mandatoryBuyback, .inOut]
    where all.amounts[kind] != nil && each.contains(where: { $0?.handsBack == false }) {
      all.assumed.insert(kind)
    }
    all.markAssumed()
    return all
  }
}

extension AuthorityLines.Sums {
  /// Whether a line names what schools must hand back.
  fileprivate var handsBack: Bool {
    amounts[.mandatoryBuyback] != nil || amounts[.inOut] != nil
  }

  /// A nought that is taken for granted is an estimate.
  fileprivate mutating func markAssumed() {
    for kind in assumed { estimated.formUnion(kind.columns) }
  }
}

extension AuthorityLine.Kind {
  /// The column that shows this money first, and the effective figures, which only buy-backs and
  /// in-and-out money make other than the delegated ones.
  var columns: [String] {
    let effective = ["effective_delegated_per_pupil", "effective_delegation_rate"]
    return switch self {
    case .retained: ["retained"]
    case .devolved: ["devolved"]
    case .mandatoryBuyback: ["mandatory_buyback"] + effective
    case .optionalBuyback: []
    case .inOut: ["in_out"] + effective
    case .unallocated: ["gross"]
    }
  }
}
