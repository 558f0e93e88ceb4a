/// The first entries of a zip file, by their local headers (APPNOTE, 4.3.7), which tell office
/// documents from other zip files.
struct ZipDirectory {
  private static let mark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Also an empty one, and one of several volumes.
  static func isZip(_ head: [UInt8]) -> Bool {
    head.starts(with: mark) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
      || head.starts(with: [0x50, 0x4B, 0x07, 0x08])
  }

  let names: [String]
  /// What the entry "mimetype" holds, if it comes first and is not compressed.
  let mediaType: String

  init(_ head: [UInt8]) {
    var names: [String] = []
    var mediaType = ""
    var place = 0
    while let start = Self.nextHeader(in: head, from: place) {
      place = start + 4
      guard start + 30 <= head.count else { break }
      let length = Int(head[start + 26]) | Int(head[start + 27]) << 8
      let extra = Int(head[start + 28]) | Int(head[start + 29]) << 8
      let name = String(decoding: head[(start + 30)...].prefix(length), as: UTF8.self)
      let data = min(start + 30 + length + extra, head.count)
      if names.isEmpty, name == "mimetype" {
        mediaType = String(decoding: head[data...].prefix(80), as: UTF8.self)
      }
      names.append(name)
      place = min(start + 30 + length, head.count)
    }
    self.names = names
    self.mediaType = mediaType
  }

  var format: DocumentFormat {
    // OpenDocument 1.2, part 3, 3.3; EPUB OCF 3.2, 4.3.
    if mediaType.hasPrefix("application/vnd.oasis.opendocument.text") { return .odt }
    if mediaType.hasPrefix("application/epub+zip") { return .epub }
    if mediaType.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") {
      return .binary(kind: "an OpenDocument spreadsheet")
    }
    if mediaType.hasPrefix("application/vnd.oasis.opendocument") {
      return .binary(kind: "an OpenDocument presentation or drawing")
    }
    // ISO 29500-2, 10.1.2: every package has its types, mostly first; or its relations are.
    if names.contains("[Content_Types].xml") || names.contains("_rels/.rels") {
      for (folder, format) in [
        ("word/", DocumentFormat.docx), ("xl/", .binary(kind: "an Excel workbook")),
        ("ppt/", .binary(kind: "a PowerPoint presentation")),
      ] where names.contains(where: { $0.hasPrefix(folder) }) { return format }
    }
    // Packages whose first part is larger than what is looked at, and those zipped anew.
    if names.contains("word/document.xml") { return .docx }
    if names.contains("META-INF/container.xml") { return .epub }
    if names.first == "META-INF/MANIFEST.MF" || names.first == "META-INF/" {
      return .binary(kind: "a Java program")
    }
    if names.contains("AndroidManifest.xml") { return .binary(kind: "an Android program") }
    if names.contains(where: { $0.hasPrefix("Index/") && $0.hasSuffix(".iwa") }) {
      return .binary(kind: "a document of Pages, Numbers or Keynote")
    }
    return .archive
  }

  private static func nextHeader(in head: [UInt8], from place: Int) -> Int? {
    var rest = head[min(place, head.count)...]
    while let start = rest.firstIndex(of: mark[0]) {
      if head[start...].starts(with: mark) { return start }
      rest = head[(start + 1)...]
    }
    return nil
  }
}
