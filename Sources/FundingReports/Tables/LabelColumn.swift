/// Collects the cells of a column whose texts repeat.
struct LabelColumn {
  private var names: [String] = []
  private var codeOf: [String: Int] = [:]
  private var codes: [Int] = []

  /// The code of a text, new or known.
  mutating func code(of name: String) -> Int {
    if let code = codeOf[name] { return code }
    codeOf[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// Adds a cell by its code.
  mutating func append(code: Int) { codes.append(code) }

  /// Adds a cell.
  mutating func append(_ name: String) { codes.append(code(of: name)) }

  /// The cells so far.
  var cells: TableCells { .labels(names: names, codes: codes) }
}
