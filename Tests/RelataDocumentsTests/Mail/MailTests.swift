import Foundation
import RelataDocuments
import Testing

/// A mail of the fixtures.
func mail(_ name: String) throws -> MailMessage {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
    path: "Fixtures/Mail")
  return try MailReader().message(of: [UInt8](Data(contentsOf: folder.appending(path: name))))
}

func paragraphs(_ message: MailMessage) -> [String] { message.content.text.components(separatedBy: "\n\n") }

/// Mails as programs write them.
@Suite struct MailProgramTests {
  @Test func gmailReplyWithoutItsQuote() throws {
    let message = try mail("gmail-reply.eml")
    #expect(
      paragraphs(message) == [
        "Harbour contract",
        "The minister signed the contract with Portline Holdings on Monday. Two of the council’s members voted against it.",
        "The text of the contract was not published.",
      ])
    #expect(
      message.content.metadata == [
        "title": "Re: Harbour contract", "date": "2025-09-16", "author": "Marta Quill",
        "id": "CAF=2222@mail.example.org",
      ])
    #expect(message.notes.isEmpty)
    #expect(message.content.format == .plain)
  }

  @Test func gmailForwardKeepsTheForward() throws {
    #expect(
      try paragraphs(mail("gmail-forward.eml")) == [
        "Strike at the Vellin mine", "For tomorrow's page.",
        "Six hundred workers of the Vellin mine stopped work on Wednesday. Their union, led by Ines Dorado, demands higher wages.",
      ])
  }

  @Test func thunderbirdFlowedWithSignature() throws {
    let message = try mail("thunderbird-flowed.eml")
    #expect(
      paragraphs(message) == [
        "Bürgermeister von Kölln tritt zurück",
        "Bürgermeister Armin Kolb hat am Donnerstag seinen Rücktritt erklärt. Seine Nachfolgerin wird bis zur Wahl die Stadträtin Lena Vogt.",
        "From Harwick kam keine Stellungnahme.",
      ])
    #expect(message.content.metadata["author"] == "Jörg Grünwald")
    #expect(message.content.metadata["language"] == "de-DE")
  }

  @Test func thunderbirdForward() throws {
    #expect(
      try paragraphs(mail("thunderbird-forward.eml")) == [
        "Court ruling",
        "The court in Arles ruled on Thursday that the sale of Nordbank to the Ferro Group was lawful.",
      ])
  }

  @Test(arguments: ["outlook-reply.eml", "outlook-html.eml"])
  func outlookReply(name: String) throws {
    let message = try mail(name)
    #expect(
      paragraphs(message) == [
        "Nordbank", "The bank’s chairman, André Lefort, met Minister Paula Rey on Friday – twice.",
        "“There is no deal,” he said.",
      ])
    // The picture of the page is none.
    #expect(message.attachments.map(\.name) == (name == "outlook-reply.eml" ? ["Prüfbericht.pdf"] : []))
    #expect(
      message.attachments.allSatisfy {
        $0.mediaType == "application/pdf" && $0.bytes.starts(with: "%PDF-1.1".utf8)
      })
  }

  @Test func appleMailWithADocumentInIt() throws {
    let message = try mail("apple-mixed.eml")
    #expect(paragraphs(message).count == 3)
    #expect(message.attachments.map(\.name) == ["Bericht über die Brücke.pdf"])
  }

  @Test(arguments: ["newsletter.eml", "newsletter-html-only.eml"])
  func newsletter(name: String) throws {
    let message = try mail(name)
    #expect(
      message.content.text.contains(
        "\n\nThe Ferro Group, owned by Karl Lindqvist, bought Nordbank for €3 billion on Monday.\n\n"))
    #expect(!message.content.text.contains("browser"))
  }

  @Test func newsletterFacts() throws {
    let metadata = try mail("newsletter.eml").content.metadata
    #expect(metadata["url"] == "https://harbour.example.org/letters/2025-09-22")
    #expect(metadata["publisher"] == "The Harbour Letter")
    #expect(metadata["list-id"] == "letter.harbour.example.org")
    #expect(metadata["title"] == "Nordbank’s new owner")
  }

  @Test func japanese() throws {
    let message = try mail("japanese.eml")
    #expect(
      paragraphs(message) == [
        "港湾契約について首相が会見", "首相は火曜日、港湾会社の代表である田中一郎氏と会談し、新しい契約に署名した。野党の議員は契約の公表を求めている。",
        "会社は来月、およそ百人の従業員を減らすと発表した。",
      ])
    #expect(message.content.metadata["author"] == "山田花子")
  }

  @Test func latin1OfBeforeMIME() throws {
    let message = try mail("latin1-undeclared.eml")
    #expect(paragraphs(message).first == "Räumung in Köln")
    #expect(paragraphs(message).last?.hasSuffix("teilte Sprecherin Ute Groß mit.") == true)
    #expect(message.content.metadata["author"] == "Jürgen Weiß")
    #expect(message.content.metadata["date"] == "1997-09-24")
    #expect(message.notes == ["decoded as windows-1252"])
  }

  @Test func mailingListJoinsLinesButNotVerse() throws {
    let message = try mail("mailing-list.eml")
    #expect(
      paragraphs(message) == [
        "Festival opens in Harwick",
        "The festival of Harwick opened on Thursday with a speech by Mayor Ruth Ellery, who thanked the sponsors. The writer Ayhan Ozturk read from his new book. Among the guests were",
        "Paul Okafor, a senator, who has not been seen in public since the vote on the harbour in June",
        "Ines Dorado, head of the union",
        "Elena Moss", "The choir sang", "The ships go out at break of day,", "The ships come home at night,",
        "The harbour lights are far away,", "The harbour lights are bright.",
        "From the harbour came the noise of a strike.",
      ])
    #expect(message.content.metadata["author"] == "Ruth Ellery")
    #expect(message.content.metadata["title"] == "[News] Festival opens in Harwick")
  }

  @Test(arguments: ["snail.eml", "mutt.eml", "swaks.eml", "mpack.eml"])
  func commandLinePrograms(name: String) throws {
    let message = try mail(name)
    #expect(
      paragraphs(message).dropFirst() == [
        "The council of Harwick voted on Tuesday to sell the harbour.",
        "Mayor Ruth Ellery abstained. The price – €3 billion – was not disputed.",
        "From now on, Portline Holdings runs it.",
      ])
    #expect(message.attachments.map(\.name) == ["votes.csv"])
    #expect(message.attachments.first?.bytes == Array("a,b\n1,2\n".utf8))
  }

  @Test func pythonWithAMailInIt() throws {
    let message = try mail("python.eml")
    #expect(
      paragraphs(message) == [
        "Naïve plan “dropped”, says Café owner François Zürcher of the very long association for the harbour",
        "The owner, François Zürcher, dropped the plan on Friday.", "Plan for the harbour",
        "The Ferro Group will build a hotel at the harbour.",
      ])
    #expect(message.attachments.map(\.name) == ["plan für den hafen.pdf"])
  }
}
