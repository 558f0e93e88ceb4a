/// An OLE compound file ([MS-CFB]): what Office wrote before 2007, and what it still
/// wraps encrypted documents in.
struct CompoundFile: Sendable {
  private let bytes: [UInt8]

  /// nil where the bytes are none.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return nil }
    self.bytes = bytes
  }

  /// Why there is nothing to read in it.
  /// - Complexity: O(n).
  var error: FormatError {
    // Streams of a document encrypted by a password or by rights management ([MS-OFFCRYPTO], section 2.2).
    if hasEntry("EncryptedPackage") || hasEntry("EncryptionInfo") { return .encrypted }
    if hasEntry("WordDocument") {
      return .unsupported(
        format: "Word 97's .doc (save it as DOCX, or run \"soffice --headless --convert-to docx FILE\")")
    }
    return .unsupported(format: "this OLE compound file (an Office document from before 2007?)")
  }

  /// Entries of the directory are 128 bytes long and begin with their name (section 2.6.1). They are looked
  /// for in the whole file, as following the chain of the directory's sectors gains nothing.
  private func hasEntry(_ name: String) -> Bool {
    let pattern: [UInt8] = name.utf8.flatMap { [$0, 0] } + [0, 0]
    return stride(from: 512, to: bytes.count, by: 128).contains { bytes[$0...].starts(with: pattern) }
  }
}
