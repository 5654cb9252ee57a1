/// Some of the schools, picked by their fields.
public struct SchoolGroup: Hashable, Sendable {
  /// One field, and the values of it that are in the group.
  public struct Condition: Hashable, Sendable {
    /// The field.
    public let field: String
    /// Where it is named.
    public let place: Place
    /// The values as written, each with its place; never none.
    public let values: [Value]

    /// Makes a condition.
    public init(field: String, place: Place, values: [Value]) {
      self.field = field
      self.place = place
      self.values = values
    }
  }

  /// A value as written, and where.
  public struct Value: Hashable, Sendable {
    /// The value.
    public let text: String
    /// Where it is written.
    public let place: Place

    /// Makes a value.
    public init(text: String, place: Place) {
      self.text = text
      self.place = place
    }
  }

  /// The conditions, all of which a school of the group meets.
  public let conditions: [Condition]
  /// Where it is written.
  public let place: Place

  /// Makes a group.
  public init(conditions: [Condition], place: Place) {
    self.conditions = conditions
    self.place = place
  }

  /// The group as a person reads it: `sector = secondary, language = WM or EM`, the word for
  /// "or" left to the reader's language.
  public func words(or: String) -> String {
    conditions.map { condition in
      "\(condition.field) = \(condition.values.map(\.text).joined(separator: " \(or) "))"
    }.joined(separator: ", ")
  }
}
