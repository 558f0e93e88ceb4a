/// Tells office documents from other zip files by the names and contents of their first entries.
enum ZipKind {
  static func format(of head: [UInt8]) -> DocumentFormat {
    let text = String(decoding: head.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    // OpenDocument 1.2 part 3, 3.3, and EPUB OCF 3.2, 4.3: the first entry, stored, says what it is.
    if let range = text.range(ofText: "mimetype") {
      let type = text[range.upperBound...].prefix(80)
      if type.hasPrefix("application/vnd.oasis.opendocument.text") { return .odt }
      if type.hasPrefix("application/epub+zip") { return .epub }
    }
    // ISO 29500-2, 10.1.2: every package has this part; it mostly comes first.
    if text.range(ofText: "[Content_Types].xml") != nil, text.range(ofText: "word/") != nil { return .docx }
    if text.range(ofText: "word/document.xml") != nil { return .docx }
    return .archive
  }
}

extension String {
  /// Where a text stands first, by ASCII bytes.
  fileprivate func range(ofText text: String) -> Range<String.Index>? {
    let needle = Array(text.utf8)
    let bytes = Array(utf8)
    guard bytes.count >= needle.count, let first = needle.first else { return nil }
    for start in 0...(bytes.count - needle.count) where bytes[start] == first {
      if bytes[start..<start + needle.count].elementsEqual(needle) {
        let lower = utf8.index(utf8.startIndex, offsetBy: start)
        return lower..<utf8.index(lower, offsetBy: needle.count)
      }
    }
    return nil
  }
}
