import Foundation

/// A folder that is gone when nobody needs it any more. Its name has a space, as users' folders do.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "relata test \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  /// Every file in it, hidden ones included, by its path relative to the folder.
  var contents: [String: Data] {
    get throws {
      var found: [String: Data] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
        found[name] = FileManager.default.contents(atPath: url.appending(path: name).path)
      }
      return found
    }
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> URL { try write(Data(text.utf8), to: name) }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> URL {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file
  }
}
