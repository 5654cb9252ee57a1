import Diagnostics
import FundingModel

/// Reads what a rate's values depend on: `by:`.
struct RateAxisReader {
  /// The fields there are.
  let fields: FieldCatalogue

  /// The axes; nil, with mistakes, where they can't be read.
  func axes(_ node: YAMLNode, into mistakes: inout MistakeCollector) -> [RateAxis]? {
    switch node {
    case .scalar, .mapping: return axis(node, into: &mistakes).map { [$0] }
    case .list(let list):
      var axes: [RateAxis] = []
      guard !list.items.isEmpty else {
        mistakes.add(.badAxis, at: list.span)
        return nil
      }
      for item in list.items {
        guard let axis = axis(item, into: &mistakes) else { continue }
        if axes.contains(where: { $0.inWords == axis.inWords }) {
          mistakes.add(.axisTwice(axis.inWords), at: item.span)
        }
        axes.append(axis)
      }
      return axes.count == list.items.count ? axes : nil
    }
  }

  private func axis(_ node: YAMLNode, into mistakes: inout MistakeCollector) -> RateAxis? {
    switch node {
    case .scalar(let scalar):
      if scalar.text == "label" { return .labels }
      guard let field = fields.field(named: scalar.text) else {
        mistakes.add(
          .unknownAxis(scalar.text, known: fields.all.map(\.name) + ["label"]), at: scalar.span)
        return nil
      }
      switch field.kind {
      case .category, .flag: return .field(field.name)
      case .number(let unit): return .numbers(of: field.name, unit: unit)
      }
    case .mapping(let mapping):
      guard let entry = mapping.entries.first, mapping.entries.count == 1,
        case .scalar(let form) = entry.value, form.text == "bands"
      else {
        mistakes.add(.badAxis, at: mapping.span)
        return nil
      }
      let name = entry.key.text
      if name == "pupils" || name == "heads" {
        return .bands(of: name, unit: .pupil, interpolated: false)
      }
      guard let field = fields.field(named: name) else {
        mistakes.add(
          .unknownAxis(name, known: fields.all.map(\.name) + ["pupils", "heads"]),
          at: entry.key.span)
        return nil
      }
      guard case .number(let unit) = field.kind else {
        mistakes.add(.bandsOfCategory(name), at: entry.key.span)
        return nil
      }
      return .bands(of: name, unit: unit, interpolated: false)
    case .list(let list):
      mistakes.add(.badAxis, at: list.span)
      return nil
    }
  }
}
