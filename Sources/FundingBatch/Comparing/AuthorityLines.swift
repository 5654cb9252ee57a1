import FundingModel

/// The authorities' planned spending beside the shares, by year.
struct AuthorityLines {
  /// What an authority, or Wales, keeps and passes on in a year.
  struct Sums {
    /// By kind.
    var amounts: [AuthorityLine.Kind: Money] = [:]
    /// The columns whose figure is an estimate, or rests on one.
    var estimated: Set<String> = []
  }
  private let lines: [AuthorityLine]

  /// Takes the lines as read.
  init(_ lines: [AuthorityLine]) { self.lines = lines }

  /// One authority's lines in a year, or those of Wales as a whole; nil where there are none.
  func sums(authority: Int?, year: FundingYear) -> Sums? {
    let own = lines.filter { $0.authority == authority && $0.year == year }
    guard !own.isEmpty else { return nil }
    return own.reduce(into: Sums()) { sums, line in
      sums.amounts[line.kind, default: .zero] += line.amount
      if line.status == .estimate { sums.estimated.formUnion(line.kind.columns) }
    }
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

  /// The lines of all the authorities together; nil where they are not known.
  func sums(ofAll authorities: [Int], year: FundingYear) -> Sums? {
    counted(ofAll: authorities, year: year)?.reduce(into: Sums()) { all, authority in
      let one = sums(authority: authority, year: year)
      for kind in AuthorityLine.Kind.allCases {
        if let amount = one?.amounts[kind] { all.amounts[kind, default: .zero] += amount }
      }
      all.estimated.formUnion(one?.estimated ?? [])
    }
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
