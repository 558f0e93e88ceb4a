#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input, or a pipe that is named like a file (`<(zcat graph.jsonld.gz)`, a FIFO), to its end.
///
/// All of it is held in memory, so it has a bound; what is larger comes from a file.
enum InputStream {
  /// In bytes.
  static let limit = 512 << 20

  /// How long, in milliseconds, a pipe that nobody has opened for writing is waited for.
  private static let patience: Int32 = 5000

  private static let blockSize = 1 << 16

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - check: is shown the first bytes, at most 64 KiB, and throws where these cannot begin what is wanted;
  ///     so that what does not end is refused before it fills the memory.
  static func bytes(
    _ path: String, check: ([UInt8]) throws(CommandFailure) -> Void = { (_) throws(CommandFailure) in }
  ) throws(CommandFailure) -> [UInt8] {
    let name = path == "-" ? "standard input" : path
    let descriptor = try opened(path, name)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    if path != "-" { try waitForWriter(descriptor, name, &bytes) }
    var block = [UInt8](repeating: 0, count: blockSize)
    var isChecked = false
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw CommandFailure(.noInput, "\(name): \(systemReason(errno).lowercased())")
      }
      guard bytes.count + count <= limit else {
        throw CommandFailure(
          .badData, "\(name): is larger than \(limit >> 20) MiB; write it to a file and name that")
      }
      bytes += block[..<count]
      if !isChecked, count == 0 || bytes.count >= blockSize {
        isChecked = true
        try check(Array(bytes.prefix(blockSize)))
      }
      if count == 0 { return bytes }
    }
  }

  private static func opened(_ path: String, _ name: String) throws(CommandFailure) -> Int32 {
    let descriptor =
      switch path {
      case "-", "/dev/stdin": dup(STDIN_FILENO)
      // The process's own end: opened anew, a pipe whose writer has left already would look like
      // one that nobody writes to.
      case _ where path.hasPrefix("/dev/fd/"): Int32(path.dropFirst("/dev/fd/".count)).map(dup) ?? -1
      // Without waiting here: for how long the system would wait cannot be said.
      default: open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      }
    guard descriptor >= 0 else {
      throw CommandFailure(.noInput, "\(name): cannot be read (\(systemReason(errno).lowercased()))")
    }
    return descriptor
  }

  /// A writer that is slow is waited for as long as it takes, one that never comes is not.
  private static func waitForWriter(
    _ descriptor: Int32, _ name: String, _ bytes: inout [UInt8]
  ) throws(CommandFailure) {
    var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if poll(&event, 1, patience) == 0 {
      // Neither bytes nor an end: a pipe without a writer reads as ended, one with a
      // silent writer as not ready.
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count > 0 { bytes.append(byte) }
      if count == 0 {
        throw CommandFailure(
          .noInput, "\(name): is a pipe that no program has opened for writing; start that program, too")
      }
    }
    let flags = fcntl(descriptor, F_GETFL)
    if flags >= 0, flags & O_NONBLOCK != 0 { _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) }
  }
}
