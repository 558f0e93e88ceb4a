import Foundation
import RelataDocuments
import Testing

@Suite struct MailboxTests {
  private func split(_ text: String, chunk: Int, limits: ReadingLimits = ReadingLimits()) -> [MailboxSplitter
    .Entry]
  {
    var splitter = MailboxSplitter(limits: limits)
    var entries: [MailboxSplitter.Entry] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      splitter.append(Array(bytes[start..<min(start + chunk, bytes.count)])) { entries.append($0) }
    }
    splitter.finish { entries.append($0) }
    return entries
  }

  private static let box = """
    From a@x.org Mon Sep 15 10:00:00 2025
    Subject: One
    Content-Length: 999999

    From the harbour, at 10:30, came noise.

    From Harwick, too, at 11:00.
    It grew.
    >From the bridge.
    >>From a quote.

    From - Tue Sep 16 10:00:00 2025
    Subject: Two

    Text.
    From MAILER-DAEMON Wed Sep 17 10:00:00 2025
    Subject: Three

    """

  @Test(arguments: [1, 2, 3, 7, 64, 4_096])
  func chunksDoNotMatter(size: Int) throws {
    let entries = split(Self.box, chunk: size)
    #expect(entries == split(Self.box, chunk: 1 << 20))
    #expect(entries.map(\.index) == [0, 1, 2])
    let bytes = Array(Self.box.utf8)
    for entry in entries { #expect(bytes[entry.offset...].starts(with: "From ".utf8)) }
    let first = String(decoding: try #require(entries.first).bytes, as: UTF8.self)
    #expect(first.hasPrefix("Subject: One\n"))
    #expect(
      first.contains(
        "\nFrom the harbour, at 10:30, came noise.\n\nFrom Harwick, too, at 11:00.\nIt grew.\nFrom the bridge.\n>From a quote.\n"
      ))
    #expect(String(decoding: entries[1].bytes, as: UTF8.self) == "Subject: Two\n\nText.\n")
  }

  @Test func lineEndsOfDOS() {
    let entries = split(Self.box.replacingOccurrences(of: "\n", with: "\r\n"), chunk: 10)
    #expect(entries.count == 3)
  }

  @Test func pythonsMailbox() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Fixtures/Mail")
    let messages = try MailboxReader().messages(
      of: [UInt8](Data(contentsOf: folder.appending(path: "python.mbox"))))
    let names = ["gmail-reply.eml", "latin1-undeclared.eml", "thunderbird-flowed.eml", "python.eml"]
    #expect(try messages.map { try $0.result.get() } == names.map(mail))
    #expect(messages.first?.offset == 0)
  }

  @Test func oneBadMessageLeavesTheOthers() throws {
    let box =
      "From a Mon Sep 15 10:00:00 2025\nSubject: One\n\nText.\n\nFrom b Mon Sep 15 10:00:00 2025\nX-Empty: yes\n\n\nFrom c Mon Sep 15 10:00:00 2025\nSubject: Three\n\nText.\n"
    let results = try MailboxReader().messages(of: Array(box.utf8)).map(\.result)
    #expect(results.count == 3)
    #expect(results[1] == .failure(.empty))
    #expect(try results[2].get().content.text == "Three\n\nText.")
  }

  @Test func largeMessageIsCut() throws {
    var limits = ReadingLimits()
    limits.documentBytes = 1_000
    let box =
      "From a Mon Sep 15 10:00:00 2025\nSubject: One\n\n" + String(repeating: "word ", count: 5_000)
      + "\nFrom b Mon Sep 15 10:00:00 2025\nSubject: Two\n\nText.\n"
    #expect(split(box, chunk: 100, limits: limits).map(\.isCut) == [true, false])
    let messages = try MailboxReader(limits: limits).messages(of: Array(box.utf8))
    #expect(try messages[0].result.get().notes == ["only the first 1000 bytes are read"])
    #expect(try messages[1].result.get().content.text == "Two\n\nText.")
  }

  @Test func nothingInIt() {
    #expect(throws: FormatError.empty) { try MailboxReader().messages(of: Array("\n\n".utf8)) }
  }
}
