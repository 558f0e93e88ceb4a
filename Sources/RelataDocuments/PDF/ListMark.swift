/// What an item of a list or a note begins with.
enum ListMark {
  /// "•", "–", "1.", "(a)", "iv)".
  static func begins(_ line: PDFLine) -> Bool {
    guard line.words.count > 1, let word = line.words.first?.text else { return false }
    if PDFCharacters.isBullet(word) || ["-", "–", "—", "*"].contains(word) { return true }
    let inner = word.drop { $0 == "(" }
    guard let end = inner.last, end == "." || end == ")", inner.count <= 4 else { return false }
    let mark = inner.dropLast()
    return !mark.isEmpty
      && (mark.allSatisfy { $0.isASCII && $0.isNumber } || mark.count == 1
        || mark.allSatisfy { "ivx".contains($0) })
  }

  /// What a word says as the mark of a note: "1", "1.", "[1]" → "1"; "*" and its like as
  /// they are; nil for any other.
  static func note(_ word: String) -> String? {
    let mark = word.trimming { "[](). ".contains($0) }
    guard !mark.isEmpty, mark.count <= 3 else { return nil }
    return mark.allSatisfy { $0.isASCII && $0.isNumber } || mark.allSatisfy { "*†‡§¶".contains($0) }
      ? String(mark) : nil
  }
}

extension String {
  /// Without the characters at both ends for which `isOuter` holds.
  fileprivate func trimming(_ isOuter: (Character) -> Bool) -> Substring {
    var rest = drop(while: isOuter)
    while let last = rest.last, isOuter(last) { rest.removeLast() }
    return rest
  }
}
