import RelataGazetteer
import RelataGraph
import RelataNames

/// The names of several words in a text, found by what may stand for them: an acronym, the name without
/// its "of …", its last words, its first one.
///
/// Looked up rather than compared: a text of 2,000 sentences has thousands of names.
struct LongNames {
  struct Candidate {
    var text: String
    /// `NameFolding.fold` of the text.
    var folded: String
    var type: EntityType
    /// The mention.
    var index: Int
  }

  private var all: [Candidate] = []
  /// Positions in `all`, ascending.
  private var byAbbreviation: [String: [Int]] = [:]
  private var byPart: [String: [Int]] = [:]

  mutating func add(_ text: String, type: EntityType, index: Int) {
    let folded = NameFolding.fold(text)
    let place = all.count
    all.append(Candidate(text: text, folded: folded, type: type, index: index))
    for letters in Acronym.abbreviations(of: folded) { byAbbreviation[letters, default: []].append(place) }
    let words = folded.split(separator: " ")
    var parts: Set<String> = []
    for cut in words.indices.dropFirst() {
      if words[cut] == "of" { parts.insert(words[..<cut].joined(separator: " ")) }
      if words.count - cut > 1 { parts.insert(words[cut...].joined(separator: " ")) }
    }
    if words.count > 1 { parts.insert(String(words[0])) }
    for part in parts { byPart[part, default: []].append(place) }
  }

  /// The names that `text` may stand for, in the order in which they were added.
  /// - Complexity: O(length of the text + result).
  func candidates(for text: String) -> [Candidate] {
    let places =
      Acronym.looksLike(text) ? byAbbreviation[Acronym.letters(of: text)] : byPart[NameFolding.fold(text)]
    return (places ?? []).map { all[$0] }
  }
}
