/// A name reduced to what its spellings have in common.
///
/// `words` forgets case, diacritics, apostrophes, hyphens, full stops and a leading article: “Shara’a”, “shara'a” and “SHARAA” are one.
/// `sounds` also forgets how a foreign name was put into Latin letters: “al-Julani” and “Jolani”, “Khmeimim” and “Hmeimim” are one.
struct FoldedName: Hashable, Sendable {
  let words: [String]
  let sounds: [String]

  init(_ name: String) {
    var words = Self.letters(of: name).split(separator: " ").map(String.init)
    if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
    self.words = words
    sounds = Self.withoutArabicArticles(words).map(Self.sound)
  }

  /// Lower-case letters and digits without marks, words separated by single spaces or more.
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

  /// Drops `al`, `el` and their assimilated forms (`ash-Sham`, `ez-Zor`), unless nothing else is left.
  private static func withoutArabicArticles(_ words: [String]) -> [String] {
    var kept: [String] = []
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : nil
      if let next, isArabicArticle(word, before: next) { continue }
      kept.append(word)
    }
    return kept
  }

  private static func isArabicArticle(_ word: String, before next: String) -> Bool {
    if ["al", "el", "ul"].contains(word) { return true }
    guard let vowel = word.first, "aeu".contains(vowel) else { return false }
    let consonant = word.dropFirst()
    return ["d", "n", "r", "s", "sh", "t", "th", "z"].contains(consonant) && next.hasPrefix(consonant)
  }

  /// The common form of transliterations of one word: consonant digraphs and vowels in classes, no doubled letters.
  private static func sound(_ word: String) -> String {
    var result = ""
    var rest = Substring(word)
    while !rest.isEmpty {
      if let (spelling, sound) = digraphs.first(where: { rest.hasPrefix($0.0) }) {
        result += sound
        rest = rest.dropFirst(spelling.count)
      } else {
        let letter = rest.removeFirst()
        result.append(letters[letter] ?? letter)
      }
    }
    var single = ""
    for letter in result where letter != single.last { single.append(letter) }
    return single
  }

  private static let digraphs: [(String, String)] = [
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("tch", "ch"),
    ("ou", "u"), ("oo", "u"), ("ow", "u"), ("ai", "i"), ("ay", "i"), ("ei", "i"), ("ey", "i"), ("ee", "i"),
    ("ie", "i"), ("iy", "i"), ("yy", "i"), ("ii", "i"),
  ]

  private static let letters: [Character: Character] = [
    "q": "k", "o": "u", "e": "i", "y": "i", "w": "v",
  ]
}
