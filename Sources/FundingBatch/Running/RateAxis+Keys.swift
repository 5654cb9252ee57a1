import FundingModel

/// Which of an axis's values a key of a path picks.
enum KeySelection: Hashable {
  /// These categories or labels.
  case categories(Set<String>)
  /// The range or number written so in the file.
  case written(String)
}

extension RateAxis {
  /// All categories that there can be, in order; nil where only the data or the file can tell.
  var allCategories: [String]? {
    guard case .field(let name) = self, let field = FieldCatalogue.standard.field(named: name)
    else { return nil }
    switch field.kind {
    case .flag: return ["true", "false"]
    case .category(let domain): return domain.isClosed ? domain.names : nil
    case .number: return nil
    }
  }

  /// What a key of a path picks on this axis.
  ///
  /// - Parameters:
  ///   - key: A category, a range of ordered categories, an authority's name or code, or a key as
  ///     the file writes it.
  ///   - cells: The rate's values.
  ///   - position: Which axis this is.
  ///   - rate: The rate's name, for the refusal.
  /// - Returns: The categories, or the key as written.
  /// - Throws: a refusal that lists the keys there are.
  func selection(of key: String, in cells: [RateCell], at position: Int, rate: String)
    throws(RefusedChange.Reason) -> KeySelection
  {
    let written = cells.filter { $0.path.indices.contains(position) && $0.path[position] == key }
    switch self {
    case .field, .labels:
      if let categories = categories(of: key, written: written, in: cells, at: position) {
        return .categories(categories)
      }
    case .bands, .numbers:
      if !written.isEmpty { return .written(key) }
      if let range = range(around: key, in: cells, at: position) {
        throw .insideRange(rate: rate, key: key, range: range)
      }
    }
    throw .unknownCategory(rate: rate, key: key, known: Self.keys(of: cells, at: position))
  }

  private func categories(
    of key: String, written: [RateCell], in cells: [RateCell], at position: Int
  ) -> Set<String>? {
    let known = allCategories ?? []
    if known.contains(key) { return [key] }
    if self == .field("authority"), let authority = Authority.named(key) {
      return [String(authority.code)]
    }
    var found = Set<String>()
    for cell in written { found.formUnion(cell.categories(at: position)) }
    let ends = key.split(separator: ".", omittingEmptySubsequences: false)
    if ends.count == 3, ends[1].isEmpty,
      let low = known.firstIndex(of: String(ends[0])),
      let high = known.firstIndex(of: String(ends[2])), low <= high
    {
      found.formUnion(known[low...high])
    }
    if found.isEmpty, cells.contains(where: { $0.categories(at: position).contains(key) }) {
      found = [key]
    }
    return found.isEmpty ? nil : found
  }

  /// The range, as written, that holds a number which is not itself a key.
  private func range(around key: String, in cells: [RateCell], at position: Int) -> String? {
    guard let number = Rational(decimal: key) else { return nil }
    return cells.first { cell in
      guard case .range(let low, let high) = cell.keys[position] else { return false }
      return low <= number && number <= (high ?? number)
    }?.path[position]
  }

  /// The keys as written on an axis, each once, in the file's order.
  static func keys(of cells: [RateCell], at position: Int) -> [String] {
    var seen = Set<String>()
    return cells.compactMap { cell in
      guard cell.path.indices.contains(position), seen.insert(cell.path[position]).inserted else {
        return nil
      }
      return cell.path[position]
    }
  }
}

extension RateCell {
  /// The categories that this value is for along an axis; none for a range of numbers.
  func categories(at position: Int) -> [String] {
    guard keys.indices.contains(position), case .categories(let names) = keys[position] else {
      return []
    }
    return names
  }
}
