/// One of the 22 local authorities of Wales.
public struct Authority: Hashable, Sendable, Comparable {
  /// The Welsh Government's code, 660 to 681.
  public let code: Int
  /// The name in both languages.
  public let name: BilingualText
  /// The name of its formula file, without `.yaml`.
  public let slug: String

  private init(_ code: Int, _ slug: String, en: String, cy: String) {
    self.code = code
    self.slug = slug
    self.name = BilingualText(en: en, cy: cy)
  }

  /// Whether the left has the lower code.
  public static func < (left: Authority, right: Authority) -> Bool { left.code < right.code }

  /// All 22, by code.
  ///
  /// - Source: Welsh Government, local authority codes in the address list of schools.
  public static let all: [Authority] = [
    Authority(660, "isle-of-anglesey", en: "Isle of Anglesey", cy: "Ynys Môn"),
    Authority(661, "gwynedd", en: "Gwynedd", cy: "Gwynedd"),
    Authority(662, "conwy", en: "Conwy", cy: "Conwy"),
    Authority(663, "denbighshire", en: "Denbighshire", cy: "Sir Ddinbych"),
    Authority(664, "flintshire", en: "Flintshire", cy: "Sir y Fflint"),
    Authority(665, "wrexham", en: "Wrexham", cy: "Wrecsam"),
    Authority(666, "powys", en: "Powys", cy: "Powys"),
    Authority(667, "ceredigion", en: "Ceredigion", cy: "Ceredigion"),
    Authority(668, "pembrokeshire", en: "Pembrokeshire", cy: "Sir Benfro"),
    Authority(669, "carmarthenshire", en: "Carmarthenshire", cy: "Sir Gaerfyrddin"),
    Authority(670, "swansea", en: "Swansea", cy: "Abertawe"),
    Authority(671, "neath-port-talbot", en: "Neath Port Talbot", cy: "Castell-nedd Port Talbot"),
    Authority(672, "bridgend", en: "Bridgend", cy: "Pen-y-bont ar Ogwr"),
    Authority(673, "vale-of-glamorgan", en: "Vale of Glamorgan", cy: "Bro Morgannwg"),
    Authority(674, "rhondda-cynon-taf", en: "Rhondda Cynon Taf", cy: "Rhondda Cynon Taf"),
    Authority(675, "merthyr-tydfil", en: "Merthyr Tydfil", cy: "Merthyr Tudful"),
    Authority(676, "caerphilly", en: "Caerphilly", cy: "Caerffili"),
    Authority(677, "blaenau-gwent", en: "Blaenau Gwent", cy: "Blaenau Gwent"),
    Authority(678, "torfaen", en: "Torfaen", cy: "Torfaen"),
    Authority(679, "monmouthshire", en: "Monmouthshire", cy: "Sir Fynwy"),
    Authority(680, "newport", en: "Newport", cy: "Casnewydd"),
    Authority(681, "cardiff", en: "Cardiff", cy: "Caerdydd"),
  ]

  /// The authority with a code; nil for any other number.
  public static func with(code: Int) -> Authority? {
    let index = code - 660
    return all.indices.contains(index) ? all[index] : nil
  }

  /// The authority that a text means: its code, its name in either language, or its file's name.
  public static func named(_ text: some StringProtocol) -> Authority? {
    if let code = Int(text) { return with(code: code) }
    let wanted = text.lowercased()
    return all.first {
      $0.slug == wanted || $0.name.english.lowercased() == wanted
        || $0.name.welsh.lowercased() == wanted
    }
  }
}
