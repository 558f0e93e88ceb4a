import CRelataChecksum

/// XXH64, a checksum as fast as memory.
enum Checksum {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 { relata_xxh64(bytes.baseAddress, bytes.count) }
}

/// Size and XXH64 of bytes that come one part after the other, such as those of a
/// source that is being written.
public struct ContentDigest: Sendable {
  private var state = relata_xxh64_state()
  /// How many bytes there were.
  public private(set) var size = 0

  /// Of no bytes yet.
  public init() { relata_xxh64_begin(&state) }

  /// - Complexity: O(number of bytes).
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    relata_xxh64_add(&state, bytes.baseAddress, bytes.count)
    size += bytes.count
  }

  /// The XXH64 of all bytes so far.
  public var value: UInt64 { withUnsafePointer(to: state) { relata_xxh64_end($0) } }
}
