/// The Arabic article before a name's word: `al`, `el` and their assimilated forms (`ash-Sham`, `ez-Zor`).
package enum ArabicArticle {
  /// The words without articles, unless nothing else is left.
  package static func removed(from words: [String]) -> [String] {
    var kept: [String] = []
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : nil
      if let next, isArticle(word, before: next) { continue }
      kept.append(word)
    }
    return kept
  }

  private static func isArticle(_ word: String, before next: String) -> Bool {
    guard (2...3).contains(word.utf8.count), let vowel = word.utf8.first else { return false }
    if word == "al" || word == "el" || word == "ul" { return true }
    guard "aeu".utf8.contains(vowel) else { return false }
    let consonant = word.dropFirst()
    return ["d", "n", "r", "s", "sh", "t", "th", "z"].contains(consonant) && next.hasPrefix(consonant)
  }
}
