import RelataExtraction
import Testing

/// An office is whoever holds it, where the text says who that is.
@Suite("Who is meant by an office") struct OfficeHolderTests {
  @Test("its holder, whom the text names later or has named before")
  func holder() throws {
    let headline = try Extraction.of(
      "Ukrainian president rejects the resignation of Oleksiy Honcharuk\n\n"
        + "The announcement came on Friday. Ukrainian President Volodymyr Zelensky spoke in Kyiv.")
    #expect(!headline.entities.contains { $0.name.contains("president") }, "\(headline.entities.map(\.name))")
    let interim = try Extraction.of(
      "Syria’s President Ahmed al-Sharaa spoke of Bashar al-Assad. The interim Syrian president visited Moscow."
    )
    #expect(try interim.notation().contains("Ahmed al-Sharaa –visited→ Moscow"))
  }

  @Test("not one of several, nor who follows him, nor another state's")
  func others() throws {
    let two = try Extraction.of(
      "Iranian President Hassan Rouhani followed Iranian President Mahmoud Ahmadinejad in 2013. "
        + "In Geneva nobody was there but diplomats from Oman. The Iranian president visited Damascus."
    ).notation()
    #expect(!two.contains("Mahmoud Ahmadinejad –visited→ Damascus"), "\(two)")
    let next = try Extraction.of(
      "Greek Prime Minister Kyriakos Mitsotakis met Angela Merkel. The next Greek prime minister will visit Paris."
    ).notation()
    #expect(!next.contains { $0.hasPrefix("Kyriakos Mitsotakis –visited→") }, "\(next)")
    let other = try Extraction.of(
      "Greek Prime Minister Kyriakos Mitsotakis met Angela Merkel. The Polish prime minister visited Berlin."
    ).notation()
    #expect(!other.contains("Kyriakos Mitsotakis –visited→ Berlin"), "\(other)")
  }
}
