import RelataWords

/// A name reduced to what its spellings have in common, for finding it: what a person types is to find more
/// than documents may join.
///
/// `words` forgets case, diacritics, apostrophes, hyphens, full stops and leading articles: “Shara’a”,
/// “shara'a” and “SHARAA” are one. `sounds` also forgets how a foreign name was put into Latin
/// letters: “al-Julani” and “Jolani”, “Khmeimim” and “Hmeimim” are one. Names that are one
/// for ``NameWords/folded(_:)`` have one ``spelling``.
package struct FoldedName: Hashable, Sendable {
  package let words: [String]
  package let sounds: [String]

  /// - Complexity: O(length of the name).
  package init(_ name: String) {
    var words = NameWords.searched(name)[...]
    while words.count > 1, let first = words.first, Self.articles.contains(first) { words.removeFirst() }
    self.words = Array(words)
    sounds = ArabicArticle.removed(from: self.words).map(SoundFolding.sound)
  }

  /// The words in one, as in “airbase” for “air base”.
  package var spelling: String { words.joined() }

  /// The sounds in one.
  package var whole: String { sounds.joined() }

  /// The acronyms that find it.
  package var initials: [String] { Acronyms.searched(words) }

  private static let articles = NameWordList.englishArticles.words
}
