#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What comes through file descriptor 0.
enum StandardInputBytes {
  /// All of it.
  /// - Throws: ``FormatError`` above the limit, ``InputFailure`` where the system refuses.
  static func read(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = readBytes(&buffer)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
        throw InputFailure(.unreadable, "standard input", reason)
      }
      guard bytes.count + count <= limit else { throw FormatError.tooLarge(what: "bytes", limit: limit) }
      bytes += buffer[..<count]
    }
  }

  private static func readBytes(_ buffer: inout [UInt8]) -> Int {
    buffer.withUnsafeMutableBytes { buffer in
      #if canImport(Glibc)
        Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        Musl.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      #else
        Darwin.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      #endif
    }
  }
}
