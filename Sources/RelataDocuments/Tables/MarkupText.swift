/// Tells text with HTML markup from text.
enum MarkupText {
  /// Whether it begins with a tag and has the tags of paragraphs.
  static func isMarkup(_ text: String) -> Bool {
    let head = text.utf8.lazy.drop { $0 <= 0x20 }.prefix(2)
    guard head.first == UInt8(ascii: "<"), let next = head.dropFirst().first,
      next == UInt8(ascii: "!") || (next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z"))
    else { return false }
    var text = text
    return text.withUTF8 { bytes in
      let closing = [
        "</p>", "</div>", "</body>", "<br>", "<br/>", "<br />", "</li>", "</h1>", "</h2>", "<p>",
      ]
      return closing.contains { ASCIISearch.contains($0, in: bytes) }
    }
  }
}
