import RelataNames
import RelataTestSupport
import Testing

@Suite struct EditDistanceTests {
  @Test func known() {
    #expect(EditDistance.levenshtein("kitten", "sitting") == 3)
    #expect(EditDistance.levenshtein("Aleppo", "Alpepo") == 2)
    #expect(EditDistance.alignment("Aleppo", "Alpepo", limit: 9) == 1)
    // Optimal string alignment edits no part twice.
    #expect(EditDistance.alignment("ca", "abc", limit: 9) == 3)
    #expect(EditDistance.alignment("", "abc", limit: 3) == 3)
    #expect(EditDistance.alignment("", "abc", limit: 2) == nil)
    // Scalars are counted, not bytes.
    #expect(EditDistance.levenshtein("Łódź", "Lodz") == 3)
  }

  private func word(_ random: inout SeededGenerator, longest: Int) -> String {
    (0..<random.number(longest + 1)).map { _ in random.choice(["a", "b", "c", "é", "ж"]) }.joined()
  }

  @Test(
    "a distance is one: the same both ways, 0 for one word alone, no longer than a detour", arguments: 0..<20)
  func metric(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let (a, b, c) = (word(&random, longest: 8), word(&random, longest: 8), word(&random, longest: 8))
      let distance = EditDistance.levenshtein(a, b)
      #expect(distance == EditDistance.levenshtein(b, a))
      #expect((distance == 0) == (a == b))
      #expect(distance <= EditDistance.levenshtein(a, c) + EditDistance.levenshtein(c, b))
      let aligned = EditDistance.alignment(a, b, limit: 99) ?? 99
      #expect(EditDistance.alignment(b, a, limit: 99) == aligned)
      #expect(aligned <= distance && distance <= 2 * aligned)
    }
  }

  @Test(
    "a pattern says the same, within the limit and beyond it, up to 64 scalars and beyond", arguments: 0..<20)
  func pattern(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<100 {
      let longest = round % 4 == 0 ? 90 : 9
      let (a, limit) = (word(&random, longest: longest), random.number(8))
      var b = round % 2 == 0 ? word(&random, longest: longest) : a + word(&random, longest: 3)
      let expected = EditDistance.alignment(a, b, limit: limit)
      let found = b.withUTF8 { EditPattern(a).distance(to: $0, limit: limit) }
      #expect(found == expected, "\(a) \(b)")
    }
  }
}
