/// Punctuation, symbols and emoji.
struct SymbolScanner {
  let scalars: [Unicode.Scalar]
  let limit: Int

  private static let emoticons: [[Unicode.Scalar]] = [
    ":-)", ":-(", ";-)", ":-D", ":-P", ":)", ":(", ";)", ":D", ":P", "=)", "=(", "(:", "<3", "^_^", ":/",
  ].map { Array($0.unicodeScalars) }

  /// Where the symbol at `start` ends.
  func end(at start: Int) -> Int {
    let scalar = scalars[start]
    if let end = emoticonEnd(at: start) { return end }
    switch scalar {
    case "!", "?": return runEnd(from: start) { $0 == "!" || $0 == "?" }
    case ".", "-", "*", "=", "_", "~", "+", "#", "<", ">", "|", "—", "–", "…", "^", "$":
      return runEnd(from: start) { $0 == scalar }
    case "'", "`", "’", "‘": return runEnd(from: start, most: 2) { $0 == scalar }
    default: return clusterEnd(from: start)
    }
  }

  private func runEnd(from start: Int, most: Int = Tokenizer.longestWord, _ belongs: (Unicode.Scalar) -> Bool)
    -> Int
  {
    var end = start + 1
    while end < limit, end - start < most, belongs(scalars[end]) { end += 1 }
    // A mark or an emoji selector stays with what it modifies.
    while end < limit, scalars[end].isMark, end - start < most { end += 1 }
    return end
  }

  private func emoticonEnd(at start: Int) -> Int? {
    guard scalars[start].value < 0x80, start == 0 || !scalars[start - 1].isWordScalar else { return nil }
    for emoticon in Self.emoticons where emoticon[0] == scalars[start] {
      let end = start + emoticon.count
      guard end <= limit, scalars[start..<end].elementsEqual(emoticon) else { continue }
      // `:)` is a face before a space or a stop; `:/` may begin something else.
      if end == limit || !(scalars[end].isWordScalar || scalars[end] == "/" || scalars[end] == "-") {
        return end
      }
    }
    return nil
  }

  /// One scalar with its marks; an emoji with its modifiers and what joiners bind to it; a flag.
  private func clusterEnd(from start: Int) -> Int {
    var end = start + 1
    let isFlag = (0x1F1E6...0x1F1FF).contains(scalars[start].value)
    if isFlag, end < limit, (0x1F1E6...0x1F1FF).contains(scalars[end].value) { return end + 1 }
    while end < limit, end - start < Tokenizer.longestWord {
      if scalars[end].isMark || (0xE0020...0xE007F).contains(scalars[end].value) {
        end += 1
      } else if scalars[end].isJoiner {
        end += 1
        if scalars[end - 1].value == 0x200D, end < limit, scalars[end].properties.isEmoji,
          !scalars[end].isASCIIDigit
        {
          end += 1
        }
      } else {
        break
      }
    }
    return end
  }
}
