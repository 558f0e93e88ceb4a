import RelataExtraction
import RelataGraph
import Testing

/// People whose names are alike, and the reasons for which names become one person's.
@Suite struct NamesakeTests {
  private func people(_ text: String) throws -> [[String]] {
    try Extraction.of(text).entities.filter { $0.type == .person }.map { $0.names.map(\.name).sorted() }
  }

  @Test(
    "a given name that may be a particle is no particle of another given name",
    arguments: [
      ("Raymond Chan met Ben Chan in Hong Kong.", 2),
      ("Johnny Carson interviewed Ben Carson in Detroit.", 2),
      ("Zine El Abidine Ben Ali fled to Jeddah. Ben Ali died in Jeddah.", 1),
      ("Louis van Gaal visited Munich. Van Gaal praised Munich.", 1),
      ("Osama bin Laden visited Sudan. Bin Laden praised Sudan.", 1),
    ])
  func particles(_ text: String, _ count: Int) throws {
    let people = try people(text)
    #expect(people.count == count, "\(people)")
  }

  @Test(
    "a short form that fits two people does not make them one",
    arguments: [
      "James Earl Jones met James Brown Jones in Ohio. James Jones praised Ohio.",
      "Maria Elena Gomez met Maria Rosa Gomez in Lima. Maria Gomez praised Lima.",
    ])
  func bridges(_ text: String) throws {
    let people = try people(text)
    #expect(people.count == 2, "\(people)")
  }

  @Test(
    "each join says why",
    arguments: [
      (
        "The African Union (AU) met. The AU suspended Mali.", "AU", "African Union",
        [IdentityLink.Reason.acronym, .brackets, .gazetteer]
      ),
      (
        "Ellen Johnson Sirleaf gave a lecture. Sirleaf visited Oslo.", "Sirleaf", "Ellen Johnson Sirleaf",
        [.shortName]
      ),
      ("Jacques Chirac visited Tunis. Chriac praised Tunis.", "Chriac", "Jacques Chirac", [.typingError]),
      (
        "Vladimir Ulyanov, better known as Vladimir Lenin, visited Finland.", "Vladimir Lenin",
        "Vladimir Ulyanov",
        [.aliasPhrase]
      ),
    ])
  func reasons(_ text: String, _ name: String, _ other: String, _ reasons: [IdentityLink.Reason]) throws {
    let links = try Extraction.of(text).entities.flatMap(\.links).filter {
      $0.name == name && $0.other == other
    }
    #expect(!links.isEmpty)
    #expect(links.allSatisfy { reasons.contains($0.reason) }, "\(links)")
  }
}
