import RelataExtraction
import RelataGraph
import Testing

@Suite struct PlaceContradictionTests {
  private typealias F = Fixtures
  private let ends = [
    F.entity("Marie Curie"), F.entity("Angela Merkel"), F.entity("Emmanuel Macron"),
    F.entity("Warsaw", type: .city), F.entity("Lyon", type: .city), F.entity("Poland", type: .country),
    F.entity("Vieux Lyon", type: .city),
  ]

  private func contradictions(_ documents: [DocumentStatement]...) throws -> [Contradiction] {
    try F.resolve(documents.enumerated().map { F.document("\($0.offset).txt", ends, $0.element) })
      .contradictions
  }

  @Test func oneIsBornOnce() throws {
    let found = try contradictions([F.statement(0, "born_in", 3)], [F.statement(0, "born_in", 4)])
    #expect(found.map(\.kind) == [.value])
    #expect(found.map(\.explanation) == ["Marie Curie born in: Lyon in 1.txt, Warsaw in 0.txt"])
  }

  @Test func aCityAndItsCountryAgree() throws {
    #expect(
      try contradictions([F.statement(0, "born_in", 3)], [F.statement(0, "born_in", 5)]).isEmpty)
  }

  @Test func aQuarterAndItsCityAgree() throws {
    #expect(
      try contradictions(
        [F.statement(0, "born_in", 6)],
        [F.statement(0, "born_in", 4), F.statement(6, "located_in", 4, at: 20)]
      ).isEmpty)
  }

  @Test func oneMeetingIsInOnePlace() throws {
    let found = try contradictions(
      [F.statement(1, "met", 2, time: "2019-06-03", place: 3)],
      [F.statement(1, "met", 2, time: "2019-06-03", place: 4)])
    #expect(found.map(\.kind) == [.place])
    #expect(
      found.map(\.explanation) == [
        "Angela Merkel met Emmanuel Macron: in Lyon 2019-06-03 in 1.txt, in Warsaw 2019-06-03 in 0.txt"
      ])
  }

  @Test(arguments: [("2019-06-03", "2019-06-04"), ("2019-06", "2019-06"), ("2019", "2019-06-03")])
  func meetingsThatMayBeTwoAreNoContradiction(_ first: String, _ second: String) throws {
    #expect(
      try contradictions(
        [F.statement(1, "met", 2, time: first, place: 3)], [F.statement(1, "met", 2, time: second, place: 4)]
      ).isEmpty)
  }

  @Test func oneTextMayTellOfTwoMeetings() throws {
    #expect(
      try contradictions([
        F.statement(1, "met", 2, time: "2019-06-03", place: 3),
        F.statement(1, "met", 2, time: "2019-06-03", place: 4, at: 30),
      ]).isEmpty)
  }
}
