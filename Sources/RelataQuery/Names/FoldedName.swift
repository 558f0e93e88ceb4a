/// A name reduced to what its spellings have in common.
///
/// `words` forgets case, diacritics, apostrophes, hyphens, full stops and a leading article: “Shara’a”, “shara'a” and “SHARAA” are one.
/// `sounds` also forgets how a foreign name was put into Latin letters: “al-Julani” and “Jolani”, “Khmeimim” and “Hmeimim” are one.
struct FoldedName: Hashable, Sendable {
  let words: [String]
  let sounds: [String]

  init(_ name: String) {
    var words = LetterFolding.words(of: name)
    if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
    self.words = words
    sounds = ArabicArticle.removed(from: words).map(SoundFolding.sound)
  }

  /// The words in one, as in “airbase” for “air base”.
  var spelling: String { words.joined() }

  /// The sounds in one.
  var whole: String { sounds.joined() }

  /// The first letters of the words that count in an acronym: first without words such as “of”, then, where that is something else,
  /// with them. Empty for a single word.
  var initials: [String] {
    let words = ArabicArticle.removed(from: words)
    guard words.count > 1 else { return [] }
    let all = String(words.compactMap(\.first))
    let main = String(words.filter { !Self.smallWords.contains($0) }.compactMap(\.first))
    return main.count > 1 && main != all ? [main, all] : [all]
  }

  static let smallWords: Set<String> = ["of", "the", "and", "for", "in", "on", "to", "de", "la", "du"]
}

/// The Arabic article before a name's word: `al`, `el` and their assimilated forms (`ash-Sham`, `ez-Zor`).
enum ArabicArticle {
  /// The words without articles, unless nothing else is left.
  static func removed(from words: [String]) -> [String] {
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
