internal import FundingModel

extension ScenarioReader {
  /// What a scenario says of its data; what it leaves out is the bundled set's.
  mutating func readData(_ entry: YAMLMapping.Entry) -> ScenarioData? {
    guard
      let table = MappingReader(
        entry.value, "'data'", required: [],
        optional: ["schools", "pupils", "authorities", "seed", "assumptions", "staffing", "bands"],
        owner: entry.key.span, into: &mistakes)
    else { return nil }
    let schools = origin(table, "schools", mayBeModelled: false)
    let pupils = origin(table, "pupils", mayBeModelled: true)
    let authorities = origin(table, "authorities", mayBeModelled: false)
    let assumptions = origin(table, "assumptions", mayBeModelled: false)
    let staffing = origin(table, "staffing", mayBeModelled: false)
    let bands = origin(table, "bands", mayBeModelled: false)
    let bundled = ScenarioData.bundled
    return ScenarioData(
      schools: schools ?? bundled.schools, pupils: pupils ?? bundled.pupils,
      authorities: authorities, seed: seed(table) ?? bundled.seed, assumptions: assumptions,
      staffing: staffing, bands: bands)
  }

  private mutating func origin(
    _ table: MappingReader, _ key: String, mayBeModelled: Bool
  ) -> ScenarioData.Origin? {
    guard let scalar = table.text(key, into: &mistakes) else { return nil }
    guard scalar.text == "modelled" else { return .named(scalar.text, scalar.span.place) }
    guard mayBeModelled else {
      mistakes.report(.cannotBeModelled(key), at: scalar.span)
      return nil
    }
    return .modelled
  }

  private mutating func seed(_ table: MappingReader) -> UInt64? {
    guard let scalar = table.text("seed", into: &mistakes) else { return nil }
    guard scalar.text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
      let seed = UInt64(scalar.text)
    else {
      mistakes.report(.notSeed(scalar.text), at: scalar.span)
      return nil
    }
    return seed
  }
}
