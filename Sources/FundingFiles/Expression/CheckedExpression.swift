import Diagnostics
import FundingModel

/// An expression read and checked in one go.
enum CheckedExpression {
  /// What was found, and which names were used on the way.
  struct Result<Value> {
    /// The value; nil where there were mistakes.
    let value: Value?
    /// The rates and definitions that it names.
    let used: Set<String>
  }

  /// A number.
  static func amount(
    _ scalar: YAMLScalar, in scope: ExpressionScope, at level: ExpressionLevel,
    into mistakes: inout MistakeCollector
  ) -> Result<MeasuredAmount> {
    var checker = ExpressionChecker(scope: scope, scalar: scalar, mistakes: mistakes)
    let value = checker.syntax().flatMap { checker.amount($0, level) }
    mistakes = checker.mistakes
    return Result(value: value, used: checker.used)
  }

  /// Yes or no.
  static func condition(
    _ scalar: YAMLScalar, in scope: ExpressionScope, at level: ExpressionLevel,
    into mistakes: inout MistakeCollector
  ) -> Result<Condition> {
    var checker = ExpressionChecker(scope: scope, scalar: scalar, mistakes: mistakes)
    let value = checker.syntax().flatMap { checker.condition($0, level) }
    mistakes = checker.mistakes
    return Result(value: value, used: checker.used)
  }
}
