/// Whether a field describes a pupil or a school.
public enum FieldLevel: String, Hashable, Sendable {
  /// A column of the pupil file.
  case pupil
  /// A column of the school file.
  case school
}

/// The categories that a field's values may be.
public struct CategoryDomain: Hashable, Sendable {
  /// The categories' names, in order where they have one.
  public let names: [String]
  /// Whether ranges and `<` make sense: year groups, levels of need.
  public let isOrdered: Bool
  /// Whether these are all there can be; an open domain takes its categories from the data.
  public let isClosed: Bool

  /// Makes a domain.
  public init(_ names: [String], isOrdered: Bool = false, isClosed: Bool = true) {
    self.names = names
    self.isOrdered = isOrdered
    self.isClosed = isClosed
  }

  /// A domain that the data will fill.
  public static let open = CategoryDomain([], isClosed: false)
}

/// What a field's values are.
public enum FieldKind: Hashable, Sendable {
  /// One of some names.
  case category(CategoryDomain)
  /// A number of some unit.
  case number(Unit)
  /// Yes or no.
  case flag
}

/// One thing that is known about each pupil or each school, and that a formula may use.
public struct Field: Hashable, Sendable {
  /// The column's name in files and expressions.
  public let name: String
  /// What it describes.
  public let level: FieldLevel
  /// What its values are.
  public let kind: FieldKind
  /// What it means, for a person.
  public let meaning: BilingualText

  /// Makes a field.
  public init(_ name: String, _ level: FieldLevel, _ kind: FieldKind, meaning: BilingualText) {
    self.name = name
    self.level = level
    self.kind = kind
    self.meaning = meaning
  }
}

/// One value of a field.
public enum FieldValue: Hashable, Sendable {
  /// A category's name.
  case category(String)
  /// A number.
  case number(Rational)
  /// Yes or no.
  case flag(Bool)
}

extension FieldValue: CustomStringConvertible {
  /// As files write it.
  public var description: String {
    switch self {
    case .category(let name): name
    case .number(let number): number.description
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}
