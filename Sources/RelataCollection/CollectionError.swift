/// Why a collection cannot be used. One line for people.
public enum CollectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// The file is something else, or damaged.
  case notACollection(path: String, reason: String)
  /// A later version of relata wrote it.
  case newer(path: String, version: Int, known: Int)
  /// The system or the database refused: a full disk, no permission, another process that never lets go.
  case failed(path: String, reason: String)

  /// On one line, with the path and, where there is one, a remedy.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no such collection; make one with “relata collection add \(path) FOLDER”"
    case .notACollection(let path, let reason): "\(path): is no collection of relata (\(reason))"
    case .newer(let path, let version, let known):
      "\(path): was written by a newer relata (version \(version) of collections, this one knows \(known))"
    case .failed(let path, let reason): "\(path): \(reason)"
    }
  }
}
