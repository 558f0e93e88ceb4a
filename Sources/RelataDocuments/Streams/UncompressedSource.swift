/// Bytes that must not be compressed, as there is nothing to unpack them with.
final class UncompressedSource: ByteSource {
  private var reader: ByteReader
  private var isAtStart = true

  init(_ reader: consuming ByteReader) { self.reader = reader }

  func read(into target: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    if isAtStart, MagicNumbers.format(of: try reader.peek(16)) == .archive {
      try SystemLibrary.libarchive.require()
    }
    isAtStart = false
    let bytes = try reader.read(upTo: target.count)
    target.copyBytes(from: bytes)
    return bytes.count
  }
}
