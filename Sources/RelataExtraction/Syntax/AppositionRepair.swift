import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Mends the apposition of "the wife of the president of Cameroon, Chantal Biya": parsers hang the name on the
/// noun that is nearest, and wives, lawyers and nominees become presidents.
///
/// Both nouns could be meant. Where the first one means one person, it is mostly his name that follows: who is
/// called by the office is named with it.
struct AppositionRepair {
  let gazetteer: Gazetteer

  /// - Complexity: linear in the sentence's names and their tokens.
  func repaired(_ sentence: Sentence) -> Sentence {
    var result = sentence
    for name in sentence.names where name.label == .person {
      guard
        let head = name.tokens.first(where: { token in
          sentence.tokens[token].head.map { !name.tokens.contains($0) } ?? false
        }), sentence.tokens[head].relation == "appos", name.tokens.lowerBound > 0,
        sentence.tokens[name.tokens.lowerBound - 1].form == ",",
        let noun = sentence.tokens[head].head.flatMap({ outerPerson(around: $0, in: sentence) })
      else { continue }
      result.tokens[head].head = noun
    }
    return result
  }

  /// The noun for one person of whom a noun for one person is the complement: "wife" of "the president".
  private func outerPerson(around token: Int, in sentence: Sentence) -> Int? {
    var title = token
    // "… of Cameroon, Chantal Biya".
    if sentence.tokens[title].partOfSpeech == .properNoun, sentence.tokens[title].relation == "nmod",
      let head = sentence.tokens[title].head, head < title
    {
      title = head
    }
    guard isPerson(sentence.tokens[title]), sentence.tokens[title].relation == "nmod",
      let noun = sentence.tokens[title].head, noun < title, isPerson(sentence.tokens[noun])
    else { return nil }
    return noun
  }

  private func isPerson(_ token: Token) -> Bool {
    token.partOfSpeech == .noun && token.tag == "NN"
      && gazetteer.description(token.lemma.lowercased())?.types.first == .person
  }
}
