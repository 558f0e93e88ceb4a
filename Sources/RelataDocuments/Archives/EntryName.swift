/// What an archive calls an entry → a label: a relative path with "/" between folders. Entries are never
/// written anywhere, so a label is only a name; but it may end up in a file's name, a message or a terminal.
enum EntryName {
  /// In Unicode scalars.
  private static let longest = 1_000

  /// - Parameters:
  ///   - bytes: as they stand in the archive.
  ///   - isZip: names in a zip file that do not say that they are UTF-8 are of code page
  ///     437 (APPNOTE, appendix D).
  static func label(of bytes: [UInt8], isZip: Bool) -> String {
    label(text(of: bytes, isZip: isZip))
  }

  /// Without what leads out of a folder: root, drive, "..", ".", and without control characters and
  /// marks of writing direction.
  static func label(_ name: String) -> String {
    var parts = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.map { part in
      String(String.UnicodeScalarView(part.filter { !isInvisible($0) }))
    }
    if let first = parts.first, first.unicodeScalars.count == 2, first.hasSuffix(":") { parts.removeFirst() }
    parts.removeAll { $0.isEmpty || $0 == "." || $0 == ".." }
    let label = parts.joined(separator: "/")
    guard !label.isEmpty else { return "unnamed" }
    let scalars = label.unicodeScalars
    // The end tells more than the beginning.
    return scalars.count <= longest ? label : String(String.UnicodeScalarView(scalars.suffix(longest)))
  }

  private static func text(of bytes: [UInt8], isZip: Bool) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if !isZip, let decoded = try? TextDecoder.decode(bytes) { return decoded.text }
    return String(
      String.UnicodeScalarView(
        bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : codePage437[Int($0) - 0x80] }))
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Of bytes 0x80 to 0xFF.
  private static let codePage437 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧"
      + "╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)
}
