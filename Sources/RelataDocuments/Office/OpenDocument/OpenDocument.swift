/// What the XML of an OpenDocument text holds, in one file or in the parts of a package.
struct OpenDocument {
  private(set) var properties = DocumentProperties()
  private(set) var story: OpenDocumentStory?
  private var styles = OpenDocumentStyles()
  private let deadline: Deadline

  init(deadline: Deadline) { self.deadline = deadline }

  /// Reads a package (ISO/IEC 26300-2).
  mutating func read(_ package: OfficePackage) throws(FormatError) {
    let wanted: Set = ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml", "encrypted-package"]
    let parts = try package.parts { wanted.contains($0) }
    if parts["encrypted-package"] != nil { throw .encrypted }
    if let manifest = parts["META-INF/manifest.xml"], try isEncrypted(manifest) { throw .encrypted }
    guard let content = parts["content.xml"] else {
      throw .damaged(reason: "the part content.xml is missing")
    }
    if let bytes = parts["styles.xml"] { try read(bytes, part: "styles.xml") }
    if let bytes = parts["meta.xml"] {
      // Without its properties a document is still worth reading.
      do { try read(bytes, part: "meta.xml") } catch { try deadline.check() }
    }
    try read(content, part: "content.xml")
  }

  /// Reads one of the documents of ISO/IEC 26300-1, section 3.1: all of it, or its
  /// content, styles or meta alone.
  mutating func read(_ bytes: [UInt8], part: String) throws(FormatError) {
    var stream = try XMLStream(bytes, part: part, deadline: deadline)
    while let event = try stream.next() {
      guard event == .start else { continue }
      switch (stream.namespace, stream.name) {
      case (.office, "meta"): try readProperties(&stream)
      case (.office, "styles"), (.office, "automatic-styles"): try styles.read(&stream)
      case (.office, "master-styles"), (.office, "font-face-decls"), (.office, "settings"),
        (.office, "scripts"):
        try stream.skip()
      case (.office, "text"):
        var story = OpenDocumentStory(styles: styles)
        try story.read(&stream)
        self.story = story
      case (.office, "spreadsheet"), (.office, "presentation"), (.office, "drawing"), (.office, "chart"):
        throw .unsupported(format: "an OpenDocument \(stream.name)")
      default: break
      }
    }
  }

  private mutating func readProperties(_ stream: inout XMLStream) throws(FormatError) {
    var creator: String?
    var initialCreator: String?
    let level = stream.depth
    while try stream.nextElement(within: level) {
      switch (stream.namespace, stream.name) {
      case (.dublinCore, "title"): properties.title = try stream.content()
      case (.dublinCore, "creator"): creator = try stream.content()
      case (.dublinCore, "language"): properties.language = try stream.content()
      case (.dublinCore, "publisher"): properties.publisher = try stream.content()
      case (.meta, "initial-creator"): initialCreator = try stream.content()
      case (.meta, "creation-date"): properties.created = try stream.content()
      case (.meta, "user-defined"):
        let name = stream.attribute("name") ?? ""
        let value = try stream.content()
        if PublicationProperty.isPublicationDate(name) { properties.published = value }
      default: break
      }
    }
    // `dc:creator` is who changed it last (ISO/IEC 26300-1, section 4.3.2.7).
    properties.creators = [initialCreator, creator].compactMap { DocumentProperties.plain($0) }.prefix(1).map(
      \.self)
  }

  private func isEncrypted(_ manifest: [UInt8]) throws(FormatError) -> Bool {
    var stream = try XMLStream(manifest, part: "META-INF/manifest.xml", deadline: deadline)
    while let event = try stream.next() {
      if event == .start, stream.namespace == .manifest, stream.name == "encryption-data" { return true }
    }
    return false
  }
}
