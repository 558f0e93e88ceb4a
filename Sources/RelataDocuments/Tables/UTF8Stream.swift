/// A file of many records as UTF-8 without a byte order mark.
struct UTF8Stream: ~Copyable {
  /// How many bytes tell the encoding.
  private static let headLength = 1 << 16

  var reader: ByteReader
  /// What a user should know of the encoding.
  let note: String?

  /// A file that begins as UTF-8 is streamed; one of another encoding is read whole.
  /// - Throws: `FormatError.tooLarge` for one of another encoding with more than `limits.documentBytes`.
  init(_ stream: consuming ByteReader, limits: ReadingLimits) throws(FormatError) {
    var stream = stream
    let head = try stream.peek(Self.headLength)
    let whole = head.count < Self.headLength ? head : Self.withoutCutCharacter(head)
    if !whole.contains(0), Self.isUTF8(whole) {
      if head.starts(with: [0xEF, 0xBB, 0xBF]) { try stream.skip(3) }
      reader = stream
      note = nil
    } else {
      let decoded = try TextDecoder.decode(try stream.readAll(limit: limits.documentBytes))
      var bytes = Array(decoded.text.utf8)
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      reader = ByteReader(bytes)
      note = decoded.encoding == "utf-8" ? nil : "decoded as \(decoded.encoding)"
    }
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  private static func withoutCutCharacter(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<3 {
      guard let last = bytes.last, last >= 0x80 else { break }
      bytes.removeLast()
      if last >= 0xC0 { break }
    }
    return bytes
  }
}
