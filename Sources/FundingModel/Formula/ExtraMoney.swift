/// Money beside a formula, such as money announced in the year or savings to be made: shared out in
/// proportion to what an earlier run gives each school.
///
/// - Rounding: to the penny, every penny: largest remainder, ties to the lower school number.
public struct ExtraMoney: Hashable, Sendable {
  /// What it is called.
  public let title: BilingualText
  /// How much in all, below nought for savings; rounded once to the penny, halves away from zero.
  public let total: Amount
  /// The earlier run whose shares it is shared out by.
  public let run: String
  /// Where that run is written.
  public let place: Place

  /// Makes an amount.
  public init(title: BilingualText, total: Amount, run: String, place: Place) {
    self.title = title
    self.total = total
    self.run = run
    self.place = place
  }
}
