/// Texts and numbers at the edges of what formats hold.
enum OddValues {
  static let texts = [
    "", " ", "a", "A", "Ada Khan", "Ada  KHAN", "L.U.", "7", "-", "\u{0}", "\n", "\"\\", "\u{FEFF}",
    "\u{202E}abc", "\u{301}", "e\u{301}", "é", "ﷺ", "👩‍👩‍👧", "İ", "ß", "ةيروس", "北京",
    "2024-02-30", "person/ada-khan",
    String(repeating: "long ", count: 40), String(repeating: "é", count: 70),
  ]

  static let numbers: [UInt64] = [
    0, 1, 2, 63, 64, 127, 128, 255, 256, 4095, 65_535, 65_536, 1_000_000, 0x7FFF_FFFE, 0x7FFF_FFFF,
    0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF, 0x1_0000_0000, 0x3FFF_FFFF_FFFF_FFFF, 0x7FFF_FFFF_FFFF_FFFF,
    0x8000_0000_0000_0000, 0xFFFF_FFFF_FFFF_FFFE, 0xFFFF_FFFF_FFFF_FFFF,
  ]

  static func text(using random: inout SplitMix) -> String { one(of: texts, using: &random) }

  static func number(using random: inout SplitMix) -> UInt64 { one(of: numbers, using: &random) }

  /// - Precondition: there is one.
  static func one<Value>(of values: [Value], using random: inout SplitMix) -> Value {
    values[random.below(values.count)]
  }
}
