/// Changes texts by words, numbers and signs instead of by bytes, which keeps most of their form.
struct TokenMutator {
  /// To put in the place of others.
  let words: [[UInt8]]

  private static let numbers = [
    "0", "-1", "1", "2", "7", "63", "64", "65", "255", "384", "65536", "2147483647", "2147483648",
    "4294967296",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e308", "1e999", "0.5", "NaN",
    "2024-02-30", "9999-12-31", "XXXX-11", "\u{0}", "\u{FEFF}", "\u{202E}", "e\u{301}", "ﷺ", "👩‍👩‍👧", "İ", "ß",
  ].map { Array($0.utf8) }

  func mutated(_ input: [UInt8], limit: Int, using random: inout SplitMix) -> [UInt8] {
    var tokens = Self.tokens(input)
    for _ in 0...random.below(4) {
      guard !tokens.isEmpty else { break }
      let start = random.below(tokens.count)
      let end = min(tokens.count, start + 1 + random.below(random.below(2) == 0 ? 2 : 16))
      switch random.below(6) {
      case 0: tokens.removeSubrange(start..<end)
      case 1: tokens.insert(contentsOf: tokens[start..<end], at: random.below(tokens.count + 1))
      case 2: tokens.swapAt(start, random.below(tokens.count))
      case 3: tokens[start] = Self.numbers[random.below(Self.numbers.count)]
      case 4: if !words.isEmpty { tokens[start] = words[random.below(words.count)] }
      default:
        // Nesting and repetition.
        let part = tokens[start..<end].joined()
        let room = max(1, limit - input.count) / max(1, part.count)
        let times = min(1 << random.below(11), room)
        tokens.insert(Array(repeatElement(Array(part), count: times).joined()), at: start)
      }
    }
    return Array(tokens.joined())
  }

  /// Runs of letters and digits, runs of white space, and single signs.
  private static func tokens(_ bytes: [UInt8]) -> [[UInt8]] {
    func kind(_ byte: UInt8) -> Int {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: 0
      case 0...0x20: 1
      default: 2
      }
    }
    var tokens: [[UInt8]] = []
    var last = 2
    for byte in bytes {
      let next = kind(byte)
      if next == last, next != 2 { tokens[tokens.count - 1].append(byte) } else { tokens.append([byte]) }
      last = next
    }
    return tokens
  }
}
