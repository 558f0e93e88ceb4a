/// Tells JSON by its first tokens.
struct JSONHead {
  private let bytes: ArraySlice<UInt8>

  init(_ text: TextHead) { bytes = text.trimmed }

  /// - Parameters:
  ///   - isNamed: whether the file's name says that it is JSON.
  ///   - isNamedLines: whether it says that each line is.
  func format(isNamed: Bool, isNamedLines: Bool) -> DocumentFormat? {
    guard begins(isNamed: isNamed) else { return nil }
    if isNamedLines { return .jsonLines }
    guard bytes.first == UInt8(ascii: "{") else { return .json }
    var brackets = JSONBrackets()
    guard let length = brackets.lengthOfValue(in: bytes) else {
      // A line longer than what is looked at: nothing is broken over lines.
      return bytes.contains(0x0A) || bytes.count < 4_096 ? .json : .jsonLines
    }
    let value = bytes.prefix(length)
    let next = bytes.dropFirst(length).drop { $0 <= 0x20 }
    return !value.contains(0x0A) && next.first == UInt8(ascii: "{") ? .jsonLines : .json
  }

  /// An object with a key, or an array of objects. Prose may begin with a bracket: "[Photo: AFP]".
  private func begins(isNamed: Bool) -> Bool {
    var rest = bytes
    if rest.first == UInt8(ascii: "[") {
      rest = rest.dropFirst().drop { $0 <= 0x20 }
      if isNamed { return true }
    }
    guard rest.first == UInt8(ascii: "{") else { return false }
    rest = rest.dropFirst().drop { $0 <= 0x20 }
    if rest.first == UInt8(ascii: "}") { return isNamed || rest.count == 1 }
    guard rest.first == UInt8(ascii: "\"") else { return false }
    var brackets = JSONBrackets()
    guard let key = brackets.lengthOfValue(in: rest) else { return isNamed }
    return rest.dropFirst(key).drop { $0 <= 0x20 }.first == UInt8(ascii: ":")
  }
}
