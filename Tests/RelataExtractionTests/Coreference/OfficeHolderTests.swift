import RelataExtraction
import Testing

/// An office is whoever holds it, where the text says who that is.
@Suite("Who is meant by an office") struct OfficeHolderTests {
  @Test(
    "its holder, whom the text names later or has named before",
    arguments: [
      (
        "Ukrainian president rejects Oleksiy Honcharuk’s resignation\n\n"
          + "The announcement came on Friday. Ukrainian President Volodymyr Zelensky spoke in Kyiv.",
        "Volodymyr Zelensky –head_of_state_of→ Ukraine"
      ),
      (
        "The Syrian president visited Moscow on Monday. Syrian President Ahmed al-Sharaa spoke in Damascus.",
        "Ahmed al-Sharaa –visited→ Moscow"
      ),
    ])
  func holder(text: String, statement: String) throws {
    let read = try Extraction.of(text)
    let statements = try read.notation()
    #expect(statements.contains { $0.hasPrefix(statement) }, "\(statements)")
    #expect(!read.entities.contains { $0.name.contains("president") }, "\(read.entities.map(\.name))")
  }

  /// Each text says what the other person does, so that the test sees that something was read.
  @Test(
    "not who holds it elsewhere, held it, follows in it, may hold it, or is one of several",
    arguments: [
      (
        "Greek Prime Minister Kyriakos Mitsotakis met Angela Merkel. The Polish prime minister visited Berlin.",
        "Mitsotakis", "Berlin"
      ),
      (
        "Greek Prime Minister Kyriakos Mitsotakis met Angela Merkel. The next Greek prime minister will visit Paris.",
        "Mitsotakis", "Paris"
      ),
      (
        "The French president visited Berlin. Jordan Bardella, who met Angela Merkel, could become president of France.",
        "Bardella", "Berlin"
      ),
      (
        "The Syrian president visited Moscow. In 2010, then Syrian President Bashar al-Assad met Angela Merkel.",
        "Assad", "Moscow"
      ),
      (
        "The Iranian president visited Damascus. Iranian Vice President Mohammad Mokhber met Angela Merkel.",
        "Mokhber", "Damascus"
      ),
      (
        "Israeli soldier killed Ali Hassan in Gaza\n\nIsraeli soldier Gilad Shalit met Angela Merkel in 2012.",
        "Shalit", "Hassan"
      ),
    ])
  func others(text: String, person: String, object: String) throws {
    let statements = try Extraction.of(text).notation()
    #expect(statements.contains { $0.contains(person) && $0.contains("–met_with→") }, "\(statements)")
    #expect(
      !statements.contains { $0.contains("\(person) –") && $0.contains("→ \(object)") }, "\(statements)")
  }
}
