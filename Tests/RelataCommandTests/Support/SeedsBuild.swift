import Foundation
import Synchronization
import Testing

/// `relata build seeds --output output`, run once for all tests that look at what it prints or writes.
enum SeedsBuild {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let command = ["build", "seeds", "--output", "output"]

  struct Done: Sendable {
    /// With `seeds` and `output`.
    let folder: TemporaryFolder
    let outcome: RelataProcess.Outcome
  }

  static var done: Done {
    get throws { try result.get() }
  }

  private static let left = Mutex("")

  private static let result = Result {
    let folder = try TemporaryFolder()
    // Nothing that is static is ever released.
    left.withLock { $0 = folder.path }
    atexit { try? FileManager.default.removeItem(atPath: left.withLock { $0 }) }
    try linkSeeds(into: folder)
    let outcome = try RelataProcess.run(command, in: folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return Done(folder: folder, outcome: outcome)
  }

  static func linkSeeds(into folder: TemporaryFolder) throws {
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "seeds"), withDestinationURL: repository.appending(path: "seeds"))
  }
}
