/// A paragraph, heading, list item, caption or table row of a page.
struct PageBlock: Sendable {
  /// Its characters in the page's `PageBlocks.bytes`, white space collapsed.
  let range: Range<Int>
  /// The innermost block element around it, as an index into the tree's nodes.
  let node: Int
  /// How much it says, in words.
  let words: Float
  /// How much of that is in links.
  let linkedWords: Float
  /// How much of it is in italics or bold.
  let emphasizedWords: Float

  var linkDensity: Float { words > 0 ? min(linkedWords / words, 1) : 0 }
}

/// All blocks of a page in document order.
struct PageBlocks: Sendable {
  var blocks: [PageBlock] = []
  /// UTF-8 of their characters.
  var bytes: [UInt8] = []

  func utf8(of block: Int) -> ArraySlice<UInt8> { bytes[blocks[block].range] }
  func text(of block: Int) -> String { String(decoding: utf8(of: block), as: UTF8.self) }
}

extension Sequence<UInt8> {
  /// How many words some UTF-8 has. Scripts that write no spaces are counted by characters: two ideographs or
  /// kana are about a word, five letters of Thai or Lao.
  var wordCount: Float {
    var count: Float = 0
    var isInWord = false
    var lead: UInt8 = 0
    for byte in self {
      defer { lead = byte }
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xDF, 0xE1...0xE2, 0xEA...0xF4:
        if byte == 0xE2 { isInWord = false } else if !isInWord { count += 1; isInWord = true }
      case 0xE3...0xE9:
        count += 0.5
        isInWord = false
      case 0xE0:
        isInWord = true
      case 0x80...0xBF where lead == 0xE0:
        // Thai and Lao lie at U+0E00…U+0EFF; the scripts of India before them write spaces.
        if byte >= 0xB8 { count += 0.2; isInWord = false } else if !isInWord { count += 1 }
      case 0x27, 0x80...0xBF: break
      default: isInWord = false
      }
    }
    return count
  }
}
