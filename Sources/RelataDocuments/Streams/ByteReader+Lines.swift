#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ByteReader {
  /// A line of a file.
  public struct Line: Hashable, Sendable {
    /// Of its first byte, from the start of what is read.
    public var offset: Int
    /// Without the line end; empty for a line that is too long.
    public var bytes: [UInt8]
    /// Whether it was longer than allowed; it has been passed over.
    public var isTooLong: Bool
  }

  /// The next line, which ends in LF or CR LF or with the file; nil at the end.
  /// - Parameter limit: of its bytes; a longer line is passed over in bounded memory.
  /// - Complexity: O(length of the line).
  public mutating func readLine(limit: Int) throws(FormatError) -> Line? {
    let begin = offset
    var searched = 0
    while true {
      if let length = lengthOfLine(from: searched) {
        guard length <= limit else {
          drop(length + 1)
          return Line(offset: begin, bytes: [], isTooLong: true)
        }
        var bytes = take(length)
        drop(1)
        if bytes.last == 0x0D { bytes.removeLast() }
        return Line(offset: begin, bytes: bytes, isTooLong: false)
      }
      searched = available
      if searched > limit {
        try dropLine()
        return Line(offset: begin, bytes: [], isTooLong: true)
      }
      guard try draw(keeping: 0) else {
        return searched == 0 ? nil : Line(offset: begin, bytes: take(searched), isTooLong: false)
      }
    }
  }

  /// Passes over the rest of a line.
  private mutating func dropLine() throws(FormatError) {
    repeat {
      if let length = lengthOfLine(from: 0) { return drop(length + 1) }
      drop(available)
    } while try draw(keeping: 0)
  }

  /// - Parameter searched: how many bytes are known to hold no LF.
  private func lengthOfLine(from searched: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start + searched < end,
        let found = memchr(base + start + searched, 0x0A, end - start - searched)
      else { return nil }
      return UnsafeRawPointer(found) - (base + start)
    }
  }
}
