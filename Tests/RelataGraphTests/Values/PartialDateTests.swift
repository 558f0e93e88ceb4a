import RelataGraph
import Testing

@Suite("Partial dates")
struct PartialDateTests {
  @Test(arguments: ["2024", "2024-12", "2024-12-08", "XXXX-11", "XXXX-11-30", "0079-08-24"])
  func `What is parsed is written the same`(text: String) throws {
    #expect(try #require(PartialDate(text)).description == text)
  }

  @Test(arguments: [
    "", "24", "2024-", "2024-13", "2024-00", "2024-1", "2024-12-32", "2024-12-00", "2024-12-08-01", "XXXX",
    "-2024", "2024/12", "yesterday", "+202", "2024-+1",
  ])
  func `What is no date is refused`(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func `A day without a month is forgotten`() {
    #expect(PartialDate(year: 2024, month: nil, day: 8) == PartialDate(year: 2024))
  }

  @Test(arguments: [
    ("2024", "2024-12-08", true), ("2024-12", "2024-12-08", true), ("XXXX-12", "2024-12-08", true),
    ("XXXX-11", "2024-12", false), ("2024", "2025", false), ("2024-12-07", "2024-12-08", false),
    ("2024-11", "2024-12-08", false), ("XXXX-11", "2024", true),
  ])
  func `Dates are compatible if they can be the same day`(a: String, b: String, expected: Bool) throws {
    let (a, b) = (try #require(PartialDate(a)), try #require(PartialDate(b)))
    #expect(a.isCompatible(with: b) == expected)
    #expect(b.isCompatible(with: a) == expected)
    #expect(a.isCompatible(with: a))
  }

  @Test func `Order is chronological, the vaguer date first`() throws {
    let texts = ["XXXX-11", "2023-12-31", "2024", "2024-01", "2024-01-01", "2024-02"]
    let dates = try texts.map { try #require(PartialDate($0)) }
    #expect(Array(dates.reversed()).sorted().map(\.description) == texts)
  }

  /// All dates over a few components: order and compatibility keep their laws.
  @Test func `Order is total and compatibility never contradicts equality`() {
    var dates: [PartialDate] = []
    for year in [nil, 2023, 2024] as [Int?] {
      for month in [nil, 1, 12] as [Int?] {
        for day in [nil, 1, 31] as [Int?] where month != nil || day == nil {
          dates.append(PartialDate(year: year, month: month, day: day))
        }
      }
    }
    for a in dates {
      for b in dates {
        #expect([a < b, b < a, a == b].filter { $0 }.count == 1)
        if a == b { #expect(a.isCompatible(with: b)) }
        for c in dates where a < b && b < c { #expect(a < c) }
      }
    }
  }
}
