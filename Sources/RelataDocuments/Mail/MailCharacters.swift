/// Bytes of a mail → characters: nothing is binary in what is declared to be text.
enum MailCharacters {
  /// Without NUL bytes, which mean nothing in a mail, and with line feeds as line ends.
  static func text(of bytes: [UInt8], declared: String?) -> (text: String, note: String?) {
    let declaration = declared.map { $0.prefix { $0 != "*" } }.map(String.init)
    if let decoded = try? TextDecoder.decode(bytes, declared: declaration) {
      return (decoded.text, decoded.note)
    }
    let cleaned = bytes.filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x1B }
    guard let decoded = try? TextDecoder.decode(cleaned, declared: declaration) else { return ("", nil) }
    return (decoded.text, decoded.note ?? "control characters are left out")
  }
}
