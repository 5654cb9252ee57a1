import FundingModel
import Testing

@Suite struct ModelledSchoolNameTests {
  @Test(arguments: [
    ("Modelled primary 17, Gwynedd", "Ysgol gynradd a fodelwyd 17, Gwynedd"),
    ("Modelled nursery 1, Cardiff", "Ysgol feithrin a fodelwyd 1, Caerdydd"),
    (
      "Modelled all-age school 2, Neath Port Talbot",
      "Ysgol pob oed a fodelwyd 2, Castell-nedd Port Talbot"
    ),
    ("Modelled secondary 3, Vale of Glamorgan", "Ysgol uwchradd a fodelwyd 3, Bro Morgannwg"),
    ("Modelled special 4, Isle of Anglesey", "Ysgol arbennig a fodelwyd 4, Ynys Môn"),
  ])
  func `a modelled school's name is found again and has its Welsh`(english: String, welsh: String)
    throws
  {
    let name = try #require(ModelledSchoolName(reading: english))
    #expect(name.text == BilingualText(en: english, cy: welsh))
  }

  @Test(arguments: [
    "Ysgol Un", "Modelled", "Modelled primary, Gwynedd", "Modelled primary 17",
    "Modelled 17, Gwynedd",
    "Modelled primary 17, Nowhere", "Modelled grammar 17, Gwynedd", "modelled primary 17, Gwynedd",
  ])
  func `any other name is no modelled school's`(name: String) {
    #expect(ModelledSchoolName(reading: name) == nil)
  }
}
