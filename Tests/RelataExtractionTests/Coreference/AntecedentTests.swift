import RelataExtraction
import RelataGraph
import Testing

/// Whom a description goes back to.
@Suite("Antecedents of descriptions") struct AntecedentTests {
  @Test("another kind of body is not the one that was named, the same kind is")
  func kinds() throws {
    let found = try Extraction.of(
      "The World Health Organization praised Kenya. The ministry of health thanked the organization.")
    let named = try #require(found.entities.first { $0.name == "World Health Organization" })
    #expect(!named.names.contains { $0.name.contains("ministry") }, "\(named.names)")
    let statements = try found.notation()
    #expect(statements.contains("ministry of health –thanked→ World Health Organization"), "\(statements)")
  }
}
