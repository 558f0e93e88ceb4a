import CRelataKernels

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

/// A table with 8-bit entries and a scale for each row, row by row: for looking rows up.
struct QuantizedTable: Sendable {
  let rows: Int
  let columns: Int
  nonisolated(unsafe) let values: UnsafePointer<Int8>
  nonisolated(unsafe) let scales: UnsafePointer<Float>
}

/// A matrix with 8-bit entries and a scale for each row, in panels of sixteen rows: for multiplying.
package struct QuantizedMatrix: Sendable {
  /// Points into the model's storage.
  nonisolated(unsafe) let matrix: relata_matrix
  package var rows: Int { Int(matrix.rows) }
  package var columns: Int { Int(matrix.columns) }
}

/// A fully connected layer.
package struct LinearLayer: Sendable {
  package let weight: QuantizedMatrix
  nonisolated(unsafe) let bias: UnsafePointer<Float>
}
