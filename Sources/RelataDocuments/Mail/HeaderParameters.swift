/// A header value with parameters: `text/plain; charset="utf-8"` (RFC 2045, section 5.1; RFC 2231 for
/// continuations and encodings).
struct HeaderParameters {
  /// Before the first semicolon, in lower case, without comments.
  let value: String
  /// Names in lower case.
  let parameters: [String: String]

  init(value: String, parameters: [String: String]) {
    self.value = value
    self.parameters = parameters
  }

  subscript(name: String) -> String? { parameters[name] }

  /// - Complexity: O(*n*), of which no more than 8 KiB are looked at.
  init(_ bytes: [UInt8]) {
    var fields = Self.split(bytes.prefix(8_192))
    let first = fields.isEmpty ? [] : fields.removeFirst()
    value = String(decoding: first.filter { !MailHeader.isWhiteSpace($0) }, as: UTF8.self).lowercased()
    var plain: [String: String] = [:]
    var pieces: [String: [Int: (bytes: [UInt8], isEncoded: Bool)]] = [:]
    for field in fields.prefix(200) {
      guard let equals = field.firstIndex(of: 0x3D) else { continue }
      var name = String(decoding: field[..<equals].filter { !MailHeader.isWhiteSpace($0) }, as: UTF8.self)
        .lowercased()
      let content = Self.unquoted(field[(equals + 1)...])
      let isEncoded = name.hasSuffix("*")
      if isEncoded { name.removeLast() }
      if let star = name.lastIndex(of: "*"), let number = Int(name[name.index(after: star)...]), number < 200
      {
        pieces[String(name[..<star]), default: [:]][number] = (content, isEncoded)
      } else if isEncoded {
        pieces[name, default: [:]][0] = (content, true)
      } else if plain[name] == nil {
        plain[name] = EncodedWords.decode(content)
      }
    }
    for (name, numbered) in pieces { plain[name] = Self.joined(numbered) }
    parameters = plain
  }

  /// Semicolons within quotes and comments do not split; comments are dropped.
  private static func split(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    var isEscaped = false
    var depth = 0
    for byte in bytes {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C, isQuoted || depth > 0 {
        isEscaped = true
      } else if byte == 0x22, depth == 0 {
        isQuoted.toggle()
      } else if byte == 0x28, !isQuoted {
        depth += 1
      } else if byte == 0x29, depth > 0 {
        depth -= 1
        continue
      } else if byte == 0x3B, !isQuoted, depth == 0 {
        fields.append([])
        continue
      }
      if depth == 0 { fields[fields.count - 1].append(byte) }
    }
    return fields
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var rest = bytes.drop(while: MailHeader.isWhiteSpace)
    while let last = rest.last, MailHeader.isWhiteSpace(last) { rest.removeLast() }
    guard rest.first == 0x22 else { return Array(rest) }
    rest.removeFirst()
    var output: [UInt8] = []
    var isEscaped = false
    for byte in rest {
      if !isEscaped, byte == 0x22 { break }
      if !isEscaped, byte == 0x5C {
        isEscaped = true
        continue
      }
      isEscaped = false
      output.append(byte)
    }
    return output
  }

  /// The pieces of RFC 2231 in order: `charset'language'` stands before the first, "%XX"
  /// in those that are encoded.
  private static func joined(_ pieces: [Int: (bytes: [UInt8], isEncoded: Bool)]) -> String {
    var charset: String?
    var output: [UInt8] = []
    for (index, key) in pieces.keys.sorted().enumerated() {
      guard let piece = pieces[key] else { continue }
      var bytes = piece.bytes[...]
      guard piece.isEncoded else {
        output.append(contentsOf: bytes)
        continue
      }
      if index == 0, let first = bytes.firstIndex(of: 0x27),
        let second = bytes[(first + 1)...].firstIndex(of: 0x27)
      {
        charset = String(decoding: bytes[..<first], as: UTF8.self)
        bytes = bytes[(second + 1)...]
      }
      TransferEncoding.appendUnescaped(bytes, escape: 0x25, to: &output)
    }
    return MailCharacters.text(of: output, declared: charset).text
  }
}
