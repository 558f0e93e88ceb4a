#if Archives
  import CLibArchive

  /// Where libarchive gets its bytes from, if not from a file.
  final class ArchiveInput {
    private enum Origin {
      case bytes([UInt8])
      case source(any ByteSource)
    }

    private let origin: Origin
    /// What was last handed to libarchive, which reads it until it asks for more.
    private let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: ByteReader.chunk, alignment: MemoryLayout<Int>.alignment)
    /// The offset behind the chunk.
    private var position = 0
    private var chunkCount = 0
    /// Bytes before the next of the source.
    private var pushedBack: ArraySlice<UInt8> = []
    /// What the source threw.
    private(set) var failure: FormatError?
    /// Whether the first bytes of all are those of gzip.
    private(set) var isGzip = false

    init(_ bytes: [UInt8]) { origin = .bytes(bytes) }

    init(_ source: any ByteSource) { origin = .source(source) }

    deinit { chunk.deallocate() }

    var isSeekable: Bool {
      if case .bytes = origin { true } else { false }
    }

    /// Hands over the next chunk.
    /// - Returns: its size, 0 at the end, below 0 after an error.
    func read(_ archive: OpaquePointer?, _ start: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
      start?.pointee = UnsafeRawPointer(chunk.baseAddress)
      do {
        chunkCount = try fill()
        if position == 0 { isGzip = chunk[..<chunkCount].starts(with: [0x1F, 0x8B]) }
        position += chunkCount
        return chunkCount
      } catch {
        failure = error
        relata_archive_set_error(archive, "\(error)")
        return -1
      }
    }

    private func fill() throws(FormatError) -> Int {
      if !pushedBack.isEmpty {
        let part = pushedBack.prefix(chunk.count)
        chunk.copyBytes(from: part)
        pushedBack = pushedBack.dropFirst(part.count)
        return part.count
      }
      switch origin {
      case .bytes(let bytes):
        let part = bytes[min(position, bytes.count)...].prefix(chunk.count)
        chunk.copyBytes(from: part)
        return part.count
      case .source(let source): return try source.read(into: chunk)
      }
    }

    /// - Returns: how many bytes were passed over.
    func skip(_ count: Int) -> Int {
      guard case .bytes(let bytes) = origin, count > 0 else { return 0 }
      let step = min(count, bytes.count - position)
      position += step
      return step
    }

    /// - Returns: the offset from the beginning, or below 0 where it is none.
    func seek(_ distance: Int, from whence: Int32) -> Int {
      guard case .bytes(let bytes) = origin else { return Int(ARCHIVE_FATAL) }
      let base = whence == SEEK_CUR ? position : whence == SEEK_END ? bytes.count : 0
      let (target, overflows) = base.addingReportingOverflow(distance)
      guard !overflows, target >= 0, target <= bytes.count else { return Int(ARCHIVE_FATAL) }
      position = target
      return target
    }

    /// Takes back what libarchive has not consumed.
    /// - Parameter consumed: the offset up to which it has.
    func pushBack(from consumed: Int) {
      let unread = max(0, min(chunkCount, position - consumed))
      let tail = chunk[(chunkCount - unread)..<chunkCount]
      pushedBack = (Array(tail) + pushedBack)[...]
      position -= unread
      chunkCount = 0
      failure = nil
    }

    /// Whether anything is left, or cannot be read.
    func hasBytes() -> Bool {
      guard pushedBack.isEmpty else { return true }
      do {
        let count = try fill()
        pushedBack = Array(chunk[..<count])[...]
        return count > 0
      } catch {
        failure = error
        return true
      }
    }

    /// The offset of the next byte that libarchive gets.
    var unreadOffset: Int { position }

    /// Whether anything but zeros is left, which tapes and block devices pad files with.
    func hasMoreThanPadding() -> Bool {
      while true {
        if let first = pushedBack.firstIndex(where: { $0 != 0 }) {
          position += first - pushedBack.startIndex
          pushedBack = pushedBack[first...]
          return true
        }
        position += pushedBack.count
        pushedBack = []
        guard let count = try? fill(), count > 0 else { return false }
        pushedBack = Array(chunk[..<count])[...]
      }
    }

    /// Passes over what is before the next gzip member (RFC 1952, 2.3.1).
    /// - Returns: whether there is one.
    /// - Parameter least: the offset before which it is not looked for.
    func skipToGzipMember(from least: Int) -> Bool {
      let magic: [UInt8] = [0x1F, 0x8B, 0x08]
      var window = Array(pushedBack)
      pushedBack = []
      while true {
        if window.count >= 4 {
          for index in 0...(window.count - 4)
          where window[index] == 0x1F && position + index >= least && window[index...].starts(with: magic)
            && window[index + 3] < 0x20
          {
            position += index
            pushedBack = window[index...]
            return true
          }
          position += window.count - 3
          window.removeFirst(window.count - 3)
        }
        guard let count = try? fill(), count > 0 else { return false }
        window.append(contentsOf: chunk[..<count])
      }
    }
  }
#endif
