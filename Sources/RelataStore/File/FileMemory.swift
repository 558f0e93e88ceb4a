#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a graph file: mapped, or made in memory. Never changed after they are complete.
final class FileMemory: @unchecked Sendable {
  // Unchecked: written only by whoever makes it, before it is shared.
  let base: UnsafeMutableRawPointer
  let count: Int
  private let isMapped: Bool

  /// Zeroes.
  init(count: Int) {
    self.count = count
    isMapped = false
    base = .allocate(byteCount: max(1, count), alignment: FileLayout.headerSize)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: count)
  }

  init(mapping path: String) throws(MappedGraphError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(systemReason()) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(systemReason()) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("not a file") }
    count = Int(status.st_size)
    guard count >= FileLayout.headerSize else { throw .damaged("it ends in the header") }
    let mapped = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0)
    guard let mapped, mapped != MAP_FAILED else { throw .unreadable(systemReason()) }
    base = mapped
    isMapped = true
  }

  deinit { if isMapped { munmap(base, count) } else { base.deallocate() } }

  /// - Precondition: within the file, and not used longer than this object lives.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }
}

/// The last error of the system, in words.
func systemReason() -> String { String(cString: strerror(errno)) }
