/// The frame that OpenPGP puts around a signed text (RFC 9580, section 7).
enum ClearSignature {
  /// Removes the line and header before the text and the signature after it; lines that were
  /// protected lose their "- ".
  /// - Complexity: O(*n*).
  static func remove(from lines: inout [MailLine]) {
    guard let start = lines.firstIndex(where: { $0.text.hasPrefix("-----BEGIN PGP SIGNED MESSAGE-----") })
    else { return }
    var kept = Array(lines[..<start])
    var isHeader = true
    var isSignature = false
    for line in lines[start...] {
      if isHeader {
        isHeader = !line.isBlank
      } else if line.text.hasPrefix("-----BEGIN PGP SIGNATURE-----") {
        isSignature = true
      } else if line.text.hasPrefix("-----END PGP SIGNATURE-----") {
        isSignature = false
      } else if !isSignature {
        let isProtected = line.text.hasPrefix("- -") || line.text.hasPrefix("- From ")
        kept.append(isProtected ? MailLine(text: String(line.text.dropFirst(2)), depth: line.depth) : line)
      }
    }
    lines = kept
  }
}
