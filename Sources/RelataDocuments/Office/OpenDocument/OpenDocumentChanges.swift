/// The deletions that an OpenDocument text keeps track of (ISO/IEC 26300-1, section 5.5). What was deleted
/// is kept apart from the text, but where changes were shown when it was saved LibreOffice leaves it in
/// the text between two marks.
struct OpenDocumentChanges: Sendable {
  private var deletions: Set<String> = []
  private var open: Set<String> = []

  /// Whether the text here is deleted.
  var isDeleted: Bool { !open.isEmpty }

  /// Reads to the end of the `text:tracked-changes` at whose start the stream stands.
  mutating func read(_ stream: inout XMLStream) throws(FormatError) {
    var id = ""
    let level = stream.depth
    while try stream.nextElement(within: level) {
      switch (stream.namespace, stream.name) {
      case (.text, "changed-region"):
        id = stream.attribute("id") ?? stream.plainAttribute("xml:id") ?? ""
      case (.text, "deletion"):
        deletions.insert(id)
        try stream.skip()
      default: break
      }
    }
  }

  mutating func begin(_ id: String) {
    if deletions.contains(id) { open.insert(id) }
  }

  mutating func end(_ id: String) { open.remove(id) }
}
