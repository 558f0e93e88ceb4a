/// The font table of a document, which says how the bytes of the text are to be understood
/// (RTF 1.9.1, "Font Table").
struct RichTextFonts: Sendable {
  private struct Font {
    var charset: Int?
    var codePage: Int?
    var name: [UInt8] = []
  }

  /// Of text in no font, and of fonts that do not say theirs.
  var defaultCodePage = 1252
  var defaultFont: Int?
  private var fonts: [Int: Font] = [:]
  private var current = 0

  mutating func begin(_ number: Int) {
    current = number
    fonts[number] = Font()
  }

  mutating func setCharset(_ charset: Int) { fonts[current]?.charset = charset }
  mutating func setCodePage(_ codePage: Int) { fonts[current]?.codePage = codePage }

  mutating func addName(_ bytes: ArraySlice<UInt8>) {
    guard let font = fonts[current], font.name.count < 64 else { return }
    fonts[current]?.name += bytes.prefix(64)
  }

  /// Whether it is "Symbol", whose letters are Greek.
  func name(_ font: Int?) -> String {
    guard let font = (font ?? defaultFont).flatMap({ fonts[$0] }) else { return "" }
    return String(decoding: font.name.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
  }

  /// Nil for fonts of symbols.
  func codePage(_ font: Int?) -> Int? {
    guard let font = (font ?? defaultFont).flatMap({ fonts[$0] }) else { return defaultCodePage }
    if let codePage = font.codePage { return codePage }
    guard let charset = font.charset else { return defaultCodePage }
    if charset == 2 { return nil }
    return Self.codePages[charset] ?? defaultCodePage
  }

  /// Of the character sets of Windows.
  private static let codePages = [
    0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
    178: 1256,
    186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
  ]
}
