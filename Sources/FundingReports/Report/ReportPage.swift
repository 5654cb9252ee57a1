import FundingModel

/// What a report is made of before it is HTML: sections of words, tables and drawings in both
/// languages.
struct ReportPage {
  /// One part of the report under one heading.
  struct Section {
    /// The name that addresses use: `parity`.
    let id: String
    /// Its heading.
    let title: BilingualText
    /// What stands in it, in order.
    let blocks: [Block]
  }

  /// A piece of a section.
  enum Block {
    /// A lower heading.
    case heading(BilingualText)
    /// A paragraph.
    case paragraph(BilingualText)
    /// Something that a reader must know before quoting.
    case caution(BilingualText)
    /// Sentences one below the other.
    case points([BilingualText])
    /// A few figures set large.
    case figures([Figure])
    /// A table; folded away until asked for, or open.
    case table(Table, isFolded: Bool)
    /// Drawings side by side, each with the table of its figures, folded.
    case drawings([(drawing: Drawing, figures: Table)])
    /// Drawings folded away until asked for, under a few words.
    case foldedDrawings(BilingualText, [(drawing: Drawing, figures: Table)])
    /// A command to type.
    case command(String)
    /// The box that finds a school.
    case search
  }

  /// A figure set large, and what it is.
  struct Figure {
    let value: BilingualText
    let label: BilingualText
    /// How far it may be trusted, in a word; nil where nothing needs saying.
    var mark: BilingualText?
  }

  /// A table.
  struct Table {
    /// What it shows.
    let caption: BilingualText
    /// The columns' heads.
    let head: [BilingualText]
    /// How many columns at the left hold words rather than figures; the first names the row.
    var words = 1
    /// The rows, each as long as the head.
    let rows: [Row]

    /// How it is printed: as it is, drawn together, or on a sheet that lies on its side.
    enum Breadth: String {
      case narrow = "scroll"
      case broad = "scroll broad"
      case wide = "scroll wide"
    }

    /// How it is printed.
    var breadth: Breadth {
      if head.count > 8 { return .wide }
      if head.count <= 6 { return .narrow }
      return letters > Self.uprightLetters ? .wide : .broad
    }

    /// As many letters as a row of seven or eight columns has room for on an upright sheet.
    private static let uprightLetters = 105

    /// About how many letters its longest row takes; words wrap, figures and their marks do not.
    private var letters: Int {
      head.indices.reduce(0) { sum, column in
        let longest = rows.reduce(0) { longest, row in
          let cell = row.cells[column]
          let texts = [cell.text, cell.mark].compactMap(\.self)
          return Language.allCases.reduce(longest) { longest, language in
            max(longest, texts.reduce(texts.count) { $0 + $1[language].count })
          }
        }
        return sum + (column < words ? min(longest, 12) : longest) + 1
      }
    }

    /// Makes a table; every row must have a cell for each column.
    init(caption: BilingualText, head: [BilingualText], words: Int = 1, rows: [Row]) {
      precondition(rows.allSatisfy { $0.cells.count == head.count }, "a cell a column")
      self.caption = caption
      self.head = head
      self.words = words
      self.rows = rows
    }
  }

  /// A row of a table.
  struct Row {
    let cells: [Cell]
    /// Whether it sums the others up.
    var isSummary = false

    init(_ cells: [Cell], isSummary: Bool = false) {
      self.cells = cells
      self.isSummary = isSummary
    }
  }

  /// A cell of a table.
  struct Cell: Hashable {
    let text: BilingualText
    /// How far the figure may be trusted, in a word; nil where nothing needs saying.
    var mark: BilingualText?
    /// Where it leads, inside the outputs; nil for nowhere.
    var link: String?
    /// Whether its figure is kept back, so that a sign stands for it.
    private(set) var isKeptBack = false

    init(_ text: BilingualText, mark: BilingualText? = nil, link: String? = nil) {
      self.text = text
      self.mark = mark
      self.link = link
    }

    /// A text that is the same in both languages.
    init(_ text: String, mark: BilingualText? = nil, link: String? = nil) {
      self.init(BilingualText(en: text, cy: text), mark: mark, link: link)
    }
  }

  /// The title.
  let title: BilingualText
  /// The line above the title.
  let kicker: BilingualText
  /// The sections.
  let sections: [Section]
  /// The language that it opens in.
  let language: Language
  /// The schools for the search box, as JSON that may stand inside `<script>`; nil for none.
  var data: String?
}

extension ReportPage.Table {
  /// The table without the columns of figures in which nothing is given, and those columns' heads.
  func leavingOutUnknown() -> (table: Self, unknown: [BilingualText]) {
    let kept = head.indices.filter { index in
      index < words || rows.contains { $0.cells[index].text != ReportSentences.notGiven }
    }
    let table = Self(
      caption: caption, head: kept.map { head[$0] }, words: words,
      rows: rows.map { row in
        ReportPage.Row(kept.map { row.cells[$0] }, isSummary: row.isSummary)
      })
    return (table, head.indices.filter { !kept.contains($0) }.map { head[$0] })
  }
}

extension ReportPage.Cell {
  /// An amount to the penny; `not given` where there is none.
  static func money(_ money: Money?, mark: BilingualText? = nil) -> Self {
    money.map { Self(Prose.pounds($0), mark: mark) } ?? Self(ReportSentences.notGiven)
  }

  /// A change, its sign shown; a dash where there is none.
  static func change(_ money: Money?) -> Self {
    money.map { Self(Prose.change($0)) } ?? .none
  }

  /// A whole number.
  static func whole(_ number: Int64) -> Self { Self(Prose.whole(number)) }
  /// A whole number.
  static func whole(_ number: Int) -> Self { Self(Prose.whole(number)) }

  /// A percentage, 0 to 100; a dash where there is none.
  static func percent(_ percent: Rational?, places: Int = 1) -> Self {
    percent.map { Self(Prose.percent($0, places: places)) } ?? .none
  }

  /// The cell, or the sign for a figure that is kept back; what is not known is another matter.
  func keptBack(if isHidden: Bool) -> Self {
    isHidden && self != .none && text != ReportSentences.notGiven ? .sign : self
  }

  /// The sign for a figure that is kept back.
  static var sign: Self {
    var cell = Self(DisclosureWords.sign)
    cell.isKeptBack = true
    return cell
  }

  /// A figure that can't be said of these schools.
  static var none: Self { Self("–") }
}
