import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file that a user wrote for relata: an ontology, a list of identities or corrections.
enum UserTextFile {
  /// - Parameter what: how failures speak of it: "ontology".
  static func read(_ path: String, what: String) throws(CommandFailure) -> String {
    let bytes = try bytes(path, what)
    guard bytes.count <= limit else { throw tooLarge(path, what) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.badData, "\(path): this \(what) must be UTF-8")
    }
    return text
  }

  /// In bytes: more than a person writes, less than would be felt.
  private static let limit = 64 << 20

  private static func tooLarge(_ path: String, _ what: String) -> CommandFailure {
    CommandFailure(.badData, "\(path): this \(what) is larger than \(limit >> 20) MiB")
  }

  private static func bytes(_ path: String, _ what: String) throws(CommandFailure) -> [UInt8] {
    switch InputKind(of: path) {
    case .stream: return try InputStream.bytes(path)
    case .missing(let reason), .unreachable(let reason):
      throw CommandFailure(.noInput, "\(path): this \(what) cannot be read (\(reason))")
    case .folder: throw CommandFailure(.noInput, "\(path): is a folder, and no \(what)")
    case .file(let size):
      guard size <= limit else { throw tooLarge(path, what) }
      do {
        return Array(try Data(contentsOf: URL(filePath: path)))
      } catch {
        throw CommandFailure(.noInput, "\(path): this \(what) cannot be read; check its permissions")
      }
    }
  }

  /// The SHA-256 digest of such a file, in lower-case hexadecimal; nil where there is none.
  static func digest(_ path: String?, what: String) throws(CommandFailure) -> String? {
    guard let path else { return nil }
    return SourceDocument(id: path, text: try read(path, what: what)).digest
  }
}
