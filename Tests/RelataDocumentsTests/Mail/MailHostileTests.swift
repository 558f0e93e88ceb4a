import Foundation
import RelataDocuments
import RelataTestSupport
import Testing

/// Mails that are meant to hurt, or were hurt. Each is read within seconds.
@Suite(.timeLimit(.minutes(1))) struct MailHostileTests {
  private func read(_ text: String, limits: ReadingLimits = ReadingLimits()) throws -> MailMessage {
    try MailReader(limits: limits).message(of: Array(text.utf8))
  }

  @Test func tenThousandParts() throws {
    let part = "--b\nContent-Type: text/plain\n\nWord.\n"
    let message = try read(
      "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + String(repeating: part, count: 10_000))
    #expect(paragraphs(message).count == 2_000)
    #expect(message.notes == ["only the first 2000 parts are read"])
  }

  @Test func tenThousandLevels() throws {
    let levels = (0..<10_000).map {
      "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\nContent-Type: text/plain\n\nLevel \($0).\n--b\($0)\n"
    }
    let message = try read("Subject: x\n" + levels.joined())
    #expect(paragraphs(message).last == "Level 7.")
    #expect(message.notes == ["parts more than 8 levels deep are left out"])
  }

  @Test func mailsInMails() throws {
    let message = try read(String(repeating: "Subject: x\nContent-Type: message/rfc822\n\n", count: 10_000))
    #expect(message.content.text.hasPrefix("x"))
    #expect(message.notes == ["parts more than 8 levels deep are left out"])
  }

  @Test func headerOfTenMegabytes() throws {
    let message = try read("Subject: " + String(repeating: "word \n ", count: 1_500_000) + "\n\nText.")
    #expect(message.content.text.hasSuffix("\n\nText."))
    #expect(message.content.text.utf8.count < 70_000)
    let fields = try read(String(repeating: "X-Field: value\n", count: 300_000) + "\nText.")
    #expect(fields.content.text == "Text.")
  }

  @Test func encodedWordBomb() throws {
    let words = String(repeating: "=?utf-8?B?w7w=?= ", count: 100_000)
    #expect(try read("Subject: \(words)\n\nText.").content.text.hasPrefix("üüüü"))
    let open = String(repeating: "=?utf-8?q?", count: 100_000)
    #expect(try read("Subject: \(open)\n\nText.").content.text.hasSuffix("Text."))
    let charsets = (0..<20_000).map { "=?windows-125\($0 % 9)?Q?=E9?=" }.joined(separator: " ")
    #expect(try read("Subject: \(charsets)\n\nText.").content.text.hasSuffix("Text."))
  }

  @Test func boundaryMissing() throws {
    let body = "--found\nContent-Type: text/plain\n\nOne.\n--found\nContent-Type: text/plain\n\nTwo.\n"
    #expect(
      try read("Subject: x\nContent-Type: multipart/mixed\n\n" + body).content.text == "x\n\nOne.\n\nTwo.")
    #expect(
      try read("Subject: x\nContent-Type: multipart/mixed; boundary=other\n\n" + body).content.text
        == "x\n\nOne.\n\nTwo.")
    #expect(
      try read("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\nJust text.").content.text
        == "x\n\nJust text.")
    #expect(
      try read("Subject: x\nContent-Type: multipart/mixed; boundary=\"\"\n\nJust text.").content.text
        == "x\n\nJust text.")
  }

  @Test func cutAnywhere() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Fixtures/Mail")
    for name in ["outlook-reply.eml", "apple-mixed.eml", "python.eml"] {
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
      for end in stride(from: 1, to: bytes.count, by: 97) {
        // Read or refused, never a crash; the subject is there once the header is.
        let message = try? MailReader().message(of: Array(bytes[..<end]))
        if end > 1_000 { #expect(message?.content.text.isEmpty == false) }
      }
    }
  }

  @Test func bytesChangedAnywhere() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Fixtures/Mail")
    var random = SeededGenerator(seed: 1)
    for name in [
      "outlook-reply.eml", "apple-mixed.eml", "python.eml", "thunderbird-flowed.eml", "mailing-list.eml",
    ] {
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
      for _ in 0..<Self.rounds {
        var changed = bytes
        for _ in 0..<(1 + random.number(8)) {
          let place = random.number(changed.count)
          switch random.number(3) {
          case 0: changed[place] = UInt8(random.number(256))
          case 1: changed.removeSubrange(place..<min(place + random.number(60), changed.count))
          default:
            let piece = bytes[random.number(bytes.count)...].prefix(random.number(200))
            changed.insert(contentsOf: piece, at: place)
          }
          if changed.isEmpty { changed = [0x0A] }
        }
        // Read or refused, alike each time.
        let first = try? MailReader().message(of: changed)
        #expect(first == (try? MailReader().message(of: changed)))
      }
    }
  }

  private static let rounds = 40

  @Test func unknownCharsetAndNULs() throws {
    let text = "Subject: x\nContent-Type: text/plain; charset=\"x-klingon\"\n\ncaf"
    let message = try MailReader().message(of: Array(text.utf8) + [0xE9, 0, 0x20, 0, 0x62])
    #expect(message.content.text == "x\n\ncafé b")
    #expect(message.notes == ["decoded as windows-1252"])
  }

  @Test func manyQuotesAndColons() throws {
    let lines = String(repeating: "Field: value 9:30 2025\n> quote\n\n", count: 10_000)
    #expect(try !read("Subject: Re: x\n\n" + lines).content.text.isEmpty)
    let marks = String(repeating: ">", count: 1_000_000)
    #expect(try read("Subject: x\n\n\(marks)\nText.").content.text == "x\n\nText.")
    let fields = String(repeating: "Field: value\n", count: 30_000)
    #expect(try !read("Subject: Re: x\n\n" + fields).content.text.isEmpty)
  }

  @Test func parametersThatNeverEnd() throws {
    let parameters = (0..<50_000).map { "; name*\($0)*=%41" }.joined()
    let quotes = String(repeating: "\"\\", count: 50_000)
    #expect(
      try read(
        "Subject: x\nContent-Type: text/plain\(parameters)\nContent-Disposition: inline; a=\(quotes)\n\nText."
      ).content.text == "x\n\nText.")
    let comments = String(repeating: "(", count: 100_000)
    #expect(
      try read("Subject: x\nFrom: \(comments)\nContent-Type: \(comments)\n\nText.").content.text
        == "x\n\nText.")
  }

  @Test func largerThanTheLimit() throws {
    var limits = ReadingLimits()
    limits.documentBytes = 100
    let message = try read("Subject: x\n\n" + String(repeating: "word ", count: 50), limits: limits)
    #expect(message.content.text.utf8.count < 100)
    #expect(message.content.text.hasPrefix("x\n\nword word"))
    #expect(message.notes == ["only the first 100 bytes are read"])
  }

  @Test func deepQuotesInAPage() throws {
    let open = String(repeating: "<blockquote type=\"cite\"><div class=\"gmail_quote\">", count: 5_000)
    let message = try read("Subject: Re: x\nContent-Type: text/html\n\n<p>Own text.</p>" + open + "quoted")
    #expect(message.content.text.hasPrefix("x\n\nOwn text."))
  }
}
