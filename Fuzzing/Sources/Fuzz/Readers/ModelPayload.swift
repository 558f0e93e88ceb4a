/// What lies behind the header of a forged model file: fixed bytes, because payloads are large.
struct ModelPayload {
  let bytes: [UInt8]
  private let sum: UInt32

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    sum = CRC32.of(bytes[...])
  }

  /// Of small floats and small weights, as many bytes as the table of positions needs, which is the longest.
  static let values: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 512 * 384 * 4)
    for place in stride(from: 0, to: bytes.count, by: 8) { bytes[place + 3] = 0x3C }
    return bytes
  }()

  /// A model file of any header, whose checksum is put right.
  func file(_ header: [UInt8]) -> [UInt8] {
    let header = checked(header)
    var file = Array("RELATAM1".utf8)
    withUnsafeBytes(of: UInt32(header.count).littleEndian) { file += $0 }
    file += header
    file += [UInt8](repeating: 0, count: (file.count + 63) / 64 * 64 - file.count)
    return file + bytes
  }

  /// The header, with the checksum of as much of the payload as it speaks of.
  private func checked(_ header: [UInt8]) -> [UInt8] {
    let mark = Array("\"payload\":{\"size\":".utf8)
    guard let place = header.firstRange(of: mark) else { return header }
    let digits = header[place.upperBound...].prefix { (0x30...0x39).contains($0) }
    guard let size = Int(Array(digits).text), size <= bytes.count else { return header }
    let right = size == bytes.count ? sum : CRC32.of(bytes[..<size])
    return Array(header[..<digits.endIndex]) + Array(",\"crc32\":\(right)}}".utf8)
  }
}

/// CRC-32 (ISO 3309), byte by byte.
private enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    let table = table
    return ~bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
