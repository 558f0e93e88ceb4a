import RelataNames

/// The names nearest to one that is unknown: with the smallest distance in proportion to the
/// length, at most half of it.
///
/// What was typed is compared with each whole name and with each longer word of names. One name for each
/// entity; ties go to the entity that is mentioned more.
struct NearestNames {
  struct Near {
    let share: Double
    let entity: Int
    let name: UInt32
  }

  /// The best first.
  private(set) var found: [Near] = []
  private let index: NameIndex
  private let limit: Int

  /// - Complexity: O(total length of the words that are no more than twice or less than half as long),
  ///   mostly much less: what is nearest in length is looked at first, and what is further away than enough
  ///   others is not looked at.
  init(_ index: NameIndex, _ query: FoldedName, limit: Int) {
    self.index = index
    self.limit = limit
    guard limit > 0 else { return }
    let word = EditPattern(query.whole)
    for difference in 0...max(word.length, 1) {
      for length in Set([word.length - difference, word.length + difference]).sorted() where length > 0 {
        look(at: length, of: index.wholes, word)
        if length > 3 { look(at: length, of: index.sounds, word) }
      }
    }
  }

  private mutating func look(at length: Int, of table: KeyTable, _ word: EditPattern) {
    let longest = max(length, word.length)
    for key in table.keys(ofLength: length) {
      let worst = found.count < limit ? 0.5 : found[found.count - 1].share
      // A little more, so that rounding leaves nothing out.
      let bound = min(longest / 2, Int(worst * Double(longest) + 0.001))
      guard abs(length - word.length) <= bound else { return }
      guard let distance = word.distance(to: table.keys.utf8(key), limit: bound) else { continue }
      for name in table.names(of: key) { add(Double(distance) / Double(longest), name) }
    }
  }

  private mutating func add(_ share: Double, _ name: UInt32) {
    let new = Near(share: share, entity: index.entity(of: name), name: name)
    if let known = found.firstIndex(where: { $0.entity == new.entity }) {
      guard share < found[known].share else { return }
      found.remove(at: known)
    }
    let place = found.firstIndex { precedes(new, $0) } ?? found.count
    guard place < limit else { return }
    found.insert(new, at: place)
    if found.count > limit { found.removeLast() }
  }

  private func precedes(_ a: Near, _ b: Near) -> Bool {
    if a.share != b.share { return a.share < b.share }
    let (x, y) = (index.mentionCounts.base[a.entity], index.mentionCounts.base[b.entity])
    return x != y ? x > y : a.entity < b.entity
  }
}
