/// What the styles of an OpenDocument text say about the role and the visibility of text
/// (ISO/IEC 26300-1, chapter 16).
struct OpenDocumentStyles: Sendable {
  private struct Style {
    var parent: String?
    var isHidden: Bool?
    var isSymbol: Bool?
  }

  /// By family and name, as a paragraph's and a word's style may share a name.
  private var styles: [String: Style] = [:]

  init() {}

  /// Reads the styles up to the end of the element at whose start the stream stands.
  mutating func read(_ stream: inout XMLStream) throws(FormatError) {
    var key = ""
    let level = stream.depth
    while try stream.nextElement(within: level) {
      switch (stream.namespace, stream.name) {
      case (.style, "style"):
        key = Self.key(stream.attribute("family") ?? "", stream.attribute("name") ?? "")
        styles[key] = Style(parent: stream.attribute("parent-style-name"))
      case (.style, "text-properties"):
        if let display = stream.attribute("display", in: Self.text) {
          styles[key]?.isHidden = display == "none"
        }
        if let font = stream.attribute("font-name") { styles[key]?.isSymbol = SymbolFont.isSymbol(font) }
      // Of lists and outlines, whose properties are those of their numbers.
      case (.style, "default-style"), (.text, _): key = ""
      default: break
      }
    }
  }

  func isTitle(_ name: String) -> Bool {
    chain("paragraph", name) { name, _ in name == "Title" ? true : nil } ?? false
  }

  func isHeading(_ name: String) -> Bool {
    chain("paragraph", name) { name, _ in name.hasPrefix("Heading") ? true : nil } ?? false
  }

  func isHidden(paragraph name: String) -> Bool { chain("paragraph", name) { $1?.isHidden } ?? false }
  func isHidden(text name: String) -> Bool { chain("text", name) { $1?.isHidden } ?? false }
  func isSymbol(text name: String) -> Bool { chain("text", name) { $1?.isSymbol } ?? false }

  /// Follows the parents of a style until one of them decides; a cycle ends.
  private func chain(_ family: String, _ name: String, _ decide: (String, Style?) -> Bool?) -> Bool? {
    var next: String? = name
    for _ in 0..<16 {
      guard let name = next else { return nil }
      let style = styles[Self.key(family, name)]
      if let decision = decide(name, style) { return decision }
      next = style?.parent
    }
    return nil
  }

  private static func key(_ family: String, _ name: String) -> String { family + "/" + name }
  private static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
}
