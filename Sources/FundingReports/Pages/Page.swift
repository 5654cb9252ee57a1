public import FundingModel
internal import Mustache

/// A page that a person opens in a browser: headings, words and tables in both languages.
///
/// One file that asks for nothing else: it works offline, on paper, in light and dark, and with the
/// keyboard. The reader switches the language; without scripts the one it opens in is shown.
public struct Page: Sendable {
  /// One table and the words around it.
  public struct Section: Sendable {
    /// Its heading.
    public let title: BilingualText
    /// What stands above the table; empty for nothing.
    public let lead: [BilingualText]
    /// The columns' heads, the rows' names first.
    public let head: [BilingualText]
    /// The rows: a name, then a cell for each further column.
    public let rows: [Row]
    /// What stands below the table; empty for nothing.
    public let notes: [BilingualText]

    /// Makes a section; every row must have as many cells as there are further columns.
    public init(
      title: BilingualText, lead: [BilingualText] = [], head: [BilingualText] = [],
      rows: [Row] = [], notes: [BilingualText] = []
    ) {
      precondition(rows.allSatisfy { $0.cells.count + 1 == head.count }, "a cell a column")
      self.title = title
      self.lead = lead
      self.head = head
      self.rows = rows
      self.notes = notes
    }
  }

  /// One row of a table.
  public struct Row: Sendable {
    /// Its name.
    public let name: BilingualText
    /// Its cells, the same in both languages or one text for each.
    public let cells: [BilingualText]
    /// Whether it sums the others up.
    public let isSummary: Bool

    /// Makes a row.
    public init(name: BilingualText, cells: [BilingualText], isSummary: Bool = false) {
      self.name = name
      self.cells = cells
      self.isSummary = isSummary
    }
  }

  /// The title.
  public let title: BilingualText
  /// The sections, in order.
  public let sections: [Section]

  /// Makes a page.
  public init(title: BilingualText, sections: [Section]) {
    self.title = title
    self.sections = sections
  }

  /// The page as HTML.
  ///
  /// - Parameter language: The language that it opens in.
  /// - Returns: The text.
  public func html(_ language: Language = .english) -> String {
    let template: MustacheTemplate
    do {
      template = try MustacheTemplate(string: Self.template)
    } catch {
      preconditionFailure("the page's own template can be read: \(error)")
    }
    return template.render(context(language))
  }

  private func context(_ language: Language) -> [String: Any] {
    [
      "language": language.rawValue, "titleShown": title[language],
      "titleEnglish": title.english, "titleWelsh": title.welsh,
      "title": Self.texts(title),
      "sections": sections.enumerated().map { index, section in
        [
          "id": "section-\(index + 1)",
          "title": Self.texts(section.title),
          "lead": section.lead.map(Self.texts),
          "table": section.rows.isEmpty
            ? [] : [["head": section.head.map(Self.texts), "rows": section.rows.map(Self.row)]],
          "notes": section.notes.map(Self.texts),
        ] as [String: Any]
      },
    ]
  }

  private static func row(_ row: Row) -> [String: Any] {
    [
      "name": texts(row.name), "cells": row.cells.map(texts),
      "class": row.isSummary ? "summary" : "plain",
    ]
  }

  /// A text for the template: once where both languages say the same.
  private static func texts(_ text: BilingualText) -> [String: Any] {
    text.english == text.welsh
      ? ["same": [text.english], "each": [String]()]
      : ["same": [String](), "each": [["en": text.english, "cy": text.welsh]]]
  }
}
