/// The chunked transfer coding (RFC 9112, section 7.1).
enum ChunkedBody {
  /// - Returns: nil where the bytes are not so coded. A body that is cut is decoded up to there.
  static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    var body: [UInt8] = []
    var rest = bytes[...]
    while true {
      guard let end = rest.prefix(1_024).firstIndex(of: 0x0A) else { return body.isEmpty ? nil : body }
      let digits = rest[..<end].prefix { JSONScanner.hexadecimal($0) != nil }
      let tail = rest[digits.endIndex..<end].first
      guard (1...8).contains(digits.count),
        tail == nil || [0x0D, 0x20, 0x09, UInt8(ascii: ";")].contains(tail)
      else { return body.isEmpty ? nil : body }
      let size = digits.reduce(0) { $0 << 4 | Int(JSONScanner.hexadecimal($1) ?? 0) }
      rest = rest[(end + 1)...]
      if size == 0 { return body }
      body.append(contentsOf: rest.prefix(size))
      rest = rest.dropFirst(size)
      if rest.first == 0x0D { rest = rest.dropFirst() }
      if rest.first == 0x0A { rest = rest.dropFirst() }
      if rest.isEmpty { return body }
    }
  }
}
