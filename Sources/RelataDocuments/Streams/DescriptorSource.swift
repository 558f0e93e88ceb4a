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

  init(path: String) throws(FormatError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    closesAtEnd = true
    guard descriptor >= 0 else { throw Self.failure() }
  }

  deinit {
    if closesAtEnd, descriptor >= 0 { close(descriptor) }
  }

  func read(into target: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    while true {
      let count = readBytes(target)
      if count >= 0 { return count }
      if errno != EINTR { throw Self.failure() }
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

  private static func failure() -> FormatError {
    let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return .damaged(reason: "the system cannot read it (\(reason))")
  }
}
