import FundingModel
internal import Mustache

extension ReportPage {
  /// The page as HTML.
  func html() -> String {
    do {
      let library = MustacheLibrary(templates: [
        "page": try MustacheTemplate(string: Self.template),
        "words": try MustacheTemplate(string: Self.wordsTemplate),
        "table": try MustacheTemplate(string: Self.tableTemplate),
        "cell": try MustacheTemplate(string: Self.cellTemplate),
      ])
      return library.render(context, withTemplate: "page") ?? ""
    } catch {
      preconditionFailure("the report's own templates can be read: \(error)")
    }
  }

  private var context: [String: Any] {
    [
      "language": language.rawValue,
      "title": Self.words(title), "kicker": Self.words(kicker),
      "titleEnglish": title.english, "titleWelsh": title.welsh,
      "titleShown": title[language],
      "style": ReportStyle.css, "script": ReportScript.text,
      "scriptWords": ReportScriptWords.json,
      "data": data.map { [$0] } ?? [],
      "sections": sections.map { section in
        [
          "id": section.id, "title": Self.words(section.title),
          "blocks": section.blocks.enumerated().map { index, block in
            Self.context(of: block, id: "\(section.id)-\(index + 1)")
          },
        ] as [String: Any]
      },
    ]
  }

  private static func context(of block: Block, id: String) -> [String: Any] {
    switch block {
    case .heading(let text): ["heading": [words(text)]]
    case .paragraph(let text): ["paragraph": [words(text)]]
    case .caution(let text): ["caution": [words(text)]]
    case .points(let texts): ["points": [["texts": texts.map { words($0) }]]]
    case .figures(let figures):
      [
        "figures": [
          [
            "all": figures.map {
              [
                "value": words($0.value), "label": words($0.label),
                "mark": $0.mark.map { [words($0)] } ?? [],
              ] as [String: Any]
            }
          ]
        ]
      ]
    case .table(let table, let isFolded):
      [isFolded ? "folded" : "open": [context(of: table, id: id)]]
    case .drawings(let all): ["drawings": [["all": context(of: all, id: id)]]]
    case .foldedDrawings(let summary, let all):
      [
        "drawings": [
          [
            "all": context(of: all, id: id), "opens": [words(summary)], "closes": [true],
          ] as [String: Any]
        ]
      ]
    case .command(let words): ["command": [words]]
    case .search: ["search": [true]]
    }
  }

  private static func context(
    of drawings: [(drawing: Drawing, figures: Table)], id: String
  ) -> [[String: Any]] {
    drawings.enumerated().map { index, one in
      [
        "drawing": "\(id)-\(index + 1)", "title": words(one.drawing.title),
        "svg": one.drawing.svg(id: "\(id)-\(index + 1)"),
        "note": words(
          one.drawing.description,
          ["class": one.drawing.showsDescription ? "note" : "heard"]),
        "figures": context(of: one.figures, id: "\(id)-\(index + 1)"),
      ]
    }
  }

  private static func context(of table: Table, id: String) -> [String: Any] {
    [
      "id": id, "caption": words(table.caption), "breadth": table.breadth.rawValue,
      "head": table.head.enumerated().map { index, text in
        words(text, ["class": index < table.words ? "word" : "figure"])
      },
      "rows": table.rows.map { row in
        [
          "class": row.isSummary ? "summary" : "plain",
          "name": row.cells.prefix(1).map { cell($0, isWord: true) },
          "cells": row.cells.enumerated().dropFirst().map { index, content in
            cell(content, isWord: index < table.words)
          },
        ] as [String: Any]
      },
    ]
  }

  private static func cell(_ cell: Cell, isWord: Bool) -> [String: Any] {
    let text: [String: Any] = words(cell.text)
    return [
      "class": isWord ? "word" : "figure",
      "text": cell.link == nil && !cell.isKeptBack ? [text] : [],
      "kept": cell.isKeptBack
        ? [words(DisclosureWords.keptBack, ["sign": DisclosureWords.sign])] : [],
      "link": cell.link.map { [["to": $0, "text": text] as [String: Any]] } ?? [],
      "mark": cell.mark.map { [words($0)] } ?? [],
    ]
  }

  /// A text for the template: once where both languages say the same.
  private static func words(_ text: BilingualText, _ more: [String: Any] = [:]) -> [String: Any] {
    var context = more
    context["same"] = text.english == text.welsh ? [text.english] : []
    context["each"] = text.english == text.welsh ? [] : [["en": text.english, "cy": text.welsh]]
    return context
  }
}
