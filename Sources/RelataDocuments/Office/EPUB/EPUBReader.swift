/// Reads electronic books and magazines (EPUB 2 and 3).
///
/// The text is that of the chapters in reading order; tables of contents and what lies outside of
/// that order are left out.
public struct EPUBReader: Sendable {
  /// Bounds on what one book may cost.
  public var limits: ReadingLimits

  /// - Parameter limits: of these the bytes, unpacked, the parts and the seconds count.
  public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  /// The text of a book with its metadata: `title`, `author`, `date` of its publication, `publisher`,
  /// `language`, `identifier`; `url` where the identifier is an address.
  /// - Throws: `damaged`, `empty`, `tooLarge`, `tookTooLong`; `encrypted` for books whose chapters are;
  ///   `unavailable` without libarchive or libxml2.
  /// - Complexity: O(n) for n bytes, unpacked.
  public func content(of bytes: [UInt8]) throws(FormatError) -> DocumentContent {
    let deadline = Deadline(seconds: limits.seconds)
    let archive = OfficePackage(bytes, limits: limits)
    let entries = try archive.parts { $0.hasPrefix("META-INF/") || $0.lowercased().hasSuffix(".opf") }
    let path = try packagePath(entries, deadline)
    guard let package = entries[path] else { throw .damaged(reason: "the part \(path) is missing") }
    let book = try EPUBPackage(package, path: path, deadline: deadline)
    guard !book.chapters.isEmpty else { throw .damaged(reason: "\(path) lists no chapters") }
    if let encryption = entries["META-INF/encryption.xml"] {
      guard try !isEncrypted(encryption, book.chapters, deadline) else { throw .encrypted }
    }
    let wanted = Set(book.chapters)
    let chapters = try archive.parts { wanted.contains($0) }
    let (text, notes) = try text(book, chapters, deadline)
    guard !text.isEmpty else { throw .empty }
    return DocumentContent(text: text, metadata: metadata(book), notes: notes)
  }

  private func text(
    _ book: EPUBPackage, _ chapters: [String: [UInt8]], _ deadline: Deadline
  ) throws(FormatError) -> (String, notes: [String]) {
    var text = ""
    var missing = 0
    for path in book.chapters {
      try deadline.check()
      guard let bytes = chapters[path] else {
        missing += 1
        continue
      }
      guard let chapter = try EPUBChapter(bytes, limits: limits) else { continue }
      text += (text.isEmpty ? "" : "\n\n") + chapter.text
    }
    if missing == book.chapters.count { throw .damaged(reason: "all of its chapters are missing") }
    return (text, missing > 0 ? ["\(missing) of \(book.chapters.count) chapters are missing"] : [])
  }

  private func metadata(_ book: EPUBPackage) -> [String: String] {
    var metadata = book.properties.metadata(shownTitle: nil, firstHeading: nil)
    metadata["identifier"] = book.identifier
    if let identifier = book.identifier, identifier.hasPrefix("https://") || identifier.hasPrefix("http://") {
      metadata["url"] = identifier
    }
    return metadata
  }
}

extension EPUBReader {
  /// Of the package document that the container names (EPUB Open Container Format, section 4.2.6.3.1).
  private func packagePath(
    _ entries: [String: [UInt8]], _ deadline: Deadline
  ) throws(FormatError) -> String {
    guard let container = entries["META-INF/container.xml"] else {
      throw .damaged(reason: "the part META-INF/container.xml is missing, so this is no EPUB book")
    }
    var stream = try XMLStream(container, part: "META-INF/container.xml", deadline: deadline)
    while let event = try stream.next() {
      guard event == .start, stream.namespace == .container, stream.name == "rootfile",
        let path = stream.plainAttribute("full-path"), let resolved = PartPath.resolve(path, in: "")
      else { continue }
      return resolved
    }
    throw .damaged(reason: "META-INF/container.xml names no package document")
  }

  /// Whether chapters are encrypted; fonts often are, in a way that hinders nobody.
  private func isEncrypted(
    _ encryption: [UInt8], _ chapters: [String], _ deadline: Deadline
  ) throws(FormatError) -> Bool {
    let chapters = Set(chapters)
    var stream = try XMLStream(encryption, part: "META-INF/encryption.xml", deadline: deadline)
    while let event = try stream.next() {
      guard event == .start, stream.namespace == .encryption, stream.name == "CipherReference",
        let reference = stream.plainAttribute("URI")
      else { continue }
      if let path = PartPath.resolve(reference, in: ""), chapters.contains(path) { return true }
    }
    return false
  }
}
