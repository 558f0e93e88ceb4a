/// The beginning of a file that is text, as far as telling its format needs: ASCII, any
/// other character being "?".
struct TextHead {
  /// Without a byte order mark.
  let bytes: [UInt8]

  /// nil where the bytes are no text.
  init?(_ head: [UInt8]) {
    if let (width, place) = Self.wideForm(head) {
      bytes = Self.narrowed(head, width: width, place: place)
      return
    }
    // A text has no NUL, and hardly any other control characters.
    let controls = head.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B && $0 != 0x1A }
    guard !head.contains(0), controls <= 2 || controls <= head.count / 50 else { return nil }
    let body = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    bytes = body.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }
  }

  func starts(with text: String) -> Bool { bytes.starts(with: text.utf8) }

  /// Without white space before it.
  var trimmed: ArraySlice<UInt8> { bytes.drop { $0 <= 0x20 } }

  /// The lines, without line ends.
  func lines(_ count: Int) -> [String] {
    bytes.split(separator: 0x0A, maxSplits: count, omittingEmptySubsequences: false).prefix(count).map {
      line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }

  /// Lines of "key: value" between two lines "---".
  var hasFrontMatter: Bool {
    let lines = lines(200)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---"), end > 1 else {
      return false
    }
    return lines[1].contains(":")
  }

  // MARK: UTF-16 and UTF-32

  /// The number of bytes of a character, and which of them is that of an ASCII character.
  private static func wideForm(_ head: [UInt8]) -> (width: Int, place: Int)? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) { return (4, 0) }
    if head.starts(with: [0, 0, 0xFE, 0xFF]) { return (4, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (2, 0) }
    if head.starts(with: [0xFE, 0xFF]) { return (2, 1) }
    // Without a mark: zeros at every other byte, and only there.
    let sample = head.prefix(2_048)
    guard sample.count >= 8 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let most = sample.count * 2 / 5
    if zeros[0] == 0, zeros[1] >= most { return (2, 0) }
    if zeros[1] == 0, zeros[0] >= most { return (2, 1) }
    return nil
  }

  private static func narrowed(_ head: [UInt8], width: Int, place: Int) -> [UInt8] {
    let characters = stride(from: 0, to: head.count - width + 1, by: width).map { start in
      let isASCII =
        (0..<width).allSatisfy { $0 == place || head[start + $0] == 0 } && head[start + place] < 0x80
      return isASCII ? head[start + place] : UInt8(ascii: "?")
    }
    // The mark.
    return characters.first == UInt8(ascii: "?") ? Array(characters.dropFirst()) : characters
  }
}
