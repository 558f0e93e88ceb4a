/// A graph file that is being written.
final class GraphOutputFile: FileSink {
  private let file: OutputFile

  private init(_ file: OutputFile) { self.file = file }

  static func write(_ memory: FileMemory, to path: String) throws(MappedGraphError) {
    try write(to: path) { (file) throws(MappedGraphError) in
      try withExtendedLifetime(memory) { () throws(MappedGraphError) in
        try file.write(memory.bytes(0..<memory.count))
      }
    }
  }

  /// - Parameter body: writes the content; where it throws, nothing is left.
  static func write(
    to path: String, _ body: (GraphOutputFile) throws(MappedGraphError) -> Void
  ) throws(MappedGraphError) {
    let file = try unwritable { () throws(OutputFileError) in try OutputFile(at: OutputPlace(path)) }
    try body(GraphOutputFile(file))
    try unwritable { () throws(OutputFileError) in
      try file.finish()
      try file.putInPlace()
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(MappedGraphError) {
    try Self.unwritable { () throws(OutputFileError) in try file.write(bytes) }
  }

  func rewrite(_ bytes: UnsafeRawBufferPointer) throws(MappedGraphError) {
    try Self.unwritable { () throws(OutputFileError) in try file.rewrite(bytes) }
  }

  private static func unwritable<Value>(
    _ body: () throws(OutputFileError) -> Value
  ) throws(MappedGraphError) -> Value {
    do {
      return try body()
    } catch {
      throw .unwritable(error.reason)
    }
  }
}
