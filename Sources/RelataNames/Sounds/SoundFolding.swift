/// The common form of transliterations of one word, for finding it: consonant digraphs and vowels in
/// classes, no doubled letters. What decides whether two words are one compares
/// ``PhoneticSpelling``s, which keep more apart.
package enum SoundFolding {
  /// - Parameter word: lower-case letters and digits.
  package static func sound(_ word: String) -> String {
    let bytes = Array(word.utf8)
    var sound: [UInt8] = []
    sound.reserveCapacity(bytes.count)
    var place = 0
    // Letters that are not ASCII are no part of any rule, so that their bytes can be taken as they are; only
    // doubled ones cannot be told from their last bytes, and stay.
    func add(_ letter: UInt8) { if letter != sound.last || letter >= 0x80 { sound.append(letter) } }
    while place < bytes.count {
      let letter = bytes[place]
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      if let digraph = digraph(letter, next) {
        add(digraph)
        place += 2
      } else if letter == UInt8(ascii: "t"), next == UInt8(ascii: "c"), place + 2 < bytes.count,
        bytes[place + 2] == UInt8(ascii: "h")
      {
        add(UInt8(ascii: "c"))
        add(UInt8(ascii: "h"))
        place += 3
      } else {
        add(single(letter))
        place += 1
      }
    }
    return String(decoding: sound, as: UTF8.self)
  }

  private static func digraph(_ letter: UInt8, _ next: UInt8) -> UInt8? {
    switch (letter, next) {
    case (UInt8(ascii: "k"), UInt8(ascii: "h")): UInt8(ascii: "h")
    case (UInt8(ascii: "g"), UInt8(ascii: "h")): UInt8(ascii: "g")
    case (UInt8(ascii: "d"), UInt8(ascii: "h")): UInt8(ascii: "d")
    case (UInt8(ascii: "t"), UInt8(ascii: "h")): UInt8(ascii: "t")
    case (UInt8(ascii: "p"), UInt8(ascii: "h")): UInt8(ascii: "f")
    case (UInt8(ascii: "c"), UInt8(ascii: "k")): UInt8(ascii: "k")
    case (UInt8(ascii: "o"), UInt8(ascii: "u")), (UInt8(ascii: "o"), UInt8(ascii: "o")),
      (UInt8(ascii: "o"), UInt8(ascii: "w")):
      UInt8(ascii: "u")
    case (UInt8(ascii: "a"), UInt8(ascii: "i")), (UInt8(ascii: "a"), UInt8(ascii: "y")),
      (UInt8(ascii: "e"), UInt8(ascii: "i")), (UInt8(ascii: "e"), UInt8(ascii: "y")),
      (UInt8(ascii: "e"), UInt8(ascii: "e")), (UInt8(ascii: "i"), UInt8(ascii: "e")),
      (UInt8(ascii: "i"), UInt8(ascii: "y")), (UInt8(ascii: "y"), UInt8(ascii: "y")),
      (UInt8(ascii: "i"), UInt8(ascii: "i")):
      UInt8(ascii: "i")
    default: nil
    }
  }

  private static func single(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "q"): UInt8(ascii: "k")
    case UInt8(ascii: "o"): UInt8(ascii: "u")
    case UInt8(ascii: "e"), UInt8(ascii: "y"): UInt8(ascii: "i")
    case UInt8(ascii: "w"): UInt8(ascii: "v")
    default: letter
    }
  }
}
