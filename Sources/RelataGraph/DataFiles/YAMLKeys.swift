/// Looks for keys that are more than words, without parsing.
///
/// A parser compares keys with each other. A key that is a list of aliases to lists of aliases … has no end,
/// as an entity that expands to others has none in XML; of two nested keys that are there twice Yams looks
/// for the first, which takes twice as long with each level where neither is. No file of ours needs one.
struct YAMLKeys {
  /// The line of the first key that is an alias, a list or a mapping, in a file with anchors or with deep
  /// keys; nil where there is none.
  let lineOfComplexKey: Int?
  /// Whether there are anchors, or what looks like one.
  let hasAnchor: Bool
  /// How many aliases there are at most: what looks like one in a text counts, too.
  let aliases: Int

  /// - Complexity: O(length of the text).
  init(_ yaml: String) {
    let bytes = Array(yaml.utf8)
    var scan = Scan(bytes: bytes)
    scan.run()
    // What looks like a quotation mark here, or a comment, may be none to the parser, and hide what follows
    // it.
    var blind = Scan(bytes: bytes, skipsText: false)
    blind.run()
    (hasAnchor, aliases) = (blind.hasAnchor, blind.aliases)
    if scan.hasAnchor, let line = scan.complexKey {
      lineOfComplexKey = line
    } else if scan.hasDeepKeys(Self.deepKey) {
      lineOfComplexKey = scan.complexKey
    } else if blind.hasAnchor && blind.aliases > Self.mostAliases || blind.hasDeepKeys(2 * Self.deepKey) {
      lineOfComplexKey = blind.complexKey
    } else {
      lineOfComplexKey = nil
    }
  }

  /// Lists of so few aliases, however they are nested, hold no more than 81 times what the file holds.
  private static let mostAliases = 12
  /// So deep a key is not ordered; where texts may be taken for keys, twice as deep, for lines of text are
  /// moved in.
  private static let deepKey = 8
}

private struct Scan {
  let bytes: [UInt8]
  /// Whether what is in quotation marks or a comment is passed over.
  let skipsText: Bool
  var hasAnchor = false
  var aliases = 0
  var complexKey: Int?
  private var index = 0
  private var line = 1
  /// Keys of lists and mappings, of which only those count that begin a line or an entry: “? ” may be part of
  /// a text.
  private var keys = 0
  /// Where a line's text begins bounds how deep its block is nested; brackets come to it.
  private var indentation: Int? = 0
  private var brackets: [UInt8] = []
  private var deepest = 0

  init(bytes: [UInt8], skipsText: Bool = true) {
    self.bytes = bytes
    self.skipsText = skipsText
  }

  mutating func run() {
    while index < bytes.count {
      let byte = bytes[index]
      measure(byte)
      switch byte {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if skipsText, isAtStart { skipQuoted(byte) }
      case UInt8(ascii: "#"): if skipsText, isAfterSpace { skipLine() }
      case UInt8(ascii: "&"): hasAnchor = hasAnchor || isAtStart
      case UInt8(ascii: "?"): if isAtStart, isSpace(index + 1) { note() }
      case UInt8(ascii: "*"):
        if isAtStart {
          aliases += 1
          skipAlias()
        }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): if isKeyEnd(index + 1) { note() }
      default: break
      }
      index += 1
    }
  }

  private mutating func note() { complexKey = complexKey ?? line }

  /// Whether there are keys that may be there twice, two and two, and are nested so deep that ordering them
  /// takes noticeably long.
  func hasDeepKeys(_ depth: Int) -> Bool { keys >= 4 && deepest >= depth }

  private mutating func measure(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      indentation = 0
      return
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      // An entry of a mapping in braces is a key, with a colon behind it or without.
      if brackets.last == UInt8(ascii: "{"), "{,".utf8.contains(lastOfText ?? 0) { noteKey() }
      brackets.append(byte)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      _ = brackets.popLast()
      if isKeyEnd(index + 1) { noteKey() }
    case UInt8(ascii: "?") where indentation != nil || "[{,".utf8.contains(lastOfText ?? 0):
      if isSpace(index + 1) || "[{".utf8.contains(bytes[index + 1]) { noteKey() }
    default: break
    }
    if let begun = indentation { indentation = " \t-?:".utf8.contains(byte) ? begun + 1 : nil }
    deepest = max(deepest, brackets.count + (indentation ?? 0))
  }

  private mutating func noteKey() {
    keys += 1
    note()
  }

  /// What stands before this place and is no space.
  private var lastOfText: UInt8? { bytes[..<index].last { !" \t\n\r".utf8.contains($0) } }

  private var isAfterSpace: Bool { index == 0 || isSpace(index - 1) }

  /// Whether a value or key can begin here.
  private var isAtStart: Bool { isAfterSpace || "[{,:?-".utf8.contains(bytes[index - 1]) }

  private func isSpace(_ place: Int) -> Bool {
    place >= bytes.count || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place])
  }

  /// Whether a colon follows, after spaces perhaps.
  private func isKeyEnd(_ start: Int) -> Bool {
    var place = start
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    return place < bytes.count && bytes[place] == UInt8(ascii: ":")
  }

  private mutating func skipAlias() {
    while index + 1 < bytes.count, !isSpace(index + 1), !",]}".utf8.contains(bytes[index + 1]) { index += 1 }
    if bytes[index] == UInt8(ascii: ":") || isKeyEnd(index + 1) { note() }
  }

  private mutating func skipLine() {
    while index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "\n") { index += 1 }
  }

  private mutating func skipQuoted(_ quote: UInt8) {
    index += 1
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      if quote == UInt8(ascii: "\""), bytes[index] == UInt8(ascii: "\\") { index += 1 }
      index += 1
    }
  }
}
