#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes that come through a file descriptor.
final class DescriptorSource: ByteSource {
  private let descriptor: Int32
  private let closesAtEnd: Bool

  init(descriptor: Int32, closesAtEnd: Bool) {
    self.descriptor = descriptor
    self.closesAtEnd = closesAtEnd
  }

  /// - Throws: `FormatError.unreadable` where the system refuses, `.unsupported` for what is no file.
  init(path: String) throws(FormatError) {
    // A pipe that nobody writes to would be waited for, and a device may never end.
    descriptor = retryingOnInterrupt { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    closesAtEnd = true
    guard descriptor >= 0 else { throw .refused(code: errno) }
    guard let status = try? FileStatus(descriptor: descriptor) else { throw .refused(code: errno) }
    guard status.kind == .file else { throw .unsupported(format: status.kind.rawValue) }
  }

  deinit {
    if closesAtEnd, descriptor >= 0 { close(descriptor) }
  }

  func read(into target: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    while true {
      let count = readBytes(target)
      if count >= 0 { return count }
      if errno != EINTR { throw .refused(code: errno) }
    }
  }

  private func readBytes(_ target: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, target.baseAddress, target.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, target.baseAddress, target.count)
    #else
      Darwin.read(descriptor, target.baseAddress, target.count)
    #endif
  }
}
