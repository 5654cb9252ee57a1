/// Which data the command line names in place of a scenario's.
struct DataChoice {
  var schools: String?
  var pupils: String?
  var counts: String?
  var authorities: String?
  var allowsDifferences = false
  var quarantine: String?
  /// How many threads read pupils; nil for one a processor.
  var threads: Int?
}
