#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Files, folders and bytes → documents.
///
/// ```swift
/// let documents = try DocumentReader().documents(at: ["articles", "notes.md"])
/// ```
public struct DocumentReader: Sendable {
  /// What a file in a folder must be called to be read, in lower case. A file named by itself may have any other
  /// extension but those of `unsupportedExtensions`.
  public static let fileExtensions = ["txt", "text", "md", "markdown"]

  /// Formats that hold text but are not text.
  static let unsupportedExtensions: Set = [
    "html", "htm", "xhtml", "xml", "pdf", "doc", "docx", "odt", "rtf", "epub", "json", "jsonl",
  ]

  /// How many bytes one document may have.
  public var sizeLimit: Int

  /// - Parameter sizeLimit: how many bytes one document may have; 64 MiB unless told.
  public init(sizeLimit: Int = 64 << 20) {
    self.sizeLimit = sizeLimit
  }

  /// The documents of several files and folders, in the order given; a file that is named twice is read once.
  ///
  /// Identifiers are paths relative to the folder given, or file names; where two inputs would share one, both
  /// get the path under which they were found.
  public func documents(at paths: [String]) throws(ReadingError) -> [SourceDocument] {
    var found: [(path: String, id: String)] = []
    var seen: Set<String> = []
    for path in paths {
      for file in try files(at: path) where seen.insert(file.path).inserted { found.append(file) }
    }
    let uses = found.reduce(into: [String: Int]()) { $0[$1.id, default: 0] += 1 }
    var documents: [SourceDocument] = []
    for file in found {
      let id = uses[file.id, default: 0] > 1 ? file.path : file.id
      documents.append(try document(path: file.path, id: id))
    }
    return documents
  }

  /// The documents of one file or folder. A folder is read recursively, in the byte order of the relative paths;
  /// hidden files and linked folders are passed over.
  public func documents(at path: String) throws(ReadingError) -> [SourceDocument] {
    try documents(at: [path])
  }

  /// A document from bytes, e.g. those of standard input.
  /// - Parameter id: names it in errors and evidence.
  public func document(
    bytes: [UInt8], id: String, format: TextFormat = .plain
  ) throws(ReadingError) -> SourceDocument {
    try document(bytes: bytes, path: id, id: id, format: format)
  }

  private func document(path: String, id: String) throws(ReadingError) -> SourceDocument {
    let fileExtension = Self.fileExtension(of: path)
    if Self.unsupportedExtensions.contains(fileExtension) {
      throw .unsupportedFormat(path: path, fileExtension: fileExtension)
    }
    if let size = Self.size(of: path), size > sizeLimit {
      throw .tooLarge(path: path, bytes: size, limit: sizeLimit)
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw Self.failure(error, path: path)
    }
    let isMarkdown = fileExtension == "md" || fileExtension == "markdown"
    return try document(bytes: Array(data), path: path, id: id, format: isMarkdown ? .markdown : .plain)
  }

  private func document(
    bytes: [UInt8], path: String, id: String, format: TextFormat
  ) throws(ReadingError) -> SourceDocument {
    if bytes.count > sizeLimit { throw .tooLarge(path: path, bytes: bytes.count, limit: sizeLimit) }
    let text = try TextDecoder.text(bytes, path: path)
    guard text.unicodeScalars.contains(where: { !$0.isSpace && !$0.isInvisible }) else {
      throw .blank(path: path)
    }
    let metadata = format == .markdown ? FrontMatter.find(in: text)?.values ?? [:] : [:]
    return SourceDocument(id: id, text: text, metadata: metadata, format: format)
  }

  // MARK: Finding files

  private func files(at path: String) throws(ReadingError) -> [(path: String, id: String)] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .notFound(path: path)
    }
    guard isFolder else { return [(path, Self.lastComponent(of: path))] }

    var relative: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      let names: [String]
      let location = folder.isEmpty ? path : Self.join(path, folder)
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: location)
      } catch {
        throw Self.failure(error, path: location)
      }
      for name in names where !name.hasPrefix(".") {
        let entry = folder.isEmpty ? name : folder + "/" + name
        switch Self.type(of: Self.join(path, entry)) {
        case .typeDirectory: pending.append(entry)
        // A link may lead to a file, but a linked folder may lead round in a circle.
        case .typeRegular, .typeSymbolicLink:
          if Self.fileExtensions.contains(Self.fileExtension(of: entry)),
            !Self.isFolder(Self.join(path, entry))
          {
            relative.append(entry)
          }
        default: break
        }
      }
    }
    if relative.isEmpty { throw .noDocuments(folder: path) }
    return relative.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { (Self.join(path, $0), $0) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func type(of path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }

  private static func size(of path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
  }

  private static func failure(_ error: any Error, path: String) -> ReadingError {
    guard let error = error as? CocoaError else { return .unreadable(path: path, reason: "\(error)") }
    switch error.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: return .notFound(path: path)
    case .fileReadNoPermission: return .unreadable(path: path, reason: "permission denied")
    default: return .unreadable(path: path, reason: "error \(error.code.rawValue)")
    }
  }

  // MARK: Paths

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func fileExtension(of path: String) -> String {
    let name = lastComponent(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
