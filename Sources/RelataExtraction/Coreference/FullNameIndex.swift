/// Which full names of a document fit each other, as ``PersonName/isCompatible(with:)`` says.
///
/// Of two names that fit, all words of the shorter one stand in the longer one, in order. So the shorter one
/// is looked up under each choice of words of the longer, and the thousands of a text that share a surname
/// alone are never compared.
struct FullNameIndex {
  /// By the first mention of a spelling: those of the spellings that fit it and share a word with it,
  /// ascending.
  private var fitting: [Int: [Int]] = [:]

  /// A name has few words; the choices among many would be too many, so names with more are compared one by
  /// one.
  private static let maximumWords = 6

  /// - Complexity: linear in names and in pairs of them that fit; names of more words than people have are
  ///   compared with all that share a word.
  init(_ index: PersonIndex, names: [String: PersonName], mentions: [Mention]) {
    var full: [(spelling: Int, name: PersonName)] = []
    for spelling in index.spellings {
      if let name = names[mentions[spelling].text] { full.append((spelling, name)) }
    }
    var codes = WordCodes(full.map(\.name))
    var bySequence: [[Int32]: [Int]] = [:]
    for (place, (_, name)) in full.enumerated() where name.words.count <= Self.maximumWords {
      Self.forEachSequence(name.words.indices.map { codes.stored(name, $0) }, choosing: false) {
        bySequence[$0, default: []].append(place)
      }
    }
    for (place, (spelling, name)) in full.enumerated() where name.words.count <= Self.maximumWords {
      var others: Set<Int> = []
      Self.forEachSequence(name.words.indices.map { codes.asked(name, $0) }, choosing: true) { sequence in
        for other in bySequence[sequence] ?? [] where other != place { others.insert(other) }
      }
      for other in others {
        // Names of as many words find each other.
        if full[other].name.words.count == name.words.count, other > place { continue }
        add(spelling, name, full[other].spelling, full[other].name)
      }
    }
    addLong(full, index)
    for spelling in fitting.keys { fitting[spelling]?.sort() }
  }

  /// The spellings that fit one and share a word with it, in the order of the text.
  func fitting(_ spelling: Int) -> [Int] { fitting[spelling] ?? [] }

  private mutating func add(_ a: Int, _ name: PersonName, _ b: Int, _ other: PersonName) {
    // An initial alone is no shared word.
    guard name.keys.contains(where: other.keys.contains), name.isCompatible(with: other) else { return }
    fitting[a, default: []].append(b)
    fitting[b, default: []].append(a)
  }

  private mutating func addLong(_ full: [(spelling: Int, name: PersonName)], _ index: PersonIndex) {
    let known = Dictionary(full.map { ($0.spelling, $0.name) }, uniquingKeysWith: { first, _ in first })
    for (spelling, name) in full where name.words.count > Self.maximumWords {
      for other in index.candidates(name) where other != spelling {
        guard let otherName = known[other] else { continue }
        if otherName.words.count > Self.maximumWords, other > spelling { continue }
        add(spelling, name, other, otherName)
      }
    }
  }

  /// Every way to take one code of each word, or, choosing, of each of two words or more.
  private static func forEachSequence(_ words: [[Int32]], choosing: Bool, _ body: ([Int32]) -> Void) {
    var sequence: [Int32] = []
    func extend(from word: Int) {
      guard word < words.count else {
        if sequence.count > 1 { body(sequence) }
        return
      }
      if choosing { extend(from: word + 1) }
      for code in words[word] {
        sequence.append(code)
        extend(from: word + 1)
        sequence.removeLast()
      }
    }
    extend(from: 0)
  }
}

/// Numbers for what a word of a name can stand for: two words that are the same by
/// ``PersonName/isSameWord(_:_:)``, or of which one is the initial of the other, share one.
private struct WordCodes {
  private enum Code: Hashable {
    case key(String)
    /// A word that is an initial, for words that it may stand for.
    case initial(Unicode.Scalar)
    /// A word that an initial may stand for.
    case beginning(Unicode.Scalar)
  }

  private var numbers: [Code: Int32] = [:]
  /// What the initials that occur begin with.
  private let initials: Set<Unicode.Scalar>

  init(_ names: [PersonName]) {
    initials = Set(
      names.lazy.flatMap(\.words).filter { $0.count == 1 }.compactMap(\.unicodeScalars.first))
  }

  /// The codes under which a word of a name is found.
  mutating func stored(_ name: PersonName, _ word: Int) -> [Int32] {
    codes(name, word, { .initial($0) }, { .beginning($0) })
  }

  /// The codes under which a word looks for others.
  mutating func asked(_ name: PersonName, _ word: Int) -> [Int32] {
    codes(name, word, { .beginning($0) }, { .initial($0) })
  }

  private mutating func codes(
    _ name: PersonName, _ word: Int, _ ofInitial: (Unicode.Scalar) -> Code,
    _ ofWord: (Unicode.Scalar) -> Code
  ) -> [Int32] {
    let text = name.words[word]
    var found = [number(.key(name.keys[word]))]
    if let first = text.unicodeScalars.first, initials.contains(first) {
      found.append(number(text.count == 1 ? ofInitial(first) : ofWord(first)))
    }
    return found
  }

  private mutating func number(_ code: Code) -> Int32 {
    if let known = numbers[code] { return known }
    let number = Int32(numbers.count)
    numbers[code] = number
    return number
  }
}
