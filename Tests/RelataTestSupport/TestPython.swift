import Foundation

/// The Python with the packages of `Tests/requirements.txt`.
public enum TestPython {
  /// Why there is none.
  public struct Missing: Error, CustomStringConvertible {
    let path: String

    /// What to do, too.
    public var description: String {
      "no Python at \(path): run `make test`, which sets it up, or set RELATA_PYTHON"
    }
  }

  /// Where it is: `RELATA_PYTHON`, or where `make test` puts it.
  ///
  /// - Throws: ``Missing`` where it cannot be run.
  public static var path: String {
    get throws {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      let path =
        ProcessInfo.processInfo.environment["RELATA_PYTHON"]
        ?? root.appending(path: ".build/python/bin/python").path
      guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(path: path) }
      return path
    }
  }
}
