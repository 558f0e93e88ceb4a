import Foundation
import RelataDocuments
import Testing

/// A mail of a header and a body.
private func read(_ header: String, _ body: String = "") throws -> MailMessage {
  try MailReader().message(of: Array((header + "\n\n" + body).utf8))
}

/// Forms of headers and bodies, one at a time.
@Suite struct MailFormTests {
  @Test(arguments: [
    ("Mon, 15 Sep 2025 23:50:00 -0400", "2025-09-15"), ("15 Sep 25 08:00 GMT", "2025-09-15"),
    ("Mon, 15 Sep 99 08:00:00 EST", "1999-09-15"),
    ("Mon Sep 15 10:00:00 2025", "2025-09-15"), ("Mon, 1 September 2025 10:00:00 +0000 (UTC)", "2025-09-01"),
    ("Mon, 15 Sep 125 08:00:00 +0000", "2025-09-15"), ("3/4/2025 08:00", "3/4/2025 08:00"),
    ("Mon, 15 Sep 2025 23:50:00 -0400 (\(String(repeating: "Atlantic ", count: 12)))", "2025-09-15"),
    ("2025-09-15 10:00:00", "2025-09-15"), ("Sat, 29-Feb-2024 10:00:00 GMT", "2024-02-29"),
    ("Tue, 31 Feb 2025 10:00:00 +0000", "Tue, 31 Feb 2025 10:00:00 +0000"), ("yesterday", "yesterday"),
    ("99999999999999999999 Sep 2025", "99999999999999999999 Sep 2025"),
  ])
  func dates(written: String, day: String) throws {
    #expect(try read("Subject: x\nDate: \(written)", "y").content.metadata["date"] == day)
  }

  @Test(arguments: [
    ("Jane Doe <j@x.org>", "Jane Doe"), ("\"Doe, Jane\" <j@x.org>", "Doe, Jane"),
    ("j@x.org (Jane \\(J.\\) Doe)", "Jane (J.) Doe"),
    ("=?iso-8859-1?Q?Zo=EB?= Hart <z@x.org>", "Zoë Hart"), ("\"'Jane Doe' via News\" <n@x.org>", "Jane Doe"),
    ("j@x.org", nil), ("<j@x.org>", nil), ("Jane <j@x.org>, John <k@x.org>", "Jane"), ("", nil),
    ("\"j@x.org\" <j@x.org>", nil),
  ])
  func authors(from: String, name: String?) throws {
    #expect(try read("Subject: x\nFrom: \(from)", "y").content.metadata["author"] == name)
  }

  @Test(arguments: [
    // A character cut between two words, as programs do.
    ("=?utf-8?B?w7w=?= =?utf-8?B?w7w=?=", "üü"), ("=?utf-8?Q?a=C3?= =?utf-8?Q?=BCb?=", "aüb"),
    ("a =?utf-8?q?b_c?= d", "a b c d"),
    ("=?x-unknown?q?abc?=", "abc"), ("=?utf-8?q?broken", "=?utf-8?q?broken"),
    ("=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
    ("=?utf-8*en?q?caf=C3=A9?=", "café"), ("two\n lines", "two lines"), ("=?utf-8?Q?a=0D=0Ab?=", "a b"),
  ])
  func subjects(written: String, text: String) throws {
    #expect(try read("Subject: \(written)\nTo: x", "y").content.metadata["title"] == text)
  }

  @Test(arguments: [
    ("Re: Vote", "Vote"), ("AW: WG: Vote", "Vote"), ("Re[2]: Vote", "Vote"), ("FWD:Vote", "Vote"),
    ("Vote: yes", "Vote: yes"),
    ("Report: the vote", "Report: the vote"),
  ])
  func headlines(subject: String, headline: String) throws {
    #expect(try paragraphs(read("Subject: \(subject)", "Text.")).first == headline)
  }

  @Test func headlineIsNotRepeated() throws {
    #expect(
      try read("Subject: Vote  delayed", "VOTE delayed\n\nText.").content.text == "Vote delayed\n\nText.")
  }

  @Test func quotedPrintable() throws {
    let header =
      "Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable"
    #expect(
      try read(header, "caf=C3=A9 =\nbar   \n\n100=ZZ =3d end=").content.text
        == "x\n\ncafé bar\n\n100=ZZ = end")
  }

  @Test func base64WithGarbage() throws {
    let header = "Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: Base64"
    #expect(try read(header, "SGV!!sbG8\ng d29y\u{1}bGQ=\n").content.text == "x\n\nHello world")
    #expect(try read(header, "*** ??? ***").content.text == "x")
  }

  @Test func flowedDelSp() throws {
    let header = "Subject: x\nContent-Type: text/plain; format=flowed; delsp=yes"
    #expect(
      try read(header, "Donau \ndampf\nschiff\n  >quoted is stuffed").content.text
        == "x\n\nDonaudampf\n\nschiff\n\n>quoted is stuffed")
  }

  @Test func nothingButAQuoteIsKept() throws {
    #expect(
      try read("Subject: Re: x", "On 1 May 2025, Jane wrote:\n> The minister\n> resigned.\n").content.text
        == "x\n\nThe minister\n\nresigned.")
  }

  @Test func repliesBetweenQuotes() throws {
    let body = """
      Jane Doe <j@x.org> wrote:

      > Who signed?

      Karl Lindqvist.

      > And who paid?
      The bank.

      --\u{20}
      Me
      """
    #expect(try read("Subject: Re: x", body).content.text == "x\n\nKarl Lindqvist.\n\nThe bank.")
  }

  @Test func quoteAfterAStatementIsNoAttribution() throws {
    let text = try read(
      "Subject: x", "The minister's statement was clear:\n\n> Nobody resigned.\n\nThat was all."
    ).content.text
    #expect(text == "x\n\nThe minister's statement was clear:\n\nThat was all.")
  }

  @Test func aContactBlockIsNoHeaderOfAnotherMail() throws {
    let body = "Text.\n\nContact: Jane Doe\nPhone: 555 1234\nMail: j@x.org\n\nMore text."
    #expect(try read("Subject: Re: x", body).content.text.hasSuffix("More text."))
  }

  @Test func originalHeaderEndsAReply() throws {
    let body =
      "No.\n\n-----Ursprüngliche Nachricht-----\nVon: Jane\nGesendet: Montag, 15. September 2025 10:00\nAn: John\nBetreff: x\n\nReally?"
    #expect(try read("Subject: AW: x", body).content.text == "x\n\nNo.")
    #expect(try read("Subject: WG: x", body).content.text == "x\n\nNo.\n\nReally?")
  }

  @Test func signatureThatIsLongIsText() throws {
    let long = (1...20).map { "Line \($0)." }.joined(separator: "\n\n")
    #expect(try read("Subject: x", "Text.\n\n-- \n" + long).content.text.hasSuffix("Line 20."))
    #expect(try read("Subject: x", "Text.\n\n-- \nMe\nMy desk").content.text == "x\n\nText.")
  }

  @Test func alternativesPreferText() throws {
    let html = "<p>" + String(repeating: "From the page. ", count: 30) + "</p>"
    func message(_ plain: String) throws -> String {
      try read(
        "Subject: x\nContent-Type: multipart/alternative; boundary=b",
        "--b\nContent-Type: text/plain\n\n\(plain)\n--b\nContent-Type: text/html\n\n\(html)\n--b--\n"
      ).content.text
    }
    #expect(try message("See the page.").contains("From the page."))
    #expect(try message("").contains("From the page."))
    #expect(try message(String(repeating: "From the text. ", count: 30)).contains("From the text."))
  }

  @Test func clearSignature() throws {
    let body = """
      -----BEGIN PGP SIGNED MESSAGE-----
      Hash: SHA512

      The bank was sold.
      - -- 
      Jane
      -----BEGIN PGP SIGNATURE-----

      iHUEARYKAB0WIQ
      -----END PGP SIGNATURE-----
      """
    #expect(try read("Subject: x", body).content.text == "x\n\nThe bank was sold.")
  }

  @Test func encryptedAndSigned() throws {
    #expect(throws: FormatError.encrypted) {
      try read(
        "Subject: ...\nContent-Type: multipart/encrypted; boundary=b; protocol=\"application/pgp-encrypted\"",
        "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nxyz\n--b--"
      )
    }
    let signed = try read(
      "Subject: x\nContent-Type: multipart/signed; boundary=b",
      "--b\nContent-Type: text/plain\n\nText.\n--b\nContent-Type: application/pgp-signature; name=s.asc\n\nxyz\n--b--"
    )
    #expect(signed.content.text == "x\n\nText.")
    #expect(signed.attachments.isEmpty)
  }

  @Test func notAMail() {
    #expect(throws: FormatError.empty) { try MailReader().message(of: []) }
    #expect(throws: FormatError.empty) { try MailReader().message(of: Array(" \r\n\n".utf8)) }
    #expect(throws: FormatError.damaged(reason: "it does not begin with the header of a mail")) {
      try MailReader().message(of: Array("Once upon a time\nthere was".utf8))
    }
    #expect(throws: FormatError.empty) { try read("X-Nothing: here") }
  }
}
