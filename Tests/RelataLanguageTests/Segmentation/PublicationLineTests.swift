import RelataDocuments
import RelataLanguage
import Testing

/// The lines above an article that say when it was published, and lines that hold a date of something else.
@Suite struct PublicationLineTests {
  private static func found(_ line: String) -> [String] {
    let text =
      "Halvorsen and Lind meet again in the capital\n\n\(line)\n\nHalvorsen met Lind on Monday. They spoke."
    return Segmenter().opening(of: SourceDocument(id: "x", text: text)).lines.map {
      "\($0.kind) \(DatelineTests.notation($0.date))" + ($0.date.isOrderUncertain ? "?" : "")
    }
  }

  @Test(
    arguments: [
      ("Published: 14 March 2024 10:05 GMT", "published 2024-03-14"),
      ("Published 10:05 GMT 14 March 2024", "published 2024-03-14"),
      ("Updated: 3:34pm, 14 Sep, 2021", "updated 2021-09-14"),
      ("Updated April 14, 2022 at 12:34 PM PDT", "updated 2022-04-14"),
      ("Last modified on Thu 14 Mar 2024 10.05 GMT", "updated 2024-03-14 Thu"),
      ("Thursday, 7 May 2015", "plain 2015-05-07 Thu"),
      ("Thursday, March 14, 2024", "plain 2024-03-14 Thu"),
      ("2024-03-14T10:05:00Z", "plain 2024-03-14"),
      ("2024-03-14", "plain 2024-03-14"),
      ("14/03/2024", "plain 2024-03-14"),
      ("03/14/2024", "plain 2024-03-14"),
      ("05/03/2024", "plain 2024-03-05?"),
      ("14.03.2024 10:05", "plain 2024-03-14"),
      ("14-Mar-2024", "plain 2024-03-14"),
      ("Posted on March 5, 2024", "published 2024-03-05"),
      ("by (Reuters)   |   Posted on Friday, September 15th, 2017", "published 2017-09-15 Fri"),
      ("By Jane Doe | March 5, 2024 | Reuters", "plain 2024-03-05"),
      ("By SAM MEDNICK - Associated Press Jul 26, 2023 Jul 26, 2023 Updated 42 min ago", "plain 2023-07-26"),
      ("Syed Raza Published June 20, 2023 Updated June 21, 2023 09:51am", "published 2023-06-20"),
      ("6 Apr, 2010 02:49 / Updated 15 years ago", "plain 2010-04-06"),
      ("By WALTER PINCUS | The Washington Post | November 24, 2012", "plain 2012-11-24"),
      ("By UPI Staff | Jan. 03, 2018", "plain 2018-01-03"),
      ("By Jane Doe and John Roe, March 5, 2024", "plain 2024-03-05"),
      ("By Jane Doe March 5, 2024 10:05 AM EST", "plain 2024-03-05"),
      ("April 25, 2014 / 8:54 AM / 3 years ago", "plain 2014-04-25"),
      ("May. 19, 2024 05:49 AM EDT", "plain 2024-05-19"),
      ("Feb 07, 2024, 14:02 PM IST", "plain 2024-02-07"),
      ("New Delhi Updated: Feb 06, 2017, 03:56 AM IST", "updated 2017-02-06"),
      ("Date: 14 March 2024", "published 2024-03-14"),
      ("14 March 2024 • 4 min read", "plain 2024-03-14"),
      ("date 2025-09-15 Via The Cradle", "published 2025-09-15"),
      ("FOR IMMEDIATE RELEASE – March 14, 2024", "plain 2024-03-14"),
      ("Oslo, 14 March 2024", "signed 2024-03-14"),
      ("March 2024", "plain 2024-03"),
      ("Ruritania votes to leave Saturday, August 30, 2008", "signed 2008-08-30 Sat"),
    ])
  func lineIsRead(_ line: String, _ expected: String) {
    #expect(Self.found(line).first == expected)
  }

  @Test func bothDatesOfALineAreRead() {
    #expect(
      Self.found("ANI | New Delhi | Updated: 17-08-2020 21:59 IST | Created: 16-08-2020 21:59 IST")
        == ["updated 2020-08-17", "published 2020-08-16"])
  }

  @Test(
    arguments: [
      "King Rudolf in Strelsau, July 4, 2019", "File photo of the king, 3 May 2019",
      "Remembering September 11, 2001", "Ruritania voted to leave on Saturday, August 30, 2008",
      "Born: June 11, 1988 (age 30) Hofbau, Ruritania", "— Fritz T (@fritz_t) November 1, 2019",
      "Smoke rises over Strelsau on 3 May 2020 after the raid",
      "Listen to our podcast of 3 May 2020 about the king",
    ])
  func lineAboutSomethingElseIsNone(_ line: String) {
    #expect(Self.found(line) == [])
  }

  @Test func onlyLinesAboveTheTextCount() {
    let text = """
      Halvorsen and Lind meet again in the capital

      Halvorsen met Lind on Monday. They spoke for an hour, the palace said.

      The talks go on, the palace said.

      Related Stories

      The king returns

      3 May 2020
      """
    #expect(Segmenter().opening(of: SourceDocument(id: "x", text: text)).lines.isEmpty)
  }

  @Test func linesBelowTheTitleComeFirst() {
    let text = """
      Thursday, 28 March 2024

      Halvorsen and Lind meet again in the capital

      14 March 2024

      Halvorsen met Lind on Monday. They spoke for an hour, the palace said.
      """
    let lines = Segmenter().opening(of: SourceDocument(id: "x", text: text)).lines
    #expect(lines.map { DatelineTests.notation($0.date) } == ["2024-03-14", "2024-03-28 Thu"])
  }

  @Test func bylineMayStandBelowASummary() {
    let text = """
      Halvorsen and Lind meet again in the capital

      The two had not spoken for a year, and nobody had expected them to.

      By Jane Doe

      Published 14 March 2024

      Halvorsen met Lind on Monday. They spoke for an hour, the palace said.
      """
    let lines = Segmenter().opening(of: SourceDocument(id: "x", text: text)).lines
    #expect(lines.map { DatelineTests.notation($0.date) } == ["2024-03-14"])
  }
}
