#if Archives
  import Foundation
  import RelataDocuments
  import RelataTestSupport
  import Testing

  /// What came out of a web archive.
  private struct Pages {
    var records: [WARCRecord] = []
    var failures: [(offset: Int, error: FormatError)] = []
    var summary = WARCSummary()
    var error: FormatError?

    init(_ bytes: some Sequence<UInt8>, limits: ReadingLimits = ReadingLimits()) throws {
      do {
        summary = try WARCReader(limits: limits).forEachRecord(
          in: ByteReader(Array(bytes)), onFailure: { failures.append(($0, $1)) }, { records.append($0) })
      } catch let error as FormatError {
        self.error = error
      }
    }

    var addresses: [String] {
      records.map { $0.targetURI.split(separator: "/").last.map(String.init) ?? $0.targetURI }
    }
  }

  @Suite struct WARCReaderTests {
    @Test(arguments: ["pages.warc", "pages.warc.gz"])
    func pages(fixture: String) throws {
      let pages = try Pages(try ArchiveFixtures.bytes(fixture))
      #expect(pages.addresses == ["phone-call", "interests", "already", "visit.txt", "press.html", "plain"])
      let first = try #require(pages.records.first)
      #expect(first.kind == .response)
      #expect(first.id == "urn:uuid:00000000-0000-0000-0000-000000000001")
      #expect(first.date == "2024-03-05T10:11:12Z")
      #expect(first.contentType == "text/html")
      #expect(first.charset == "utf-8")
      #expect(String(decoding: first.body, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
      #expect(pages.summary.given == 6)
      #expect(
        pages.summary.passedOver == [
          "warcinfo": 1, "request": 1, "response with status 404": 1, "response of type image/png": 1,
        ])
      // Brotli.
      #expect(pages.failures.map(\.error) == [.unsupported(format: "the content encoding br")])
      #expect(pages.summary.failures == 1)
      #expect(pages.error == nil)
    }

    @Test func encodingsAreUndone() throws {
      let pages = try Pages(try ArchiveFixtures.bytes("pages.warc.gz"))
      let interests = String(decoding: pages.records[1].body, as: UTF8.self)
      #expect(interests.hasPrefix("<!DOCTYPE html>"))
      #expect(interests.hasSuffix("</html>"))
      // A body that is decoded below headers that say it is not.
      #expect(String(decoding: pages.records[2].body, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
      #expect(pages.records[3].kind == .conversion)
      #expect(pages.records[4].kind == .resource)
      #expect(pages.records[5].charset == "windows-1252")
      #expect(pages.records[5].body.contains(0xFC))
    }

    @Test func offsetsAreThoseOfTheRecords() throws {
      let bytes = try ArchiveFixtures.bytes("pages.warc")
      for record in try Pages(bytes).records {
        #expect(bytes[record.offset...].starts(with: "WARC/1.1\r\n".utf8))
      }
    }

    @Test func readingGoesOnBehindADamagedRecord() throws {
      var bytes = try ArchiveFixtures.bytes("pages.warc")
      let whole = try Pages(bytes)
      let second = whole.records[1].offset
      // The length of the second record is no number.
      let length = try #require(
        bytes[second...].indices.first { bytes[$0...].starts(with: "Content-Length: ".utf8) })
      bytes[length + 16] = UInt8(ascii: "x")
      let pages = try Pages(bytes)
      #expect(pages.addresses == ["phone-call", "already", "visit.txt", "press.html", "plain"])
      #expect(pages.failures.first?.offset == second)
    }

    @Test func aWrongLengthCostsOneOrTwoRecords() throws {
      var bytes = try ArchiveFixtures.bytes("pages.warc")
      let second = try Pages(bytes).records[1].offset
      let length = try #require(
        bytes[second...].indices.first { bytes[$0...].starts(with: "Content-Length: ".utf8) })
      bytes[length + 17] = bytes[length + 17] == 57 ? 49 : bytes[length + 17] + 1
      let pages = try Pages(bytes)
      #expect(pages.addresses.first == "phone-call")
      #expect(pages.addresses.suffix(3) == ["visit.txt", "press.html", "plain"])
      #expect(pages.failures.contains { $0.offset == second })
    }

    @Test func aCutFileGivesWhatIsBeforeTheCut() throws {
      let plain = try Pages(try ArchiveFixtures.bytes("pages.warc").dropLast(9_000))
      #expect(plain.addresses.first == "phone-call")
      #expect(plain.failures.count == 1)
      let packed = try Pages(try repeated("pages.warc.gz").dropLast(100))
      #expect((200..<240).contains(packed.records.count))
      #expect(packed.error == .damaged(reason: "truncated gzip input"))
    }

    @Test func aDamagedGzipMemberCostsWhatIsAroundIt() throws {
      var bytes = try repeated("pages.warc.gz")
      let whole = try Pages(bytes)
      #expect(whole.records.count == 240)
      let middle = bytes.count / 2
      for index in middle..<middle + 100 { bytes[index] ^= 0x5A }
      let pages = try Pages(bytes)
      #expect(pages.records.count >= 210)
      #expect(pages.failures.count > whole.failures.count - 6)
      #expect(pages.failures.contains { "\($0.error)".contains("gzip") })
      #expect(pages.addresses.last == "plain")
      #expect(pages.error == nil)
      // Also in the first member.
      bytes[40] ^= 0xFF
      #expect(try Pages(bytes).records.count >= 200)
    }

    private func repeated(_ fixture: String) throws -> [UInt8] {
      let bytes = try ArchiveFixtures.bytes(fixture)
      return (0..<40).flatMap { _ in bytes }
    }

    @Test func whatIsBetweenGzipMembersIsPassedOver() throws {
      let bytes = try ArchiveFixtures.bytes("pages.warc.gz")
      let members = bytes.indices.dropLast(2).filter {
        bytes[$0] == 0x1F && bytes[$0 + 1] == 0x8B && bytes[$0 + 2] == 8
      }
      let pages = try Pages(bytes[..<members[3]] + Array("garbage".utf8) + bytes[members[3]...])
      #expect(pages.addresses == ["phone-call", "interests", "already", "visit.txt", "press.html", "plain"])
      #expect(pages.failures.count == 2)
      // Zeros at the end are padding.
      #expect(try Pages(bytes + [UInt8](repeating: 0, count: 4_096)).failures.count == 1)
    }

    @Test func aRecordLargerThanADocument() throws {
      var limits = ReadingLimits()
      limits.documentBytes = 2_000
      let pages = try Pages(try ArchiveFixtures.bytes("pages.warc"), limits: limits)
      #expect(pages.failures.contains { $0.error == .tooLarge(what: "bytes", limit: 2_000) })
      #expect(pages.addresses.last == "plain")
    }

    @Test func aBodyThatUnpacksToMoreThanADocument() throws {
      var limits = ReadingLimits()
      limits.documentBytes = 5_000
      let pages = try Pages(try ArchiveFixtures.bytes("pages.warc"), limits: limits)
      // Four kilobytes pack more than five.
      #expect(pages.failures.contains { $0.error == .tooLarge(what: "bytes", limit: 5_000) })
    }

    @Test(.enabled(if: ArchivePrograms.areThere)) func aBombInARecord() throws {
      let bytes = try ArchiveFixtures.bytes("pages.warc")
      let whole = try Pages(bytes)
      let pages = try Pages(bytes + bomb() + bytes)
      #expect(pages.addresses == whole.addresses + whole.addresses)
      let errors = whole.failures.map(\.error)
      let refusal = FormatError.tooLarge(what: "bytes for each of its packed bytes", limit: 1_000)
      #expect(pages.failures.map(\.error) == errors + [refusal] + errors)
      #expect(pages.failures.first { $0.error == refusal }?.offset == bytes.count)
      #expect(pages.error == nil)
    }

    /// A response whose body is 100 MB of zeros, packed by gzip into 100 kB.
    private func bomb() throws -> [UInt8] {
      let folder = FileManager.default.temporaryDirectory.appending(path: "bomb-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "head -c 100000000 /dev/zero | gzip -9 > '\(folder.path)/zeros.gz'"]
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      let body = Array(try Data(contentsOf: folder.appending(path: "zeros.gz")))
      try #require((50_000..<100_000).contains(body.count))
      let response =
        Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".utf8) + body
      let header = """
        WARC/1.1\r
        WARC-Type: response\r
        WARC-Target-URI: https://news.example.org/bomb\r
        Content-Type: application/http; msgtype=response\r
        Content-Length: \(response.count)\r
        \r

        """
      return Array(header.utf8) + response + Array("\r\n\r\n".utf8)
    }

    @Test func noBytesMakeItCrash() throws {
      var random = SeededGenerator(seed: 7)
      for fixture in ["pages.warc", "pages.warc.gz"] {
        let whole = try ArchiveFixtures.bytes(fixture)
        for _ in 0..<150 {
          var bytes = whole
          for _ in 0...random.number(6) { bytes[random.number(bytes.count)] = UInt8(random.number(256)) }
          _ = try Pages(bytes)
        }
      }
    }

    @Test(arguments: ["", "Hello", "HTTP/1.1 200 OK\r\n\r\n", "{}"])
    func whatIsNoWebArchiveIsRefused(text: String) throws {
      #expect(try Pages(Array(text.utf8)).error != nil)
    }

    @Test func lengthsThatNoNumberHolds() throws {
      for length in ["99999999999999999999", "9223372036854775807", "-5"] {
        let text =
          "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: \(length)\r\n\r\nx"
        #expect(try Pages(Array(text.utf8)).failures.count == 1)
      }
    }
  }
#endif
