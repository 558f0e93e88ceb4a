import RelataLanguage
import Testing

@Suite struct SegmentationScoreTests {
  @Test func countsWhatIsEqual() throws {
    // The gold file splits "AT&T", which the tokeniser keeps.
    let rows = { (words: [(String, Bool)]) in
      words.enumerated().map { index, word in
        "\(index + 1)\t\(word.0)\t_\tX\t_\t_\t\(index)\t\(index == 0 ? "root" : "dep")\t_\t"
          + (word.1 ? "_" : "SpaceAfter=No")
      }.joined(separator: "\n") + "\n\n"
    }
    let text =
      "# newdoc\n# text = Buy AT&T.\n"
      + rows([("Buy", true), ("AT", false), ("&", false), ("T", false), (".", true)])
      + "# text = He left.\n" + rows([("He", true), ("left", false), (".", true)])
    let score = SegmentationScore(gold: try CoNLLUReader().sentences(of: text))
    #expect(score.words.gold == 8)
    #expect(score.words.system == 6)
    #expect(score.words.equal == 5)
    #expect(abs(score.words.f1 - 10.0 / 14) < 1e-9)
    #expect(score.rawWords == score.words)
    #expect(score.rawSentences.equal == 2)
    #expect(score.rawSentences.f1 == 1)
  }
}
