internal import FundingModel

/// A database's way of speaking SQL, as far as counting pupils needs it.
public enum SQLDialect: String, CaseIterable, Sendable {
  /// DuckDB.
  case duckdb
  /// PostgreSQL.
  case postgres
  /// Spark SQL.
  case spark

  /// The type of texts without a limit.
  var text: String {
    switch self {
    case .duckdb: "VARCHAR"
    case .postgres: "TEXT"
    case .spark: "STRING"
    }
  }

  /// A name as the dialect quotes it, so that no word of SQL is in the way.
  func quoted(_ name: String) -> String {
    switch self {
    case .duckdb, .postgres: "\"" + name.replacing("\"", with: "\"\"") + "\""
    case .spark: "`" + name.replacing("`", with: "``") + "`"
    }
  }

  /// A table as it is named in `FROM`: parts between points are quoted one by one.
  func table(_ name: String) -> String {
    name.split(separator: ".", omittingEmptySubsequences: false).map { quoted(String($0)) }
      .joined(separator: ".")
  }
}

/// The query that counts pupils alike inside a database, as `cyllido count` does outside.
///
/// - Invariant: the result's rows, written as CSV, are a file of counts that reads as the same
///   table as the file of pupils does. Values are written as they are found; only flags are
///   brought to `true` and `false`, and a missing `fte` to 1.
public struct CountsQuery: Hashable, Sendable {
  /// The dialect.
  public let dialect: SQLDialect
  /// The table that holds a row for each pupil.
  public let table: String
  /// The fields to tell pupils apart by; `fte` is added where it is missing.
  public let fields: [String]
  /// Whether the table has a column `fte`; without one a pupil is 1.
  public let hasFTE: Bool

  /// The fields of a pupil file that everybody has, but `fte`, in their order.
  public static let standardFields = StandardFields.pupil.map(\.name).filter { $0 != "fte" }

  /// Makes a query.
  public init(dialect: SQLDialect, table: String, fields: [String]) {
    self.dialect = dialect
    self.table = table
    hasFTE = fields.contains("fte")
    self.fields = fields.filter { $0 != "fte" }
  }

  /// The query, ending in a semicolon and a line break.
  public var text: String {
    let columns =
      [(name: "school", value: school)] + fields.map { (name: $0, value: value(of: $0)) }
      + [(name: "fte", value: fte)]
    let list =
      columns.map { "  \($0.value) AS \(dialect.quoted($0.name))" } + [
        "  COUNT(*) AS \(dialect.quoted("count"))"
      ]
    let places = columns.indices.map { String($0 + 1) }.joined(separator: ", ")
    return """
      SELECT
      \(list.joined(separator: ",\n"))
      FROM \(dialect.table(table))
      GROUP BY \(places)
      ORDER BY \(places);

      """
  }

  /// Seven digits, whether the table has them as a text or as a number.
  private var school: String { "LPAD(\(cast("school")), 7, '0')" }

  private var fte: String {
    hasFTE ? "COALESCE(NULLIF(\(cast("fte")), ''), '1')" : "CAST('1' AS \(dialect.text))"
  }

  private func value(of field: String) -> String {
    let text = "COALESCE(\(cast(field)), '')"
    guard case .flag? = StandardFields.pupil.first(where: { $0.name == field })?.kind else {
      return text
    }
    return """
      CASE LOWER(\(text)) WHEN '1' THEN 'true' WHEN 'y' THEN 'true' WHEN 'yes' THEN 'true' \
      WHEN 'true' THEN 'true' WHEN 't' THEN 'true' WHEN '0' THEN 'false' WHEN 'n' THEN 'false' \
      WHEN 'no' THEN 'false' WHEN 'false' THEN 'false' WHEN 'f' THEN 'false' ELSE \(text) END
      """
  }

  private func cast(_ column: String) -> String {
    "CAST(\(dialect.quoted(column)) AS \(dialect.text))"
  }
}
