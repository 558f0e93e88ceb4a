import Foundation
import RelataDocuments
import Testing

/// How often an undeclared encoding is read as what it was. Counted by the text, not by the name: where two
/// encodings give the same text, either is right.
@Suite struct EncodingDetectionTests {
  @Test(arguments: [
    "windows-1252", "iso-8859-15", "macintosh", "ibm850", "ibm437", "windows-1250", "iso-8859-2",
    "windows-1254",
    "windows-1257", "windows-1251", "koi8-r", "iso-8859-5", "windows-1253", "iso-8859-7", "windows-1255",
    "windows-1256", "shift_jis", "euc-jp", "iso-2022-jp", "gb18030", "big5", "euc-kr", "utf-8",
  ])
  func passages(encoding: String) throws {
    let tally = try Tally(of: "passages", encoding: encoding)
    #expect(tally.right * 100 >= tally.total * 95, "\(encoding): \(tally)")
    #expect(tally.total >= 3)
  }

  @Test func allPassages() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Snippets.folder.path(percentEncoded: false))
    let names = files.filter { $0.hasPrefix("passages.") && $0.hasSuffix(".bin") }.sorted()
    var tally = Tally()
    for name in names { tally += try Tally(of: "passages", encoding: String(name.dropFirst(9).dropLast(4))) }
    print("detection, passages:", tally)
    #expect(tally.total >= 200)
    #expect(tally.right * 1_000 >= tally.total * 980, "\(tally)")
  }

  @Test func english() throws {
    var tally = Tally()
    for encoding in ["windows-1252", "macintosh", "iso-8859-15", "utf-8"] {
      tally += try Tally(of: "english", encoding: encoding)
    }
    for line in try Snippets.lines("english") {
      for (bytes, name) in [
        (Snippets.utf16(line, big: false), "utf-16le"), (Snippets.utf16(line, big: true), "utf-16be"),
      ] {
        let decoded = try TextDecoder.decode(bytes)
        tally.count(decoded.text == line && decoded.encoding == name, "\(name): \(line)")
      }
    }
    print("detection, English:", tally)
    #expect(tally.total >= 200)
    #expect(tally.right * 100 >= tally.total * 99, "\(tally)")
  }
}

/// Snippets that Python's codecs encoded, and what they say.
enum Snippets {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(
      path: "Fixtures/Encoding")

  static func lines(_ name: String) throws -> [String] {
    try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8).split(separator: "\n").map(
      String.init)
  }

  /// Number of the line, and its bytes.
  static func encoded(_ name: String, _ encoding: String) throws -> [(line: Int, bytes: [UInt8])] {
    try [UInt8](Data(contentsOf: folder.appending(path: "\(name).\(encoding).bin"))).split(separator: 0x0A)
      .map { line in
        let tab = try #require(line.firstIndex(of: 0x09))
        return (try #require(Int(String(decoding: line[..<tab], as: UTF8.self))), Array(line[(tab + 1)...]))
      }
  }

  static func utf16(_ text: String, big: Bool) -> [UInt8] {
    text.utf16.flatMap { big ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
}

struct Tally: CustomStringConvertible {
  var right = 0
  var total = 0
  var failures: [String] = []

  var description: String { "\(right) of \(total)" + failures.map { "\n  " + $0 }.joined() }

  init() {}

  /// Each line alone, and with those after it of the same language, up to 2,000 bytes.
  init(of name: String, encoding: String) throws {
    let texts = try Snippets.lines(name).map { $0.split(separator: "\t") }
    let encoded = try Snippets.encoded(name, encoding)
    for start in encoded.indices {
      var bytes = encoded[start].bytes
      var text = String(texts[encoded[start].line].last ?? "")
      for next in [start] + encoded.indices[(start + 1)...].prefix(3) {
        if next != start {
          guard
            texts[encoded[next].line].count == 1
              || texts[encoded[next].line].first == texts[encoded[start].line].first
          else { break }
          bytes += [0x0A] + encoded[next].bytes
          text += "\n" + (texts[encoded[next].line].last ?? "")
        }
        guard bytes.contains(where: { $0 >= 0x80 || $0 == 0x1B }) else { continue }
        let decoded = try TextDecoder.decode(bytes)
        count(decoded.text == text, "\(encoding) as \(decoded.encoding): \(decoded.text.prefix(120))")
      }
    }
  }

  mutating func count(_ isRight: Bool, _ failure: String) {
    total += 1
    if isRight { right += 1 } else { failures.append(failure) }
  }

  static func += (left: inout Tally, right: Tally) {
    left.right += right.right
    left.total += right.total
    left.failures += right.failures
  }
}
