@testable import RelataDocuments

/// Documents of which a test gives only what it is about.
enum TestDocument {
  static let relationships = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" \
    Target="word/document.xml"/></Relationships>
    """

  static func word(_ body: String, parts: [(name: String, content: String)] = []) -> [UInt8] {
    TestZip([("_rels/.rels", relationships), ("word/document.xml", wordXML(body))] + parts).bytes
  }

  static func wordXML(_ body: String) -> String {
    """
    <w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:m="http://purl.oclc.org/ooxml/officeDocument/math"><w:body>\(body)</w:body></w:document>
    """
  }

  static func wordParagraphs(_ body: String) throws -> [String] {
    try WordReader().content(of: word(body)).paragraphs
  }

  /// Flat OpenDocument with automatic styles.
  static func openDocument(_ body: String, styles: String = "", meta: String = "") -> [UInt8] {
    let spaces = ["office", "text", "table", "style", "meta"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }
    return Array(
      """
      <?xml version="1.0"?><office:document \(spaces.joined(separator: " ")) \
      xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <office:meta>\(meta)</office:meta><office:automatic-styles>\(styles)</office:automatic-styles>
      <office:body><office:text>\(body)</office:text></office:body></office:document>
      """.utf8)
  }

  static func richText(_ body: String) throws -> [String] {
    try RichTextReader().content(of: Array("{\\rtf1\\ansi\\ansicpg1252 \(body)}".utf8)).paragraphs
  }

  static let container = """
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
    <rootfile full-path="OPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
    """

  static func package(manifest: String, spine: String, metadata: String = "", guide: String = "") -> String {
    """
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" xmlns:opf="http://www.idpf.org/2007/opf" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>\(metadata)</metadata>\
    <manifest>\(manifest)</manifest><spine>\(spine)</spine>\(guide)</package>
    """
  }

  static func chapter(_ text: String) -> String {
    "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Part</title></head><body><p>\(text)</p></body></html>"
  }
}
