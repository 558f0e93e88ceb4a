/// Tells markup by its first tag.
struct MarkupHead {
  private let bytes: ArraySlice<UInt8>
  private var hasDeclaration = false

  init(_ text: TextHead) {
    var rest = text.trimmed
    while rest.first == UInt8(ascii: "<") {
      let isComment = rest.starts(with: "<!--".utf8)
      let isInstruction = rest.starts(with: "<?".utf8)
      guard isComment || isInstruction else { break }
      if Self.lowercased(rest.prefix(5)).elementsEqual("<?xml".utf8) { hasDeclaration = true }
      guard let end = Self.end(of: isComment ? "-->" : "?>", in: rest) else { break }
      rest = rest[end...].drop { $0 <= 0x20 }
    }
    bytes = rest
  }

  private static let pageElements: Set = ["html", "head", "body", "meta", "title", "link", "script", "style"]
  private static let blockElements: Set = [
    "p", "div", "article", "section", "main", "header", "nav", "h1", "h2", "h3", "table", "ul", "ol", "span",
    "a", "b",
    "i", "em", "strong", "br", "img", "blockquote", "figure", "font", "center", "frameset", "form", "base",
    "noscript",
  ]

  /// - Returns: nil for what is no markup.
  func format(isNamedMarkdown: Bool) -> DocumentFormat? {
    guard bytes.first == UInt8(ascii: "<") else { return nil }
    let start = Self.lowercased(bytes.prefix(64))
    if start.starts(with: "<!doctype".utf8) {
      let root = start.dropFirst(9).drop { $0 <= 0x20 }
      return root.starts(with: "html".utf8) ? .html : .xml
    }
    let name = String(decoding: start.dropFirst().prefix { Self.isNameByte($0) }, as: UTF8.self)
    guard !name.isEmpty, let next = start.dropFirst(1 + name.utf8.count).first,
      next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
    else { return nil }
    if Self.pageElements.contains(name) { return .html }
    if name == "svg" { return .binary(kind: "an SVG picture") }
    if hasDeclaration { return .xml }
    if Self.blockElements.contains(name) { return isNamedMarkdown ? nil : .html }
    return ["rss", "feed", "nitf", "newsml", "newsitem", "rdf:rdf", "tei", "mediawiki"].contains(name)
      ? .xml : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "-")
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func end(of mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let mark = Array(mark.utf8)
    var rest = bytes
    while let start = rest.firstIndex(of: mark[0]) {
      if bytes[start...].starts(with: mark) { return start + mark.count }
      rest = bytes[(start + 1)...]
    }
    return nil
  }
}
