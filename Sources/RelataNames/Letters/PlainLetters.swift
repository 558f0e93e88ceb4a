/// Letters of other alphabets and with marks as plain lower-case Latin letters.
///
/// Latin letters lose their marks by way of their Unicode names ("LATIN SMALL LETTER G WITH BREVE"), which
/// covers every language without a table. Scripts that do not write their vowels, or have thousands of
/// signs, are left as they are.
package enum PlainLetters {
  /// Plain Latin for one scalar, nothing for a mark; the scalar in lower case where nothing is known.
  package static func latin(_ scalar: Unicode.Scalar) -> String {
    let lower = scalar.properties.lowercaseMapping
    guard !scalar.isASCII, let first = lower.unicodeScalars.first else { return lower }
    // "İ" becomes "i" with a dot of its own above.
    if first.isASCII { return String(first) }
    if let known = letters[first] { return known }
    switch first.properties.generalCategory {
    case .nonspacingMark, .modifierLetter, .modifierSymbol: return keepsMarks(first) ? lower : ""
    default: break
    }
    return first.properties.name.flatMap(latin(letterNamed:)) ?? lower
  }

  /// A name without the marks that say nothing, and with those letters in one that would be others without
  /// their marks: "й" is no "и", however it is written.
  static func composed(_ name: String) -> String {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
    var scalars = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in name.unicodeScalars {
      guard scalar.properties.generalCategory == .nonspacingMark, !keepsMarks(scalar) else {
        scalars.append(scalar)
        last = scalar
        continue
      }
      if let letter = last, let composed = compositions[scalar]?[letter] {
        scalars.removeLast()
        scalars.append(composed)
      }
    }
    return String(scalars)
  }

  /// "LATIN SMALL LETTER L WITH STROKE", "LATIN SMALL LIGATURE OE", "GREEK SMALL LETTER ALPHA WITH TONOS".
  private static func latin(letterNamed name: String) -> String? {
    for prefix in ["LATIN SMALL LETTER ", "LATIN SMALL LIGATURE "] where name.hasPrefix(prefix) {
      let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
      return letter.count <= 2 ? letter.lowercased() : nil
    }
    return name.firstRange(of: " WITH ").flatMap { lettersByName[String(name[..<$0.lowerBound])] }
  }

  /// Marks are vowels in the scripts of South and South-East Asia, and only ornament in
  /// Latin, Greek and Cyrillic.
  private static func keepsMarks(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x0900 }

  /// By mark and letter before it.
  private static let compositions: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [
    "\u{306}": ["и": "й", "И": "Й"], "\u{308}": ["е": "ё", "Е": "Ё", "і": "ї", "І": "Ї"],
  ]

  private static let letters: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "ß": "ss", "ı": "i", "ð": "d", "þ": "th", "ŋ": "ng", "ə": "a", "ɛ": "e", "ɔ": "o", "ſ": "s", "ĸ": "k",
      "ѓ": "g", "ќ": "k", "ў": "u",
    ]
    for (script, latin) in [
      (
        "абвгґдђеёєжзѕиіїйјклљмнњопрстћуфхцчџшщъыьэюяғқңһҷәөүұ",
        "a b v g g d dj e yo ye zh z dz i i yi y j k l lj m n nj o p r s t c u f kh ts ch dzh sh shch  y  e yu ya gh q n h j a o u u"
      ),
      (
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o"
      ),
      (
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h"
      ),
    ] {
      let values = latin.split(separator: " ", omittingEmptySubsequences: false)
      for (letter, value) in zip(script.unicodeScalars, values) { table[letter] = String(value) }
    }
    return table
  }()

  /// The same by the letters' Unicode names.
  private static let lettersByName: [String: String] = Dictionary(
    letters.compactMap { letter, latin in letter.properties.name.map { ($0, latin) } },
    uniquingKeysWith: { first, _ in first })
}
