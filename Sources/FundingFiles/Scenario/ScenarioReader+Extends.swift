internal import Diagnostics

extension ScenarioReader {
  /// A scenario's tree with what it has from the scenarios that it extends.
  ///
  /// A key of the base holds where the scenario doesn't give it; runs are merged by name, those of
  /// the base first. Each part keeps its place, which names its file.
  ///
  /// - Throws: what is wrong with `extends` itself, and files that are no YAML.
  mutating func extended(_ root: YAMLNode, _ bases: ScenarioBases) throws(Mistakes) -> YAMLNode {
    guard case .mapping(let own) = root else { return root }
    var layers = [own]
    var chain = [mistakes.path]
    while let entry = layers.last?["extends"] {
      let base = try base(entry, chain, bases)
      chain.append(base.path)
      layers.append(base.mapping)
    }
    basePaths = Array(chain.dropFirst())
    return .mapping(merged(layers))
  }

  private mutating func base(
    _ entry: YAMLMapping.Entry, _ chain: [String], _ bases: ScenarioBases
  ) throws(Mistakes) -> (path: String, mapping: YAMLMapping) {
    if entry.value.isNothing {
      mistakes.add(.noValue(of: "'extends'"), at: entry.key.span)
      throw mistakes.mistakes
    }
    guard let name = entry.value.text("'extends'", into: &mistakes) else {
      throw mistakes.mistakes
    }
    let near = chain.last ?? mistakes.path
    let found: SourceFile?
    do throws(WorldFailure) {
      found = try bases.file(name.text, near: near)
    } catch {
      mistakes.report(.unreadableBase(error.message), at: name.span)
      throw mistakes.mistakes
    }
    guard let found else {
      mistakes.report(.unknownBase(name.text, known: bases.names(near: near)), at: name.span)
      throw mistakes.mistakes
    }
    if let first = chain.firstIndex(where: {
      RelativePath.absolute($0) == RelativePath.absolute(found.path)
    }) {
      mistakes.report(.extendsItself(Array(chain[first...])), at: name.span)
      throw mistakes.mistakes
    }
    let root: YAMLNode
    do throws(Mistakes) {
      root = try YAMLDocument(source: found).root
    } catch {
      for diagnostic in error.diagnostics { mistakes.add(diagnostic) }
      throw mistakes.mistakes
    }
    guard case .mapping(let mapping) = root.placed(in: found.path), mapping["scenario"] != nil
    else {
      mistakes.report(.baseIsNoScenario(found.path), at: name.span)
      throw mistakes.mistakes
    }
    if let version = mapping["cyllido"] {
      _ = version.value.text("'cyllido'", into: &mistakes).map { checkVersion($0) }
    } else {
      mistakes.add(.missingKey("cyllido", of: "the scenario"), at: mapping.span)
    }
    return (found.path, mapping)
  }

  /// Keys that say what a file is, and that none has from another.
  private static let ownKeys = ["cyllido", "scenario", "extends"]

  /// One tree of several, the nearest first.
  private mutating func merged(_ layers: [YAMLMapping]) -> YAMLMapping {
    let own = layers[0]
    var entries = own.entries.filter { $0.key.text != "runs" }
    for layer in layers.dropFirst() {
      for entry in layer.entries
      where entry.key.text != "runs" && !Self.ownKeys.contains(entry.key.text)
        && !entries.contains(where: { $0.key.text == entry.key.text })
      {
        entries.append(entry)
      }
    }
    if let runs = mergedRuns(layers.compactMap { $0["runs"] }) { entries.append(runs) }
    return YAMLMapping(entries: entries, span: own.span)
  }

  /// The runs of all layers: the furthest first, each name once, as the nearest has it.
  private mutating func mergedRuns(_ layers: [YAMLMapping.Entry]) -> YAMLMapping.Entry? {
    guard let nearest = layers.first else { return nil }
    var runs: [YAMLMapping.Entry] = []
    for layer in layers.reversed() {
      // What is no table of runs is left for the reader of runs to tell.
      guard case .mapping(let mapping) = layer.value else { return layer }
      for run in mapping.entries {
        guard let index = runs.firstIndex(where: { $0.key.text == run.key.text }) else {
          runs.append(run)
          continue
        }
        replacedRuns[run.key.text, default: []].insert(runs[index], at: 0)
        runs[index] = run
      }
    }
    guard case .mapping(let mapping) = nearest.value else { return nearest }
    return YAMLMapping.Entry(
      key: nearest.key,
      value: .mapping(YAMLMapping(entries: runs, span: mapping.span)))
  }

  /// The name of a formula as this scenario's file would write it.
  func formulaName(_ scalar: YAMLScalar) -> String {
    guard let base = scalar.span.path, RelativePath.isPath(scalar.text) else { return scalar.text }
    return RelativePath.rewritten(scalar.text, from: base, for: mistakes.path)
  }
}
