/// The lemmas that a form may have, whatever part of speech it is where it stands: of words that are looked
/// up without their sentence being read.
package struct WordLemmas: Sendable {
  let lexicon: LemmaLexicon

  /// The form in lower case, and what it is a form of as a verb, a noun and an adjective.
  /// - Complexity: O(length).
  package func lemmas(of form: String) -> Set<String> {
    let lower = form.lowercased()
    var result: Set = [lower]
    for (part, tag) in [
      (PartOfSpeech.verb, "VBD"), (.verb, "VBG"), (.verb, "VBZ"), (.noun, "NNS"), (.adjective, "JJ"),
    ] {
      result.insert(lexicon.lemma(of: lower, part: part, tag: tag, guess: lower))
    }
    return result
  }
}

extension Analyzer {
  /// The lemmas of single forms.
  package var lemmas: WordLemmas { WordLemmas(lexicon: lexicon) }
}
