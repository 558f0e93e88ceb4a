import RelataTestSupport
import Testing

@testable import RelataLanguage

@Suite struct NameDecoderTests {
  private static let texts = ["O", "B-PER", "I-PER", "E-PER", "S-PER", "B-ORG", "I-ORG", "E-ORG", "S-ORG"]
  private static let tags = texts.compactMap(NameTag.init)

  private func isValid(_ path: [Int]) -> Bool {
    var open: Substring?
    for index in path {
      let text = Self.texts[index]
      let label = text.dropFirst(2)
      switch text.first {
      case "O", "S", "B":
        guard open == nil else { return false }
        open = text.first == "B" ? label : nil
      default:
        guard open == label else { return false }
        if text.first == "E" { open = nil }
      }
    }
    return open == nil
  }

  private func spans(_ path: [Int]) -> [NameSpan] {
    var result: [NameSpan] = []
    var start = 0
    for (word, index) in path.enumerated() {
      let text = Self.texts[index]
      if text.first == "B" || text.first == "S" { start = word }
      if text.first == "E" || text.first == "S", let label = NameLabel(rawValue: String(text.dropFirst(2))) {
        result.append(NameSpan(tokens: start..<word + 1, label: label))
      }
    }
    return result
  }

  private func bruteForce(_ logits: [Float], _ words: Int) -> [NameSpan] {
    let width = Self.tags.count
    var best: (score: Double, path: [Int]) = (-.infinity, [])
    var path = [Int](repeating: 0, count: words)
    while true {
      if isValid(path) {
        let score = path.indices.reduce(0) { $0 + Double(logits[$1 * width + path[$1]]) }
        if score > best.score { best = (score, path) }
      }
      var digit = 0
      while digit < words {
        path[digit] += 1
        if path[digit] < width { break }
        path[digit] = 0
        digit += 1
      }
      if digit == words { return spans(best.path) }
    }
  }

  @Test(arguments: 1...4)
  func findsTheBestValidSequence(words: Int) {
    let decoder = NameDecoder(tags: Self.tags)
    var generator = SeededGenerator(seed: UInt64(words))
    for _ in 0..<(words < 4 ? 40 : 6) {
      let logits = generator.floats(words * Self.tags.count, in: -4...4)
      let found = decoder.names(logits, words: words)
      let expected = bruteForce(logits, words)
      #expect(found.map(\.tokens) == expected.map(\.tokens))
      #expect(found.map(\.label) == expected.map(\.label))
    }
  }

  @Test func spansOfAnySentenceAreInOrderAndApart() {
    let decoder = NameDecoder(tags: Self.tags)
    var generator = SeededGenerator(seed: 9)
    for words in [1, 2, 17, 90] {
      let names = decoder.names(generator.floats(words * Self.tags.count, in: -9...9), words: words)
      var end = 0
      for name in names {
        #expect(name.tokens.lowerBound >= end && !name.tokens.isEmpty)
        #expect((0...1).contains(name.confidence))
        end = name.tokens.upperBound
      }
      #expect(end <= words)
    }
  }

  @Test func confidenceIsTheMeanProbabilityOfTheTags() throws {
    let decoder = NameDecoder(tags: try ["O", "S-PER"].map { try #require(NameTag($0)) })
    // e^0 / (e^0 + e^-1) = 0.731
    let names = decoder.names([-1, 0, 0, -1], words: 2)
    #expect(names == [NameSpan(tokens: 0..<1, label: .person, confidence: 0.731)])
  }

  @Test func noWordsHaveNoNames() { #expect(NameDecoder(tags: Self.tags).names([], words: 0).isEmpty) }

  @Test(arguments: ["", "B", "B-", "X-PER", "B-DOG", "o"])
  func unknownTagsAreRefused(text: String) { #expect(NameTag(text) == nil) }
}
