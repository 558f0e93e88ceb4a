import Testing

@testable import RelataDocuments

@Suite struct CalendarDayTests {
  @Test(
    arguments: [
      "2024-03-05", "2024-3-5", "2024/03/05", "2024.03.05", "20240305", "2024-03-05T23:59:59.999-11:00",
      "2024-03-05 10:11:12+00:00", "20240305T101112Z", "20240305101112", "202403051011",
      "D:20240305101112+01'00'",
      "Tue, 05 Mar 2024 10:11:12 +0100", "Tue, 5 Mar 24 10:11 GMT", "5 March 2024", "05 March, 2024",
      "5th of March 2024",
      "the 5th March 2024", "March 5, 2024", "Mar. 5, 2024", "March 5th, 2024", "MARCH 5 2024", "5-Mar-2024",
      "05/Mar/2024:10:11:12 +0000", "Tue Mar  5 10:11:12 2024", "Tue Mar 5 10:11:12 CET 2024",
      "Tue Mar 05 10:11:12 +0000 2024", "Tue Mar  5 10:11:12 PM CET 2024", "D:2024030510", "2024 March 5",
      "Published: March 5, 2024 at 10:11 am EST", "5.3.2024", "05.03.2024", "1709633472", "1709633472000",
      "1709633472.25", "1709633472000000", "Tuesday, March 5, 2024", "/Date(1709633472000)/",
      "2024:03:05 10:11:12",
      "  2024-03-05  ",
    ])
  func dates(text: String) { #expect(CalendarDay(text: text)?.description == "2024-03-05") }

  @Test(
    arguments: [
      "", " ", "yesterday", "2024", "March 2024", "2024-03", "2024-13-05", "2024-02-30", "5/3/2024",
      "03/05/2024",
      "31 February 2024", "12:30", "5", "1234567", "call 030 1234567", "99999999999999999999999",
      "in 2024 and 2025",
      "May", "D:2024023110", "0000-00-00", "32.1.2024", "1.13.2024", "-1", "2024-03-0x", "Marching 5 2024",
      "5 marzo 2024",
      "5 March 124", "+49-30-12345678",
      String(repeating: "2024-03-05 ", count: 20),
    ])
  func none(text: String) { #expect(CalendarDay(text: text) == nil, "\(text)") }

  @Test func onlyOneReading() {
    #expect(CalendarDay(text: "25/9/2026")?.description == "2026-09-25")
    #expect(CalendarDay(text: "9/25/2026")?.description == "2026-09-25")
    #expect(CalendarDay(text: "5/5/2026")?.description == "2026-05-05")
    #expect(CalendarDay(text: "1 January 49")?.year == 2049)
    #expect(CalendarDay(text: "1 January 50")?.year == 1950)
  }

  @Test func habitsOfSources() {
    #expect(CalendarDay(text: "5 septembre 2024", habits: .foreignMonths)?.month == 9)
    #expect(CalendarDay(text: "5 Mar 124", habits: .shortYears)?.year == 2024)
    #expect(CalendarDay(text: "Sep 15, 99 10:11", habits: .shortYears)?.year == 1999)
    #expect(CalendarDay(text: "Sep 15 10:11:12 2024", habits: .shortYears)?.year == 2024)
    #expect(CalendarDay(text: "5.3.2024", habits: []) == nil)
    #expect(CalendarDay(text: "25.3.2024", habits: [])?.description == "2024-03-25")
    #expect(CalendarDay(text: "3.25.2024", habits: [])?.description == "2024-03-25")
  }

  @Test func daysSinceTheEpoch() {
    // Against the calendar itself: each day follows the last.
    var year = 1974
    var month = 1
    var day = 1
    var epoch = 126_230_400
    while year < 2_150 {
      #expect(CalendarDay(epoch: epoch) == CalendarDay(year: year, month: month, day: day))
      #expect(CalendarDay(epoch: epoch + 86_399) == CalendarDay(epoch: epoch))
      #expect(CalendarDay(epoch: epoch)?.daysSinceEpoch == epoch / 86_400)
      epoch += 86_400
      day += 1
      if CalendarDay(year: year, month: month, day: day) == nil { (month, day) = (month + 1, 1) }
      if month == 13 { (year, month) = (year + 1, 1) }
    }
    #expect(CalendarDay(epoch: .max) == nil)
    #expect(CalendarDay(epoch: -1) == nil)
    #expect(CalendarDay(year: 1970, month: 1, day: 1)?.daysSinceEpoch == 0)
    #expect(CalendarDay(year: 1969, month: 12, day: 31)?.daysSinceEpoch == -1)
    #expect(CalendarDay(year: 1600, month: 3, day: 1)?.daysSinceEpoch == -135_080)
  }
}
