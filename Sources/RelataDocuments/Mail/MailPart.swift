/// One part of a mail, or a whole one: its header and what that says of its body, and
/// the body as it was sent.
struct MailPart {
  let header: MailHeader
  let body: ArraySlice<UInt8>
  let type: HeaderParameters
  let disposition: HeaderParameters

  /// - Parameters:
  ///   - isMessage: whether it is a whole mail.
  ///   - defaultType: of a part that declares none (RFC 2046, section 5.1.5).
  init(_ bytes: ArraySlice<UInt8>, isMessage: Bool, defaultType: String = "text/plain") {
    var rest = bytes
    header = MailHeader(consuming: &rest, ofMessage: isMessage)
    body = rest
    let declared = HeaderParameters(header["content-type"] ?? [])
    type =
      declared.value.contains("/")
      ? declared : HeaderParameters(value: defaultType, parameters: declared.parameters)
    disposition = HeaderParameters(header["content-disposition"] ?? [])
  }

  /// "text/plain".
  var mediaType: String { type.value }

  var isMultipart: Bool { mediaType.hasPrefix("multipart/") }

  /// Of the file, without folders.
  var fileName: String {
    let name = disposition["filename"] ?? type["name"] ?? ""
    return name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
  }

  /// Whether it is a file beside the text rather than part of it.
  var isAttachment: Bool {
    disposition.value == "attachment" || !fileName.isEmpty && !mediaType.hasPrefix("message/")
  }

  /// The bytes as they were before they were sent.
  var decoded: ArraySlice<UInt8> {
    let encoding = HeaderParameters(header["content-transfer-encoding"] ?? []).value
    return TransferEncoding(rawValue: encoding)?.decode(body)[...] ?? body
  }

  /// The parts of a multipart body (RFC 2046, section 5.1), in order. Where the boundary is not declared or
  /// does not occur, the first line that looks like one is taken for it; without any, the body is one part. A
  /// missing last boundary ends with the body.
  /// - Parameter limit: no more than so many are returned.
  /// - Complexity: O(*n*).
  func parts(limit: Int) -> [MailPart] {
    let kind = mediaType == "multipart/digest" ? "message/rfc822" : "text/plain"
    let declared = type["boundary"].flatMap { MultipartSplitter(boundary: Array($0.utf8)) }
    var slices = declared?.parts(of: body, limit: limit) ?? []
    if slices.isEmpty, let likely = MultipartSplitter(guessing: body) {
      slices = likely.parts(of: body, limit: limit)
    }
    return slices.map { MailPart($0, isMessage: false, defaultType: kind) }
  }
}
