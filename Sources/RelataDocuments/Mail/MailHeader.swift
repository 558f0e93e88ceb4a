/// The header fields of a message or part (RFC 5322, section 2.2), as bytes: what they are
/// encoded in is known later.
struct MailHeader {
  /// Names in lower case, in the order of the header. Values are unfolded and trimmed.
  private(set) var fields: [(name: String, value: [UInt8])] = []

  var hasFields: Bool { !fields.isEmpty }

  /// More of a header than people write, or programs.
  private static let mostFields = 2_000
  private static let longestValue = 65_536

  /// Takes the header off the front of `bytes`.
  /// - Parameter ofMessage: whether empty lines and the envelope line of a mailbox may come before it.
  /// - Complexity: O(*n*) in the length of the header.
  init(consuming bytes: inout ArraySlice<UInt8>, ofMessage: Bool) {
    var rest = bytes
    var isFirst = true
    while !rest.isEmpty {
      let line = LineSlicer.nextLine(&rest)
      if line.isEmpty {
        bytes = rest
        if !isFirst || !ofMessage { return }
        continue
      }
      if let first = line.first, Self.isBlank(first), !fields.isEmpty {
        if !line.allSatisfy(Self.isWhiteSpace) { append(continuation: line) }
      } else if let field = Self.field(line) {
        if fields.count < Self.mostFields { fields.append(field) }
      } else if !(isFirst && ofMessage && Self.isEnvelope(line)) {
        // No header field: the body has begun without an empty line.
        return
      }
      isFirst = false
      bytes = rest
    }
  }

  /// The first field of the name (in lower case).
  subscript(name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  private mutating func append(continuation line: ArraySlice<UInt8>) {
    let last = fields.count - 1
    let room = Self.longestValue - fields[last].value.count
    guard room > 0 else { return }
    let words = line.drop(while: Self.isBlank)
    fields[last].value.append(0x20)
    fields[last].value.append(contentsOf: words.prefix(room))
  }

  /// "name: value"; a byte order mark before the first is passed over.
  private static func field(_ line: ArraySlice<UInt8>) -> (name: String, value: [UInt8])? {
    let line = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
    guard let colon = line.prefix(128).firstIndex(of: 0x3A) else { return nil }
    var name = line[..<colon]
    while let last = name.last, isBlank(last) { name.removeLast() }
    guard !name.isEmpty, name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    var value = line[(colon + 1)...].drop(while: isBlank).prefix(longestValue)
    while let last = value.last, isWhiteSpace(last) { value.removeLast() }
    return (String(decoding: name, as: UTF8.self).lowercased(), Array(value))
  }

  /// The line with which a mailbox file begins a message.
  private static func isEnvelope(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8)
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  static func isWhiteSpace(_ byte: UInt8) -> Bool { isBlank(byte) || (0x0A...0x0D).contains(byte) }
}
