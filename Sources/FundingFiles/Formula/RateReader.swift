import Diagnostics
import FundingModel

/// Reads one rate: its unit, what it goes by, its values, their years and where they come from.
struct RateReader {
  /// The fields there are.
  let fields: FieldCatalogue
  /// The keys of the formula's sources.
  let sources: [String]
  /// The formula's year.
  let year: FundingYear

  private static let valueKeys = ["value", "values", "from"]

  /// A rate; nil, with mistakes, where it can't be read.
  func rate(
    named name: YAMLScalar, _ node: YAMLNode, into mistakes: inout MistakeCollector
  ) -> Rate? {
    guard
      let reader = MappingReader(
        node, "the rate '\(name.text)'", required: ["unit", "source"],
        optional: [
          "by", "value", "values", "from", "otherwise", "interpolate", "uprate", "fitted",
          "bounds", "bounds_why", "title",
        ], owner: name.span, into: &mistakes)
    else { return nil }
    let unit = unit(reader, into: &mistakes)
    let keys = sourceKeys(reader, into: &mistakes)
    let isFitted = reader.flag("fitted", into: &mistakes)
    let uprate = reader.text("uprate", into: &mistakes)
    _ = reader.text("bounds_why", into: &mistakes)
    let title = reader["title"].map { _ in BilingualText(reader, "title", into: &mistakes) }
    let axes = self.axes(reader, into: &mistakes)
    guard let unit, let axes else { return nil }
    guard let tables = tables(reader, axes, unit, name: name, into: &mistakes) else { return nil }
    let bounds = reader["bounds"].flatMap {
      RateBoundsReader(unit: unit, tables: tables).bounds($0, into: &mistakes)
    }
    if !isFitted, let entry = reader.entry("bounds") {
      mistakes.add(.boundsWithoutFitted, at: entry.key.span)
    }
    return Rate(
      name: name.text, title: title, unit: unit, axes: axes, tables: tables,
      isDated: reader["from"] != nil, uprate: uprate?.text, isFitted: isFitted, bounds: bounds,
      sources: keys,
      place: name.span.place)
  }

  private func unit(_ reader: MappingReader, into mistakes: inout MistakeCollector) -> Unit? {
    guard let scalar = reader.text("unit", into: &mistakes) else { return nil }
    switch UnitText.unit(scalar.text) {
    case .success(let unit): return unit
    case .failure(let problem):
      mistakes.add(problem.mistake, at: scalar.span)
      return nil
    }
  }

  /// The keys of sources: one, or a list.
  func sourceKeys(
    _ reader: MappingReader, into mistakes: inout MistakeCollector
  ) -> [String] {
    guard let node = reader["source"] else { return [] }
    var keys: [String] = []
    let items: [YAMLNode] =
      if case .list(let list) = node { list.items } else { [node] }
    for item in items {
      guard let key = item.text("'source'", into: &mistakes) else { continue }
      if !sources.contains(key.text) {
        mistakes.add(.unknownSource(key.text, known: sources), at: key.span)
      }
      keys.append(key.text)
    }
    return keys
  }

  private func axes(_ reader: MappingReader, into mistakes: inout MistakeCollector) -> [RateAxis]? {
    var axes: [RateAxis]? = []
    if let by = reader["by"] { axes = RateAxisReader(fields: fields).axes(by, into: &mistakes) }
    guard reader.flag("interpolate", into: &mistakes), let read = axes else { return axes }
    let bands = read.filter { if case .bands = $0 { true } else { false } }
    guard bands.count == 1 else {
      mistakes.add(.interpolateWithoutBands, at: reader.entry("interpolate")?.key.span)
      return nil
    }
    return read.map { axis in
      guard case .bands(let name, let unit, _) = axis else { return axis }
      return .bands(of: name, unit: unit, interpolated: true)
    }
  }

  private func tables(
    _ reader: MappingReader, _ axes: [RateAxis], _ unit: Unit, name: YAMLScalar,
    into mistakes: inout MistakeCollector
  ) -> [DatedTable]? {
    let given = Self.valueKeys.filter { reader[$0] != nil }
    let what = "the rate '\(name.text)'"
    guard let key = given.first, given.count == 1, let node = reader[key] else {
      mistakes.add(.oneOfValues(what, given: given), at: name.span)
      return nil
    }
    let before = mistakes.count
    let table = RateTableReader(fields: fields, axes: axes, unit: unit)
    let otherwise = reader["otherwise"].flatMap {
      table.value($0, path: ["otherwise"], into: &mistakes)
    }
    var tables: [DatedTable] = []
    switch key {
    case "from":
      tables = dated(node, table, otherwise, what: what, into: &mistakes)
    default:
      guard fits(key, axes, at: reader.entry(key)?.key.span, what, into: &mistakes) else {
        return nil
      }
      tables = [
        DatedTable(from: year, cells: table.cells(node, into: &mistakes), otherwise: otherwise)
      ]
    }
    if axes.isEmpty, let entry = reader.entry("otherwise") {
      mistakes.add(.tableWithoutBy(what), at: entry.key.span)
    }
    return mistakes.count == before ? tables : nil
  }

  private func fits(
    _ key: String, _ axes: [RateAxis], at span: SourceSpan?, _ what: String,
    into mistakes: inout MistakeCollector
  ) -> Bool {
    if key == "values", axes.isEmpty {
      mistakes.add(.tableWithoutBy(what), at: span)
      return false
    }
    if key == "value", !axes.isEmpty {
      mistakes.add(.valueWithBy(what), at: span)
      return false
    }
    return true
  }

  /// Tables by year: each the values themselves, or with `value`, `values` and `otherwise`.
  private func dated(
    _ node: YAMLNode, _ table: RateTableReader, _ otherwise: RateCell?, what: String,
    into mistakes: inout MistakeCollector
  ) -> [DatedTable] {
    guard let mapping = node.table("'from'", into: &mistakes) else { return [] }
    if mapping.entries.isEmpty { mistakes.add(.emptyTable, at: mapping.span) }
    var tables: [DatedTable] = []
    for entry in mapping.entries {
      guard let year = FundingYear(entry.key.text) else {
        mistakes.add(.badYear(entry.key.text), at: entry.key.span)
        continue
      }
      guard !entry.value.isNothing else {
        mistakes.add(.noValue(of: "'\(entry.key.text)'"), at: entry.key.span)
        continue
      }
      var values = entry.value
      var rest = otherwise
      if case .mapping(let parts) = entry.value,
        parts["value"] != nil || parts["values"] != nil
      {
        guard
          let reader = MappingReader(
            entry.value, "the year", required: [], optional: ["value", "values", "otherwise"],
            into: &mistakes)
        else { continue }
        let given = ["value", "values"].filter { reader[$0] != nil }
        guard let key = given.first, given.count == 1, let node = reader[key] else {
          mistakes.add(.oneOfValues(what, given: given), at: entry.key.span)
          continue
        }
        guard fits(key, table.axes, at: reader.entry(key)?.key.span, what, into: &mistakes)
        else { continue }
        values = node
        if let own = reader["otherwise"] {
          rest = table.value(own, path: ["otherwise"], into: &mistakes)
        }
      } else if case .mapping = entry.value, table.axes.isEmpty {
        mistakes.add(.tableWithoutBy(what), at: entry.key.span)
        continue
      }
      tables.append(
        DatedTable(from: year, cells: table.cells(values, into: &mistakes), otherwise: rest))
    }
    return tables.sorted { $0.from < $1.from }
  }
}
