/// The parts of a Word document and how they refer to one another (ISO/IEC 29500-1, section 11.3).
struct WordPackage: Sendable {
  private(set) var properties = DocumentProperties()
  private let styles: WordStyles
  private let parts: [String: [UInt8]]
  private let main: String
  private let relationships: Relationships
  private let deadline: Deadline

  /// - Throws: `damaged` where the package has no document, `unsupported` where it is one of another program.
  init(_ package: OfficePackage, deadline: Deadline) throws(FormatError) {
    self.deadline = deadline
    let links = try package.parts { $0.hasSuffix(".rels") && $0.utf8.count < 256 }
    guard let root = links["_rels/.rels"] else {
      throw .damaged(reason: "the part _rels/.rels is missing, so this is no Word document")
    }
    let packageLinks = try Relationships(root, of: "", deadline: deadline)
    guard let main = packageLinks.path("officeDocument") else {
      throw .damaged(reason: "_rels/.rels names no document")
    }
    self.main = main
    relationships =
      if let own = links[Relationships.path(of: main)] {
        try Relationships(own, of: main, deadline: deadline)
      } else {
        Relationships()
      }
    var wanted = Set([main])
    wanted.formUnion(["core-properties", "custom-properties"].compactMap { packageLinks.path($0) })
    wanted.formUnion(
      ["styles", "footnotes", "endnotes"].compactMap { [relationships] in relationships.path($0) })
    let items = relationships.targets.filter { $0.type == "customXml" }.prefix(16).map(\.path)
    wanted.formUnion(items)
    let parts = try package.parts { wanted.contains($0) }
    self.parts = parts
    styles =
      if let path = relationships.path("styles"), let bytes = parts[path] {
        try WordStyles(bytes, part: path, deadline: deadline)
      } else {
        WordStyles()
      }
    try readProperties(packageLinks, items: items)
  }

  private mutating func readProperties(_ links: Relationships, items: [String]) throws(FormatError) {
    // A document may be read without its properties; that they are damaged is no reason to lose it.
    for path in items {
      if let bytes = parts[path] { try? properties.readCoverPage(bytes, part: path, deadline: deadline) }
    }
    if let path = links.path("custom-properties"), let bytes = parts[path] {
      try? properties.readCustom(bytes, part: path, deadline: deadline)
    }
    if let path = links.path("core-properties"), let bytes = parts[path] {
      try? properties.readCore(bytes, part: path, deadline: deadline)
    }
    try deadline.check()
  }
}

extension WordPackage {
  /// The body of the document.
  func story() throws(FormatError) -> WordStory {
    guard let bytes = parts[main] else { throw .damaged(reason: "the part \(main) is missing") }
    var stream = try XMLStream(bytes, part: main, deadline: deadline)
    while let event = try stream.next() {
      guard event == .start else { continue }
      guard stream.namespace == .word, stream.name == "document" else {
        throw .unsupported(
          format: "an Office document that is not Word's (it begins with \"\(stream.name)\")")
      }
      var story = WordStory(styles: styles)
      try story.read(&stream)
      return story
    }
    throw .damaged(reason: "\(main) has no document in it")
  }

  /// The notes that are referred to, in that order, each once.
  func notes(_ references: [WordStory.NoteReference]) throws(FormatError) -> [String] {
    guard !references.isEmpty else { return [] }
    var notes = try [false: notes("footnotes"), true: notes("endnotes")]
    var found: [String] = []
    for reference in references {
      if let note = notes[reference.isEndnote]?.removeValue(forKey: reference.id), !note.isEmpty {
        found.append(note)
      }
    }
    return found
  }

  private func notes(_ type: String) throws(FormatError) -> [String: String] {
    guard let path = relationships.path(type), let bytes = parts[path] else { return [:] }
    var notes: [String: String] = [:]
    var stream = try XMLStream(bytes, part: path, deadline: deadline)
    while let event = try stream.next() {
      guard event == .start, stream.namespace == .word, stream.name == type.dropLast() else { continue }
      // Lines that set notes apart have a type of their own.
      let isText = stream.attribute("type").map { $0 == "normal" } ?? true
      let id = stream.attribute("id") ?? ""
      var story = WordStory(styles: styles)
      try story.read(&stream)
      if isText, notes[id] == nil { notes[id] = story.flow.finish() }
    }
    return notes
  }
}
