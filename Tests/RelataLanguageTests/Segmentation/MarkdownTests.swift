import RelataDocuments
import RelataLanguage
import Testing

@Suite struct MarkdownTests {
  @Test func markupMakesBlocksAndIsNoPartOfTokens() {
    let document = SourceDocument(
      id: "x.md",
      text: """
        ---
        title: Nothing of this is read
        ---
        # The *King* Returns

        King **Rudolf**'s [palace](https://example.org/a_b "Title") confirmed the `return` \\*today\\*. He \
        met the duke.
        It was ![a picture](x.png)good.

        Second Title
        ------------

        > The duke is a traitor.

        - The king signed the deal.
        - Zenda

        | Party | Votes |
        |-------|-------|
        | Union | 12    |

        ```
        let code = "is not read."
        ```

        <div class="ad">

        [1]: https://example.org
        The end came on Monday.[^1]
        """, format: .markdown)
    var text = MarkedText("")
    text.document = document
    #expect(
      text.tokens() == [
        "heading The King Returns",
        "prose King Rudolf 's palace confirmed the return * today * . He met the duke . It was good .",
        "heading Second Title", "boilerplate The duke is a traitor .", "prose The king signed the deal .",
        "boilerplate Zenda", "boilerplate | Party | Votes |",
        "boilerplate | Union | 12 |", "prose The end came on Monday .",
      ])
  }

  @Test func offsetsIndexTheOriginal() {
    let source = "See **Rudolf**'s [palace](http://x.org)."
    let scalars = Array(source.unicodeScalars)
    let tokens = Segmenter().segment(SourceDocument(id: "x", text: source, format: .markdown))
      .flatMap(\.sentences).flatMap(\.tokens)
    #expect(tokens.map(\.form) == ["See", "Rudolf", "'s", "palace", "."])
    #expect(tokens.allSatisfy { $0.form == String(String.UnicodeScalarView(scalars[$0.range])) })
    #expect(tokens[1].range == 6..<12)
    #expect(!tokens[1].hasSpaceAfter)
  }

  private func sentences(_ text: String) -> [String] {
    Segmenter().segment(SourceDocument(id: "x", text: text, format: .markdown)).flatMap(\.sentences)
      .map { $0.tokens.map { $0.form + ($0.hasSpaceAfter ? " " : "") }.joined() }
  }

  @Test func markupEndsNoSentence() {
    #expect(
      sentences("**Mr.** Putin met the *U.S.* envoy. The [U.S.](http://x.org/a) Treasury sanctioned him.")
        .count
        == 2)
    #expect(sentences("He **left.** The king met *him.* They spoke.").count == 3)
  }

  @Test(arguments: [1, 40, 62, 63, 64, 65, 400])
  func wordsStandApartHoweverLongALinkIs(length: Int) {
    let address = "http://x.org/" + String(repeating: "a", count: length)
    #expect(sentences("See [Vladimir](\(address)) Putin there.") == ["See Vladimir Putin there. "])
  }

  @Test func codeEndsWhereItsFenceDoes() {
    #expect(
      sentences(
        """
        ````
        ```swift
        Nothing is read here.
        ```
        ````

        ```Code``` begins a paragraph of its own here.

        ~~~ text `a`
        Nor here.
        ~~~

        The king came.
        """) == ["Code begins a paragraph of its own here. ", "The king came. "])
  }

  @Test func textThatOnlyLooksLikeMarkupStays() {
    let text = "The file snake_case costs 5 * 3 < 20 and [sic] it was ~5 or #1."
    let tokens = Segmenter().segment(SourceDocument(id: "x", text: text, format: .markdown))
      .flatMap(\.sentences).flatMap(\.tokens)
    #expect(tokens.map(\.form) == Tokenizer().tokens(of: text).map(\.form))
  }
}
