/// The header of a tar archive's first entry (POSIX.1, ustar, and what came before).
enum TarHeader {
  /// By the checksum at offset 148: the sum of all bytes of the header, its own field counted as spaces.
  static func isTar(_ head: [UInt8]) -> Bool {
    guard head.count >= 512 else { return false }
    let digits = head[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    guard (1...7).contains(digits.count) else { return false }
    let declared = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
    let sum = head[..<148].reduce(0) { $0 + Int($1) } + head[156..<512].reduce(0) { $0 + Int($1) } + 8 * 0x20
    return sum == declared && head[0] != 0
  }
}
