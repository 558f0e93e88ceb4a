/// What a server answered (RFC 9112).
struct HTTPResponse {
  let status: Int
  let fields: HeaderFields
  /// As it came over the line.
  let rawBody: [UInt8]

  /// - Throws: `FormatError.damaged` where the bytes do not begin as an answer does.
  init(_ bytes: [UInt8]) throws(FormatError) {
    var reader = ByteReader(bytes)
    guard let first = try reader.readLine(limit: HeaderFields.lineLimit) else { throw .empty }
    let words = String(decoding: first.bytes.prefix(200), as: UTF8.self).split(separator: " ")
    guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else {
      throw .damaged(reason: "the response does not begin with an HTTP status line")
    }
    self.status = status
    var fields = HeaderFields()
    while let line = try reader.readLine(limit: HeaderFields.lineLimit), !line.bytes.isEmpty || line.isTooLong
    {
      // Servers write odd lines; what matters stands in others.
      _ = fields.add(line.bytes)
    }
    self.fields = fields
    rawBody = try reader.readAll(limit: bytes.count)
  }

  /// The body without its encodings. Archives often keep bodies decoded below headers that say otherwise:
  /// what is not encoded is taken as it is.
  /// - Throws: `FormatError.unsupported` for an encoding that is not read.
  func body(limits: ReadingLimits) throws(FormatError) -> [UInt8] {
    var body = rawBody
    if (fields["transfer-encoding"] ?? "").lowercased().contains("chunked") {
      body = ChunkedBody.decoded(body) ?? body
    }
    let codings = (fields["content-encoding"] ?? "").lowercased().split { $0 == "," || $0 == " " }
    for coding in codings.reversed() {
      switch coding {
      case "identity", "utf-8", "none": break
      case "gzip", "x-gzip":
        if body.starts(with: [0x1F, 0x8B]) { body = try Self.unpacked(body, limits: limits) }
      case "zstd":
        if body.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { body = try Self.unpacked(body, limits: limits) }
      default:
        // Brotli and deflate have no mark to tell them by, but text is none of them.
        if TextHead(Array(body.prefix(4_096))) == nil {
          throw .unsupported(format: "the content encoding \(coding.prefix(20))")
        }
      }
    }
    return body
  }

  private static func unpacked(_ bytes: [UInt8], limits: ReadingLimits) throws(FormatError) -> [UInt8] {
    var reader = ByteReader(decompressing: ByteReader(bytes), limits: limits)
    return try reader.readAll(limit: limits.documentBytes)
  }
}
