import RelataDocuments
import RelataLanguage
import Testing

/// The expected boundaries are marked by `|` in the text.
@Suite struct SentenceTests {
  @Test(
    arguments: [
      "Mr. Putin met Gen. Abu Qasra. | He left.",
      "Defense Minister Maj.-Gen. Murhaf Abu Qasra came. | The talks began.",
      "The U.S. Army withdrew. | It left from the U.S. | The base closed.",
      "J. K. Rowling wrote to J.R.R. Tolkien. | George W. Bush did not.",
      "It rose 3.5 percent to $1.2 million. | No. 5 fell.",
      "At 5 p.m. Tuesday he spoke. | At 6 p.m. | He left.",
      "Acme Inc. said so on Jan. 5, 2020. | Shares of Acme Inc. fell.",
      "He said no. | The others agreed.",
      "Use tools, e.g. The Gazette, and more. | See also vol. 3 of it.",
      "“I cry with joy.” | Sarkozy said her return was good.",
      "\"Only politicians can solve that crisis. | I urge them to listen.\" | Annan said so.",
      "“Stop!” Putin said. | “Why now?” he asked.",
      "“Why?” | The question remains.",
      "Sharaa arrived to meet his counterpart Vladimir Putin... | Sharaa is accompanied by others.",
      "Sharaa is to meet with... Putin... to discuss matters.",
      "Russia “stayed out of the fighting… under an agreement,” he added.",
      "He left (for Moscow). | (He came back later.) | Then he slept.",
      "The city fell. | al-Sharaa said so. | iPhone sales fell.",
      "It ended.[12] | The war went on. [3] | Peace came.",
      "The base closed.The troops left.".replacing("closed.", with: "closed.| "),
      "Sites such as Gawker.com have stated this. | Others have not.",
      "What a day!!! | Really?! | Yes.",
      "Prices rose 5%. | 20 people died.",
      "St. Petersburg and Mt. Hermon vs. Dr. No",
    ])
  func endWhereMarked(marked: String) {
    let expected = marked.split(separator: "|").map { $0.trimmed }
    let text = marked.split(separator: "|").joined().replacing("  ", with: " ")
    let glued = text.replacing("closed. The", with: "closed.The")
    let sentences = sentences(of: marked.contains("closed.|") ? glued : text)
    #expect(sentences == expected)
  }

  @Test func aSentenceTooLongIsCutAtPunctuation() {
    let text = (1...100).map { "alpha beta gamma delta \($0)," }.joined(separator: " ") + " end."
    let blocks = Segmenter().segment(SourceDocument(id: "x", text: text))
    let sentences = blocks.flatMap(\.sentences)
    #expect(sentences.count > 2)
    for sentence in sentences {
      #expect(sentence.tokens.count <= Segmenter.longestSentence)
      #expect([",", "."].contains(sentence.tokens.last?.form))
    }
    #expect(sentences.flatMap(\.tokens).count == 602)
  }

  @Test func aHundredThousandWordsWithoutAStopAreCutHard() {
    let text = String(repeating: "word ", count: 100_000)
    let blocks = Segmenter().segment(SourceDocument(id: "x", text: text))
    let sentences = blocks.flatMap(\.sentences)
    #expect(sentences.count == 500)
    #expect(sentences.allSatisfy { $0.tokens.count == 200 })
  }

  @Test func aLongRunWithoutSpaceIsCutIntoTokens() {
    let text = String(repeating: "x", count: 100_000)
    let tokens = Segmenter().segment(SourceDocument(id: "x", text: text)).flatMap(\.sentences).flatMap(
      \.tokens)
    #expect(tokens.map(\.form).joined() == text)
    #expect(tokens.allSatisfy { $0.range.count <= 256 })
  }

  private func sentences(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return Segmenter().blocks(of: SourceDocument(id: "x", text: text)).flatMap(\.sentences).map {
      String(String.UnicodeScalarView(scalars[$0]))
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
