internal import Diagnostics
public import FundingModel

/// Which files schools and pupils were read from and what columns they have, for the words about a
/// column that a formula asks for in vain: the mistake is mostly in the data's header.
public struct DataColumns: Hashable, Sendable {
  /// One file.
  public struct File: Hashable, Sendable {
    /// The file, as the user named it.
    let path: String
    /// The names of its columns that formulae may use.
    let names: [String]

    /// Notes a file.
    ///
    /// - Parameters:
    ///   - path: The file, as the user named it.
    ///   - columns: Its columns that formulae may use.
    public init(_ path: String, _ columns: [Column]) {
      self.path = path
      names = columns.map(\.field.name)
    }
  }

  /// The file of schools; nil where they were modelled.
  public var schools: File?
  /// The file of pupils or counts; nil where they were modelled.
  public var pupils: File?

  /// Nothing read.
  public init() {}

  /// What to tell of a column that a formula asks for and the data does not have.
  func notes(missing name: String, of level: FieldLevel) -> [String] {
    let file: File? =
      switch level {
      case .pupil: pupils
      case .school: schools
      }
    guard let file else { return [] }
    return DataMistake.notes(missing: name, present: file.names, in: file.path)
  }
}
