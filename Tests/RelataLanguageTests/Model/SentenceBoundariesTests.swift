import Testing

import RelataDocuments
@testable import RelataLanguage

@Suite struct SentenceBoundariesTests {
  private func sentences(_ text: String) throws -> [[String]] {
    try Embedded.analyzer().segment(SourceDocument(id: "x", text: text)).blocks.flatMap(\.sentences).map {
      $0.tokens.map(\.form)
    }
  }

  /// A splitter by rules leaves a stop before a lower-case word alone: it may be an abbreviation's.
  @Test func lowerCaseSentencesAreParted() throws {
    let found = try sentences(
      "we waited for an hour and nobody came. they never called us back. the food was cold and i would not go again."
    )
    #expect(found.map { $0.first ?? "" } == ["we", "they", "the"])
  }

  @Test func ordinaryNewsIsLeftToTheRules() throws {
    let text = "The U.S. Senate met on Monday. Dr. Chen of Acme Corp. spoke for an hour, and left."
    let found = try sentences(text)
    #expect(found.count == 2)
    #expect(
      found
        == Segmenter().segment(SourceDocument(id: "x", text: text)).flatMap(\.sentences).map {
          $0.tokens.map(\.form)
        })
  }

  @Test(arguments: 0..<6)
  func noWordIsLostOrMoved(seed: UInt64) throws {
    let document = SourceDocument(id: "x", text: RandomText(seed: seed).text(length: 900))
    let before = Segmenter().segment(document)
    let after = try Embedded.analyzer().segment(document).blocks
    #expect(after.map(\.kind) == before.map(\.kind))
    for (a, b) in zip(after, before) {
      #expect(a.sentences.flatMap(\.tokens) == b.sentences.flatMap(\.tokens))
      #expect(a.sentences.allSatisfy { !$0.tokens.isEmpty } || b.sentences.contains { $0.tokens.isEmpty })
    }
  }
}
