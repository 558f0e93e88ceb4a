import RelataNames

/// Finds the words that a slip of the pen makes of another: "Chriac" for "Chirac".
struct SlipIndex {
  private var byForm: [String: [String]] = [:]
  private var byLetters: [String: [String]] = [:]

  /// Shorter words are too often words of their own.
  private static let least = 6

  /// - Complexity: linear in the letters of the words, each times its length.
  init(_ words: Set<String>) {
    for word in words where word.count >= Self.least {
      for form in Self.forms(of: word) { byForm[form, default: []].append(word) }
      byLetters[String(word.sorted()), default: []].append(word)
    }
  }

  /// The words, in no order, that differ from one in one letter or in the order of two.
  func words(meantBy word: String) -> Set<String> {
    guard word.count >= Self.least else { return [] }
    var found = Set(byLetters[String(word.sorted())] ?? [])
    for form in Self.forms(of: word) { found.formUnion(byForm[form] ?? []) }
    return found.filter { Self.isSlip(word, $0) }
  }

  /// The word, and the word without each of its letters: words that differ in one letter share one of these.
  private static func forms(of word: String) -> Set<String> {
    let letters = Array(word.unicodeScalars)
    var forms: Set = [word]
    for gap in letters.indices {
      var form = String.UnicodeScalarView()
      form.append(contentsOf: letters[..<gap])
      form.append(contentsOf: letters[(gap + 1)...])
      forms.insert(String(form))
    }
    return forms
  }

  /// Whether two words of six letters or more differ in one letter or in the order of two.
  private static func isSlip(_ a: String, _ b: String) -> Bool {
    guard a.count >= least, b.count >= least, a.first == b.first, a != b else { return false }
    let distance = EditDistance.levenshtein(a, b)
    return distance == 1 || distance == 2 && a.sorted() == b.sorted()
  }
}
