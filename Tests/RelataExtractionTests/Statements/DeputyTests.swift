import RelataExtraction
import Testing

/// An office that one person holds is not his deputy's, nor a candidate's.
@Suite struct DeputyTests {
  private static let office = "head_of_state_of"

  @Test(
    "deputies and candidates do not hold it",
    arguments: [
      (
        "If elected, Harris would be the first woman to serve as Vice President of the United States.",
        "Harris –holds_position→ United States"
      ),
      ("Vice President of Iran Mohammad Mokhber visited Iraq.", "Mohammad Mokhber –holds_position→ Iran"),
      (
        "Bill Hammons launched a campaign for President of the United States.",
        "Bill Hammons –ran_for→ United States"
      ),
    ])
  func others(text: String, statement: String) throws {
    let found = try Extraction.of(text).notation()
    #expect(found.contains { $0.hasPrefix(statement) }, "\(found)")
    #expect(!found.contains { $0.contains("–\(Self.office)→") }, "\(found)")
  }

  @Test(
    "holders do, though somebody works for them",
    arguments: [
      (
        "Michael Cohen worked for President Donald Trump of the United States.",
        "Donald Trump –head_of_state_of→ United States"
      ),
      ("Emmanuel Macron, the president of France, spoke.", "Emmanuel Macron –head_of_state_of→ France"),
    ])
  func holders(text: String, statement: String) throws {
    #expect(try Extraction.of(text).notation().contains { $0.hasPrefix(statement) })
  }
}
