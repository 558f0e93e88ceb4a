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

  /// Zeroes.
  init(count: Int) throws(MappedGraphError) {
    self.count = count
    // Mapped as well, so that the system's zeroes need not be written once more.
    let mapped = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | Self.anonymous, -1, 0)
    guard let mapped, mapped != MAP_FAILED else { throw .unwritable(systemReason()) }
    #if os(Linux)
      // Advice only: to get pages of 4 KiB one by one would take as long as filling them.
      madvise(mapped, count, MADV_HUGEPAGE)
    #endif
    base = mapped
  }

  #if canImport(Darwin)
    private static let anonymous = MAP_ANON
  #else
    private static let anonymous = MAP_ANONYMOUS
  #endif

  init(mapping path: String) throws(MappedGraphError) {
    let (file, size) = try Self.opened(path)
    defer { close(file) }
    guard size >= FileLayout.headerSize else { throw .damaged("it ends in the header") }
    count = size
    let mapped = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0)
    guard let mapped, mapped != MAP_FAILED else { throw .unreadable(systemReason()) }
    base = mapped
  }

  /// Whether a graph file may be written there: there is none yet, or one, or an empty file. Everything else
  /// is somebody's, even if it cannot be read.
  static func isFree(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT }
    guard let (file, _) = try? opened(path) else { return false }
    close(file)
    return true
  }

  /// A graph file, or an empty one, open, and its size.
  private static func opened(_ path: String) throws(MappedGraphError) -> (file: Int32, size: Int) {
    // Without waiting: a pipe would wait for somebody who writes to it.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .unreadable(systemReason()) }
    var isOurs = false
    defer { if !isOurs { close(file) } }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(systemReason()) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign("it is no regular file") }
    var start = [UInt8](repeating: 0, count: FileLayout.magic.count)
    let read = pread(file, &start, start.count, 0)
    guard read >= 0 else { throw .unreadable(systemReason()) }
    guard read == 0 || start == FileLayout.magic else { throw .notOurs }
    isOurs = true
    return (file, Int(status.st_size))
  }

  deinit { munmap(base, count) }

  /// - Precondition: within the file, and not used longer than this object lives.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }
}

/// The last error of the system, in words.
func systemReason() -> String { String(cString: strerror(errno)) }
