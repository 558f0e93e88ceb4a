import RelataDocuments
import RelataLanguage
import Testing

// example
/// The words of a text with their lemmas and parts of speech.
func taggedWords(of text: String) throws(ModelError) -> [String] {
  let analyzer = Analyzer(model: try LanguageModel.embedded())
  let document = analyzer.analyze(SourceDocument(id: "note.txt", text: text))
  return document.blocks.flatMap(\.sentences).flatMap(\.tokens).map { token in
    "\(token.form) \(token.lemma) \(token.partOfSpeech.rawValue)"
  }
}
// end

// example
/// The verbs of a sentence, each with its subject.
func subjects(in sentence: Sentence) -> [String] {
  sentence.tokens.compactMap { token in
    guard token.relation == "nsubj", let head = token.head else { return nil }
    return "\(token.form) \(sentence.tokens[head].lemma)"
  }
}

/// The names of a sentence, as written, with what bears them.
func names(in sentence: Sentence) -> [String] {
  sentence.names.map { name in
    let words = sentence.tokens[name.tokens].map(\.form)
    return words.joined(separator: " ") + " " + name.label.rawValue
  }
}
// end

// example
/// The sentences of a document, without those of headlines and captions.
func proseSentences(of document: SourceDocument) -> [[String]] {
  let prose = Segmenter().segment(document).filter { $0.kind == .prose }
  return prose.flatMap(\.sentences).map { $0.tokens.map(\.form) }
}
// end

@Suite("Examples of RelataLanguage")
struct RelataLanguageExamples {
  @Test("words with lemmas and parts of speech")
  func words() throws {
    #expect(
      try taggedWords(of: "The group captured Aleppo.") == [
        "The the DET", "group group NOUN", "captured capture VERB", "Aleppo Aleppo PROPN", ". . PUNCT",
      ])
  }

  @Test("subjects and names of a sentence")
  func sentence() throws {
    let analyzer = Analyzer(model: try LanguageModel.embedded())
    let sentence = try #require(
      analyzer.analyze([Tokenizer().tokens(of: "The group captured Aleppo.")]).first)
    #expect(subjects(in: sentence) == ["group capture"])
    #expect(names(in: sentence) == ["Aleppo LOC"])
  }

  @Test("running text without its headline")
  func prose() {
    let text = "Harbour closed\n\nThe harbour was closed on Monday. Nobody knows why.\n"
    #expect(
      proseSentences(of: SourceDocument(id: "note.txt", text: text)) == [
        ["The", "harbour", "was", "closed", "on", "Monday", "."], ["Nobody", "knows", "why", "."],
      ])
  }
}
