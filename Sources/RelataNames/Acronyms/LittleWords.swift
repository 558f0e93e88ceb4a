import RelataWords

/// Words that names are given with or without: in plain lower-case Latin letters.
package enum LittleWords {
  /// The Arabic article as it is written, assimilated to sun letters too ("Tahrir ash-Sham").
  /// Only before a hyphen: alone, many of these are words of other languages.
  package static let articles = NameWordList.attachedArticles.words
  /// Articles that also stand alone.
  package static let bareArticles = NameWordList.bareArticles.words
  /// Words without weight in names of organisations and places.
  package static let fillers = NameWordList.fillers.words
  /// Legal forms of companies, with the word that stands for all of one kind.
  package static let legalForms = NameWordList.legalForms.words
  /// Titles without which nobody calls their bearers: "Pope Francis".
  package static let regnalTitles = NameWordList.regnalTitles.words
}
