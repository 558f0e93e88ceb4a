/// The bytes of a model, alive as long as anything points into them.
final class ModelStorage: Sendable {
  /// Safe to share: the bytes are never written after `init`.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool

  /// Bytes of the program itself.
  init(embedded bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    isOwned = false
  }

  /// A copy, aligned to 64 bytes.
  init(copying source: some Collection<UInt8>) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(64, source.count), alignment: 64)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(rebasing: copy[..<source.count])
    isOwned = true
  }

  deinit {
    if isOwned { bytes.deallocate() }
  }
}

/// A matrix with 8-bit entries and a scale for each row.
struct QuantizedMatrix: Sendable {
  let rows: Int
  let columns: Int
  nonisolated(unsafe) let values: UnsafePointer<Int8>
  nonisolated(unsafe) let scales: UnsafePointer<Float>
  /// The sum of each row; empty for a table that is only looked up.
  let sums: [Int32]
}

/// A fully connected layer.
struct LinearLayer: Sendable {
  let weight: QuantizedMatrix
  nonisolated(unsafe) let bias: UnsafePointer<Float>
}
