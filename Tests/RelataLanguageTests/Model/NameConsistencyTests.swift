import Testing

@testable import RelataLanguage

@Suite struct NameConsistencyTests {
  private func sentence(_ text: String, _ names: [(Range<Int>, NameLabel, Double)]) -> Sentence {
    Sentence(
      tokens: tokens(text), names: names.map { NameSpan(tokens: $0.0, label: $0.1, confidence: $0.2) })
  }

  private func labels(_ sentences: [Sentence]) -> [[NameLabel]] {
    let consistency = NameConsistency(sentences)
    return sentences.map { consistency.applied(to: $0).names.map(\.label) }
  }

  @Test func theMajorityWins() {
    let document = [
      sentence("Hama fell .", [(0..<1, .person, 0.5)]),
      sentence("They left Hama .", [(2..<3, .location, 0.9)]),
      sentence("Hama is quiet .", [(0..<1, .location, 0.8)]),
    ]
    #expect(labels(document) == [[.location], [.location], [.location]])
  }

  @Test func closeVotesChangeNothing() {
    let document = [
      sentence("Jordan scored .", [(0..<1, .person, 0.8)]),
      sentence("He flew to Jordan .", [(3..<4, .location, 0.9)]),
    ]
    #expect(labels(document) == [[.person], [.location]])
  }

  @Test func aFullNameSaysWhatItsLastWordIs() {
    let document = [
      sentence("Ada Sterling spoke .", [(0..<2, .person, 0.9)]),
      sentence("Sterling left .", [(0..<1, .location, 0.5)]),
    ]
    #expect(labels(document) == [[.person], [.person]])
  }

  @Test func timesKeepTheirLabel() {
    let document = [
      sentence("In May .", [(1..<2, .time, 0.6)]), sentence("May spoke .", [(0..<1, .person, 0.9)]),
      sentence("May left .", [(0..<1, .person, 0.9)]),
    ]
    #expect(labels(document) == [[.time], [.person], [.person]])
  }
}
