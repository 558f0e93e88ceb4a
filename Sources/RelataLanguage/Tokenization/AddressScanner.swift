import RelataWords

/// Web addresses, mail addresses, handles and hash tags: one token each.
struct AddressScanner {
  let scalars: [Unicode.Scalar]
  let chunk: Chunk

  private static let topLevel = TokenizationList.addressEndings.words

  /// Where the address that starts at `start` ends; nil where none does.
  func end(at start: Int) -> Int? {
    guard chunk.mayHoldAddress, isStart(start) else { return nil }
    let scalar = scalars[start]
    if scalar == "@" || scalar == "#" {
      guard scalar == "@" ? chunk.hasAt : chunk.hasHash else { return nil }
      var end = start + 1
      while end < chunk.range.upperBound, scalars[end].isWordScalar { end += 1 }
      return end > start + 1 ? end : nil
    }
    guard scalar.isLetter || scalar.isDigit else { return nil }
    if chunk.hasSlashes, let end = schemeEnd(at: start) { return trimmed(start..<end) }
    if chunk.hasInnerStop || chunk.hasAt { return domainEnd(at: start) }
    return nil
  }

  /// Addresses start a chunk or stand after punctuation, never inside a word.
  private func isStart(_ start: Int) -> Bool {
    guard start > chunk.range.lowerBound else { return true }
    let before = scalars[start - 1]
    return !before.isWordScalar && before != "." && before != "@" && !before.isApostrophe
      || before.isOpeningPunctuation
  }

  /// `http://…`: everything up to the end of the chunk.
  private func schemeEnd(at start: Int) -> Int? {
    var end = start
    while end < chunk.range.upperBound, end - start < 10, scalars[end].isLetter { end += 1 }
    guard end > start, end + 2 < chunk.range.upperBound, scalars[end] == ":", scalars[end + 1] == "/",
      scalars[end + 2] == "/"
    else { return nil }
    return chunk.range.upperBound
  }

  /// `www.example.org/page`, `name@example.org`, `pic.twitter.com/x`, `U.S.` is none.
  private func domainEnd(at start: Int) -> Int? {
    var end = start
    var at: Int?
    var labelStart = start
    var labels = 1
    while end < chunk.range.upperBound {
      let scalar = scalars[end]
      if scalar.isWordScalar || scalar.isHyphen || (at == nil && (scalar == "+" || scalar == "%")) {
        end += 1
      } else if scalar == "." || (scalar == "@" && at == nil && end > start) {
        guard end + 1 < chunk.range.upperBound, scalars[end + 1].isWordScalar, end > labelStart else { break }
        if scalar == "@" { at = end }
        end += 1
        labelStart = end
        labels += scalar == "." ? 1 : 0
      } else {
        break
      }
    }
    if let at, end > at + 1 { return end }
    guard labels > 1, end > labelStart else { return nil }
    let isWeb = scalars.string(start..<min(start + 4, end)).lowercased() == "www."
    let last = scalars.string(labelStart..<end)
    guard
      isWeb || (Self.topLevel.contains(last.lowercased()) && scalars[labelStart].isLowercaseLetter)
        || labels > 3
    else { return nil }
    // A number with stops is no host.
    guard scalars[start..<end].contains(where: \.isLetter), labels <= 3 || !isInitials(start..<end) else {
      return nil
    }
    if end < chunk.range.upperBound, scalars[end] == "/" || scalars[end] == "?" || scalars[end] == ":" {
      let next = scalars[end] == "/" ? end : end + 1
      if next < chunk.range.upperBound, !scalars[next].isClosingPunctuation {
        return trimmed(start..<chunk.range.upperBound)
      }
    }
    return end
  }

  private func isInitials(_ range: Range<Int>) -> Bool {
    scalars[range].split(separator: ".").allSatisfy { $0.count == 1 }
  }

  /// Without the punctuation of the sentence around it.
  private func trimmed(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound + 1 {
      switch scalars[end - 1] {
      case ".", ",", ";", ":", "!", "?", "'", "\"", "’", "”", "»", ">", "]", "}", "…", "*": end -= 1
      case ")":
        // A bracket that was opened inside belongs to the address.
        if scalars[range.lowerBound..<end].contains("(") { return end }
        end -= 1
      default: return end
      }
    }
    return end
  }
}
