import RelataLanguage

/// Mends two errors that the parser makes.
///
/// In "after rebels, led by X, overthrew Y" they hang "rebels" on the main clause
/// as if "after" were a preposition, and leave "overthrew" without a subject.
///
/// The tag of "after" says that a clause follows (SCONJ), and a finite verb without a subject follows:
/// the nominal is its subject.
///
/// In "the Seoul-based company Samsung sued" noun and name both become subjects of one verb: the name
/// is the noun's apposition.
enum ClauseRepair {
  /// - Complexity: O(*n*²) in the sentence's tokens at worst, O(*n*) where nothing is to be mended.
  static func repaired(_ sentence: Sentence) -> Sentence {
    var result = sentence
    for (index, token) in sentence.tokens.enumerated()
    where token.partOfSpeech == .subordinatingConjunction && token.relation == "case" {
      guard let nominal = token.head, let main = sentence.tokens[nominal].head, nominal > index,
        let verb = sentence.tokens.indices.dropFirst(nominal + 1).first(where: {
          sentence.tokens[$0].head == main && sentence.tokens[$0].isFiniteVerb
            && sentence.tokens[$0].relation.hasPrefix("advcl")
        }), !sentence.tokens.contains(where: { $0.head == verb && $0.relation.hasPrefix("nsubj") })
      else { continue }
      let isPassive = sentence.tokens.contains { $0.head == verb && $0.relation == "aux:pass" }
      result.tokens[nominal].head = verb
      result.tokens[nominal].relation = isPassive ? "nsubj:pass" : "nsubj"
      result.tokens[index].head = verb
      result.tokens[index].relation = "mark"
    }
    mendDoubledSubjects(&result)
    return result
  }

  private static func mendDoubledSubjects(_ sentence: inout Sentence) {
    for index in sentence.tokens.indices.dropFirst() {
      let noun = sentence.tokens[index - 1]
      let name = sentence.tokens[index]
      guard noun.partOfSpeech == .noun, name.partOfSpeech == .properNoun, noun.head == name.head,
        noun.head != nil,
        noun.relation == "nsubj", name.relation == "nsubj"
      else { continue }
      sentence.tokens[index].head = index - 1
      sentence.tokens[index].relation = "appos"
    }
  }
}

extension Token {
  fileprivate var isFiniteVerb: Bool { partOfSpeech == .verb && feature("VerbForm") == "Fin" }
}
