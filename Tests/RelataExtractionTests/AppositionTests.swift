import RelataExtraction
import RelataGraph
import Testing

/// Who is meant by a name behind "the wife of the president of Cameroon".
@Suite("Appositions") struct AppositionTests {
  private static let offices: Set = ["head_of_state_of", "head_of_government_of", "minister_of"]

  private func offices(_ text: String) throws -> [String] {
    let document = try Extraction.of(text)
    return document.statements.filter { Self.offices.contains($0.relation) }
      .map { "\(document.entities[$0.subject].name) \($0.relation) \(document.entities[$0.object].name)" }
  }

  @Test(
    "whoever is somebody's to a president is none",
    arguments: [
      "The wife of the president of Cameroon, Chantal Biya, opened a school in Yaounde.",
      "The lawyer of the prime minister of Pakistan, Asad Malik, spoke to reporters.",
      "The prime minister's nominee for president of Iraq, Barham Salih, spoke in Baghdad.",
      "The deputy to the prime minister of Haiti, Jean Dorval, resigned.",
      "Chantal Biya, wife of the president of Cameroon, opened a school.",
      "A critic of the president of Turkey, Can Yildiz, was arrested in Izmir on Tuesday.",
      "A lawyer for the ousted prime minister of Pakistan, Salman Raja, said his client was ill.",
      "King Charles visited Kenya in October.",
    ])
  func relatives(text: String) throws {
    let found = try offices(text)
    #expect(found.isEmpty, "\(found)")
  }

  @Test(
    "a president is one",
    arguments: [
      ("The speech of the president of Ghana, Nana Akufo-Addo, was applauded in Accra.", "Nana Akufo-Addo"),
      ("The death of the president of Chad, Idriss Deby, shocked France.", "Idriss Deby"),
      ("Rivals of the president of Mali, Ibrahim Keita, protested in Bamako.", "Ibrahim Keita"),
      ("The president of Peru, Dina Boluarte, met Xi Jinping.", "Dina Boluarte"),
    ])
  func presidents(text: String, name: String) throws {
    let found = try offices(text)
    #expect(found.contains { $0.hasPrefix(name + " head_of_state_of") }, "\(found)")
  }

  @Test(
    "what an office's own words say of it",
    arguments: [
      ("President-elect Bola Tinubu of Nigeria met Emmanuel Macron in Paris.", Modality.planned),
      ("Juan Guaido, the self-declared president of Venezuela, met Mike Pence.", .alleged),
      ("Juan Guaido, the president of Venezuela, met Mike Pence.", .asserted),
    ])
  func modality(text: String, modality: Modality) throws {
    let found = try Extraction.of(text).statements.filter { $0.relation == "head_of_state_of" }
    #expect(found.map(\.modality) == [modality], "\(found)")
  }

  @Test("a title is told from its first word on")
  func title() throws {
    let found = try Extraction.of("Juan Guaido, the self-declared president of Venezuela, met Mike Pence.")
    #expect(found.statements.compactMap(\.role) == ["self-declared president"])
  }
}
