#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that takes its name only when it is complete.
final class CompleteFile: FileSink {
  private let file: UnsafeMutablePointer<FILE>

  private init(_ file: UnsafeMutablePointer<FILE>) { self.file = file }

  static func write(_ memory: FileMemory, to path: String) throws(MappedGraphError) {
    try write(to: path) { (file) throws(MappedGraphError) in
      try withExtendedLifetime(memory) { () throws(MappedGraphError) in
        try file.write(memory.bytes(0..<memory.count))
      }
    }
  }

  /// - Parameter body: writes the content; where it throws, nothing is left.
  static func write(
    to path: String, _ body: (CompleteFile) throws(MappedGraphError) -> Void
  ) throws(MappedGraphError) {
    let temporary = temporaryPath(path)
    guard let file = fopen(temporary, "wbx") else { throw .unwritable(systemReason()) }
    var isDone = false
    defer { if !isDone { unlink(temporary) } }
    do {
      try body(CompleteFile(file))
    } catch {
      fclose(file)
      throw error
    }
    guard fclose(file) == 0 else { throw .unwritable(systemReason()) }
    guard rename(temporary, path) == 0 else { throw .unwritable(systemReason()) }
    isDone = true
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(MappedGraphError) {
    guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
      throw .unwritable(systemReason())
    }
  }

  func rewrite(_ bytes: UnsafeRawBufferPointer) throws(MappedGraphError) {
    guard fseek(file, 0, SEEK_SET) == 0 else { throw .unwritable(systemReason()) }
    try write(bytes)
  }

  /// Hidden, in the same folder, of this writer alone.
  private static func temporaryPath(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "\(path.dropLast(name.count)).\(name).\(UInt64.random(in: 0...(.max))).tmp"
  }
}
