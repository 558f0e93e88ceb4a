/// Lower-case letters and digits without marks, as words.
enum LetterFolding {
  static func words(of name: String) -> [String] {
    asciiWords(of: name) ?? letters(of: name).split(separator: " ").map(String.init)
  }

  /// The same for names in ASCII, which most are, many times faster; nil for others.
  private static func asciiWords(of name: String) -> [String]? {
    var name = name
    return name.withUTF8 { bytes -> [String]? in
      var words: [String] = []
      var word: [UInt8] = []
      func end() {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        guard byte < 0x80 else { return nil }
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "`"):
          if isPossessive(bytes, after: place) { place += 1 }
        case UInt8(ascii: "."): break
        case UInt8(ascii: "&"):
          end()
          words.append("and")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
        default: end()
        }
        place += 1
      }
      end()
      return words
    }
  }

  private static func isPossessive(_ bytes: UnsafeBufferPointer<UInt8>, after place: Int) -> Bool {
    func isLetter(_ place: Int) -> Bool {
      bytes.indices.contains(place) && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[place] | 0x20)
    }
    return isLetter(place - 1) && place + 1 < bytes.count && bytes[place + 1] | 0x20 == UInt8(ascii: "s")
      && !isLetter(place + 2) && !(place + 2 < bytes.count && bytes[place + 2] >= 0x80)
  }

  /// Words separated by single spaces or more.
  private static func letters(of name: String) -> String {
    var result = ""
    let scalars = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let properties = scalar.properties
      if isApostrophe(scalar) {
        // The possessive is no part of a name: “Syria’s”.
        let rest = scalars[(index + 1)...]
        if let next = rest.first, next == "s" || next == "S",
          rest.dropFirst().first.map({ !$0.properties.isAlphabetic }) ?? true,
          index > 0, scalars[index - 1].properties.isAlphabetic
        {
          result += "\u{1}"
        }
      } else if properties.generalCategory == .nonspacingMark || scalar == "." {
        continue
      } else if scalar == "&" {
        result += " and "
      } else if properties.isAlphabetic || properties.numericType != nil {
        // What follows a possessive apostrophe is its “s”.
        if result.last == "\u{1}" { result.removeLast() } else { result += baseLetter(scalar) }
      } else {
        result += " "
      }
    }
    return result
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "`", "\u{B4}", "\u{2018}", "\u{2019}", "\u{201B}", "\u{2032}", "\u{2B9}"..."\u{2C0}", "\u{2C8}":
      true
    default: false
    }
  }

  /// A letter in lower case without its diacritics.
  ///
  /// The standard library does not expose decompositions, and they would not cover “ł” or “ø”; the names of the
  /// characters in the Unicode Character Database do: LATIN SMALL LETTER L WITH STROKE.
  private static func baseLetter(_ scalar: Unicode.Scalar) -> String {
    let lower = scalar.properties.lowercaseMapping
    guard !scalar.isASCII, let first = lower.unicodeScalars.first else { return lower }
    switch first {
    case "ß": return "ss"
    case "æ": return "ae"
    case "œ": return "oe"
    case "þ": return "th"
    case "ð": return "d"
    case "ı": return "i"
    default: break
    }
    let prefix = "LATIN SMALL LETTER "
    guard let name = first.properties.name, name.hasPrefix(prefix) else { return lower }
    let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
    return letter.count == 1 ? letter.lowercased() : lower
  }
}
