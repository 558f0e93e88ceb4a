import RelataGraph
import Testing

@Suite("Time spans")
struct TimeSpanTests {
  private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

  @Test func `Spans are written as ISO 8601 intervals`() throws {
    #expect(TimeSpan(at: try date("2024-12-08")).description == "2024-12-08")
    #expect(TimeSpan(start: try date("2015"), end: nil).description == "2015/")
    #expect(TimeSpan(start: nil, end: try date("2007")).description == "/2007")
    #expect(TimeSpan(start: try date("1995"), end: try date("1999")).description == "1995/1999")
  }

  @Test func `Only a span with one date is a point`() throws {
    #expect(TimeSpan(at: try date("2024")).isPoint)
    #expect(!TimeSpan(start: try date("2024"), end: nil).isPoint)
    #expect(!TimeSpan(start: try date("2024"), end: try date("2025")).isPoint)
    #expect(!TimeSpan(start: nil, end: nil).isPoint)
  }

  @Test func `Spans are compatible unless a bound that both know differs`() throws {
    let day = TimeSpan(at: try date("2024-12-08"))
    #expect(day.isCompatible(with: TimeSpan(at: try date("2024-12"))))
    #expect(!day.isCompatible(with: TimeSpan(at: try date("2025"))))
    #expect(day.isCompatible(with: TimeSpan(start: nil, end: try date("2024"))))
    #expect(!TimeSpan(start: try date("2015"), end: nil).isCompatible(with: TimeSpan(at: try date("2016"))))
    #expect(
      TimeSpan(start: try date("2015"), end: nil).isCompatible(
        with: TimeSpan(start: nil, end: try date("2007"))))
  }
}
