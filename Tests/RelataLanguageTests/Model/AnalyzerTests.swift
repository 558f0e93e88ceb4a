import CRelataKernels
import Testing

import RelataDocuments
@testable import RelataLanguage

@Suite struct AnalyzerTests {
  private static let sentences =
    RecordedAnalyses.sentences.map { $0.tokens.map { Token(form: $0.form, range: $0.range) } } + [
      [], tokens("Yes"), tokens(". . . !"), tokens("PRIME MINISTER QUITS AFTER VOTE"),
    ]

  @Test(arguments: RecordedAnalyses.sentences)
  func agreesWithTheTrainingProgram(expected: Sentence) throws {
    let bare = expected.tokens.map { Token(form: $0.form, range: $0.range) }
    let found = try Embedded.analyzer().analyze([bare])[0]
    #expect(found.tokens.map(\.partOfSpeech) == expected.tokens.map(\.partOfSpeech))
    #expect(found.tokens.map(\.head) == expected.tokens.map(\.head))
    #expect(found.tokens.map(\.relation) == expected.tokens.map(\.relation))
    #expect(found.names.map(\.tokens) == expected.names.map(\.tokens))
    #expect(found.names.map(\.label) == expected.names.map(\.label))
    #expect(found.names.allSatisfy { $0.confidence > 0.4 && $0.confidence <= 1 })
  }

  @Test func fillsTagsLemmasAndFeatures() throws {
    let sentence = try Embedded.analyzer().analyze([
      tokens("She has n’t written her books for McMillan , did she ?")
    ])[0]
    #expect(
      sentence.tokens.map(\.lemma) == [
        "she", "have", "not", "write", "her", "book", "for", "McMillan", ",", "do", "she", "?",
      ])
    #expect(sentence.tokens[3].tag == "VBN")
    #expect(sentence.tokens[5].tag == "NNS")
    #expect(sentence.tokens[0].feature("Person") == "3")
    #expect(sentence.tokens[5].feature("Number") == "Plur")
    #expect(sentence.tokens[6].features.isEmpty)
  }

  @Test func keepsFormsAndRanges() throws {
    let input = tokens("Rain fell on Lagos .")
    let output = try Embedded.analyzer().analyze([input])[0].tokens
    #expect(output.map(\.form) == input.map(\.form))
    #expect(output.map(\.range) == input.map(\.range))
    #expect(output.map(\.hasSpaceAfter) == input.map(\.hasSpaceAfter))
  }

  @Test(arguments: levels)
  func everyInstructionSetGivesTheSameAnalysis(level: relata_level) throws {
    let analyzer = try Embedded.analyzer()
    let sentences = Array(Self.sentences.prefix(4))
    let reader = SentenceReader(analyzer, encoder: Encoder(model: try Embedded.model.get(), level: level))
    let windows = analyzer.windows(of: sentences)
    let parts = windows.flatMap { reader.read($0) }
    #expect(analyzer.join(windows, parts, count: sentences.count) == analyzer.analyze(sentences))
  }

  /// A window is read by itself: what was read before, and on which thread, changes nothing.
  @Test func neitherCompanyNorOrderChangesAWindow() throws {
    let analyzer = try Embedded.analyzer()
    let document = (0..<12).flatMap { _ in Self.sentences }
    let windows = analyzer.windows(of: document)
    #expect(windows.count > 5)
    let together = analyzer.analyze(windows)
    #expect(Array(windows.reversed().map { analyzer.analyze([$0]) }.reversed().joined()) == together)
  }

  @Test func windowsHoldWholeSentencesInOrder() throws {
    let analyzer = try Embedded.analyzer()
    let long = tokens(String(repeating: "rain fell on the port and ", count: 60) + "stopped .")
    let document = Self.sentences + [long] + Self.sentences
    let windows = analyzer.windows(of: document)
    let parts = windows.flatMap(\.parts)
    #expect(parts.map(\.sentence) == document.indices.filter { !document[$0].isEmpty })
    for part in parts { #expect(part.tokens.map(\.form) == document[part.sentence].map(\.form)) }
    for window in windows {
      let pieces = window.parts.reduce(1) { $0 + $1.pieces.count + 1 }
      #expect(pieces <= 128 || window.parts.count == 1)
    }
    #expect(windows.map(\.wordCount).reduce(0, +) == document.map(\.count).reduce(0, +))
  }

  @Test func threadsDoNotChangeASentence() async throws {
    let analyzer = try Embedded.analyzer()
    let expected = analyzer.analyze(Self.sentences)
    await withTaskGroup(of: [Sentence].self) { group in
      for _ in 0..<4 { group.addTask { analyzer.analyze(Self.sentences) } }
      var results = 0
      for await result in group {
        results += 1
        #expect(result == expected)
      }
      #expect(results == 4)
    }
  }

  @Test func anEmptySentenceStaysEmpty() throws {
    #expect(try Embedded.analyzer().analyze([[], tokens("Yes")])[0] == Sentence(tokens: []))
    #expect(try Embedded.analyzer().analyze([]).isEmpty)
  }

  /// More pieces than the encoder has positions: parts, whose roots hang on the first.
  @Test func aVeryLongSentenceIsOneTree() throws {
    let clause = "the minister said that rain had flooded the port of Rotterdam and "
    let sentence = try Embedded.analyzer().analyze([tokens(String(repeating: clause, count: 60) + "left .")])[
      0]
    #expect(sentence.tokens.count == 722)
    #expect(isTree(sentence.tokens.map(\.head)))
    #expect(sentence.tokens.filter { $0.relation == "root" }.count == 1)
    #expect(sentence.tokens.allSatisfy { !$0.lemma.isEmpty && !$0.tag.isEmpty && !$0.relation.isEmpty })
    let ports = sentence.names.filter { sentence.tokens[$0.tokens.upperBound - 1].form == "Rotterdam" }
    #expect(ports.count > 50)
  }

  @Test(arguments: [
    String(repeating: "x", count: 20_000), String(repeating: "👩‍👩‍👧🇸🇾👍🏽", count: 300), "\u{0}", "\u{301}\u{301}",
    "\u{200B}", "中文中文", String(repeating: "-", count: 600), "[SEP]",
  ])
  func oddWordsSurvive(form: String) throws {
    let words = [
      Token(form: form, range: 0..<1), Token(form: form, range: 1..<2), Token(form: "fell", range: 2..<3),
    ]
    let sentence = try Embedded.analyzer().analyze([words])[0]
    #expect(isTree(sentence.tokens.map(\.head)))
    #expect(sentence.tokens.map(\.form) == words.map(\.form))
  }

  @Test(arguments: 0..<8)
  func documentsThatNobodyWouldWriteGiveTrees(seed: UInt64) throws {
    let text = RandomText(seed: seed).text(length: 600)
    let document = try Embedded.analyzer().analyze(
      SourceDocument(id: "x", text: text, format: seed.isMultiple(of: 2) ? .plain : .markdown))
    for block in document.blocks where block.kind != .boilerplate {
      for sentence in block.sentences {
        #expect(isTree(sentence.tokens.map(\.head)))
        #expect(sentence.names.allSatisfy { sentence.tokens.indices.contains($0.tokens.upperBound - 1) })
      }
    }
  }
}
