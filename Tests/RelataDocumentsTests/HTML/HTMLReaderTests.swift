#if Markup
  import RelataDocuments
  import Testing

  /// How blocks, encodings and metadata of small pages are read.
  @Suite struct HTMLReaderTests {
    private func all(_ html: String) throws -> String {
      try HTMLReader().content(of: Array(html.utf8), part: .all).text
    }

    private func metadata(_ head: String, address: String? = nil) throws -> [String: String] {
      let page = "<html><head>\(head)</head><body><p>Text.</p></body></html>"
      return try HTMLReader().content(of: Array(page.utf8), part: .all, address: address).metadata
    }

    @Test func blocksAreParagraphsAndInlineElementsAddNoSpaces() throws {
      #expect(try all("<div>One<p>T<b>w</b>o</p>Three<h2>Four</h2></div>") == "One\n\nTwo\n\nThree\n\nFour")
      #expect(try all("<ul><li>a<li>b</ul><blockquote>c</blockquote>") == "a\n\nb\n\nc")
      #expect(try all("<figure><img><figcaption>d</figcaption></figure>e") == "d\n\ne")
    }

    @Test func oneBreakIsASpaceAndTwoAreAParagraph() throws {
      #expect(try all("<p>a<br>b<br><br>c<br> <br/>d</p>") == "a b\n\nc\n\nd")
    }

    @Test func rowsOfDataAreParagraphsAndLayoutIsNot() throws {
      #expect(
        try all("<table><tr><th>a</th><th>b</th></tr><tr><td>1<td><p>2</p></tr></table>") == "a | b\n\n1 | 2")
      #expect(try all("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>") == "a\n\nb\n\nc")
      #expect(try all("<table><tr><td></td><td>x</td><td></td></tr></table>") == "x")
    }

    @Test func elementsOfToday() throws {
      let page =
        "<body><main><section><p>a</section><my-card>b <i>c</i></my-card><template>t</template></main></body>"
      #expect(try all(page) == "a\n\nb c")
      #expect(
        try all("<p>x<svg><title>t</title><text>u</text></svg>y<p hidden>h<p style='display: none'>n") == "xy"
      )
    }

    @Test func entitiesAndBrokenMarkup() throws {
      #expect(try all("<p>a &amp; b &lt;c&gt; &eacute;&#8211;&#x2014; AT&T</p>") == "a & b <c> é–— AT&T")
      #expect(try all("plain words <b>and") == "plain words and")
      #expect(try all("<p>kept <div class='x>lost?</div><p>after</p>").contains("kept"))
    }

    @Test func whatAMissingEndSwallowsIsNotLost() throws {
      let prose =
        "The council voted on Thursday to keep the ferry in service until the end of the year, its master said."
      let page =
        "<nav><div><a href='/'>Home</a></nav><h1>Ferry stays</h1>"
        + String(repeating: "<p>\(prose)</p>", count: 8)
      #expect(try HTMLReader().content(of: Array(page.utf8)).text.contains(prose))
    }

    @Test func linkedDataComesInManyShapes() throws {
      func title(_ json: String) throws -> String? {
        try metadata("<script type='application/ld+json'>\(json)</script>")["title"]
      }
      #expect(try title(#"{"@type":"NewsArticle","headline":"A"}"#) == "A")
      #expect(
        try title(#"[{"@type":"WebSite","name":"S"},{"@type":["Report","NewsArticle"],"headline":"B"}]"#)
          == "B"
      )
      #expect(try title(#"{"@graph":[{"@type":"LiveBlogPosting","headline":"C &amp; D"}]};"#) == "C & D")
      #expect(
        try title("/*<![CDATA[*/{\"@type\":\"Article\",\"headline\":\"raw\nbreak\"}/*]]>*/") == "raw break")
      #expect(try title(#"{"@type":"NewsArticle","headline":"#) == nil)
    }

    @Test func metaElementsOfManyVocabularies() throws {
      #expect(
        try metadata(
          "<meta name='citation_author' content='A. B.'><meta name='citation_author' content='C. D.'>")[
            "author"] == "A. B., C. D.")
      #expect(try metadata("<meta name='DC.creator' content='By E. F.'>")["author"] == "E. F.")
      #expect(
        try metadata("<meta property='article:author' content='https://facebook.com/x'>")["author"] == nil)
      #expect(
        try metadata("<meta name='parsely-pub-date' content='2026-03-01T10:00:00Z'>")["date"]
          == "2026-03-01T10:00:00Z")
    }

    @Test(arguments: [
      ("2026-11-28", "2026-11-28"), ("2026-11-28 09:30", "2026-11-28T09:30"), ("20261128", "2026-11-28"),
      ("2026-11-28T09:30:15.123+0100", "2026-11-28T09:30:15+01:00"), ("November 28, 2026", "2026-11-28"),
      ("Sat, 28 Nov 2026 09:30:00 GMT", "2026-11-28"), ("28.11.2026", "2026-11-28"),
      ("11/28/2026", "2026-11-28"),
      ("28 novembre 2026", "2026-11-28"), ("3/4/2026", "3/4/2026"), ("3.4.2026", "3.4.2026"),
      ("2026-13-45", "2026-13-45"), ("yesterday", "yesterday"),
    ])
    func datesAreISOWhereTheyCanBeRead(_ text: String, _ date: String) throws {
      #expect(try metadata("<meta name='date' content='\(text)'>")["date"] == date)
    }

    @Test func theTitleIsFreeOfTheSite() throws {
      let site = "<meta property='og:site_name' content='The Daily Gull'>"
      #expect(
        try metadata(site + "<title>Ferry stays - News - The Daily Gull</title>")["title"]
          == "Ferry stays")
      #expect(try metadata(site + "<title>The Daily Gull | Ferry stays</title>")["title"] == "Ferry stays")
      #expect(
        try metadata("<title>Ferry stays for a year | Gull</title>")["title"] == "Ferry stays for a year")
      #expect(try metadata("<title>Well-known: a ferry</title>")["title"] == "Well-known: a ferry")
    }

    @Test func addressesAreAbsolute() throws {
      let address = "https://gull.example/a/b?x=1"
      #expect(
        try metadata("<link rel=canonical href='/c'>", address: address)["url"] == "https://gull.example/c")
      #expect(
        try metadata("<meta property='og:url' content='d'>", address: address)["url"]
          == "https://gull.example/a/d")
      #expect(
        try metadata("<base href='/z/'><link rel=canonical href='d'>", address: address)["url"]
          == "https://gull.example/z/d")
      #expect(try metadata("<link rel=canonical href='/c'>")["url"] == nil)
      #expect(try metadata("<link rel=canonical href='javascript:x'>", address: address)["url"] == address)
    }

    @Test func anArticleThatOnlyTheMetadataHoldIsRead() throws {
      let body = (1...40).map { "Sentence number \($0) of it." }.joined(separator: " ")
      let page = """
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Made by script","articleBody":"\(body)"}</script>
        <body><div id="root"></div></body>
        """
      #expect(try HTMLReader().content(of: Array(page.utf8)).text == "Made by script\n\n" + body)
    }

    @Test func aPageWithoutTextIsEmpty() {
      for page in ["", "<html><body><script>x</script></body></html>", "<p> </p>"] {
        #expect(throws: FormatError.empty) { try HTMLReader().content(of: Array(page.utf8)) }
      }
    }
  }
#endif
