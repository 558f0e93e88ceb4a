import CRelataChecksum

/// XXH64, a checksum as fast as memory.
enum Checksum {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 { relata_xxh64(bytes.baseAddress, bytes.count) }
}
