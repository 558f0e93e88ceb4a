/// Bytes on their way to a file, or into memory: what is written gathers in a block that is
/// handed on when it is full.
///
/// A writer so needs the same memory whatever the size of its file, and no text
/// between a value and its bytes.
struct ByteStream: ~Copyable {
  /// Takes the bytes of a block, which are only there during the call; false where it wants no more.
  typealias Drain = (UnsafeBufferPointer<UInt8>) -> Bool

  /// As large as files are written well with, small enough for the processor's second cache.
  private static let blockSize = 1 << 17

  private var block: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The number of bytes in the block: those written where there is no drain.
  private(set) var count = 0
  private let drain: Drain?
  /// Whether what is written goes nowhere any more.
  private(set) var isStopped = false

  /// - Parameter drain: nil keeps the bytes in memory.
  init(to drain: Drain? = nil) {
    self.drain = drain
    capacity = drain == nil ? 512 : Self.blockSize
    block = .allocate(capacity: capacity)
  }

  deinit { block.deallocate() }

  /// Hands on what is in the block.
  mutating func flush() {
    guard let drain, count > 0 else { return }
    if !isStopped, !drain(UnsafeBufferPointer(start: block, count: count)) { isStopped = true }
    count = 0
  }

  /// What was written since the last block was handed on.
  var array: [UInt8] { Array(UnsafeBufferPointer(start: block, count: count)) }

  /// The bytes from an offset on, while nothing else is written.
  func withBytes<Result>(
    from start: Int = 0, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    precondition(start <= count)
    return try body(UnsafeBufferPointer(start: block + start, count: count - start))
  }

  /// Takes back what was written after that many bytes. Only for streams in memory.
  mutating func truncate(to length: Int) {
    precondition(length <= count && drain == nil)
    count = length
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { makeRoom(for: 1) }
    block[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    // What is larger than a block needs none.
    if bytes.count > Self.blockSize, let drain { return handOn(bytes, to: drain) }
    if capacity &- count < bytes.count { makeRoom(for: bytes.count) }
    (block + count).update(from: start, count: bytes.count)
    count &+= bytes.count
  }

  mutating func append(contentsOf bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  mutating func append(contentsOf other: borrowing ByteStream) {
    append(UnsafeBufferPointer(start: other.block, count: other.count))
  }

  /// Appends a range of another stream's bytes.
  @inline(__always)
  mutating func append(_ range: Range<Int>, of other: borrowing ByteStream) {
    precondition(range.upperBound <= other.count)
    append(UnsafeBufferPointer(start: other.block + range.lowerBound, count: range.count))
  }

  @inline(never)
  private mutating func handOn(_ bytes: UnsafeBufferPointer<UInt8>, to drain: Drain) {
    flush()
    var rest = bytes[...]
    while !rest.isEmpty, !isStopped {
      let piece = rest.prefix(8 * Self.blockSize)
      if !drain(UnsafeBufferPointer(rebasing: piece)) { isStopped = true }
      rest = rest.dropFirst(piece.count)
    }
  }

  /// Hands the block on, and takes a larger one where that is not enough.
  @inline(never)
  private mutating func makeRoom(for needed: Int) {
    flush()
    guard capacity - count < needed else { return }
    let larger = max(2 * capacity, count + needed)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    copy.update(from: block, count: count)
    block.deallocate()
    block = copy
    capacity = larger
  }
}

extension ByteStream {
  /// All that a function writes, in memory.
  static func collect(_ write: (inout ByteStream) -> Void) -> [UInt8] {
    var stream = ByteStream()
    write(&stream)
    return stream.array
  }

  mutating func write(_ text: String) { text.withBytes { append($0) } }

  mutating func write(_ text: StaticString) { text.withUTF8Buffer { append($0) } }

  mutating func write(_ number: Int) {
    guard number >= 0 else { return write(String(number)) }
    // Digits from the last; 20 are enough for 64 bits.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = 20
      var rest = UInt(number)
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      append(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// The text, in pieces without special bytes, and what `replace` writes for each special one.
  /// - Parameters:
  ///   - special: the bytes that cannot stand for themselves.
  ///   - replace: given the text and the offset of a special byte, writes something for it and gives the
  ///     offset behind what it stands for.
  @inline(__always)
  mutating func write(
    _ text: UnsafeBufferPointer<UInt8>, special: SpecialBytes,
    replace: (inout ByteStream, UnsafeBufferPointer<UInt8>, Int) -> Int
  ) {
    var begin = 0
    while true {
      let index = special.first(in: text, from: begin)
      append(UnsafeBufferPointer(rebasing: text[begin..<index]))
      guard index < text.count else { return }
      begin = replace(&self, text, index)
    }
  }

  /// The same, with any test of a byte.
  @inline(__always)
  mutating func write(
    _ text: UnsafeBufferPointer<UInt8>, isSpecial: (UInt8) -> Bool,
    replace: (inout ByteStream, UnsafeBufferPointer<UInt8>, Int) -> Int
  ) {
    var begin = 0
    var index = 0
    while index < text.count {
      if isSpecial(text[index]) {
        append(UnsafeBufferPointer(rebasing: text[begin..<index]))
        index = replace(&self, text, index)
        begin = index
      } else {
        index &+= 1
      }
    }
    append(UnsafeBufferPointer(rebasing: text[begin..<text.count]))
  }

  mutating func writeHex(_ byte: UInt8) {
    for digit in [byte >> 4, byte & 15] {
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}

extension String {
  /// The UTF-8 bytes, without a copy where the text has them already.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
