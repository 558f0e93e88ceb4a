/// A word as a row of sounds, one byte each, so that spellings of one sound by English, French, German and
/// Turkish habits become one.
///
/// Vowels `a e i o u`; consonants `b d f h k l m n p q r s t v w y z` and `G` gh, `x` kh, `S` sh, `C` ch, `J`
/// j, `Z` zh, `T` ts. Long and doubled sounds count once: Sharra, Sharaa and Shara are one.
package struct PhoneticSpelling: Hashable, Sendable {
  package let sounds: [UInt8]

  /// - Complexity: O(length of the word).
  package init(_ word: String) {
    let text = Array(word.utf8)
    var sounds: [UInt8] = []
    var index = 0
    while index < text.count {
      var matched = false
      for (spelling, sound) in Self.clusters where Self.starts(text, at: index, with: spelling) {
        if spelling == Self.wadeGiles && index > 0 { continue }
        sounds.append(contentsOf: sound)
        index += spelling.count
        matched = true
        break
      }
      if matched { continue }
      if index + 2 < text.count, text[index] == UInt8(ascii: "a"), text[index + 1] == UInt8(ascii: "w"),
        !Self.isVowel(text[index + 2])
      {
        // "Jawlani" is heard as "Jolani".
        sounds.append(UInt8(ascii: "o"))
        index += 2
        continue
      }
      sounds.append(contentsOf: Self.single(text, at: index))
      index += 1
    }
    if text.count > 2, sounds.count > 2, sounds.last == UInt8(ascii: "h") { sounds.removeLast() }
    self.sounds = sounds.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// Spellings of more than one letter, longest first.
  private static let clusters: [([UInt8], [UInt8])] = [
    ("shch", "SC"), ("tsch", "C"), ("tch", "C"), ("tsh", "C"), ("sch", "S"), ("dzh", "J"), ("dj", "J"),
    ("zh", "Z"), ("kh", "x"), ("gh", "G"), ("ph", "f"), ("sh", "S"), ("sz", "S"), ("cz", "C"), ("ch", "C"),
    ("th", "t"), ("dh", "d"), ("ts", "T"), ("tz", "T"), ("ck", "k"), ("hs", "S"), ("gue", "ge"),
    ("gui", "gi"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
  private static let wadeGiles = Array("hs".utf8)

  private static func starts(_ text: [UInt8], at index: Int, with spelling: [UInt8]) -> Bool {
    index + spelling.count <= text.count && text[index..<(index + spelling.count)].elementsEqual(spelling)
  }

  static func isVowel(_ sound: UInt8) -> Bool {
    switch UnicodeScalar(sound) {
    case "a", "e", "i", "o", "u": true
    default: false
    }
  }

  private static func single(_ text: [UInt8], at index: Int) -> [UInt8] {
    let next = index + 1 < text.count ? text[index + 1] : nil
    switch UnicodeScalar(text[index]) {
    case "c":
      let isSoft = next.map { "eiy".utf8.contains($0) } ?? false
      return [UInt8(ascii: isSoft ? "s" : "k")]
    case "j":
      // "Selenskyj", "Sergej": a semivowel after another vowel.
      let isFinal =
        next == nil && index > 0 && (isVowel(text[index - 1]) || text[index - 1] == UInt8(ascii: "y"))
      return [UInt8(ascii: isFinal ? "i" : "J")]
    case "x": return index == 0 ? [UInt8(ascii: "S")] : Array("ks".utf8)
    case "y":
      let isConsonant = next.map(isVowel) ?? false
      return [UInt8(ascii: isConsonant ? "y" : "i")]
    default: return [text[index]]
    }
  }

  /// Keys under which spellings of the word can be found: at most the first three consonants, in classes of
  /// those that transliterations exchange.
  ///
  /// More than one where the first sound is read in two ways (Jolani, Golani).
  package var keys: Set<String> { keys(length: 3) }

  /// As ``keys``, of any number of consonants: longer ones tell more words apart.
  package func keys(length: Int) -> Set<String> {
    var keys: Set<String> = [""]
    for sound in sounds {
      guard let classes = sound >= 0x80 ? [String(sound)] : Self.classes[sound] else { continue }
      let finished = keys.filter { $0.utf8.count >= length }
      if finished.count == keys.count { break }
      keys = finished.union(keys.subtracting(finished).flatMap { key in classes.map { key + $0 } })
    }
    return keys.first == "" && keys.count == 1
      ? ["-" + String(decoding: sounds.prefix(2), as: UTF8.self)] : keys
  }

  /// `kh` is heard as h (Khmeimim, Hmeimim) or k, and h is no key.
  private static let classes: [UInt8: [String]] = {
    var table: [UInt8: [String]] = [:]
    for (letters, classes) in [
      ("bp", ["B"]), ("fv", ["F"]), ("w", ["F", ""]), ("dt", ["D"]), ("kqgG", ["K"]), ("J", ["K", "S"]),
      ("x", ["K", ""]), ("C", ["S", "K"]), ("szSTZ", ["S"]), ("m", ["M"]), ("n", ["N"]), ("l", ["L"]),
      ("r", ["R"]), ("0123456789", ["#"]),
    ] {
      for letter in letters.utf8 { table[letter] = classes }
    }
    return table
  }()
}
