/// Identifiers as FollowTheMoney wants them: letters, digits, dots and dashes, a
/// letter or digit at both ends.
enum FollowTheMoneyIdentifier {
  /// Different texts stay different: a slash becomes a dot, what else is no letter, digit or lone dash
  /// becomes two dashes and two hexadecimal digits a byte.
  ///
  /// - Parameter prefix: a letter that keeps kinds of things apart.
  static func encode(_ text: String, prefix: StaticString) -> String {
    var bytes = ByteStream()
    bytes.write(prefix)
    if !text.isEmpty { bytes.append(UInt8(ascii: ".")) }
    let source = Array(text.utf8)
    for (index, byte) in source.enumerated() {
      let next = index + 1 < source.count ? source[index + 1] : nil
      switch byte {
      case _ where isPlain(byte): bytes.append(byte)
      case slash where next.map(isPlain) == true: bytes.append(UInt8(ascii: "."))
      case UInt8(ascii: "-") where next.map(isPlain) == true: bytes.append(byte)
      default:
        bytes.write("--" as StaticString)
        bytes.writeHex(byte)
      }
    }
    return bytes.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  private static let slash = UInt8(ascii: "/")

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
