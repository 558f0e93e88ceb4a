import Relata
import Testing

@Suite("A long document")
struct LongDocumentTests {
  private static let filler = (0..<40).map { "Paragraph \($0) tells of the weather and of nothing else.\n\n" }
    .joined()
  /// What takes room and no time to read.
  private static let room = String(repeating: "\n", count: 27_000)

  /// More than half a megabyte, with letters of several bytes, and what is asked for at both ends.
  private static let text: String = {
    var text = "PARIS, March 14, 2024 — Élodie Marchand-Leclair visited Oslo.\n\n"
    while text.utf8.count < 490_000 { text += filler + room }
    // The first part ends here, at 512 KiB.
    while text.utf8.count < 540_000 { text += filler }
    text +=
      "Chancellor Gustav Lindqvist visited Narvik on Thursday. He later met Élodie Marchand-Leclair.\n\n"
    return text + filler
  }()

  @Test("is read in parts: every quote stands where it says, dates are the document's, and nothing is lost")
  func parts() async throws {
    let source = SourceDocument(id: "long.txt", text: Self.text)
    let graph = try await GraphBuilder().build([source]).graph
    let scalars = Array(Self.text.unicodeScalars)
    for evidence in graph.statements.flatMap(\.evidence) {
      var quote = String.UnicodeScalarView()
      quote.append(contentsOf: scalars[evidence.start..<evidence.end])
      #expect(String(quote) == evidence.quote)
    }
    let document = try #require(graph.documents.first)
    #expect(graph.documents.count == 1 && document.text == Self.text)
    #expect(document.date == PartialDate(year: 2024, month: 3, day: 14))
    func named(_ name: String) throws -> EntityID {
      try #require(graph.entities.first { entity in entity.aliases.contains { $0.name == name } }).id
    }
    // Who is named in several parts is one.
    let leclair = try named("Élodie Marchand-Leclair")
    let visit = try #require(
      graph.statements.first {
        $0.subject.rawValue.hasSuffix("gustav-lindqvist") && $0.object.rawValue.hasSuffix("narvik")
      })
    #expect(visit.time?.start == PartialDate(year: 2024, month: 3, day: 14))
    #expect(graph.statements.contains { $0.subject == leclair || $0.object == leclair })
    #expect(graph.entities.count { $0.id == leclair } == 1)
    let quotes = graph.statements.flatMap(\.evidence).filter { $0.start > 500_000 }
    #expect(!quotes.isEmpty)
  }
}
