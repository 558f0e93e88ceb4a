/// Links to a passage of a web page: `https://example.org/news#:~:text=The%20words`, which browsers scroll to
/// and mark (WICG, "URL Fragment Text Directives").
public enum TextFragment {
  /// Quotes of more words are given by their first and last words, so that the link stays short.
  private static let longestQuote = 12
  /// How many words at each end then tell where.
  private static let wordsAtEnd = 5
  /// A "word" may be a whole sentence where a script has no spaces; so many characters of it tell where.
  private static let longestWord = 24

  /// A link to where a page says something.
  ///
  /// A fragment that the address has stays before `:~:`; a text directive that it has is replaced. A quote
  /// over several paragraphs or cells is given by its first and last words whatever its length, as browsers
  /// look for each in one block.
  /// - Parameters:
  ///   - url: the address of the page.
  ///   - quote: as the page shows it; white space does not count.
  /// - Returns: the address itself if the quote is empty.
  /// - Complexity: O(n)
  public static func link(to url: String, quote: String) -> String {
    let address = url.range(before: ":~:")
    let page = address.hasSuffix("#") ? String(address.dropLast()) : address
    let blocks = blocks(of: quote)
    guard let first = blocks.first, let last = blocks.last else { return page }
    let directive: String
    if blocks.count == 1, first.count <= longestQuote,
      first.allSatisfy({ $0.unicodeScalars.count <= longestWord })
    {
      directive = encoded(first.joined(separator: " "))
    } else if blocks.count == 1, first.count <= 2 * wordsAtEnd {
      directive = ends(ofShort: first)
    } else {
      directive =
        encoded(beginning(first.prefix(wordsAtEnd))) + "," + encoded(end(last.suffix(wordsAtEnd)))
    }
    return page + (page.contains("#") ? "" : "#") + ":~:text=" + directive
  }

  /// The words of each paragraph and cell.
  private static func blocks(of quote: String) -> [[Substring]] {
    var blocks: [[Substring]] = [[]]
    for line in quote.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace)
      // A single line break may be one of a plain text's lines: only an empty line ends a paragraph.
      if words.isEmpty { blocks.append([]) }
      for word in words {
        if word == "|" { blocks.append([]) } else { blocks[blocks.count - 1].append(word) }
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  /// Few words, some of them long: the two halves.
  private static func ends(ofShort words: [Substring]) -> String {
    guard words.count > 1 else {
      let scalars = words[0].unicodeScalars
      let half = min(longestWord, scalars.count / 2)
      return encoded(String(scalars.prefix(half))) + "," + encoded(String(scalars.suffix(half)))
    }
    let middle = words.count / 2
    return encoded(beginning(words[..<middle])) + "," + encoded(end(words[middle...]))
  }

  private static func beginning(_ words: ArraySlice<Substring>) -> String {
    let text = words.joined(separator: " ")
    let isLong = words.contains { $0.unicodeScalars.count > longestWord }
    return isLong ? String(text.unicodeScalars.prefix(longestWord)) : text
  }

  private static func end(_ words: ArraySlice<Substring>) -> String {
    let text = words.joined(separator: " ")
    let isLong = words.contains { $0.unicodeScalars.count > longestWord }
    return isLong ? String(text.unicodeScalars.suffix(longestWord)) : text
  }

  /// Percent-encoded but for letters, digits, ".", "_" and "~": "-", "," and "&" mean
  /// something in a directive.
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x7E: result.append(Unicode.Scalar(byte))
      default: result.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(result)
  }
}

extension String {
  /// What lies before the first occurrence of an ASCII delimiter; all if there is none.
  fileprivate func range(before delimiter: String) -> String {
    var rest = self[...]
    while let start = rest.firstIndex(of: ":") {
      if rest[start...].hasPrefix(delimiter) { return String(self[..<start]) }
      rest = rest[index(after: start)...]
    }
    return self
  }
}
