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
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw CommandFailure(.noInput, "\(path): this \(what) cannot be read; is it there?")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure(.badData, "\(path): this \(what) must be UTF-8")
    }
    return text
  }

  /// The SHA-256 digest of such a file, in lower-case hexadecimal; nil where there is none.
  static func digest(_ path: String?, what: String) throws(CommandFailure) -> String? {
    guard let path else { return nil }
    return SourceDocument(id: path, text: try read(path, what: what)).digest
  }
}
