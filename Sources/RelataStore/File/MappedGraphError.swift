/// Why a graph file cannot be used. It can always be made again from the graph that it was made from.
public enum MappedGraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It cannot be opened or read: what the system says.
  case unreadable(String)
  /// It cannot be written: what the system says.
  case unwritable(String)
  /// It is no graph file at all but something else that has its name, which is left alone: what.
  case foreign(String)
  /// It is a graph file of another version or of a machine with another order of bytes.
  case otherVersion(String)
  /// Its content is not what was written: where that shows.
  case damaged(String)
  /// The graph is larger than the format can hold.
  case tooLarge
  /// A change names what the graph does not have, or the same twice: what.
  case unfitting(String)
  /// The source is larger than this machine's memory, in bytes.
  case sourceTooLarge(limit: Int)

  /// What is wrong, to be read after the file's name.
  public var description: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .unwritable(let reason): "cannot be written: \(reason)"
    case .foreign(let reason): "is no graph file (\(reason))"
    case .otherVersion(let reason): "is no graph file of this version: \(reason)"
    case .damaged(let place): "is damaged (\(place))"
    case .tooLarge: "the graph is too large for a graph file"
    case .unfitting(let what): "the change does not fit the graph: \(what)"
    case .sourceTooLarge(let limit): "is too large: this machine has memory for \(limit) bytes"
    }
  }

  static let notOurs = foreign("it begins differently")
}
