import RelataDocuments
import Testing

@Suite struct DuplicateIndexTests {
  private func match(
    _ first: String, _ second: String, dates: (String?, String?) = (nil, nil)
  ) -> DuplicateIndex.Match? {
    var index = DuplicateIndex()
    #expect(index.insert(ShingleSignature(first), date: dates.0, key: "first") == nil)
    return index.insert(ShingleSignature(second), date: dates.1, key: "second")
  }

  private let strike = Articles.strike
  private var whole: String { Articles.text(strike) }

  @Test func theSameTextIsFound() {
    let match = match(whole, whole, dates: ("2024-05-02", nil))
    #expect(match?.key == "first")
    #expect(match?.date == "2024-05-02")
    #expect(match?.similarity.resemblance == 1)
  }

  @Test func aCutStoryIsFound() {
    #expect(match(whole, Articles.text(Array(strike.prefix(5)))) != nil)
    #expect(match(Articles.text(Array(strike.dropFirst(4))), whole) != nil)
  }

  @Test func anotherHeadlineAndBylineAreFound() {
    let other = ["Port workers return after pay deal", "Mallory Courier staff, 3 May"] + strike.dropFirst(2)
    #expect(match(whole, Articles.text(other)) != nil)
  }

  @Test func aChangedParagraphIsFound() {
    var other = strike
    other[5] =
      "The governor was not available for comment, and her office referred questions to the ministry of trade."
    #expect(match(whole, Articles.text(other)) != nil)
  }

  @Test func addedBoilerplateIsFound() {
    let other =
      strike + [
        "Sign up for our newsletter to have the best of our reporting in your mailbox every morning.",
        "Follow us on every network that you like. All rights reserved; no part may be printed without permission.",
      ]
    #expect(match(whole, Articles.text(other)) != nil)
  }

  @Test func anotherSpellingOfNamesIsFound() {
    let other = whole.replacing("Tomas", with: "Thomas").replacing("Mallory", with: "Malory")
    #expect(match(whole, other) != nil)
  }

  @Test func anotherReportOfTheSameEventIsNot() {
    #expect(match(whole, Articles.text(Articles.rival)) == nil)
  }

  /// Five of six words are the same, the figures are not.
  @Test func aFormFilledInAnewIsNot() {
    func report(_ stocks: Int, _ change: Int, _ awaiting: Int) -> String {
      """
      Certificated stocks of cotton that can be delivered on the exchange of Port Mallory as of the close of business yesterday \
      were reported at \(stocks) bales by the clerk of the exchange, down \(change) bales from the day before, and there were \
      \(awaiting) bales that await review by the inspectors of the exchange before they may be certified.
      """
    }
    #expect(match(report(34_661, 421, 1_218), report(35_082, 336, 169)) == nil)
    #expect(match(report(34_661, 421, 1_218), report(34_661, 421, 1_218)) != nil)
  }

  @Test func theNextReportOfASeriesIsNot() {
    let next =
      ["Weekly report on the port, second week"] + strike.dropFirst(2).dropLast(2)
      + [
        "The ministry said that it had nothing to add, and that the next report would be written when there was news."
      ]
    #expect(match(whole, Articles.text(next), dates: ("2024-05-02", "2024-05-03")) != nil)
    #expect(match(whole, Articles.text(next), dates: ("2024-05-02", "2024-05-09")) == nil)
    #expect(match(whole, whole, dates: ("2024-05-02", "2024-05-09T08:00:00Z")) != nil)
    #expect(match(whole, Articles.text(next), dates: ("2024-05-02", "last week")) != nil)
  }

  @Test func shortTextsMustBeTheSame() {
    #expect(match("Photo: Ines Calder", "Photo: Ines Calder.") != nil)
    #expect(
      match("The port of Port Mallory is open again.", "The port of Port Mallory is closed again.") == nil)
    #expect(match("", "") == nil)
  }

  @Test func theBestOfSeveralIsFound() {
    var index = DuplicateIndex()
    index.insert(ShingleSignature(Articles.text(Array(strike.dropFirst(3)))), key: "part")
    index.insert(ShingleSignature(whole), key: "whole")
    #expect(index.match(for: ShingleSignature(whole.uppercased()))?.similarity.containment == 1)
    #expect(index.match(for: ShingleSignature(whole.uppercased()))?.key == "whole")
  }
}
