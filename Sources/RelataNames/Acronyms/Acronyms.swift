/// Short forms made of the first letters of a name's plain lower-case words, articles included.
package enum Acronyms {
  /// Every acronym that may stand for a name in any document: with and without little words, articles and
  /// legal forms. None for a name of one word.
  ///
  /// "Hayat Tahrir al-Sham" gives `hts` and `htas`, "Islamic State of Iraq and Syria" `isis` and `isoias`.
  package static func compared(_ words: [String]) -> Set<String> {
    guard words.count > 1 else { return [] }
    let withoutLittle = words.filter {
      !LittleWords.fillers.contains($0) && !LittleWords.bareArticles.contains($0)
    }
    let withoutArticles = words.filter { !LittleWords.articles.contains($0) }
    let withoutForms = withoutLittle.filter { !LittleWords.legalForms.contains($0) }
    var result: Set<String> = []
    for row in [words, withoutLittle, withoutArticles, withoutForms, content(words)] where row.count > 1 {
      result.insert(letters(row))
    }
    return result
  }

  /// Every acronym that may stand for a name beside it in one document, where fewer names are about: also its
  /// first letters alone, three at least ("KDU" of the Kurdish Democratic Union Party).
  package static func beside(_ words: [String]) -> Set<String> {
    var result = compared(words)
    let content = letters(content(words))
    if words.count > 1, content.count > 3 {
      for length in 3..<content.count { result.insert(String(content.prefix(length))) }
    }
    return result
  }

  /// The acronyms by which a name is found: without words such as “of”, then, where that is something
  /// else, with them. An index has each of them, so that they are few. None for a name of one word.
  package static func searched(_ words: [String]) -> [String] {
    let words = ArabicArticle.removed(from: words)
    guard words.count > 1 else { return [] }
    let all = letters(words)
    let main = letters(words.filter { !LittleWords.fillers.contains($0) })
    return main.count > 1 && main != all ? [main, all] : [all]
  }

  private static func content(_ words: [String]) -> [String] {
    words.filter { !LittleWords.fillers.contains($0) && !LittleWords.articles.contains($0) }
  }

  private static func letters(_ words: [String]) -> String { String(words.compactMap(\.first)) }
}
