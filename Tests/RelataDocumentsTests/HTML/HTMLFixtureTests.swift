#if Markup
  import Foundation
  import RelataDocuments
  import Testing

  /// Pages as browsers and publishing systems make them; `Fixtures/html/README.md` says how each came to be.
  @Suite struct HTMLFixtureTests {
    private func content(
      _ name: String, part: HTMLReader.Part = .article, address: String? = nil
    ) throws -> DocumentContent {
      let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      let file = folder.appending(components: "Fixtures", "html", name)
      return try HTMLReader().content(of: Array(Data(contentsOf: file)), part: part, address: address)
    }

    @Test func aPageSavedByABrowserGivesItsArticleOnly() throws {
      let page = try content("browser.html", address: "https://courier.example/news/ferry-vote?utm=1")
      #expect(
        page.text == """
          Harbour council votes to keep the old ferry

          The harbour council of Northgate voted on Thursday to keep the ferry “Old Anna” in service until 2031, ending a dispute \
          that had divided the town for two years.

          Nine members voted for the plan of harbour master Ruth Calder, four against. Calder said that a new ship would have cost \
          £11.4m, three times what the repair costs.

          A vote after two years

          “She is slow, but she is ours,” said Calder after the vote, adding that the engine would be replaced in the winter.

          The shipyard Larsen & Holt of Westhaven won the contract. Its director, Peter Holt, told the Courier that work would \
          begin on 3 November.

          The repair begins in November.

          The ferry returns in March 2027.
          """)
      #expect(
        page.metadata == [
          "title": "Harbour council votes to keep the old ferry", "date": "2026-03-14T07:30:00+01:00",
          "author": "Mira Oldfield, Tom Ashby", "publisher": "The Northgate Courier", "language": "en-GB",
          "url": "https://courier.example/news/ferry-vote",
        ])
    }

    @Test func allOfAPageIsWhatItShows() throws {
      let text = try content("browser.html", part: .all).text
      for shown in [
        "Accept all", "Mira Oldfield", "The morning letter", "Gull47", "Imprint", "Please switch on",
      ] {
        #expect(text.contains(shown))
      }
      for hidden in ["color:red", "createElement", "NewsArticle", "a template", "Icon of a boat"] {
        #expect(!text.contains(hidden))
      }
    }

    @Test func aBlogGivesNoTeasersNorComments() throws {
      let page = try content("wordpress.html")
      let paragraphs = page.text.components(separatedBy: "\n\n")
      #expect(paragraphs.first == "Putin speaks with Syria’s new leader")
      #expect(paragraphs.dropFirst().first?.hasPrefix("Russian President Vladimir Putin has held") == true)
      #expect(page.text.contains("Putin’s phone conversation with Syria’s new leader marks a significant"))
      for other in [
        "Grain prices", "wheat", "lighthouse", "Interesting read", "Share this", "WordPress", "Skip to",
      ] {
        #expect(!page.text.contains(other))
      }
      #expect(page.metadata["author"] == "Lena Hartwig")
      #expect(page.metadata["date"] == "2025-02-13T09:15:00+00:00")
      #expect(page.metadata["url"] == "https://meridian.example/2025/02/putin-syria/")
      #expect(page.metadata["language"] == "en-US")
    }

    @Test func aPageOfNothingButDivsIsReadByItsParagraphs() throws {
      let page = try content("divs.html")
      let paragraphs = page.text.components(separatedBy: "\n\n")
      #expect(paragraphs.first == "Syria's al-Sharaa travels to Moscow")
      #expect(
        paragraphs.dropFirst().first?.hasPrefix("Syrian President Ahmed al-Shara’a arrived in Russia") == true
      )
      #expect(paragraphs.count == 16)
      for other in ["Grain prices", "Imprint", "Economy\n"] { #expect(!page.text.contains(other)) }
    }

    @Test func anOldPageIsReadInItsEncodingWithItsTable() throws {
      let page = try content("windows-1252.html")
      #expect(
        page.text.hasPrefix("Bürgermeister eröffnet Brücke\n\nBürgermeister Jörg Müller hat am Mittwoch"))
      #expect(
        page.text.contains(
          "„Heute ist ein schöner Tag für Grünau“, sagte Müller vor rund 300 Gästen – fünf Jahre"))
      #expect(
        page.text.contains(
          "\n\nBauabschnitt | Kosten\n\nPfeiler | 1,9 Mio. €\n\nFahrbahn | 2,3 Mio. €\n\nAb Donnerstag"))
      #expect(!page.text.contains("Anzeigen"))
      #expect(page.metadata["language"] == "de")
    }
  }
#endif
