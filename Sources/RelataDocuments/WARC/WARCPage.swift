/// What the block of a record holds.
enum WARCPage {
  case page(WARCRecord)
  /// No page; what it is.
  case other(String)

  /// - Throws: `FormatError` where the block is damaged or encoded in a way that is not read.
  init(_ header: WARCHeader, _ kind: WARCRecord.Kind, _ block: [UInt8], limits: ReadingLimits)
    throws(FormatError)
  {
    let media: (type: String, charset: String?)
    let body: [UInt8]
    var notes: [String] = []
    if kind == .response {
      let response = try HTTPResponse(block)
      guard response.status == 200 else {
        self = .other("response with status \(response.status)")
        return
      }
      media = HeaderFields.mediaType(response.fields["content-type"])
      guard Self.isText(media.type) else {
        self = .other("response of type \(media.type.prefix(60))")
        return
      }
      body = try response.body(limits: limits)
    } else {
      media = HeaderFields.mediaType(header.fields["content-type"])
      guard Self.isText(media.type) else {
        self = .other("\(kind.rawValue) of type \(media.type.prefix(60))")
        return
      }
      body = block
    }
    if let reason = header.fields["warc-truncated"] {
      notes.append("cut off when it was archived (\(reason.prefix(40)))")
    }
    let isBracketed: (Character) -> Bool = { $0 == "<" || $0 == ">" }
    self = .page(
      WARCRecord(
        kind: kind, id: (header.fields["warc-record-id"] ?? "").filter { !isBracketed($0) },
        offset: header.offset,
        targetURI: (header.fields["warc-target-uri"] ?? "").filter { !isBracketed($0) },
        date: header.fields["warc-date"] ?? "", contentType: media.type, charset: media.charset, body: body,
        notes: notes))
  }

  /// What has no type may be a page; its bytes tell.
  private static func isText(_ type: String) -> Bool {
    switch type {
    case "", "application/xhtml+xml", "application/xhtml": true
    case "text/css", "text/javascript", "text/xml", "text/calendar", "text/vcard", "text/x-component": false
    default: type.hasPrefix("text/")
    }
  }
}
