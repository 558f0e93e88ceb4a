package import RelataGraph
import RelataNames

/// Finds what a name means by a ``NameIndex``: what ``EntityMatcher`` and mapped graphs share.
package struct NameSearch: Sendable {
  private let index: NameIndex

  package init(_ index: NameIndex) { self.index = index }

  /// A name that agrees with a query, of an entity.
  private struct Found {
    let entity: Int
    let text: String
    let isPreferred: Bool
  }

  /// What a query that is no identifier means; ``EntityMatcher`` has the rules.
  ///
  /// - Parameters:
  ///   - entity: by its number in the graph.
  ///   - willUseSounds: is called before anything but ``NameIndex``'s texts and hashes is used.
  package func find<Failure: Error>(
    _ query: String, suggestionLimit: Int, entity: (Int) throws(Failure) -> Entity,
    willUseSounds: () throws(Failure) -> Void
  ) throws(Failure) -> EntityLookup {
    let folded = FoldedName(query)
    guard !folded.words.isEmpty else { return .unknown(suggestions: []) }
    for quality in MatchQuality.allCases.dropFirst() {
      if quality == .transliteration { try willUseSounds() }
      let found = names(query, folded, quality)
      if found.isEmpty { continue }
      let preferred = quality <= .spelling ? found.filter(\.isPreferred) : []
      let matches = try ranked(preferred.isEmpty ? found : preferred, quality, entity)
      if matches.count > 1 { return .ambiguous(matches) }
      if let match = matches.first { return .unique(match) }
    }
    var suggestions: [EntityMatch] = []
    for near in NearestNames(index, folded, limit: suggestionLimit).found {
      suggestions.append(
        EntityMatch(
          entity: try entity(near.entity), name: index.texts[Int(near.name)], quality: .nearby))
    }
    return .unknown(suggestions: suggestions)
  }

  /// One match for each entity, the most mentioned first, ties in the order of identifiers.
  private func ranked<Failure: Error>(
    _ found: [Found], _ quality: MatchQuality, _ entity: (Int) throws(Failure) -> Entity
  ) throws(Failure) -> [EntityMatch] {
    var seen: Set<Int> = []
    var matches: [EntityMatch] = []
    for name in found where seen.insert(name.entity).inserted {
      matches.append(EntityMatch(entity: try entity(name.entity), name: name.text, quality: quality))
    }
    return matches.sorted {
      ($1.entity.mentionCount, $0.entity.id) < ($0.entity.mentionCount, $1.entity.id)
    }
  }

  /// The names that agree with a query in one quality, in the graph's order.
  private func names(_ query: String, _ folded: FoldedName, _ quality: MatchQuality) -> [Found] {
    switch quality {
    case .identifier: []
    case .name: found(index.names(folded.spelling, .spelling)) { text, _ in text == query }
    case .spelling: found(index.names(folded.spelling, .spelling)) { $1.spelling == folded.spelling }
    case .transliteration:
      found(index.wholes.key(folded.whole).map { Array(index.wholes.names(of: $0)) } ?? []) {
        $1.sounds == folded.sounds
      }
    case .words: found(names(withAll: folded.sounds))
    case .initials: namesByInitials(folded)
    case .nearby: found(nearby(folded))
    }
  }

  private func found(_ names: [UInt32], where agrees: ((String, FoldedName) -> Bool)? = nil) -> [Found] {
    names.compactMap { name in
      let text = index.texts[Int(name)]
      if let agrees, !agrees(text, FoldedName(text)) { return nil }
      return Found(entity: index.entity(of: name), text: text, isPreferred: index.isPreferred(name))
    }
  }

  // MARK: - Words

  /// The names that have all of some sounds.
  private func names(withAll sounds: [String]) -> [UInt32] {
    var lists: [UnsafeBufferPointer<UInt32>] = []
    for sound in Set(sounds) {
      guard let key = index.sounds.key(sound) else { return [] }
      lists.append(index.sounds.names(of: key))
    }
    lists.sort { $0.count < $1.count }
    guard let rarest = lists.first else { return [] }
    return rarest.filter { name in lists.dropFirst().allSatisfy { $0.containsSorted(name) } }
  }

  /// “V. Putin”, “HTS”: words that are single letters, or one short word, as first
  /// letters of a name's words.
  private func namesByInitials(_ query: FoldedName) -> [Found] {
    if query.words.count == 1 {
      let letters = query.spelling
      guard (2...8).contains(letters.unicodeScalars.count) else { return [] }
      return found(index.names(letters, .initials)) { $1.initials.contains(letters) }
    }
    let full = query.words.filter { $0.count > 1 }
    guard !full.isEmpty, full.count < query.words.count else { return [] }
    let wanted = ArabicArticle.removed(from: query.words)
    let candidates = names(withAll: ArabicArticle.removed(from: full).map(SoundFolding.sound))
    return found(candidates) { _, name in
      // In this order, others may stand between: “V. Putin” is Vladimir Vladimirovich Putin.
      var rest = ArabicArticle.removed(from: name.words)[...]
      return wanted.allSatisfy { word in
        let place = rest.firstIndex {
          word.count == 1 ? $0.hasPrefix(word) : SoundFolding.sound($0) == SoundFolding.sound(word)
        }
        guard let place else { return false }
        rest = rest[(place + 1)...]
        return true
      }
    }
  }

  // MARK: - Typing errors

  /// How many errors a word may have, by its length in letters after folding: short ones none (Iran, Iraq).
  private static func errors(_ length: Int) -> Int {
    switch length {
    case ..<5: 0
    case ..<8: 1
    default: 2
    }
  }

  /// The names each of whose sounds that a query has is near one of it, or which are near it as a whole.
  private func nearby(_ query: FoldedName) -> [UInt32] {
    var found: Set<UInt32> = []
    index.wholes.forEachKey(near: EditPattern(query.whole), limit: Self.errors) {
      found.formUnion(index.wholes.names(of: $0))
    }
    var all: Set<UInt32>?
    for sound in Set(query.sounds) {
      var near: Set<UInt32> = []
      index.sounds.forEachKey(near: EditPattern(sound), limit: Self.errors) {
        near.formUnion(index.sounds.names(of: $0))
      }
      all = all.map(near.intersection) ?? near
      if near.isEmpty { break }
    }
    return found.union(all ?? []).sorted()
  }
}
