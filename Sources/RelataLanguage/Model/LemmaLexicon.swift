import CRelataModel
import RelataWords

/// Known lemmas and irregular forms, which settle what a spelling rule leaves open ("captured" is of
/// "capture", not "captur").
struct LemmaLexicon: Sendable {
  private var irregular: [String: String] = [:]
  private var verbs: Set<String> = []
  private var nouns: Set<String> = []

  /// The lexicon that is part of the library (built by Training/lemmas.py).
  static func embedded() -> LemmaLexicon {
    var lexicon = LemmaLexicon()
    let bytes = UnsafeBufferPointer(start: relata_lemmas_data(), count: relata_lemmas_size())
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      if fields.count == 3 {
        lexicon.irregular[fields[0] + fields[1]] = fields[2]
      } else if fields.count == 2 {
        if fields[0] == "v" { lexicon.verbs.insert(fields[1]) } else { lexicon.nouns.insert(fields[1]) }
      }
    }
    return lexicon
  }

  /// The lemma of a form: as listed, else by the spelling rule that leads to a known
  /// lemma, else the model's guess.
  func lemma(of form: String, part: PartOfSpeech, tag: String, guess: String) -> String {
    let lower = form.lowercased()
    switch part {
    case .verb:
      return verb(lower, tag) ?? hyphenated(lower, tag) ?? guess
    case .noun:
      if let known = irregular["n" + lower] { return known }
      if tag == "NNS" { return candidate(plural(lower), in: nouns) ?? (lower.hasSuffix("s") ? guess : lower) }
      return guess
    case .adjective: return irregular["a" + lower] ?? guess
    case .auxiliary: return irregular["x" + lower] ?? guess
    default: return guess
    }
  }

  private func verb(_ form: String, _ tag: String) -> String? {
    if let known = irregular["v" + form] { return known }
    switch tag {
    case "VBD", "VBN": return candidate(past(form), in: verbs) ?? prefixed(form)
    case "VBG": return candidate(gerund(form), in: verbs)
    case "VBZ": return candidate(plural(form), in: verbs)
    case "VB", "VBP": return verbs.contains(form) ? form : nil
    default: return nil
    }
  }

  /// By the last part: "co-sponsored" is of "co-sponsor".
  private func hyphenated(_ form: String, _ tag: String) -> String? {
    guard let hyphen = form.lastIndex(of: "-") else { return nil }
    return verb(String(form[form.index(after: hyphen)...]), tag).map { form[...hyphen] + $0 }
  }

  private func candidate(_ candidates: [String], in known: Set<String>) -> String? {
    candidates.first(where: known.contains)
  }

  private func past(_ form: String) -> [String] {
    guard form.hasSuffix("ed"), form.count > 3 else { return [form] }
    let stem = String(form.dropLast(2))
    var result = [stem + "e", stem]
    if form.hasSuffix("ied") { result.insert(String(form.dropLast(3)) + "y", at: 0) }
    if let undoubled = undoubled(stem) { result.append(undoubled) }
    // "offered" is of "offer" although "offere" is none; a stem that is itself a verb wins over one
    // that lost its e by chance.
    if verbs.contains(stem), !stem.hasSuffix("e"), verbs.contains(stem + "e") {
      return [isSilent(stem) ? stem + "e" : stem]
    }
    return result
  }

  private func gerund(_ form: String) -> [String] {
    guard form.hasSuffix("ing"), form.count > 4 else { return [form] }
    let stem = String(form.dropLast(3))
    if verbs.contains(stem), verbs.contains(stem + "e") { return [isSilent(stem) ? stem + "e" : stem] }
    return [stem + "e", stem, undoubled(stem) ?? stem]
  }

  private func plural(_ form: String) -> [String] {
    guard form.hasSuffix("s"), form.count > 2 else { return [form] }
    var result = [String(form.dropLast())]
    if form.hasSuffix("ies") { result.insert(String(form.dropLast(3)) + "y", at: 0) }
    if form.hasSuffix("es") { result.append(String(form.dropLast(2))) }
    return result
  }

  /// "stopp" → "stop".
  private func undoubled(_ stem: String) -> String? {
    guard let last = stem.last, stem.dropLast().last == last, !"aeiou".contains(last) else { return nil }
    return String(stem.dropLast())
  }

  /// Whether a single vowel stands before the last single consonant: "hop|ed" is of "hope", since
  /// "hop" would double its p.
  private func isSilent(_ stem: String) -> Bool {
    let letters = Array(stem)
    guard letters.count >= 3 else { return true }
    let vowels = "aeiou"
    return !vowels.contains(letters[letters.count - 1]) && vowels.contains(letters[letters.count - 2])
      && !vowels.contains(letters[letters.count - 3])
  }

  private static let verbPrefixes = LemmatizationList.verbPrefixes.inOrder

  /// Irregular verbs with a prefix: "overran" as "ran".
  private func prefixed(_ form: String) -> String? {
    for prefix in Self.verbPrefixes where form.hasPrefix(prefix) {
      if let base = irregular["v" + form.dropFirst(prefix.count)] { return prefix + base }
    }
    return nil
  }
}
