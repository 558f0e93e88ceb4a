/// ``NameWords/searched(_:)`` for names in ASCII, which most are, many times faster.
enum ASCIINameWords {
  /// Nil for other names.
  static func split(_ name: String) -> [String]? {
    var name = name
    return name.withUTF8 { bytes -> [String]? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      var words: [String] = []
      var word: [UInt8] = []
      func end() {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
      var place = 0
      while place < bytes.count {
        if word.isEmpty, let dotted = endOfDottedLetters(bytes, from: place) {
          for byte in bytes[place..<dotted] where byte != UInt8(ascii: ".") { word.append(byte | 0x20) }
          // "U.S.'s" ends later.
          if !isApostrophe(bytes, dotted) { end() }
          place = dotted
          continue
        }
        let byte = bytes[place]
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
        case UInt8(ascii: "'"), UInt8(ascii: "`"):
          if isPossessive(bytes, at: place, after: word) { place += 1 }
        case UInt8(ascii: "&"):
          end()
          words.append("and")
        default: end()
        }
        place += 1
      }
      end()
      return words
    }
  }

  private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    bytes.indices.contains(place)
      && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[place] | 0x20)
  }

  private static func isApostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    place < bytes.count && (bytes[place] == UInt8(ascii: "'") || bytes[place] == UInt8(ascii: "`"))
  }

  /// Whether an apostrophe and an "s" behind it end a word.
  private static func isPossessive(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, after word: [UInt8])
    -> Bool
  {
    guard let last = word.last, last >= UInt8(ascii: "a"), place + 1 < bytes.count,
      bytes[place + 1] | 0x20 == UInt8(ascii: "s")
    else { return false }
    var next = place + 2
    while isApostrophe(bytes, next) { next += 1 }
    let isInside =
      isLetter(bytes, next)
      || next < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[next])
    return !isInside && NameWords.isPossessive(after: word.lazy.map { Unicode.Scalar($0) })
  }

  /// The end of two or more single letters with dots between them, or nil.
  private static func endOfDottedLetters(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    var count = 0
    while isLetter(bytes, place) {
      if isLetter(bytes, place + 1) { return nil }
      count += 1
      guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: ".") else {
        return count > 1 ? place + 1 : nil
      }
      place += 2
    }
    return count > 1 ? min(place, bytes.count) : nil
  }
}
