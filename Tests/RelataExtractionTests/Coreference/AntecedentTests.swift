import RelataExtraction
import RelataGraph
import Testing

/// Whom a description goes back to.
@Suite("Antecedents of descriptions") struct AntecedentTests {
  private func notation(_ text: String) throws -> Set<String> { try Extraction.of(text).notation() }

  @Test("another kind of body is not the one that was named, the same kind is")
  func kinds() throws {
    let found = try Extraction.of(
      "The World Health Organization praised Kenya. The ministry of health thanked the organization.")
    let named = try #require(found.entities.first { $0.name == "World Health Organization" })
    #expect(!named.names.contains { $0.name.contains("ministry") }, "\(named.names)")
    let statements = try found.notation()
    #expect(statements.contains("ministry of health –thanked→ World Health Organization"), "\(statements)")
  }

  @Test("a leader's forces are those of the group that is called his")
  func ledForces() throws {
    let found = try notation(
      "HTS leader Ahmed al-Sharaa spoke on Monday. Sharaa's forces captured the city of Aleppo from the army."
    )
    #expect(found.contains { $0.hasPrefix("Hayat Tahrir al-Sham –captured→") }, "\(found)")
  }

  @Test("whom the text calls by an office is meant by it, not somebody named before")
  func office() throws {
    let found = try notation(
      "Ahmed Hassan met Emmanuel Macron in Paris. The interim Syrian president also met Angela Merkel. Syrian President Ahmed al-Sharaa spoke on Friday."
    )
    #expect(found.contains("Ahmed al-Sharaa –met_with→ Angela Merkel"), "\(found)")
  }

  @Test("a title that also stands in names describes somebody")
  func titles() throws {
    let found = try notation("Emmanuel Macron met Mohammed bin Zayed in Paris. The sheikh praised France.")
    #expect(found.contains { $0.hasSuffix("–praised→ France") }, "\(found)")
  }
}
