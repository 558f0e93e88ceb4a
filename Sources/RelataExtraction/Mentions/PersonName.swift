import RelataGazetteer
import RelataNames
import RelataWords

/// The parts of a person's name that matter for telling whether two mentions speak of the same person.
struct PersonName: Hashable, Sendable {
  /// Folded words without articles and particles ("ahmed", "sharaa").
  let words: [String]
  /// What romanisations of each word have in common; the word itself where it is short.
  let keys: [String]
  /// What stands before the only word if it may be a particle or a given name: "ben" of
  /// Ben Ali and of Ben Chan.
  let leading: String?
  /// Such words with the word that follows each: "ben ali".
  private let prefixed: Set<String>

  /// Particles of Arabic, Persian, Hebrew, European and other names that writers add and drop.
  private static let particles = PersonWordList.particles.words

  /// Particles that are also given names or that surnames do not lose: a longer name of the
  /// same person has them too.
  private static let ambiguous = PersonWordList.ambiguousParticles.words

  init(_ name: String) {
    let folded = NameFolding.fold(name).split { $0 == " " || $0 == "." || $0 == "," }.map(String.init)
    // A name does not end with a particle: "Charles I".
    let kept = folded.enumerated().filter {
      !Self.particles.contains($0.element) || $0.offset > 0 && $0.offset == folded.count - 1
    }.map(\.element)
    words = kept.isEmpty ? folded : kept
    keys = words.map(Self.key)
    leading = folded.count == 2 && kept.count == 1 && Self.ambiguous.contains(folded[0]) ? folded[0] : nil
    prefixed = Set(
      zip(folded, folded.dropFirst()).filter { Self.ambiguous.contains($0.0) }.map { "\($0.0) \($0.1)" })
  }

  /// What two spellings of one word share, as ``isSameWord(_:_:)`` sees it.
  static func key(_ word: String) -> String {
    guard word.count >= 4 else { return word }
    let sounds = skeleton(word)
    return sounds.count >= 2 ? sounds : word
  }

  /// Whether the words of the shorter name all occur in the longer one, in order, as the same
  /// word or a spelling of it.
  func isCompatible(with other: PersonName) -> Bool {
    let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
    guard !short.isEmpty, isPrefixed(like: other), other.isPrefixed(like: self) else { return false }
    var position = 0
    for word in short {
      guard
        let found = long[position...].firstIndex(where: {
          Self.isSameWord(word, $0) || Self.isInitial(word, of: $0)
        })
      else { return false }
      position = found + 1
    }
    // Two words or more that fit say enough; a single word must be the surname or the given name.
    guard short.count == 1 else { return true }
    return long.count == 1 || Self.isSameWord(short[0], long[long.count - 1])
      || short[0] == long[0]
      || (long.count > 2 && long[1...].contains { Self.isSameWord(short[0], $0) })
  }

  /// "Ben Chan" is not Raymond Chan, but "Ben Ali" is Zine El Abidine Ben Ali; "Chan" alone may be either.
  private func isPrefixed(like other: PersonName) -> Bool {
    guard let leading else { return true }
    if other.words.count == 1, other.leading == nil { return true }
    return other.leading == leading
      || other.prefixed.contains { pair in
        let parts = pair.split(separator: " ").map(String.init)
        return parts[0] == leading && Self.isSameWord(parts[1], words[0])
      }
  }

  private static func isInitial(_ a: String, of b: String) -> Bool {
    (a.count == 1 && b.hasPrefix(a)) || (b.count == 1 && a.hasPrefix(b))
  }

  /// Equal, or two romanisations of one word: the same consonants in the same order ("sharra", "sharaa").
  static func isSameWord(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard a.count >= 4, b.count >= 4, abs(a.count - b.count) <= 2 else { return false }
    let first = skeleton(a)
    guard first.count >= 2, first == skeleton(b) else { return false }
    return EditDistance.levenshtein(a, b) <= (min(a.count, b.count) >= 8 ? 2 : 1)
  }

  /// Consonants in order, doubled ones once, with what romanisations confuse made equal.
  static func skeleton(_ word: String) -> String {
    var result = ""
    var characters = word.replacingPairs
    if let first = characters.first, "aeiouy".contains(first) {
      result.append("a")
      characters.removeFirst()
    }
    for character in characters where !"aeiouyh".contains(character) {
      let sound: Character =
        switch character {
        case "q", "c": "k"
        case "z": "s"
        case "w": "v"
        case "g": "j"
        default: character
        }
      if result.last != sound { result.append(sound) }
    }
    return result
  }
}

extension String {
  /// Digraphs of romanisation that stand for one sound, as one letter.
  fileprivate var replacingPairs: [Character] {
    let pairs: [String: Character] = [
      "ch": "$", "dh": "d", "gh": "j", "kh": "x", "ph": "f", "sh": "$", "th": "t", "zh": "j",
      "ck": "k", "dj": "j", "ts": "s",
      "ee": "i", "oo": "u", "ou": "u",
    ]
    var result: [Character] = []
    let characters = Array(self)
    var index = 0
    while index < characters.count {
      if index + 1 < characters.count, let sound = pairs[String(characters[index...index + 1])] {
        result.append(sound)
        index += 2
      } else {
        result.append(characters[index])
        index += 1
      }
    }
    return result
  }
}
