/// What `generate` was asked and made: the file by which the program knows the folder as its own.
public struct GenerationRecord: Sendable {
  /// The program's version.
  public let version: String
  /// The seed.
  public let seed: UInt64
  /// The pupils made.
  public let pupils: Int64
  /// The schools that they are of.
  public let schools: Int
  /// The file of schools given; nil where they are modelled.
  public let schoolsFile: String?
  /// The files written beside this one.
  public let files: [String]

  /// Makes a record.
  public init(
    version: String, seed: UInt64, pupils: Int64, schools: Int, schoolsFile: String?,
    files: [String]
  ) {
    self.version = version
    self.seed = seed
    self.pupils = pupils
    self.schools = schools
    self.schoolsFile = schoolsFile
    self.files = files
  }

  /// The record as a file of the same name as that of a run.
  public func file() -> OutputFile {
    let json = JSON.members([
      RunRecord.marker: .whole(1),
      "version": .text(version),
      "command": .text("generate"),
      "seed": .text(String(seed)),
      "modelled": .flag(true),
      "schools_file": .optional(schoolsFile) { .text($0) },
      "schools": .whole(Int64(schools)),
      "pupils": .whole(pupils),
      "files": .array(files.map { .text($0) }),
    ])
    return OutputFile(name: RunRecord.fileName, bytes: Array(json.rendered().utf8))
  }
}
