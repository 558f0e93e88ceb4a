import RelataDocuments
import RelataTestSupport
import Testing

@Suite struct DuplicateGroupsTests {
  private func entry(_ key: String, _ date: String?, _ paragraphs: some Sequence<String>) -> DuplicateEntry {
    DuplicateEntry(key: key, date: date, signature: ShingleSignature(Articles.text(Array(paragraphs))))
  }

  private var strike: [String] { Articles.strike }

  @Test func theEarliestOfTheFullVersionsRepresents() {
    let entries = [
      entry("cut", "2024-05-01", strike.prefix(5)),
      entry("late", "2024-05-03", strike),
      entry("early", "2024-05-02", strike.dropFirst()),
      entry("undated", nil, strike),
      entry("rival", "2024-05-01", Articles.rival),
    ]
    #expect(DuplicateGroups.groups(of: entries) == [["early", "cut", "late", "undated"]])
  }

  @Test func equallyEarlyOnesAreRepresentedByTheLongestThenTheSmallestKey() {
    let entries = [
      entry("a", "2024-05-02", strike.dropFirst()), entry("c", "2024-05-02", strike),
      entry("b", "2024-05-02", strike),
    ]
    #expect(DuplicateGroups.groups(of: entries) == [["b", "a", "c"]])
  }

  @Test func theOrderDoesNotMatter() {
    var entries: [DuplicateEntry] = []
    for index in 0..<12 {
      entries.append(entry("strike\(index)", "2024-05-\(10 + index % 5)", strike.dropFirst(index % 4)))
      entries.append(entry("rival\(index)", nil, Articles.rival.prefix(6 - index % 2)))
    }
    let expected = DuplicateGroups.groups(of: entries)
    #expect(expected.map(\.count) == [12, 12])
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20 { #expect(DuplicateGroups.groups(of: entries.shuffled(using: &generator)) == expected) }
  }

  /// A digest of two stories takes both up only because all that they say is in it; the stories
  /// do not become one another.
  @Test func chainsDoNotBringDifferentStoriesTogether() {
    let digest = strike.dropFirst(2).prefix(3) + Articles.rival.dropFirst(1).prefix(2)
    let entries = [
      entry("strike", nil, strike), entry("digest", nil, digest),
      entry("rival", nil, Articles.rival.prefix(3)),
    ]
    // Where only one of them is there, the digest is one with it.
    #expect(DuplicateGroups.groups(of: Array(entries.prefix(2))) == [["strike", "digest"]])
    #expect(DuplicateGroups.groups(of: Array(entries.suffix(2))) == [["digest", "rival"]])
    #expect(DuplicateGroups.groups(of: entries) == [["strike", "digest"]])
  }

  @Test func nothingHasNoGroups() {
    #expect(DuplicateGroups.groups(of: []).isEmpty)
    #expect(DuplicateGroups.groups(of: [entry("a", nil, []), entry("b", nil, [])]).isEmpty)
  }
}
