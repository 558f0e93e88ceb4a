/// The bytes of a text in code pages of Windows → characters.
struct RichTextCharacters: Sendable {
  /// Of each code page with one byte a character those from 128 on.
  private var tables: [Int: [String]] = [:]

  mutating func decode(_ bytes: some Collection<UInt8>, codePage: Int) -> String {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return String(decoding: bytes, as: UTF8.self) }
    let name = Self.name(codePage)
    if Self.multibyte.contains(codePage) { return Self.decode(Array(bytes), name) }
    let table = tables[codePage] ?? (0x80...0xFF).map { Self.decode([$0], name) }
    tables[codePage] = table
    var text = String.UnicodeScalarView()
    for byte in bytes {
      if byte < 0x80 {
        text.append(Unicode.Scalar(byte))
      } else {
        text.append(contentsOf: table[Int(byte) - 0x80].unicodeScalars)
      }
    }
    return String(text)
  }

  static func decode(symbols bytes: some Collection<UInt8>, font: String) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(SymbolFont.character(0xF000 + UInt32(byte), font: font) ?? " ") }
    return String(text)
  }

  private static func decode(_ bytes: [UInt8], _ name: String) -> String {
    // What cannot be decoded must not take the rest of the document with it.
    (try? TextDecoder.decode(bytes, declared: name))?.text ?? "\u{FFFD}"
  }

  private static let multibyte: Set = [932, 936, 949, 950, 1361, 54936, 65001]

  /// As IANA names it.
  private static func name(_ codePage: Int) -> String {
    switch codePage {
    case 437, 850, 852, 855, 857, 860...866: "ibm\(codePage)"
    case 874: "windows-874"
    case 932: "shift_jis"
    case 936: "gbk"
    case 949: "euc-kr"
    case 950: "big5"
    case 1250...1258: "windows-\(codePage)"
    case 10000: "macintosh"
    case 54936: "gb18030"
    case 65001: "utf-8"
    default: "windows-1252"
    }
  }
}
