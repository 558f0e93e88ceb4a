#if Archives
  /// What compressed bytes unpack to: gzip, bzip2, xz, Zstandard or lz4, one or several streams after one
  /// another; bytes that are not compressed are given as they are.
  final class DecompressedSource: ByteSource {
    private let input: ArchiveInput
    private var handle: ArchiveHandle?
    private var budget: UnpackingBudget
    private var consumedBefore = 0
    private var isDamaged = false

    init(_ source: any ByteSource, limits: ReadingLimits) {
      input = ArchiveInput(source)
      budget = UnpackingBudget(limits: limits)
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
      guard let handle = try opened() else { return 0 }
      isDamaged = true
      let count = try handle.readData(into: target)
      isDamaged = false
      try budget.spend(count, consumed: consumedBefore + handle.consumed)
      if count == 0 { try checkEnd(handle) }
      return count
    }

    private func opened() throws(FormatError) -> ArchiveHandle? {
      if let handle { return handle }
      isDamaged = true
      // libarchive takes nothing for an archive of an unknown format.
      guard input.hasBytes() else { return nil }
      let handle = try ArchiveHandle(.input(input), isCompressedOnly: true)
      guard case .entry = try handle.nextHeader() else { return nil }
      isDamaged = false
      self.handle = handle
      return handle
    }

    /// libarchive takes what is no gzip header behind a gzip member for the end.
    private func checkEnd(_ handle: ArchiveHandle) throws(FormatError) {
      guard handle.isGzip else { return }
      input.pushBack(from: handle.consumed + consumedBefore)
      guard input.hasMoreThanPadding() else { return }
      isDamaged = true
      throw .damaged(reason: "what follows a gzip member is none")
    }

    func recover() -> Bool {
      guard isDamaged, input.isGzip, input.failure == nil else { return false }
      input.pushBack(from: consumedBefore + (handle?.consumed ?? 1))
      self.handle = nil
      isDamaged = false
      guard input.skipToGzipMember(from: consumedBefore + 1) else { return false }
      consumedBefore = input.unreadOffset
      return true
    }
  }

  extension ByteReader {
    /// What a reader's bytes unpack to; themselves where they are not compressed.
    ///
    /// Behind a damaged gzip member, ``recover()`` goes on at the next one.
    public init(decompressing reader: consuming ByteReader, limits: ReadingLimits = ReadingLimits()) {
      if SystemLibrary.libarchive.isAvailable {
        self.init(source: DecompressedSource(ReaderSource(reader), limits: limits))
      } else {
        self.init(source: UncompressedSource(reader))
      }
    }
  }
#else
  extension ByteReader {
    /// The reader's bytes, which cannot be unpacked without libarchive.
    public init(decompressing reader: consuming ByteReader, limits: ReadingLimits = ReadingLimits()) {
      self.init(source: UncompressedSource(reader))
    }
  }
#endif
