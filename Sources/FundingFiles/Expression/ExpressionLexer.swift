import FundingModel

/// Cuts an expression into words and signs.
struct ExpressionLexer {
  private let characters: [Character]
  private var next = 0
  private var tokens: [ExpressionToken] = []
  private var mistakes: [(ExpressionMistake, Range<Int>)] = []

  private init(_ text: String) { characters = Array(text) }

  /// The words and signs of a text, ending in `.end`, and what is no part of the language.
  static func tokens(
    of text: String
  ) -> (tokens: [ExpressionToken], mistakes: [(ExpressionMistake, Range<Int>)]) {
    var lexer = ExpressionLexer(text)
    while lexer.next < lexer.characters.count { lexer.readOne() }
    lexer.tokens.append(
      ExpressionToken(kind: .end, text: "", range: lexer.next..<lexer.next + 1))
    return (lexer.tokens, lexer.mistakes)
  }

  private func character(_ offset: Int) -> Character? {
    characters.indices.contains(next + offset) ? characters[next + offset] : nil
  }

  private mutating func add(_ kind: ExpressionToken.Kind, from start: Int) {
    tokens.append(
      ExpressionToken(kind: kind, text: String(characters[start..<next]), range: start..<next))
  }

  private mutating func readOne() {
    let start = next
    let first = characters[next]
    if first.isWhitespace {
      next += 1
    } else if first == "£" || first.isDigit {
      readNumber(from: start)
    } else if first.isLetter || first == "_" {
      while let here = character(0), here.isLetter || here.isDigit || here == "_" { next += 1 }
      let text = String(characters[start..<next])
      if let keyword = ExpressionToken.Keyword(rawValue: text) {
        add(.keyword(keyword), from: start)
      } else {
        add(.name, from: start)
      }
    } else if first == "'" || first == "\"" {
      readQuoted(first, from: start)
    } else if let sign = ExpressionToken.Sign.allCases.first(where: {
      characters[start...].starts(with: $0.rawValue)
    }) {
      next += sign.rawValue.count
      if sign == .equal, character(0) == "=" {
        next += 1
        mistakes.append((.unknownSign("=="), start..<next))
      }
      add(.sign(sign), from: start)
    } else {
      next += 1
      if let second = character(0), "&|*".contains(second), first == second { next += 1 }
      mistakes.append((.unknownSign(String(characters[start..<next])), start..<next))
    }
  }

  private mutating func readQuoted(_ quote: Character, from start: Int) {
    next += 1
    while let here = character(0), here != quote { next += 1 }
    let text = String(characters[(start + 1)..<next])
    guard character(0) == quote else {
      mistakes.append((.unclosedQuote, start..<next))
      return add(.word(text), from: start)
    }
    next += 1
    add(.word(text), from: start)
  }

  private mutating func readNumber(from start: Int) {
    let isMoney = characters[start] == "£"
    if isMoney { next += 1 }
    let digits = next
    while let here = character(0) {
      let isPoint = here == "." && character(1) != "."
      guard here.isDigit || here == "_" || isPoint || here.isLetter else { break }
      next += 1
    }
    let written = String(characters[digits..<next])
    if isMoney, character(0) == ",", hasThousandsGroup(at: 1) {
      while character(0) == ",", hasThousandsGroup(at: 1) { next += 4 }
      if character(0) == ".", character(1)?.isDigit == true {
        next += 1
        while character(0)?.isDigit == true { next += 1 }
      }
      let text = String(characters[start..<next])
      mistakes.append(
        (.thousandsComma(written: text, plain: text.filter { $0 != "," }), start..<next))
      return add(.money(.zero), from: start)
    }
    guard let value = Rational(decimal: written) else {
      let text = String(characters[start..<next])
      mistakes.append((written.isEmpty ? .poundsAlone : .badNumber(text), start..<next))
      return add(isMoney ? .money(.zero) : .number(.zero), from: start)
    }
    guard character(0) == "%" else {
      return add(isMoney ? .money(value) : .number(value), from: start)
    }
    next += 1
    guard !isMoney, let fraction = try? value.divided(by: Rational(100)) else {
      mistakes.append((.badNumber(String(characters[start..<next])), start..<next))
      return add(.percent(.zero), from: start)
    }
    add(.percent(fraction), from: start)
  }

  /// Whether exactly three digits stand there.
  private func hasThousandsGroup(at offset: Int) -> Bool {
    (0..<3).allSatisfy { character(offset + $0)?.isDigit == true }
      && character(offset + 3)?.isDigit != true
  }
}

extension Character {
  /// Whether this is one of 0 to 9.
  var isDigit: Bool { self >= "0" && self <= "9" }
}
