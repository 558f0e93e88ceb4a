import RelataDocuments
import RelataExtraction
import RelataGraph
import RelataLanguage
import Testing

/// What a whole document gives, beside its single sentences.
@Suite struct DocumentTests {
  static let article = """
    March 12, 2021

    Cyril Ramaphosa visited Maputo on Monday. He praised Filipe Nyusi.

    The Revolutionary United Front (RUF) was feared. The RUF attacked Freetown. Canada and Japan sanctioned Myanmar.
    """

  @Test(
    "texts without names or without words give nothing",
    arguments: ["", " \n\t\n", "It rained all night.", "…", "🎉"])
  func nothingToTell(_ text: String) throws {
    let document = try Extraction.of(text)
    #expect(document.statements.isEmpty)
    #expect(document.entities.isEmpty)
  }

  @Test("names have no characters that nobody sees; the quotation keeps them")
  func invisible() throws {
    let text = "Joe Bi\u{AD}den visited To\u{AD}ron\u{AD}to. Angela\u{2060} Merkel\u{200D} visited Paris."
    let document = try Extraction.of(text)
    let names = Set(document.entities.flatMap { [$0.name] + $0.names.map(\.name) })
    #expect(names == ["Joe Biden", "Toronto", "Angela Merkel", "Paris"])
    #expect(document.statements.first?.evidence.quote == "Joe Bi\u{AD}den visited To\u{AD}ron\u{AD}to.")
  }

  @Test func sameTextTwiceGivesTheSame() throws {
    let first = try Extraction.of(Self.article)
    #expect(!first.statements.isEmpty)
    #expect(try Extraction.of(Self.article) == first)
  }

  @Test func neighboursInTimeDoNotDisturbEachOther() async throws {
    let alone = try Extraction.of(Self.article)
    let together = try await withThrowingTaskGroup(of: ExtractedDocument.self) { group in
      for _ in 0..<4 { group.addTask { try Extraction.of(Self.article) } }
      return try await group.reduce(into: [ExtractedDocument]()) { $0.append($1) }
    }
    #expect(together == Array(repeating: alone, count: 4))
  }

  @Test("indices of statements point at entities that exist")
  func endsExist() throws {
    let document = try Extraction.of(Self.article)
    for statement in document.statements {
      for index in [statement.subject, statement.object, statement.attribution, statement.place].compactMap({
        $0
      }) {
        #expect(document.entities.indices.contains(index))
      }
      #expect((0...1).contains(statement.confidence))
    }
  }

  @Test("the title tells a fact; headings inside, which may be of other stories, do not")
  func headings() throws {
    let title = try Extraction.of(
      "# Boko Haram attacks Maiduguri\n\nIt rained all night in the town.\n", format: .markdown)
    #expect(try title.notation() == ["Boko Haram –attacked→ Maiduguri"])
    let heading = try Extraction.of(
      "# Rain\n\nIt rained all night in the town.\n\n## Boko Haram attacks Maiduguri\n\nIt rained again.\n",
      format: .markdown)
    #expect(heading.statements.isEmpty)
    let prose = try Extraction.of("# Rain\n\nBoko Haram attacked Maiduguri.\n", format: .markdown)
    #expect(try prose.notation() == ["Boko Haram –attacked→ Maiduguri"])
  }

  @Test func linkListsGiveNoStatements() throws {
    let document = try Extraction.of(
      """
      Microsoft acquired LinkedIn in 2016.

      Related Stories

      - [Volkswagen sued Greenpeace](https://example.org/a)
      - [Boko Haram attacked Maiduguri](https://example.org/b)
      """, format: .markdown)
    #expect(try document.notation() == ["Microsoft –acquired→ LinkedIn @2016"])
  }

  @Test(
    "members of a family stay apart",
    arguments: [
      ("Raúl Castro", "Fidel Castro", "Raúl Castro visited Moscow. Fidel Castro visited Algiers."),
      ("Laurent Kabila", "Joseph Kabila", "Laurent Kabila visited Kigali. Joseph Kabila visited Brussels."),
      ("Indira Gandhi", "Rajiv Gandhi", "Indira Gandhi visited Dhaka. Rajiv Gandhi visited Colombo."),
      (
        "Imelda Marcos", "Ferdinand Marcos",
        "Imelda Marcos visited Tripoli. Ferdinand Marcos visited Beijing."
      ),
    ])
  func familiesStayApart(_ first: String, _ second: String, _ text: String) throws {
    let names = try Extraction.of(text).entities.filter { $0.type == .person }.map(\.name)
    #expect(Set(names) == [first, second])
  }
}
