/// Letters of other alphabets and with marks as plain lower-case Latin letters.
///
/// Latin letters lose their marks by way of their Unicode names ("LATIN SMALL LETTER G WITH BREVE"), which covers every language without a table.
/// Scripts that do not write their vowels, or have thousands of signs, are left as they are.
enum Romanization {
  /// Plain Latin for one scalar in lower case; the scalar itself where nothing is known.
  static func latin(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(scalar).lowercased() }
    let lower = scalar.properties.lowercaseMapping
    guard let first = lower.unicodeScalars.first else { return "" }
    if first.isASCII { return String(first) }
    if let known = letters[first] { return known }
    switch first.properties.generalCategory {
    case .nonspacingMark, .modifierLetter, .modifierSymbol: return keepsMarks(first) ? lower : ""
    default: break
    }
    if let name = first.properties.name, name.hasPrefix("LATIN SMALL LETTER ") {
      let letter = name.dropFirst("LATIN SMALL LETTER ".count).prefix { $0 != " " }
      if letter.count <= 2 { return letter.lowercased() }
    }
    return lower
  }

  /// Marks are vowels in the scripts of South and South-East Asia, and only ornament in Latin, Greek and Cyrillic.
  private static func keepsMarks(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x0900 }

  private static let letters: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "ß": "ss", "ı": "i", "ð": "d", "þ": "th", "ŋ": "ng", "ə": "a", "ĸ": "k",
    ]
    for (script, latin) in [
      (
        "абвгґдђеёєжзѕиіїйјкќлљмнњопрстћуўфхцчџшщъыьэюяғқңһәөүұ",
        "a b v g g d dj e yo ye zh z dz i i yi y j k k l lj m n nj o p r s t c u u f kh ts ch dzh sh shch  y  e yu ya gh q n h a o u u"
      ),
      ("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o"),
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
}
