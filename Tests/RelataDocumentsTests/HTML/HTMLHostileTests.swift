#if Markup
  import RelataDocuments
  import RelataTestSupport
  import Testing

  /// Pages that mean harm: no crash, and an end.
  @Suite struct HTMLHostileTests {
    private func content(_ html: String) throws -> DocumentContent {
      try HTMLReader().content(of: Array(html.utf8))
    }

    @Test(arguments: ["<div>", "<span>", "<ul><li>", "<table><tr><td>", "<b><i>", "<nav>", "<my-x>"])
    func nestingWithoutEndIsCutOff(_ element: String) throws {
      let page = try content(
        "<p>" + String(repeating: "Words before it. ", count: 9) + "</p>"
          + String(repeating: element, count: 100_000) + "deep")
      #expect(page.text.hasPrefix("Words before it."))
      #expect(!page.notes.isEmpty)
    }

    @Test func endsWithoutBeginningsUnderDeepNesting() throws {
      let page = try content(
        "<p>Words.</p>" + String(repeating: "<div>", count: 4_000) + String(repeating: "</x>", count: 200_000)
      )
      #expect(page.text.contains("Words"))
    }

    @Test func pagesAboveTheLimitAreRefused() {
      var limits = ReadingLimits()
      limits.documentBytes = 1_000
      let reader = HTMLReader(limits: limits)
      #expect(throws: FormatError.tooLarge(what: "bytes", limit: 1_000)) {
        try reader.content(of: Array(repeating: 0x61, count: 1_001))
      }
    }

    @Test func timeIsBounded() {
      var limits = ReadingLimits()
      limits.seconds = 0
      let page = Array(String(repeating: "<p>word</p>", count: 100_000).utf8)
      #expect(throws: FormatError.tookTooLong(seconds: 0)) {
        try HTMLReader(limits: limits).content(of: page)
      }
    }

    @Test func manyOfEverythingTakesLinearTime() throws {
      let many = 50_000
      let pieces = [
        "<h1 class='byline'>a", "<tr><td>x", "<a href=x>y</a><br><br>", "<time datetime='2026'>",
        "<meta name=author content=x>",
        "<p class='\(String(repeating: "z", count: 200))'>w", "&#0;&#x110000;&bogus;", "<!-- <p> -->",
        "<![CDATA[", "<script>", "\0\u{1}",
      ]
      let clock = ContinuousClock()
      let time = try clock.measure {
        for piece in pieces {
          do { _ = try content(String(repeating: piece, count: many)) } catch is FormatError {}
        }
      }
      #expect(time < .seconds(60) * CostScale.factor)
    }

    @Test func linkedDataThatIsNestedWithoutEndIsPassedOver() throws {
      let json = String(repeating: "[", count: 100_000) + String(repeating: "{\"a\":", count: 100_000)
      let page = try content(
        "<script type='application/ld+json'>\(json)}</script><p>Words that are shown.</p>")
      #expect(page.text.contains("Words that are shown."))
    }

    @Test(arguments: ["<![CDATA[ } ] {", "<![CDATA[{", "}{", "]", "{", "<![CDATA[]]>", ""])
    func linkedDataWhoseBracketsAreAmissIsPassedOver(json: String) throws {
      let page = try content(
        "<script type='application/ld+json'>\(json)</script><p>Words that are shown.</p>")
      #expect(page.text.contains("Words that are shown."))
    }

    @Test func theSameBytesGiveTheSameContent() throws {
      let page = String(
        repeating: "<div class='post'><p>Some words, and more of them, that a page may well have.</p></div>",
        count: 20)
      let first = try content(page)
      for _ in 0..<5 { #expect(try content(page) == first) }
    }
  }
#endif
