import RelataDocuments
import RelataLanguage
import Testing

@Suite struct PlainTextTests {
  @Test func newsArticleHasTitleDateAndParagraphs() {
    let text = MarkedText(
      """
      H|Parliament of Ruritania votes to leave the union

      F|Saturday, August 30, 2008

      P|The parliament of Ruritania voted on Friday to leave the union. The vote was close.

      P|“We will live in peace,” said the speaker, Rudolf Rassendyll.

      H|Reactions

      P|Strelsau welcomed the vote. No other state has recognized it so far.
      """)
    #expect(text.found() == text.expected)
  }

  @Test func frameOfAWebPageIsBoilerplate() {
    let text = MarkedText(
      """
      F|Home | World | Politics
      H|Ruritania Signs Deal With Neighbours After Long Talks
      F|By Antony Hope and Rose Burlesdon
      F|Updated on 3 May 2020 at 10:15 GMT
      F|4 min read
      F|Share this
      F|King Rudolf of Ruritania, July 2019.
      F|King Rudolf of Ruritania, July 2019. Press Office of the Palace

      P|Ruritania signed a deal with its neighbours on Monday, the palace said in a statement.
      F|Advertisement
      P|The deal ends a dispute that began in 1894, when the king was abducted.
      F|Read more: Who is Black Michael?
      P|Its terms were not made public. The opposition criticised the deal.
      F|King Rudolf of Ruritania, July 2019.
      F|Duke Michael Denies All Charges in Court
      F|King Rudolf of Ruritania, July 2019.
      F|Palace Opens Its Doors to Visitors

      F|Related Stories

      F|No stories found.
      F|Strelsau Herald
      F|strelsauherald.com
      F|We use cookies to improve your experience. Accept all cookies?
      F|Leave a Reply
      F|Jane: The king was right.
      """)
    #expect(text.found() == text.expected)
  }

  @Test func titleStandsBelowTheNamesOfSiteAndSection() {
    let text = MarkedText(
      """
      F|The Strelsau Herald
      F|Opinion
      H|Why the king of Ruritania had to return
      H|The duke never had a chance
      F|Jane Doe
      P|The king returned on Monday, and nobody was surprised by it but his brother.
      """)
    #expect(text.found() == text.expected)
  }

  @Test func embeddedPostIsNobodysStatement() {
    let text = MarkedText(
      """
      P|The duke rejected the allegations in an interview with the Herald on Sunday.

      F|the king is a fraud and everybody knows it. pic.twitter.com/kFARc — Fritz T (@fritz_t) January 10, 2025

      P|The palace did not answer questions about the matter.

      F|Ruritania attacked us first. #truth
      F|— Sapt (@sapt) May 3, 2024

      P|Calm returned to the capital within days.
      """)
    #expect(text.found() == text.expected)
  }

  @Test func linesWrappedByHandAreOneParagraph() {
    let text = MarkedText(
      """
      P|King Rudolf, the ruler of the small kingdom, has emphasized the country’s
      +|“strategic interests” in maintaining strong relations with its neighbours,
      +|including the continued presence of foreign troops on its soil for now and
      +|49 years.
      P|In his remarks the king described the neighbour as the most powerful state
      +|of the continent.
      P|Earlier this month the prime minister similarly told reporters that he was
      +|ready to engage in talks with the new authorities after the end of winter.
      """)
    #expect(text.found() == text.expected)
  }

  @Test func raggedLinesAndAListOfLinksDoNotLoseParagraphs() {
    let text = MarkedText(
      """
      P|Ruritania has been at war since 1919. According to the palace more than 4,000
      +|people have died. Talks in the castle of Zenda failed in March
      +|1921, when the duke walked out.

      F|Related:

      F|* Duke denies role
      F|* Hentzau killed in raid

      P|The king leaves on Friday.
      """)
    #expect(text.found() == text.expected)
  }

  @Test func paragraphsOnLinesOfTheirOwnStayApart() {
    let text = MarkedText(
      """
      P|The king arrived in the capital on Wednesday. He is expected to hold talks with the duke.
      P|The talks are important because the two have not met since the abduction of the king in the castle of Zenda.
      H|The castle is part of the story
      P|The castle was taken in May. The castle is part of the story.
      P|Nobody was hurt.
      """)
    #expect(text.found() == text.expected)
  }

  @Test func datelineIsNoPartOfTheSentence() {
    let text = MarkedText(
      """
      F|STRELSAU (Reuters) —
      P|The king returned on Monday.
      """)
    let document = SourceDocument(id: "x", text: "STRELSAU (Reuters) — The king returned on Monday.")
    #expect(MarkedText.blocks(document) == text.expected)
    #expect(
      MarkedText.blocks(SourceDocument(id: "x", text: "Thursday, May 7, 2015 On Tuesday, the king returned."))
        == ["boilerplate Thursday, May 7, 2015", "prose On Tuesday, the king returned."])
    #expect(
      MarkedText.blocks(SourceDocument(id: "x", text: "The king — a tall man — returned on Monday."))
        == ["prose The king — a tall man — returned on Monday."])
  }

  @Test func captionsWithoutAVerbAreBoilerplate() {
    let text = MarkedText(
      """
      P|The king arrived at the station, where a crowd had gathered to greet him that morning.

      F|The royal train at the station of Hofbau.

      P|He waved.

      F|Map of Ruritania. Image: Hentzau.

      P|The duke backs the king.
      """)
    #expect(text.found() == text.expected)
  }

  @Test func tablesAndListsOfLinksAreBoilerplate() {
    let text = MarkedText(
      """
      P|The results of the election were announced on Monday by the ministry in Strelsau.

      F|Party\tVotes\tSeats
      F|Union\t1,200\t12
      F|Royalists\t900\t9

      P|Turnout was higher than in the last election, the ministry said.

      F|- Duke Michael in Zenda
      F|- Winter in Strelsau
      F|- Who is Antoinette de Mauban
      """)
    #expect(text.found() == text.expected)
  }

  @Test func proseThatSpeaksOfTheFrameStaysProse() {
    let text = MarkedText(
      """
      P|Subscribe to nothing, the king told reporters on Monday, and nobody will be able to take it away from you. He laughed.
      P|By visiting Strelsau, the duke is also indicating that he accepts the outcome of the vote.
      P|Photographs of the meeting were published by the palace, which said that they were taken on Sunday.
      P|Sources close to the duke denied the report.
      """)
    #expect(text.found() == text.expected)
  }

  @Test(arguments: 0..<60, [TextFormat.plain, .markdown])
  func anyTextIsSurvived(seed: Int, format: TextFormat) {
    let text = RandomText(seed: UInt64(seed) &+ 1_000).text(length: 600)
    let document = SourceDocument(id: "x", text: text, format: format)
    let scalars = Array(text.unicodeScalars)
    var covered = Set<Int>()
    var end = 0
    for token in Segmenter().segment(document).flatMap(\.sentences).flatMap(\.tokens) {
      #expect(token.range.lowerBound >= end)
      #expect(token.form == String(String.UnicodeScalarView(scalars[token.range])))
      end = token.range.upperBound
      covered.formUnion(token.range)
    }
    guard format == .plain else { return }
    for (index, scalar) in scalars.enumerated() where RandomText.isInk(scalar) {
      #expect(covered.contains(index), "scalar \(scalar.value) at \(index)")
    }
  }

  @Test func lineEndsOfAllSystemsPartParagraphs() {
    for end in ["\n", "\r\n", "\r", "\u{2029}"] {
      let text = "The king came." + end + end + "The duke left."
      #expect(Segmenter().blocks(of: SourceDocument(id: "x", text: text)).count == 2)
    }
  }
}

extension MarkedText {
  static func blocks(_ document: SourceDocument) -> [String] {
    var text = MarkedText("")
    text.document = document
    return text.found()
  }
}
