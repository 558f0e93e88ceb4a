/// The package document of a book (EPUB 3.3, section 5; Open Packaging Format 2.0.1): its metadata and
/// the order of its chapters.
struct EPUBPackage: Sendable {
  private struct Item {
    var path: String
    var mediaType: String
    var isNavigation: Bool
    var fallback: String?
  }

  private(set) var properties = DocumentProperties()
  private(set) var identifier: String?
  /// Paths of the chapters in reading order; those outside of it are left out, as are tables of contents.
  private(set) var chapters: [String] = []
  private var items: [String: Item] = [:]
  private var spine: [(id: String, isLinear: Bool)] = []
  private var contents: Set<String> = []
  private var creators: [(name: String, role: String?, id: String?)] = []
  private var roles: [String: String] = [:]
  private var dates: [(event: String?, value: String)] = []
  private let path: String

  init(_ bytes: [UInt8], path: String, deadline: Deadline) throws(FormatError) {
    self.path = path
    var stream = try XMLStream(bytes, part: path, deadline: deadline)
    while let event = try stream.next() {
      guard event == .start else { continue }
      switch stream.namespace {
      case .dublinCore: try readMetadata(&stream)
      case .package, .none: try readPackage(&stream)
      default: break
      }
    }
    finish()
  }

  private mutating func readMetadata(_ stream: inout XMLStream) throws(FormatError) {
    let name = stream.name.lowercased()
    let role = stream.attribute("role", in: Self.uri) ?? stream.plainAttribute("role")
    let event = stream.attribute("event", in: Self.uri) ?? stream.plainAttribute("event")
    let id = stream.plainAttribute("id")
    guard let value = DocumentProperties.plain(try stream.content()) else { return }
    switch name {
    case "title": properties.title = properties.title ?? value
    case "creator": creators.append((value, role, id))
    case "date": dates.append((event?.lowercased(), value))
    case "publisher": properties.publisher = properties.publisher ?? value
    case "language": properties.language = properties.language ?? value
    case "identifier": identifier = identifier ?? value
    default: break
    }
  }

  private mutating func readPackage(_ stream: inout XMLStream) throws(FormatError) {
    switch stream.name {
    case "item":
      guard let id = stream.plainAttribute("id"), let href = stream.plainAttribute("href"),
        let path = PartPath.resolve(href, in: path)
      else { return }
      let properties = stream.plainAttribute("properties")?.split { $0.isWhitespace } ?? []
      items[id] = Item(
        path: path, mediaType: stream.plainAttribute("media-type")?.lowercased() ?? "",
        isNavigation: properties.contains("nav"), fallback: stream.plainAttribute("fallback"))
    case "itemref":
      guard let id = stream.plainAttribute("idref") else { return }
      spine.append((id, stream.plainAttribute("linear") != "no"))
    case "reference":
      guard stream.plainAttribute("type") == "toc", let href = stream.plainAttribute("href"),
        let path = PartPath.resolve(href, in: path)
      else { return }
      contents.insert(path)
    case "meta":
      guard stream.plainAttribute("property") == "role", let id = stream.plainAttribute("refines") else {
        return
      }
      roles[String(id.drop { $0 == "#" })] = try stream.content()
    default: break
    }
  }

  private mutating func finish() {
    var seen: Set<String> = []
    for (id, isLinear) in spine where isLinear {
      guard let item = readable(id), !item.isNavigation, !contents.contains(item.path),
        seen.insert(item.path).inserted
      else { continue }
      chapters.append(item.path)
    }
    let people = creators.map { (name: $0.name, role: $0.role ?? $0.id.flatMap { roles[$0] }) }
    let authors = people.filter { $0.role == "aut" }
    properties.creators = (authors.isEmpty ? people : authors).map(\.name)
    // Of several dates the one of the publication; not when a copy was made or changed.
    properties.published =
      (dates.first { $0.event == "publication" } ?? dates.first { $0.event == nil })?.value
  }

  /// The item or what stands in for it (EPUB 3.3, section 3.5): a chapter that is text.
  private func readable(_ id: String) -> Item? {
    var next: String? = id
    for _ in 0..<8 {
      guard let id = next, let item = items[id] else { return nil }
      if Self.mediaTypes.contains(item.mediaType) { return item }
      next = item.fallback
    }
    return nil
  }

  private static let mediaTypes: Set<String> = ["application/xhtml+xml", "text/html", "text/x-oeb1-document"]
  private static let uri = "http://www.idpf.org/2007/opf"
}
