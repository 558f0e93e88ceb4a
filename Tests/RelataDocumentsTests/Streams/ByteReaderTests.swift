import Foundation
import RelataDocuments
import Testing

@Suite struct ByteReaderTests {
  @Test func linesAndOffsets() throws {
    var reader = ByteReader(Array("one\r\ntwo\n\nlast".utf8))
    var lines: [(Int, String)] = []
    while let line = try reader.readLine(limit: 100) {
      lines.append((line.offset, String(decoding: line.bytes, as: UTF8.self)))
    }
    #expect(lines.map(\.0) == [0, 5, 9, 10])
    #expect(lines.map(\.1) == ["one", "two", "", "last"])
    #expect(reader.offset == 14)
  }

  @Test func aLineThatIsTooLongIsReportedAndPassedOver() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    let long = String(repeating: "x", count: 3_000_000)
    try "a\n\(long)\nb\n".write(to: path, atomically: true, encoding: .utf8)
    var reader = try ByteReader(path: path.path)
    #expect(try reader.readLine(limit: 1_000)?.bytes == [97])
    let line = try #require(try reader.readLine(limit: 1_000))
    #expect(line.offset == 2 && line.bytes.isEmpty && line.isTooLong)
    #expect(try reader.readLine(limit: 1_000)?.bytes == [98])
    #expect(try reader.readLine(limit: 1_000) == nil)
  }

  @Test(arguments: [1, 7, 65_536, 200_000])
  func peekTakesNothing(count: Int) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "peek-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    try Data(bytes).write(to: path)
    var reader = try ByteReader(path: path.path)
    #expect(try reader.read(exactly: 10) == Array(bytes[..<10]))
    #expect(try reader.peek(count) == Array(bytes[10..<10 + count]))
    #expect(reader.offset == 10)
    #expect(try reader.skip(count) == count)
    #expect(try reader.readAll(limit: 300_000) == Array(bytes[(10 + count)...]))
    #expect(try reader.isAtEnd())
    #expect(try reader.peek(5).isEmpty)
  }

  @Test func tooMuchIsNotHeld() throws {
    var reader = ByteReader([1, 2, 3])
    #expect(throws: FormatError.tooLarge(what: "bytes", limit: 2)) { try reader.readAll(limit: 2) }
  }

  @Test func aPipe() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("a\nb".utf8))
    try pipe.fileHandleForWriting.close()
    var reader = ByteReader(descriptor: pipe.fileHandleForReading.fileDescriptor)
    #expect(try reader.readLine(limit: 10)?.bytes == [97])
    #expect(try reader.readLine(limit: 10)?.bytes == [98])
    #expect(try reader.readLine(limit: 10) == nil)
  }

  @Test func aFileThatIsNotThere() {
    #expect(throws: FormatError.self) { _ = try ByteReader(path: "/nowhere/at/all").offset }
  }

  #if Archives
    @Test func whatIsCompressedIsUnpacked() throws {
      var packed = ByteReader(decompressing: try ArchiveFixtures.reader("phone-call.txt.gz"))
      #expect(try packed.readAll(limit: 10_000).count == 6_699)
      var plain = ByteReader(decompressing: ByteReader(Array("WARC/1.0".utf8)))
      #expect(try plain.readAll(limit: 100) == Array("WARC/1.0".utf8))
      var none = ByteReader(decompressing: ByteReader([]))
      #expect(try none.readAll(limit: 100).isEmpty)
    }

    @Test func whatComesBeforeACutIsGivenFirst() throws {
      // Forty members and one that is cut.
      let member = try ArchiveFixtures.bytes("phone-call.txt.gz")
      let bytes = (0..<40).flatMap { _ in member } + member.dropLast(1_000)
      var reader = ByteReader(decompressing: ByteReader(bytes))
      #expect(try reader.read(exactly: 6_699).count == 6_699)
      #expect(throws: FormatError.self) { while try !reader.read(upTo: 1_000).isEmpty {} }
    }
  #endif
}
