import RelataTestSupport

/// Text that nobody would write, the same for the same seed.
struct RandomText {
  private let generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let pieces = [
    "a", "B", "the", "Putin", "U.S.", "al-Sharaa", "'s", "n't", "'", "’", "ʼ", "\"", "“", "”", ".", "...",
    "…", "!", "?",
    ",", "-", "--", "—", "(", ")", "[", "]", "1", "23", "$", "%", "/", "@", "#", "http://", "www.", "a@b.c",
    ".com", "*",
    "_", "`", "~", "|", "<", ">", "\\", "&", "=", ":", ";", " ", " ", " ", "\n", "\n\n", "\r\n", "\t",
    "\u{A0}", "\u{200B}",
    "\u{FEFF}", "\u{AD}", "\u{301}", "é", "ß", "中文", "مرحبا", "👍🏽", "👩‍👩‍👧", "🇸🇾", "\u{0}", "\u{85}", "\u{2028}",
    "\u{10FFFF}",
    "\u{E000}", "- ", "# ", "> ", "1. ", "```", "---", "Read more: ", "pic.twitter.com/x", "![", "](", "(@x)",
  ]

  func text(length: Int) -> String {
    var generator = generator
    var view = String.UnicodeScalarView()
    while view.count < length {
      if generator.number(8) == 0, let scalar = Unicode.Scalar(UInt32(generator.number(0x11_0000))) {
        view.append(scalar)
      } else {
        view.append(contentsOf: generator.choice(Self.pieces).unicodeScalars)
      }
    }
    return String(view)
  }

  /// Neither white space nor one of the invisible scalars that no token holds.
  static func isInk(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace { return false }
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFF9...0xFFFB:
      return false
    default: return true
    }
  }
}
