import Diagnostics
import Yams

/// A YAML file as a tree with places.
///
/// Only what a formula or a scenario needs is accepted: one document of keys, lists and texts. All
/// texts stay as written, so that `N1..N2`, `2024-25`, `£61,200` and `no` mean what the author sees.
struct YAMLDocument: Sendable {
  /// The file.
  let source: SourceFile
  /// The outermost value.
  let root: YAMLNode

  /// Reads a file.
  ///
  /// - Throws: every mistake of form: broken syntax (the first only), keys given twice, anchors,
  ///   tags, a second document, thousands commas inside `{ }`.
  init(source: SourceFile) throws(Mistakes) {
    var mistakes = MistakeCollector(path: source.path)
    try self.init(source: source, into: &mistakes)
    try mistakes.check()
  }

  /// Reads a file, and goes on after mistakes of form that leave a tree, so that the reader of the
  /// tree can tell its own in the same go.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - mistakes: Where the mistakes go that leave a tree: keys given twice and the like.
  /// - Throws: what leaves none: broken syntax, anchors and tags, or nothing written.
  init(source: SourceFile, into mistakes: inout MistakeCollector) throws(Mistakes) {
    let text = YAMLText(try source.text())
    text.checkCharacters(into: &mistakes)
    try mistakes.check()
    let composed: ComposedYAML?
    do throws(YAMLComposer.Failure) {
      composed = try YAMLComposer.compose(text)
    } catch {
      mistakes.add(error.mistake, at: error.span)
      throw mistakes.mistakes
    }
    guard let composed else {
      mistakes.add(.empty, at: nil)
      throw mistakes.mistakes
    }
    var builder = YAMLTreeBuilder(text: text, renamed: composed.renamed, mistakes: mistakes)
    let root = builder.node(composed.root)
    mistakes = builder.mistakes
    if builder.isWhole, root.isNothing { mistakes.add(.empty, at: nil) }
    guard builder.isWhole, !root.isNothing else { throw mistakes.mistakes }
    self.source = source
    self.root = root
  }
}
