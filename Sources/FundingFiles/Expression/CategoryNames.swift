import Diagnostics
import FundingModel

/// How files name the categories of a field.
struct CategoryNames {
  /// The field's name.
  let field: String
  /// Its categories.
  let domain: CategoryDomain

  /// The category that a text means; nil where the field has none such.
  ///
  /// An authority may be named by its code, its name in either language or its file's name. Where
  /// a field takes its categories from data not known yet, any text is accepted.
  func category(_ text: String, knowsData: Bool) -> String? {
    if domain.names.contains(text) { return text }
    if field == "authority", let authority = Authority.named(text) { return String(authority.code) }
    return domain.isClosed || knowsData ? nil : text
  }

  /// What to tell about a text that is no category: what there is, and what was probably meant.
  static func notes(
    for text: String, of field: String, among names: [String], has: String
  ) -> [String] {
    guard field != "authority" else {
      return Suggestion.notes(for: text, among: Authority.all.map(\.slug), has: has)
        + ["a code from 660 to 681 will do too"]
    }
    guard names.count > 6, names.contains(where: { Int($0) != nil }) else {
      return Suggestion.notes(for: text, among: names, has: has)
    }
    return ["\(has): \(collapsed(names).joined(separator: ", "))"]
  }

  /// Names with runs of whole numbers as one: N1, N2, R, 1 to 14.
  private static func collapsed(_ names: [String]) -> [String] {
    var parts: [String] = []
    var first: Int?
    for (index, name) in names.enumerated() {
      guard let number = Int(name) else {
        parts.append(name)
        continue
      }
      if first == nil { first = number }
      guard index + 1 == names.count || Int(names[index + 1]) != number + 1 else { continue }
      parts.append(first == number ? name : "\(first ?? number) to \(number)")
      first = nil
    }
    return parts
  }
}
