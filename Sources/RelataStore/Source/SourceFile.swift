#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file that a graph file is made of.
struct SourceFile {
  let path: String

  /// Its size and time now, without the digest.
  func stamp() throws(MappedGraphError) -> SourceStamp {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unreadable(systemReason()) }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return SourceStamp(
      size: Int(status.st_size), modified: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec))
  }

  /// All its bytes, also of what has no size, such as a pipe.
  func bytes() throws(MappedGraphError) -> [UInt8] {
    let size = try stamp().size
    guard let file = fopen(path, "rb") else { throw .unreadable(systemReason()) }
    defer { fclose(file) }
    func chunk(_ count: Int) -> [UInt8] {
      [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
        read = buffer.baseAddress.map { fread($0, 1, count, file) } ?? 0
      }
    }
    var bytes = chunk(max(size, 1))
    while true {
      let next = chunk(1 << 16)
      guard ferror(file) == 0 else { throw .unreadable(systemReason()) }
      if next.isEmpty { return bytes }
      bytes += next
    }
  }

  /// The digest of its bytes, read once from front to back.
  func digest() throws(MappedGraphError) -> UInt64 {
    let bytes = try bytes()
    return bytes.withUnsafeBytes(Checksum.of)
  }
}

/// A file that takes its name only when it is complete.
enum CompleteFile {
  static func write(_ memory: FileMemory, to path: String) throws(MappedGraphError) {
    let temporary = temporaryPath(path)
    guard let file = fopen(temporary, "wbx") else { throw .unwritable(systemReason()) }
    var isDone = false
    defer { if !isDone { unlink(temporary) } }
    let written = withExtendedLifetime(memory) { fwrite(memory.base, 1, memory.count, file) }
    let code = errno
    guard fclose(file) == 0, written == memory.count else {
      throw .unwritable(String(cString: strerror(written == memory.count ? errno : code)))
    }
    guard rename(temporary, path) == 0 else { throw .unwritable(systemReason()) }
    isDone = true
  }

  /// Hidden, in the same folder, of this writer alone.
  private static func temporaryPath(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "\(path.dropLast(name.count)).\(name).\(UInt64.random(in: 0...(.max))).tmp"
  }
}
