import RelataExtraction
import RelataGraph
import RelataLanguage
import Testing

/// Evidence points into the original text, counted in Unicode scalars.
@Suite struct EvidenceTests {
  @Test(
    "the quote is the original text at its offsets",
    arguments: [
      "Boko Haram attacked Maiduguri.",
      "👩‍👩‍👧‍👦 🇧🇷 It rained.\n\n“Volkswagen sued Greenpeace,” the paper said.",
      "“It rained,” she said – twice… Jair Bolsonaro never visited Havana.",
      "Cafe\u{301} talk went on. Gabriel Boric criticized Nicola\u{301}s Maduro.",
      "Spain\u{A0}does not recognize Kosovo. Kenya’s President William Ruto visited Lomé 🎉.",
      "\r\n\r\nIt rained for most of the week in the valley before Volkswagen sued\r\nits old rival Greenpeace over the noise that had been made there.\r\n",
    ])
  func quotesAreExact(_ text: String) throws {
    let document = try Extraction.of(text, id: "notes/ä.txt")
    let scalars = Array(text.unicodeScalars)
    #expect(!document.statements.isEmpty)
    for statement in document.statements {
      let evidence = statement.evidence
      try #require(evidence.start >= 0 && evidence.start < evidence.end && evidence.end <= scalars.count)
      let quote = String(String.UnicodeScalarView(scalars[evidence.start..<evidence.end]))
      #expect(Array(evidence.quote.unicodeScalars) == Array(quote.unicodeScalars))
      #expect(evidence.document == "notes/ä.txt")
    }
  }

  @Test func eachStatementQuotesItsOwnSentence() throws {
    let document = try Extraction.of("Volkswagen sued Greenpeace. Boko Haram attacked Maiduguri.")
    let quotes = Dictionary(
      document.statements.map { ($0.relation, $0.evidence.quote) }, uniquingKeysWith: { first, _ in first })
    #expect(quotes["sued"] == "Volkswagen sued Greenpeace.")
    #expect(quotes["attacked"] == "Boko Haram attacked Maiduguri.")
  }
}
