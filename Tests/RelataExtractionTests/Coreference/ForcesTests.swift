import RelataExtraction
import Testing

/// Whom those act for who are sent, and what the nameless are called.
@Suite("What forces do, who sends them does") struct ForcesTests {
  @Test(
    "fighters of a group, troops of a state",
    arguments: [
      Passage("HTS fighters captured Hama.", "Hayat Tahrir al-Sham –captured→ Hama"),
      Passage("Moscow’s troops attacked Kharkiv.", "Russia –attacked→ Kharkiv"),
      Passage(
        "Al-Shabaab is an armed group in Somalia. Its fighters attacked Baidoa.",
        "al-Shabaab –attacked→ Baidoa"),
    ])
  func forces(_ passage: Passage) throws { try passage.check() }

  @Test("not those that have a name, or of which the text says which they are")
  func named() throws {
    let named = try Extraction.of(
      "The Iraqi Security Forces entered Mosul. Iraqi forces fought ISIL there.")
    #expect(try named.notation().contains("Iraqi Security Forces –fought_against→ Islamic State"))
    let special = try Extraction.of("US special forces killed Osama bin Laden in Pakistan.")
    #expect(try special.notation().contains("US special forces –killed→ Osama bin Laden"))
  }

  @Test("“his forces” are those that the text speaks of by name later")
  func later() throws {
    let found = try Extraction.of(
      "Ahmed al-Sharaa said that his forces took control of Aleppo. HTS forces met little resistance.")
    let notation = try found.notation()
    #expect(notation.contains("Hayat Tahrir al-Sham –captured→ Aleppo [reported]"), "\(notation)")
    #expect(!found.entities.contains { $0.name.hasSuffix("forces") })
  }

  @Test("what is only “his” is called by whose it is")
  func owned() throws {
    let found = try Extraction.of(
      "Paul Manafort was sentenced on Thursday. His lawyers criticized the court.")
    #expect(found.entities.contains { $0.name == "Paul Manafort’s lawyers" }, "\(found.entities.map(\.name))")
  }
}
