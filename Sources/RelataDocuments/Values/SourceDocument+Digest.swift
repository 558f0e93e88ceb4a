import Crypto

extension SourceDocument {
  /// The SHA-256 digest (FIPS 180-4) of the text as UTF-8, in lower-case hexadecimal.
  /// - Complexity: O(length of the text).
  public var digest: String { Self.hexadecimal(SHA256.hash(data: Array(text.utf8))) }

  /// The digest of all that reading depends on: text, format, pages and metadata.
  public var fingerprint: String {
    var hash = SHA256()
    func add(_ text: String) {
      // The length first, so that parts cannot run into one another.
      hash.update(data: Array("\(text.utf8.count):".utf8) + Array(text.utf8))
    }
    add(text)
    add(format.rawValue)
    add(pageStarts.map(String.init).joined(separator: ","))
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
      add(key)
      add(value)
    }
    return Self.hexadecimal(hash.finalize())
  }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(text)
  }
}
