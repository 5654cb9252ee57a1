import FundingModel

/// Words that charts share.
enum ChartWords {
  static let changePerPupil = BilingualText(
    en: "Change, £ per pupil", cy: "Newid, £ fesul disgybl")
  static let pupilsOnRoll = BilingualText(
    en: "Pupils on roll", cy: "Disgyblion ar y gofrestr")
  static let shareOfPupils = BilingualText(
    en: "Share of pupils, least funded schools first",
    cy: "Cyfran y disgyblion, yr ysgolion â'r lleiaf o arian yn gyntaf")
  static let shareOfMoney = BilingualText(en: "Share of the money", cy: "Cyfran yr arian")
  static let gains = BilingualText(
    en: "gains per pupil: the deeper, the more", cy: "ennill fesul disgybl: po ddyfnaf, mwyaf")
  static let losses = BilingualText(
    en: "loses per pupil: the deeper, the more", cy: "colli fesul disgybl: po ddyfnaf, mwyaf")

  /// Pounds in as few figures as an axis needs: `£2,559m`, `£4,800`.
  static func short(_ figure: Double) -> String {
    figure.magnitude >= 10_000_000
      ? Scale.pounds(figure / 1_000_000) + "m" : Scale.pounds(figure)
  }
}
