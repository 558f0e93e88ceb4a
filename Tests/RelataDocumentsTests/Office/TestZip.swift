/// Writes zip files, good and bad ones.
struct TestZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  init(_ parts: [(name: String, content: String)] = []) {
    for part in parts { add(part.name, Array(part.content.utf8)) }
  }

  mutating func add(_ name: String, _ content: [UInt8]) {
    add(name, content, method: 0, size: content.count, sum: Self.sum(content))
  }

  /// An entry that unpacks to `size` times the byte "a" (DEFLATE with fixed codes: "a",
  /// then runs of 258 bytes).
  mutating func addBomb(_ name: String, size: Int) {
    var bits = Bits()
    bits.add(0b011, 3)
    bits.addCode(0x30 + 0x61, 8)
    for _ in 0..<size / 258 {
      bits.addCode(0b1100_0101, 8)
      bits.addCode(0, 5)
    }
    bits.addCode(0, 7)
    add(name, bits.bytes, method: 8, size: size / 258 * 258 + 1, sum: 0)
  }

  var bytes: [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    end += Self.little(count, 2) + Self.little(count, 2)
    end += Self.little(directory.count, 4) + Self.little(body.count, 4) + [0, 0]
    return body + directory + end
  }

  private mutating func add(_ name: String, _ content: [UInt8], method: Int, size: Int, sum: UInt32) {
    let offset = body.count
    var header = Self.little(20, 2) + Self.little(0, 2) + Self.little(method, 2) + Self.little(0x2000_5A00, 4)
    header += Self.little(Int(sum), 4) + Self.little(content.count, 4) + Self.little(size, 4)
    header += Self.little(name.utf8.count, 2) + Self.little(0, 2)
    body += [0x50, 0x4B, 3, 4] + header + Array(name.utf8) + content
    directory += [0x50, 0x4B, 1, 2] + Self.little(20, 2) + header + [UInt8](repeating: 0, count: 10)
    directory += Self.little(offset, 4) + Array(name.utf8)
    count += 1
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }

  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
  }

  private struct Bits {
    private(set) var bytes: [UInt8] = []
    private var used = 8

    mutating func add(_ value: Int, _ count: Int) {
      for index in 0..<count {
        if used == 8 {
          bytes.append(0)
          used = 0
        }
        if value >> index & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(used) }
        used += 1
      }
    }

    /// A Huffman code, whose highest bit comes first.
    mutating func addCode(_ value: Int, _ count: Int) {
      for index in (0..<count).reversed() { add(value >> index & 1, 1) }
    }
  }
}
