import Diagnostics
import FundingModel

/// Reads a rate's values: one, or a table nested as deep as the rate has axes.
struct RateTableReader {
  /// The fields there are.
  let fields: FieldCatalogue
  /// The rate's axes.
  let axes: [RateAxis]
  /// The rate's unit.
  let unit: Unit

  /// One value; nil, with a mistake, where it can't be read.
  func value(
    _ node: YAMLNode, path: [String], keys: [RateKey] = [], into mistakes: inout MistakeCollector
  ) -> RateCell? {
    guard case .scalar(let scalar) = node else {
      mistakes.add(.tooDeep, at: node.span)
      return nil
    }
    guard !node.isNothing else {
      mistakes.add(.emptyTable, at: scalar.span)
      return nil
    }
    switch RateValue.number(scalar.text, unit: unit) {
    case .success(let value):
      return RateCell(keys: keys, value: value, path: path, place: scalar.span.place)
    case .failure(let problem):
      mistakes.add(problem.mistake, at: scalar.span)
      return nil
    }
  }

  /// A table's values, in the file's order.
  func cells(
    _ node: YAMLNode, path: [String] = [], keys: [RateKey] = [],
    into mistakes: inout MistakeCollector
  ) -> [RateCell] {
    guard keys.count < axes.count else {
      return value(node, path: path, keys: keys, into: &mistakes).map { [$0] } ?? []
    }
    let axis = axes[keys.count]
    guard case .mapping(let mapping) = node else {
      mistakes.add(.tooShallow(needed: axis.inWords), at: node.span)
      return []
    }
    if mapping.entries.isEmpty { mistakes.add(.emptyTable, at: mapping.span) }
    var reader = RateKeyReader(fields: fields, axis: axis)
    var cells: [RateCell] = []
    for entry in mapping.entries {
      if entry.key.text == "otherwise", !entry.key.isQuoted {
        mistakes.add(.otherwiseAmongValues, at: entry.key.span)
        continue
      }
      if entry.value.isNothing {
        mistakes.add(.noValue(of: "'\(entry.key.text)'"), at: entry.key.span)
        continue
      }
      guard let key = reader.key(entry.key, into: &mistakes) else { continue }
      cells += self.cells(
        entry.value, path: path + [entry.key.text], keys: keys + [key], into: &mistakes)
    }
    return cells
  }
}
