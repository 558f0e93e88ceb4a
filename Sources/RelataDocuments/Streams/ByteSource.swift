/// What a ``ByteReader`` draws from.
protocol ByteSource: AnyObject {
  /// Fills the beginning of `target`, which is not empty.
  /// - Returns: the number of bytes; 0 at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int

  /// After an error: goes on behind what is damaged.
  /// - Returns: whether more may be read.
  func recover() -> Bool
}

extension ByteSource {
  func recover() -> Bool { false }
}
