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

  /// What shows of it without reading it; the digest is missing.
  func stamp() throws(MappedGraphError) -> SourceStamp {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unreadable(systemReason()) }
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    // File systems have times that do not fit; wrapped around, they still differ from each other.
    func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec) }
    return SourceStamp(
      size: Int(status.st_size), modified: nanoseconds(modified), changed: nanoseconds(changed),
      inode: UInt64(status.st_ino))
  }

  /// All its bytes, also of what has no size, such as a pipe.
  func bytes() throws(MappedGraphError) -> [UInt8] {
    // What is larger cannot be held, and to try would end the process.
    let limit = Self.memorySize
    let size = try stamp().size
    guard size <= limit else { throw .sourceTooLarge(limit: limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    try read { (block) throws(MappedGraphError) in
      guard bytes.count + block.count <= limit else { throw .sourceTooLarge(limit: limit) }
      bytes.append(contentsOf: block)
    }
    return bytes
  }

  /// The digest of its bytes, read once from front to back.
  func digest() throws(MappedGraphError) -> ContentDigest {
    var digest = ContentDigest()
    try read { (block) in digest.add(block) }
    return digest
  }

  private func read(
    _ consume: (UnsafeRawBufferPointer) throws(MappedGraphError) -> Void
  ) throws(MappedGraphError) {
    guard let file = fopen(path, "rb") else { throw .unreadable(systemReason()) }
    defer { fclose(file) }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = fread(block.baseAddress, 1, block.count, file)
      guard ferror(file) == 0 else { throw .unreadable(systemReason()) }
      if count == 0 { return }
      try consume(UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
  }

  /// In bytes.
  private static var memorySize: Int {
    let (size, overflow) = Int(sysconf(Int32(_SC_PHYS_PAGES)))
      .multipliedReportingOverflow(by: Int(sysconf(Int32(_SC_PAGESIZE))))
    return overflow || size <= 0 ? .max : size
  }
}
