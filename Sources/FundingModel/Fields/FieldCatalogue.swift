/// The fields that a formula may use: the standard ones and the data's own columns.
public struct FieldCatalogue: Sendable {
  /// Pupil fields, in the order people list them.
  public private(set) var pupilFields: [Field]
  /// School fields, likewise.
  public private(set) var schoolFields: [Field]
  /// Whether the data's columns have been added, so that an open field's categories are known.
  public private(set) var knowsData: Bool

  /// The standard fields alone.
  public static let standard = FieldCatalogue(
    pupilFields: StandardFields.pupil, schoolFields: StandardFields.school, knowsData: false)

  private init(pupilFields: [Field], schoolFields: [Field], knowsData: Bool) {
    self.pupilFields = pupilFields
    self.schoolFields = schoolFields
    self.knowsData = knowsData
  }

  /// The field of a name.
  ///
  /// A pupil field hides a school field of the same name.
  public func field(named name: String) -> Field? {
    pupilFields.first { $0.name == name } ?? schoolFields.first { $0.name == name }
  }

  /// Every field, pupils' first.
  public var all: [Field] { pupilFields + schoolFields }

  /// These fields with the columns of some data: new columns are added, and open domains take the
  /// categories that occur.
  public func adding(columnsOf census: Census) -> FieldCatalogue {
    adding(
      fields: census.schools.columns.map(\.fieldAsFound) + census.pupils.columns.map(\.fieldAsFound)
    )
  }

  /// These fields with others.
  ///
  /// - Parameters:
  ///   - fields: The others; one of the same level and name is replaced unless it is standard and
  ///     closed.
  ///   - areAllTheData: Whether these are the columns of the data of a run, so that an open field's
  ///     categories are all there are.
  /// - Returns: All of them.
  public func adding(fields: [Field], areAllTheData: Bool = true) -> FieldCatalogue {
    var result = self
    for field in fields {
      switch field.level {
      case .pupil: Self.add(field, to: &result.pupilFields)
      case .school: Self.add(field, to: &result.schoolFields)
      }
    }
    result.knowsData = result.knowsData || areAllTheData
    return result
  }

  private static func add(_ field: Field, to fields: inout [Field]) {
    guard let index = fields.firstIndex(where: { $0.name == field.name }) else {
      fields.append(field)
      return
    }
    if case .category(let domain) = fields[index].kind, !domain.isClosed {
      fields[index] = Field(
        field.name, field.level, field.kind, meaning: fields[index].meaning)
    }
  }
}
