import Foundation

/// A folder of one test, removed with it.
final class CollectionFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "relata collection \(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var collection: String { path + "/news.relata-db" }
}
