import Foundation

/// A folder that goes with the value that made it.
final class TemporaryFolder {
  private let url = FileManager.default.temporaryDirectory.appending(path: "relata-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file that may be put there.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Puts a text there, and says where.
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: url.appending(path: name))
    return path(name)
  }
}
