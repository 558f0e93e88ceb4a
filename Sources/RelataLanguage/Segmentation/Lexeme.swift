/// A word, a number or a mark of a line that may hold a place, a date or an agency. Coarser than a token:
/// `14/03/2024` and `D.C.` are one.
struct Lexeme {
  enum Kind {
    case word, number, comma, stop, dash, colon, slash, bar, open, close, lineEnd, other
  }

  var kind: Kind
  var range: Range<Int>
  /// Whether white space or the start of the line stands before it.
  var hasSpaceBefore: Bool
  /// As written, without invisible characters; empty for marks.
  var form = ""

  var lower: String { form.lowercased() }

  /// Begins like a name: with a capital, or with a small article tied to one (`al-Tanf`).
  var isCapitalised: Bool {
    guard let first = form.unicodeScalars.first else { return false }
    if !first.isLowercaseLetter { return first.isLetter }
    let parts = form.split(separator: "-", maxSplits: 1)
    return parts.count == 2 && parts[0].count <= 3
      && (parts[1].unicodeScalars.first?.isUppercaseLetter ?? false)
  }

  /// Has no small letters but in a prefix: `OSLO`, `McLEAN`.
  var isCapitals: Bool {
    guard let last = form.unicodeScalars.last(where: \.isLetter), last.isUppercaseLetter else { return false }
    return form.unicodeScalars.count(where: \.isLowercaseLetter) <= (form.count > 4 ? 2 : 0)
  }
}

/// A stretch of text → lexemes.
struct LexemeReader {
  private let scalars: [Unicode.Scalar]
  private let limit: Int
  private var position: Int

  init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
    self.scalars = scalars
    position = range.lowerBound
    limit = range.upperBound
  }

  mutating func next() -> Lexeme? {
    var hasSpace = position == 0 || scalars[position - 1].isSpace
    while position < limit, isSkipped(scalars[position]) {
      if scalars[position].isSpace { hasSpace = true }
      if scalars[position] == "\n" {
        position += 1
        return Lexeme(kind: .lineEnd, range: position - 1..<position, hasSpaceBefore: true)
      }
      position += 1
    }
    guard position < limit else { return nil }
    let start = position
    let kind = advance()
    var lexeme = Lexeme(kind: kind, range: start..<position, hasSpaceBefore: hasSpace)
    if kind == .word || kind == .number {
      var form = String.UnicodeScalarView()
      form.append(contentsOf: scalars[lexeme.range].lazy.filter { !$0.isInvisible && !$0.isJoiner })
      lexeme.form = String(form)
    }
    return lexeme
  }

  private func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || scalar.isInvisible || scalar.isJoiner
  }

  private mutating func advance() -> Lexeme.Kind {
    let scalar = scalars[position]
    if scalar.isLetter {
      advanceWord()
      return .word
    }
    if scalar.isASCIIDigit {
      advanceNumber()
      return .number
    }
    position += 1
    switch scalar {
    case ",": return .comma
    case ".": return .stop
    case ":": return .colon
    case "/": return .slash
    case "|", "•", "·", "»", "›", ">": return .bar
    case "(", "[": return .open
    case ")", "]": return .close
    case "—", "–", "―", "‒", "−", "_":
      while position < limit, scalars[position] == scalar { position += 1 }
      return .dash
    case "-":
      let start = position - 1
      while position < limit, scalars[position] == "-" { position += 1 }
      let isSpaced = start == 0 || scalars[start - 1].isSpace || isSpace(at: position)
      return position - start > 1 || isSpaced || follows(agencyBefore: start) ? .dash : .other
    default: return .other
    }
  }

  private func isSpace(at index: Int) -> Bool { index >= limit || scalars[index].isSpace }

  /// "SANA-The president": the agency was tied to the text.
  private func follows(agencyBefore index: Int) -> Bool {
    var start = index
    while start > 0, scalars[start - 1].isUppercaseLetter, index - start < 9 { start -= 1 }
    return NewsAgencies.contains(scalars.string(start..<index).lowercased())
  }

  private mutating func advanceWord() {
    let start = position
    var hasInnerStop = false
    while position < limit {
      let scalar = scalars[position]
      let next = position + 1 < limit ? scalars[position + 1] : " "
      if scalar.isLetter || scalar.isDigit || scalar.isMark || scalar.isJoiner || scalar.isInvisible {
        position += 1
      } else if scalar.isApostrophe, next.isLetter {
        position += 1
      } else if scalar == "-", next.isLetter, !follows(agencyBefore: position) {
        position += 1
      } else if scalar == ".", position - start == 1 || hasInnerStop, next.isLetter || hasInnerStop {
        hasInnerStop = true
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func advanceNumber() {
    while position < limit {
      let scalar = scalars[position]
      let next = position + 1 < limit ? scalars[position + 1] : " "
      if scalar.isASCIIDigit || scalar.isLetter {
        position += 1
      } else if ":./-+".unicodeScalars.contains(scalar), next.isASCIIDigit || scalar == "-" && next.isLetter {
        position += 1
      } else {
        return
      }
    }
  }
}
