import FundingModel
import Testing

@testable import FundingReports

@Suite struct BatchIndexTests {
  @Test func `an index has a row for each run, and one with its reason for a failure`() {
    let result = Sample.result()
    let index = BatchIndex(entries: [
      BatchIndex.Entry(path: "scenarios/a.yaml", folder: "out/a", result: result),
      BatchIndex.Entry(
        path: "scenarios/b.yaml",
        failed: BilingualText(
          en: "2 errors, the first on line 3", cy: "gwallau: 2, y cyntaf ar linell 3")),
    ])
    let file = index.file(language: .welsh)
    let digest = RunRecord.digest(of: result)
    #expect(file.name == "index.csv")
    #expect(
      String(decoding: file.bytes, as: UTF8.self) == """
        path,scenario,title,status,folder,run,year,schools,pupils,total,per_pupil,digest,message
        scenarios/a.yaml,one-formula,Un fformiwla,done,out/a,local,2024-25,4,450,2450100.49,5444.67,\(digest),
        scenarios/a.yaml,one-formula,Un fformiwla,done,out/a,national,2024-25,3,450,2360000.51,5244.45,\(digest),
        scenarios/b.yaml,,,failed,,,,,,,,,"gwallau: 2, y cyntaf ar linell 3"

        """)
  }

  @Test func `the page says what each scenario asks, and does not call two authorities Wales`() {
    let entry = BatchIndex.Entry(
      path: "scenarios/a.yaml", folder: "out/a", result: Sample.result())
    let page = BatchIndex(entries: [entry]).page(language: .english, in: "out", hasReports: true)
    let html = String(decoding: page.bytes, as: UTF8.self)
    #expect(html.contains("One formula: What would it move?"))
    #expect(html.contains("Un fformiwla: Beth fyddai&#39;n newid?"))
    #expect(!html.contains("School funding in Wales"))
  }
}
