/// The numbers and words of a date, with what stands before each.
struct DateTokens {
  struct Token {
    /// nil for a number.
    var word: String?
    var number = 0
    /// How many digits a number has.
    var digits = 0
    /// The characters between the last token and this one.
    var gap: String
  }

  /// In bytes of UTF-8; longer texts are no dates.
  static let longest = 100

  let tokens: [Token]

  init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    var tokens: [Token] = []
    var gap = ""
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      if ("0"..."9").contains(first) {
        let run = rest.prefix { ("0"..."9").contains($0) }
        guard let number = Int(String(run)) else { return nil }
        tokens.append(Token(number: number, digits: run.count, gap: gap))
        rest = rest[run.endIndex...]
        gap = ""
      } else if first.properties.isAlphabetic {
        let run = rest.prefix { $0.properties.isAlphabetic }
        tokens.append(Token(word: String(run).lowercased(), gap: gap))
        rest = rest[run.endIndex...]
        gap = ""
      } else {
        gap.unicodeScalars.append(first)
        rest = rest.dropFirst()
      }
    }
    self.tokens = tokens
  }

  /// The number of so many digits at a place, if there is one.
  func number(at index: Int, digits: ClosedRange<Int>) -> Int? {
    guard tokens.indices.contains(index), tokens[index].word == nil, digits.contains(tokens[index].digits)
    else { return nil }
    return tokens[index].number
  }

  /// The word at a place, in lower case; nil for a number or behind the end.
  func word(at index: Int) -> String? { tokens.indices.contains(index) ? tokens[index].word : nil }

  /// What stands before the token at a place; nil behind the end.
  func gap(at index: Int) -> String? { tokens.indices.contains(index) ? tokens[index].gap : nil }
}
