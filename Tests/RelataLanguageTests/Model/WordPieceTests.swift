import Testing

@testable import RelataLanguage

@Suite struct WordPieceTests {
  @Test func cutsWordsAsTheTrainingProgramDoes() throws {
    let wordPiece = try Embedded.model.get().wordPiece
    for sample in WordPieceSamples.all {
      #expect(wordPiece.pieces(of: sample.word) == sample.pieces, "\(sample.word.debugDescription)")
    }
  }

  @Test func classifiesShapesAsTheTrainingProgramDoes() {
    for sample in WordPieceSamples.all {
      #expect(WordShape.shape(of: sample.word) == sample.shape, "\(sample.word.debugDescription)")
    }
  }

  @Test(arguments: 0..<40)
  func everyWordHasBetweenOneAndSixteenKnownPieces(seed: UInt64) throws {
    let model = try Embedded.model.get()
    let pieces = model.wordPiece.pieces(of: RandomText(seed: seed).text(length: Int(seed) * 7))
    #expect((1...16).contains(pieces.count))
    #expect(pieces.allSatisfy { (0..<Int32(model.words.rows)).contains($0) })
  }

  @Test func idsAreLinesOfTheVocabularyEvenWhereLinesRepeat() throws {
    let lines = Array("[UNK]\n[CLS]\n[SEP]\na\na\nb".utf8)
    try lines.withUnsafeBytes {
      let wordPiece = try WordPiece(vocabulary: $0, folding: [:])
      #expect(wordPiece.count == 6)
      #expect(wordPiece.pieces(of: "b") == [5])
      #expect(wordPiece.pieces(of: "a") == [4])
    }
  }

  /// As many different lines as their bytes allow: the table must have room for them, and a search must end.
  @Test func aVocabularyOfVeryShortPiecesIsSearched() throws {
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789".map(String.init)
    let pieces = ["[UNK]", "[CLS]", "[SEP]"] + letters + letters.flatMap { a in letters.map { a + $0 } }
    try Array(pieces.joined(separator: "\n").utf8).withUnsafeBytes {
      let wordPiece = try WordPiece(vocabulary: $0, folding: [:])
      for (id, piece) in pieces.enumerated().dropFirst(3) {
        #expect(wordPiece.pieces(of: piece) == [Int32(id)])
      }
      #expect(wordPiece.pieces(of: "abc") == [wordPiece.unknown])
    }
  }

  @Test func aVocabularyWithoutMarkersIsRefused() {
    #expect(throws: ModelError.self) {
      try Array("a\nb".utf8).withUnsafeBytes { _ = try WordPiece(vocabulary: $0, folding: [:]) }
    }
  }
}

@Suite struct LemmaTests {
  @Test(arguments: [
    ("l 3 e", "Making", "make"), ("l 0 ", "U.S.", "u.s."), ("k 0 ", "McDonald", "McDonald"),
    ("l 2 ", "’s", "’s"),
    ("l 2 ot", "n’t", "not"), ("k 9 x", "abc", "abc"), ("l 0  b", "A", "a b"),
  ])
  func scriptsAreApplied(script: String, form: String, lemma: String) throws {
    #expect(try #require(LemmaScript(script)).apply(to: form) == lemma)
  }

  @Test(arguments: ["", "l", "x 1 a", "l -1 a", "l one a"])
  func brokenScriptsAreRefused(script: String) {
    #expect(LemmaScript(script) == nil)
  }

  @Test(arguments: [
    ("captured", "VBD", "capture"), ("stopped", "VBN", "stop"), ("carried", "VBD", "carry"),
    ("hoping", "VBG", "hope"),
    ("hopping", "VBG", "hop"), ("overran", "VBD", "overrun"), ("went", "VBD", "go"),
    ("denies", "VBZ", "deny"),
    ("Offered", "VBD", "offer"), ("lobbied", "VBD", "lobby"), ("co-sponsored", "VBN", "co-sponsor"),
    ("cross-examining", "VBG", "cross-examine"), ("re-sent", "VBD", "re-send"),
  ])
  func knownVerbsWinOverTheGuess(form: String, tag: String, lemma: String) {
    let lexicon = LemmaLexicon.embedded()
    #expect(lexicon.lemma(of: form, part: .verb, tag: tag, guess: "?") == lemma)
  }

  @Test func anUnknownWordKeepsTheGuess() {
    let lexicon = LemmaLexicon.embedded()
    #expect(lexicon.lemma(of: "blorfed", part: .verb, tag: "VBD", guess: "blorf") == "blorf")
    #expect(lexicon.lemma(of: "Kyiv", part: .properNoun, tag: "NNP", guess: "Kyiv") == "Kyiv")
  }
}
