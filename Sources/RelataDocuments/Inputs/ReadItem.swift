/// A file that was opened for reading, and what tells whether it has changed since.
public struct InputFile: Hashable, Sendable {
  /// `-` for standard input.
  public var path: String
  /// The identifier of a document that is the whole file.
  public var id: String
  /// In bytes; 0 where that is not known.
  public var size: Int
  /// The time of the last change of its content, in nanoseconds since 1970; 0 where that is not known.
  public var modified: Int

  /// With 0 for what is not known.
  public init(path: String, id: String, size: Int = 0, modified: Int = 0) {
    self.path = path
    self.id = id
    self.size = size
    self.modified = modified
  }
}

/// What comes out of reading inputs, one after the other.
public enum ReadItem: Sendable {
  /// What is about to be read, before all else: the number of files, and the sum of their sizes in bytes.
  case plan(files: Int, bytes: Int)
  /// What comes next is of this file.
  case startOfFile(InputFile)
  /// Something that may be one or several documents, not yet taken apart, so that several
  /// can be at the same time.
  case pending(PendingDocument)
  /// Something that cannot be read, or is no document. What comes after it is read all the same.
  case failure(InputFailure)
  /// All of a file has come.
  case endOfFile(InputFile)
}
