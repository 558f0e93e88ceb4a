/// Another reader's bytes.
final class ReaderSource: ByteSource {
  private var reader: ByteReader

  init(_ reader: consuming ByteReader) { self.reader = reader }

  func read(into target: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    let bytes = try reader.read(upTo: target.count)
    target.copyBytes(from: bytes)
    return bytes.count
  }

  func recover() -> Bool { reader.recover() }
}
