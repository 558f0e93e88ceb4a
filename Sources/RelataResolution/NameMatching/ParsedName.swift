import RelataGazetteer
import RelataNames

/// A name as the matcher compares it: the words that count, each as written and as sounds.
struct ParsedName: Hashable {
  struct Part: Hashable {
    var text: String
    var sounds: PhoneticSpelling
    /// "abu" or "umm" before it: Abu Mohammad is not Mohammad.
    var isKunya = false
    /// A single letter, standing for any word that begins so.
    var isInitial = false
    /// How much agreement or lack of it says, 0…1.
    var weight = 1.0

    init(_ text: String) {
      self.text = text
      sounds = PhoneticSpelling(text)
      isInitial = text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    }

    var isNumber: Bool { !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) } }
  }

  let kind: NameKind
  /// As written.
  let text: String
  var parts: [Part]
  /// Plain lower-case letters of the whole name.
  let folded: String
  /// The letters of the name if it can be an acronym: "HTS", "U.A.E.", "SANA".
  let acronym: String?
  /// The words from which acronyms are made, articles included.
  let initialWords: [String]

  /// Whether a person's single name has a title before it with which rulers have their own: "King Salman".
  let isRegnal: Bool

  /// The acronyms that may stand for it, without itself.
  var shortForms: Set<String> { kind == .person || acronym != nil ? [] : Acronyms.compared(initialWords) }

  /// The number of a ruler: 2 of "Elizabeth II".
  var regnalNumber: Int? {
    // Of the parts "II" is none: it goes with the honorifics.
    guard kind == .person, initialWords.count > 1, let last = initialWords.last else { return nil }
    return RomanNumeral.value(of: last.uppercased())
  }

  /// Whether it is so short that many can bear it: one word for a person, an acronym for the others.
  var isBare: Bool { parts.isEmpty || (kind == .person ? parts.count == 1 : acronym != nil) }

  /// With a gazetteer, a word for a country's people counts as the country: the Syrian
  /// Foreign Ministry is Syria's.
  init(_ name: String, kind: NameKind, gazetteer: Gazetteer? = nil) {
    self.kind = kind
    text = name
    var words = NameWords.split(name)
    folded = words.map(\.text).joined(separator: " ")
    acronym = kind == .person ? nil : Self.acronym(words)
    initialWords = words.map(\.text)
    switch kind {
    case .person:
      if let comma = words.firstIndex(where: \.hasComma), words.filter(\.hasComma).count == 1,
        comma + 1 < words.count
      {
        words = Array(words[(comma + 1)...] + words[...comma])
      }
      parts = Self.personParts(words)
    case .organization: parts = Self.organizationParts(words.flatMap { Self.country($0, gazetteer) })
    case .place: parts = Self.placeParts(words)
    }
    isRegnal =
      kind == .person && parts.count == 1 && words.count == 2
      && LittleWords.regnalTitles.contains(words[0].text)
  }

  /// The letters of a name that is one word of two to seven letters and digits, whose letters, two at least,
  /// are capitals.
  private static func acronym(_ words: [NameWord]) -> String? {
    guard words.count == 1, let word = words.first else { return nil }
    return word.isUpperCase && (2...7).contains(word.text.utf8.count) ? word.text : nil
  }

  private static func country(_ word: NameWord, _ gazetteer: Gazetteer?) -> [NameWord] {
    guard let first = word.text.first,
      let country = gazetteer?.country(demonym: first.uppercased() + word.text.dropFirst())
    else { return [word] }
    return NameWords.split(country.name)
  }

  /// Drops articles that lead to a following word.
  private static func withoutArticles(_ words: [NameWord]) -> [NameWord] {
    words.enumerated().filter { index, word in
      guard index + 1 < words.count else { return true }
      return
        !(LittleWords.bareArticles.contains(word.text)
        || (word.isHyphenated && LittleWords.articles.contains(word.text)))
    }.map(\.element)
  }

  private static func personParts(_ words: [NameWord]) -> [Part] {
    var parts: [Part] = []
    var isKunya = false
    let words = withoutArticles(words)
    // Honorifics go from both ends, but a name of honorifics only ("King Prince") keeps its last word.
    var named = words[...]
    while named.count > 1, let first = named.first, NameLexicon.honorifics.contains(first.text) {
      named.removeFirst()
    }
    while named.count > 1, let last = named.last,
      NameLexicon.honorifics.contains(last.text)
        || (named.count > 2 && LittleWords.legalForms.contains(last.text) && last.isUpperCase)
    {
      named.removeLast()
    }
    for (index, word) in named.enumerated() {
      let isLast = index == named.count - 1
      if !isLast, NameLexicon.particles.contains(word.text), !(index == 0 && word.text == "ben") { continue }
      if !isLast, NameLexicon.kunyas.contains(word.text) {
        isKunya = true
        continue
      }
      if !isLast, !parts.isEmpty, NameLexicon.honorifics.contains(word.text), word.text.utf8.count > 3 {
        continue
      }
      // "Abd al-Fattah", "Abdel Fattah": one servant, many spellings.
      let text =
        NameLexicon.servants.contains(word.text) && !isLast ? "abdul" : word.text
      var part = Part(text)
      part.isKunya = isKunya
      part.weight = part.isInitial ? 0.3 : 1
      isKunya = false
      parts.append(part)
    }
    return parts
  }

  private static func organizationParts(_ words: [NameWord]) -> [Part] {
    var texts = withoutArticles(words).map(\.text)
    for form in NameLexicon.longLegalForms where texts.count > form.count {
      if texts.suffix(form.count).elementsEqual(form) {
        texts.removeLast(form.count)
      } else if texts.prefix(form.count).elementsEqual(form) {
        texts.removeFirst(form.count)
      }
    }
    let withoutForms = texts.filter { !LittleWords.legalForms.contains($0) }
    if !withoutForms.isEmpty { texts = withoutForms }
    texts = texts.flatMap { NameLexicon.expansions[$0] ?? [$0] }
    // "World War II" is the Second World War; a single letter is seldom a number.
    if texts.count > 1, let last = texts.last, last.utf8.count > 1, last.allSatisfy("ivx".contains),
      let number = RomanNumeral.value(of: last.uppercased())
    {
      texts[texts.count - 1] = String(number)
    }
    texts = joiningNumbers(texts)
    let content = texts.filter { !LittleWords.fillers.contains($0) }
    return (content.isEmpty ? texts : content).map { text in
      var part = Part(text)
      part.isInitial = false
      part.weight = NameLexicon.generic.contains(text) ? 0.35 : 1
      return part
    }
  }

  private static func placeParts(_ words: [NameWord]) -> [Part] {
    let texts = joiningNumbers(withoutArticles(words).map(\.text)).flatMap {
      $0 == "airbase" ? ["air", "base"] : [$0]
    }
    // "Tartus naval facility", "the Tartus military base": what it is called varies, what it is does not.
    let content = texts.filter { !LittleWords.fillers.contains($0) && $0 != "military" }
      .map { ["facility", "installation"].contains($0) ? "base" : $0 }
    return (content.isEmpty ? texts : content).map { text in
      var part = Part(text)
      part.isInitial = false
      part.weight = NameLexicon.placeHeads.contains(text) ? 0.3 : 1
      return part
    }
  }

  private static func joiningNumbers(_ texts: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < texts.count {
      if index + 1 < texts.count, let joined = NameLexicon.numbers[texts[index] + texts[index + 1]] {
        result.append(joined)
        index += 2
      } else {
        result.append(NameLexicon.numbers[texts[index]] ?? texts[index])
        index += 1
      }
    }
    return result
  }
}
