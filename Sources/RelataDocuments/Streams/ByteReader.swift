/// Bytes drawn one after the other from a file, a file descriptor, an array or what another
/// reader's bytes unpack to.
///
/// Memory is bounded by what is asked for at once. An error of the source is thrown only when the bytes
/// before it have been read, so that the whole part of a cut file is not lost.
public struct ByteReader: ~Copyable {
  /// How many bytes are drawn from the source at once, at least.
  static let chunk = 1 << 16

  /// `buffer[start..<end]` has been drawn but not read.
  var buffer: [UInt8]
  var start = 0
  var end: Int
  private let source: (any ByteSource)?
  private var failure: FormatError?
  private var isExhausted: Bool

  /// How many bytes have been read: the offset of the next, from 0.
  public internal(set) var offset = 0

  /// Draws from an array, which is not copied.
  public init(_ bytes: [UInt8]) {
    buffer = bytes
    end = bytes.count
    source = nil
    isExhausted = true
  }

  /// Draws from a file.
  /// - Throws: `FormatError.unreadable` where the system refuses to open it, `.unsupported` for a
  ///   pipe, a socket or a device.
  public init(path: String) throws(FormatError) {
    self.init(source: try DescriptorSource(path: path))
  }

  /// Draws from a file descriptor, which stays open: 0 is standard input.
  public init(descriptor: Int32) {
    self.init(source: DescriptorSource(descriptor: descriptor, closesAtEnd: false))
  }

  init(source: any ByteSource) {
    buffer = []
    end = 0
    self.source = source
    isExhausted = false
  }

  /// What can be read without drawing.
  var available: Int { end - start }

  /// The next bytes, which stay to be read; fewer at the end only.
  public mutating func peek(_ count: Int) throws(FormatError) -> [UInt8] {
    while available < count, try draw(keeping: count) {}
    return Array(buffer[start..<start + min(count, available)])
  }

  /// At least one byte and up to `count`, whatever comes without waiting; none at the end.
  public mutating func read(upTo count: Int) throws(FormatError) -> [UInt8] {
    guard count > 0 else { return [] }
    if available == 0 { _ = try draw(keeping: 0) }
    return take(min(count, available))
  }

  /// Exactly `count` bytes; fewer at the end only.
  public mutating func read(exactly count: Int) throws(FormatError) -> [UInt8] {
    var bytes: [UInt8] = []
    // Not reserved at once: `count` may be a lie of the file's.
    while bytes.count < count {
      if available == 0, !(try draw(keeping: 0)) { break }
      append(min(count - bytes.count, available), to: &bytes)
    }
    return bytes
  }

  /// All that is left.
  /// - Throws: `FormatError.tooLarge` for more than `limit` bytes, which are not held.
  public mutating func readAll(limit: Int) throws(FormatError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      if available == 0, !(try draw(keeping: 0)) { return bytes }
      guard available <= limit - bytes.count else { throw .tooLarge(what: "bytes", limit: limit) }
      append(available, to: &bytes)
    }
  }

  /// Passes bytes over.
  /// - Returns: how many there were; fewer than `count` at the end only.
  @discardableResult
  public mutating func skip(_ count: Int) throws(FormatError) -> Int {
    var left = count
    while left > 0 {
      if available == 0, !(try draw(keeping: 0)) { break }
      let step = min(left, available)
      drop(step)
      left -= step
    }
    return count - left
  }

  /// Whether nothing is left.
  public mutating func isAtEnd() throws(FormatError) -> Bool {
    if available > 0 { return false }
    return !(try draw(keeping: 0))
  }

  /// After an error of the source: goes on behind what is damaged, where the source can.
  /// - Returns: whether more may be read. Offsets go on as if nothing had been there.
  public mutating func recover() -> Bool {
    guard failure != nil, let source, source.recover() else { return false }
    failure = nil
    isExhausted = false
    // What was drawn last goes together with what is lost.
    drop(available)
    return true
  }

  /// Puts bytes that were read back before those to come.
  mutating func putBack(_ bytes: [UInt8]) {
    buffer = bytes + buffer[start..<end]
    start = 0
    end = buffer.count
    offset -= bytes.count
  }
}

extension ByteReader {
  /// Draws more bytes from the source.
  /// - Parameter count: how many bytes the buffer must have room for.
  /// - Returns: whether there were any.
  mutating func draw(keeping count: Int) throws(FormatError) -> Bool {
    if let failure, !isExhausted { throw failure }
    guard !isExhausted, let source else { return false }
    makeRoom(keeping: count)
    let from = end
    let outcome: Result<Int, FormatError> = buffer.withUnsafeMutableBytes { bytes in
      do throws(FormatError) {
        return .success(try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[from...])))
      } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(let drawn):
      end += drawn
      if drawn == 0 { isExhausted = true }
      return drawn > 0
    case .failure(let error):
      failure = error
      throw error
    }
  }

  private mutating func makeRoom(keeping count: Int) {
    if start > 0, start == end || buffer.count - end < Self.chunk {
      let kept = available
      buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress, kept > 0 else { return }
        base.copyMemory(from: base + start, byteCount: kept)
      }
      start = 0
      end = kept
    }
    guard buffer.count - end < Self.chunk / 2 else { return }
    // Doubling, so that a long line costs linear time.
    let size = max(Self.chunk * 2, min(count, end + Self.chunk), end * 2)
    buffer += [UInt8](repeating: 0, count: size - buffer.count)
  }

  mutating func take(_ count: Int) -> [UInt8] {
    let bytes = Array(buffer[start..<start + count])
    drop(count)
    return bytes
  }

  private mutating func append(_ count: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: buffer[start..<start + count])
    drop(count)
  }

  mutating func drop(_ count: Int) {
    start += count
    offset += count
  }
}
