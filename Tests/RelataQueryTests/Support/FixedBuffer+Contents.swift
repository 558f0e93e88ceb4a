import RelataQuery

extension FixedBuffer {
  /// A copy, which lives longer than the buffer.
  var contents: [Element] { withExtendedLifetime(self) { Array(elements) } }

  /// Of elements that cannot be compared.
  var rawContents: [UInt8] { withExtendedLifetime(self) { Array(UnsafeRawBufferPointer(elements)) } }
}
