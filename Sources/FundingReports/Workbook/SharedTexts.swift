/// The texts of a workbook, each once, in the order in which they are first used.
struct SharedTexts {
  private var texts: [String] = []
  private var numberOf: [String: Int] = [:]
  private var uses = 0

  /// The number of a text, new or known.
  mutating func number(of text: String) -> Int {
    uses += 1
    if let number = numberOf[text] { return number }
    numberOf[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The part `xl/sharedStrings.xml`.
  func part() -> [UInt8] {
    var part = Array(
      (XMLPart.head
        + "<sst xmlns=\"\(XMLPart.main)\" count=\"\(uses)\" uniqueCount=\"\(texts.count)\">").utf8)
    for text in texts { part += Array("<si>\(XMLText.element(text))</si>".utf8) }
    return part + Array("</sst>".utf8)
  }
}
